import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { constants, copyFile, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { isPenuh, syncDir, writeAt } from './durable.ts';
import { PenyimpananPenuhError, TerlaluBesarError } from './storage-error.ts';
import { openUnggahanStore, type UnggahanStore } from './unggahan-store.ts';

/** A file that has arrived whole and is on disk, but that nothing refers to yet. */
export interface Titipan {
	path: string;
	/** Hex. */
	sha256: string;
	/** Bytes. */
	ukuran: number;
	/** Keeping it leaves it where it is: it is given up later, when what refers to it is written. */
	tetap?: boolean;
}

export {
	PenyimpananError,
	PenyimpananPenuhError,
	sebabPenyimpanan,
	TerlaluBesarError,
} from './storage-error.ts';

/** Files by the SHA-256 of their content: the same content is kept once. */
export interface FileStore {
	/** @throws TerlaluBesarError, PenyimpananPenuhError, or what the source throws; nothing stays behind. */
	receive(source: AsyncIterable<Uint8Array>, maks: number): Promise<Titipan>;
	/** Moves a received file to its place, on disk before it answers; safe to repeat. @throws PenyimpananError */
	keep(titipan: Titipan): Promise<void>;
	discard(titipan: Titipan): Promise<void>;
	/** Bytes `dari`..`sampai`, both included; the whole file without them. */
	read(sha256: string, rentang?: { dari: number; sampai: number }): Readable;
	/** Size in bytes; null where it is not kept. */
	size(sha256: string): Promise<number | null>;
	/** Every hash that is kept. */
	list(): AsyncIterable<string>;
	/** Takes a file away. Only for moving between stores and for tidying up. */
	remove(sha256: string): Promise<void>;
	/** Files that arrive in pieces. */
	unggahan: UnggahanStore;
}

const SEHARI = 86_400_000;

/** Opens a directory of files. What was half received more than a day ago is removed. */
export function openFileStore(dir: string): FileStore {
	const { masuk, unggahan } = openMasuk(dir);
	const letak = (sha256: string) => join(dir, sha256.slice(0, 2), sha256);
	return {
		receive: (source, maks) => receive(join(masuk, randomUUID()), source, maks),
		keep: (titipan) => keep(titipan, dir, letak(titipan.sha256)),
		discard: ({ path }) => rm(path, { force: true }),
		read: (sha256, rentang) =>
			createReadStream(letak(sha256), rentang ? { start: rentang.dari, end: rentang.sampai } : {}),
		size: async (sha256) => (await stat(letak(sha256)).catch(() => null))?.size ?? null,
		list: () => listHash(dir),
		remove: (sha256) => rm(letak(sha256), { force: true }),
		unggahan,
	};
}

/** The local places for what is arriving, whatever keeps it later. */
export function openMasuk(dir: string): { masuk: string; unggahan: UnggahanStore } {
	const masuk = join(dir, 'masuk');
	mkdirSync(masuk, { recursive: true });
	for (const nama of readdirSync(masuk)) {
		const umur = Date.now() - (statSync(join(masuk, nama), { throwIfNoEntry: false })?.mtimeMs ?? 0);
		if (umur > SEHARI) rmSync(join(masuk, nama), { force: true });
	}
	return { masuk, unggahan: openUnggahanStore(join(dir, 'unggahan')) };
}

async function keep({ path, tetap }: Titipan, dir: string, tujuan: string): Promise<void> {
	const rak = join(tujuan, '..');
	try {
		await mkdir(rak, { recursive: true });
		if (tetap) await linkOrCopy(path, tujuan);
		else await rename(path, tujuan);
		await syncDir(rak);
		await syncDir(dir);
	} catch (cause) {
		throw isPenuh(cause) ? new PenyimpananPenuhError({ cause }) : cause;
	}
}

/** A second name for the same bytes; a copy where the file system has no such thing. */
async function linkOrCopy(path: string, tujuan: string): Promise<void> {
	try {
		await link(path, tujuan);
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		if (code === 'EEXIST') return; // named by its content: the same file
		if (!['EPERM', 'ENOTSUP', 'EMLINK', 'EXDEV', 'ENOSYS'].includes(code ?? '')) throw cause;
		const samping = `${tujuan}.${randomUUID()}`;
		try {
			await copyFile(path, samping, constants.COPYFILE_EXCL);
			const berkas = await open(samping, 'r+');
			await berkas.sync().finally(() => berkas.close());
			await rename(samping, tujuan);
		} finally {
			await rm(samping, { force: true });
		}
	}
}

/** Writes a stream to a new file, on disk before it answers. */
export async function receive(
	path: string,
	source: AsyncIterable<Uint8Array>,
	maks: number,
): Promise<Titipan> {
	const hash = createHash('sha256');
	let ukuran = 0;
	const berkas = await open(path, 'wx', 0o600);
	try {
		for await (const bagian of source) {
			if (ukuran + bagian.byteLength > maks) throw new TerlaluBesarError();
			hash.update(bagian);
			await writeAt(berkas, bagian, ukuran);
			ukuran += bagian.byteLength;
		}
		await berkas.sync();
		await berkas.close();
		return { path, sha256: hash.digest('hex'), ukuran };
	} catch (cause) {
		await berkas.close().catch(() => {});
		await rm(path, { force: true });
		throw isPenuh(cause) ? new PenyimpananPenuhError({ cause }) : cause;
	}
}

async function* listHash(dir: string): AsyncIterable<string> {
	for (const awal of await readdir(dir))
		if (/^[0-9a-f]{2}$/.test(awal))
			for (const nama of await readdir(join(dir, awal))) if (/^[0-9a-f]{64}$/.test(nama)) yield nama;
}
