import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** A file that has arrived whole and is on disk, but that nothing refers to yet. */
export interface Titipan {
	path: string;
	/** Hex. */
	sha256: string;
	/** Bytes. */
	ukuran: number;
}

/** More bytes than allowed. What had arrived is gone. */
export class TerlaluBesarError extends Error {
	override readonly name = 'TerlaluBesarError';
}
/** No room left where files are kept. */
export class PenyimpananPenuhError extends Error {
	override readonly name = 'PenyimpananPenuhError';
}

/** Files by the SHA-256 of their content: the same content is kept once. */
export interface FileStore {
	/** @throws TerlaluBesarError, PenyimpananPenuhError, or what the source throws; nothing stays behind. */
	receive(source: AsyncIterable<Uint8Array>, maks: number): Promise<Titipan>;
	/** Moves a received file to its place; safe to repeat. */
	keep(titipan: Titipan): Promise<void>;
	discard(titipan: Titipan): Promise<void>;
	/** Bytes `dari`..`sampai`, both included; the whole file without them. */
	read(sha256: string, rentang?: { dari: number; sampai: number }): Readable;
	/** Size in bytes; null where it is not kept. */
	size(sha256: string): Promise<number | null>;
	/** Every hash that is kept. */
	list(): AsyncIterable<string>;
}

const SEHARI = 86_400_000;

/** Opens a directory of files. What was half received more than a day ago is removed. */
export function openFileStore(dir: string): FileStore {
	const masuk = join(dir, 'masuk');
	mkdirSync(masuk, { recursive: true });
	for (const nama of readdirSync(masuk)) {
		const umur = Date.now() - (statSync(join(masuk, nama), { throwIfNoEntry: false })?.mtimeMs ?? 0);
		if (umur > SEHARI) rmSync(join(masuk, nama), { force: true });
	}
	const letak = (sha256: string) => join(dir, sha256.slice(0, 2), sha256);
	return {
		receive: (source, maks) => receive(join(masuk, randomUUID()), source, maks),
		keep: async ({ path, sha256 }) => {
			const tujuan = letak(sha256);
			await mkdir(join(dir, sha256.slice(0, 2)), { recursive: true });
			await rename(path, tujuan);
			await syncDir(join(dir, sha256.slice(0, 2)));
			await syncDir(dir);
		},
		discard: ({ path }) => rm(path, { force: true }),
		read: (sha256, rentang) =>
			createReadStream(letak(sha256), rentang ? { start: rentang.dari, end: rentang.sampai } : {}),
		size: async (sha256) => (await stat(letak(sha256)).catch(() => null))?.size ?? null,
		list: () => listHash(dir),
	};
}

async function receive(path: string, source: AsyncIterable<Uint8Array>, maks: number): Promise<Titipan> {
	const hash = createHash('sha256');
	let ukuran = 0;
	const berkas = await open(path, 'wx');
	try {
		for await (const bagian of source) {
			ukuran += bagian.byteLength;
			if (ukuran > maks) throw new TerlaluBesarError();
			hash.update(bagian);
			await berkas.writeFile(bagian);
		}
		await berkas.sync();
		await berkas.close();
		return { path, sha256: hash.digest('hex'), ukuran };
	} catch (cause) {
		await berkas.close().catch(() => {});
		await rm(path, { force: true });
		const penuh = cause instanceof Error && 'code' in cause && ['ENOSPC', 'EDQUOT'].includes(`${cause.code}`);
		throw penuh ? new PenyimpananPenuhError('penyimpanan penuh', { cause }) : cause;
	}
}

async function syncDir(path: string): Promise<void> {
	const dir = await open(path, 'r');
	try {
		await dir.sync();
	} finally {
		await dir.close();
	}
}

async function* listHash(dir: string): AsyncIterable<string> {
	for (const awal of await readdir(dir))
		if (/^[0-9a-f]{2}$/.test(awal))
			for (const nama of await readdir(join(dir, awal))) if (/^[0-9a-f]{64}$/.test(nama)) yield nama;
}
