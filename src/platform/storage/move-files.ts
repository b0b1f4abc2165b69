import { createHash } from 'node:crypto';
import type { FileStore } from './file-store.ts';

export interface Pindahan {
	dipindah: number;
	/** Bytes. */
	byte: number;
	/** Hashes of files whose content is not what their name says, or that did not read back: left where they are. */
	rusak: string[];
}

/**
 * Moves every file from one store to the other. A file leaves only after the other store has given it back with its own
 * hash, so that stopping half-way loses nothing and a second run goes on.
 */
export async function moveFiles(
	dari: FileStore,
	ke: FileStore,
	lapor: (pindahan: Pindahan) => void = () => {},
): Promise<Pindahan> {
	const hasil: Pindahan = { dipindah: 0, byte: 0, rusak: [] };
	for await (const sha256 of dari.list()) {
		const ukuran = await dari.size(sha256);
		if (ukuran === null) continue;
		const sampai = (await ke.size(sha256)) === ukuran || (await salin(dari, ke, sha256));
		if (!sampai || (await sidik(ke, sha256)) !== sha256) {
			hasil.rusak.push(sha256);
			continue;
		}
		await dari.remove(sha256);
		hasil.dipindah++;
		hasil.byte += ukuran;
		if (hasil.dipindah % 500 === 0) lapor(hasil);
	}
	return hasil;
}

async function salin(dari: FileStore, ke: FileStore, sha256: string): Promise<boolean> {
	const titipan = await ke.receive(dari.read(sha256) as AsyncIterable<Uint8Array>, Number.MAX_SAFE_INTEGER);
	try {
		if (titipan.sha256 !== sha256) return false;
		await ke.keep(titipan);
		return true;
	} finally {
		await ke.discard(titipan);
	}
}

async function sidik(store: FileStore, sha256: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const bagian of store.read(sha256)) hash.update(bagian as Uint8Array);
	return hash.digest('hex');
}
