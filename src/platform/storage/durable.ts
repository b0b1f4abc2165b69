import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Makes the names in a directory survive a power cut. */
export async function syncDir(path: string): Promise<void> {
	const dir = await open(path, 'r');
	try {
		await dir.sync();
	} finally {
		await dir.close();
	}
}

/** Writes all bytes at a place; the system may take fewer at a time. @throws what the system says, ENOSPC too. */
export async function writeAt(berkas: FileHandle, isi: Uint8Array, letak: number): Promise<void> {
	for (let sudah = 0; sudah < isi.byteLength; ) {
		const { bytesWritten } = await berkas.write(isi, sudah, isi.byteLength - sudah, letak + sudah);
		if (bytesWritten === 0) throw Object.assign(new Error('penyimpanan penuh'), { code: 'ENOSPC' });
		sudah += bytesWritten;
	}
}

/** Replaces a small file: whole and on disk, or as it was. */
export async function replaceFile(path: string, isi: string): Promise<void> {
	const samping = `${path}.baru`;
	try {
		const berkas = await open(samping, 'w', 0o600);
		try {
			await berkas.writeFile(isi);
			await berkas.sync();
		} finally {
			await berkas.close();
		}
		await rename(samping, path);
		await syncDir(dirname(path));
	} catch (cause) {
		await rm(samping, { force: true });
		throw cause;
	}
}

/** Whether the system refused for want of room. */
export function isPenuh(cause: unknown): boolean {
	return cause instanceof Error && 'code' in cause && ['ENOSPC', 'EDQUOT'].includes(`${cause.code}`);
}
