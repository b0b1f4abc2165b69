import { Readable } from 'node:stream';
import type { FileStore } from './file-store.ts';

/** Two stores as one: new files go to the first, and what the other still holds is found there. */
export function joinStore(utama: FileStore, lain: FileStore): FileStore {
	return {
		...utama,
		read: (sha256, rentang) => Readable.from(read(utama, lain, sha256, rentang), { objectMode: false }),
		size: async (sha256) => (await utama.size(sha256)) ?? (await lain.size(sha256)),
		async *list() {
			yield* utama.list();
			for await (const sha256 of lain.list()) if ((await utama.size(sha256)) === null) yield sha256;
		},
		remove: async (sha256) => {
			await utama.remove(sha256);
			await lain.remove(sha256);
		},
	};
}

/** A file may be moved between asking where it is and reading it: then it is in the other. */
async function* read(
	utama: FileStore,
	lain: FileStore,
	sha256: string,
	rentang?: { dari: number; sampai: number },
): AsyncIterable<Uint8Array> {
	const [awal, akhir] = (await utama.size(sha256)) === null ? [lain, utama] : [utama, lain];
	let mulai = false;
	try {
		for await (const bagian of awal.read(sha256, rentang)) {
			mulai = true;
			yield bagian as Uint8Array;
		}
	} catch (cause) {
		if (mulai || (await akhir.size(sha256)) === null) throw cause;
		yield* akhir.read(sha256, rentang) as AsyncIterable<Uint8Array>;
	}
}
