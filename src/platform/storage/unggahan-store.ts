import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync } from 'node:fs';
import { open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { isPenuh, replaceFile, syncDir, writeAt } from './durable.ts';
import type { Titipan } from './file-store.ts';
import { PenyimpananPenuhError, TerlaluBesarError } from './storage-error.ts';

/** A file that arrives in pieces. */
export interface UnggahanBagian {
	/** 32 hex digits. */
	id: string;
	/** The person it belongs to. */
	orangId: number;
	/** What it is for, in the words of whoever asked for it. */
	untuk: string;
	nama: string;
	/** Bytes of the whole file. */
	ukuran: number;
	/** Bytes that are safely on disk. */
	offset: number;
	/** Hex, of the whole file; null until it is complete. */
	sha256: string | null;
	/** ISO. */
	dibuat: string;
	/** When it was complete, ISO. */
	tuntas: string | null;
	/** What became of it, for whoever asks a second time. */
	hasil?: unknown;
}

/** A piece whose bytes are not those its sender hashed. Nothing of it is kept. */
export class SidikBedaError extends Error {}

/** Uploads in pieces, each a file of bytes and a small file that says how many of them count. */
export interface UnggahanStore {
	/** @throws PenyimpananPenuhError */
	create(u: Pick<UnggahanBagian, 'id' | 'orangId' | 'untuk' | 'nama' | 'ukuran'>, kini: Date): Promise<void>;
	find(id: string): Promise<UnggahanBagian | null>;
	/**
	 * Writes a piece at `offset`. With `sidik` (SHA-256) it counts only whole and unharmed; without, as far as it came.
	 * @returns the new offset. @throws SidikBedaError, TerlaluBesarError, PenyimpananPenuhError, or what the source throws
	 */
	append(
		id: string,
		offset: number,
		source: AsyncIterable<Uint8Array>,
		sidik: Buffer | null,
	): Promise<number>;
	/** Hashes a complete upload, once; one that is not complete is given back as it is. */
	finish(id: string, kini: Date): Promise<UnggahanBagian | null>;
	/** A complete upload as a received file. */
	titipan(u: UnggahanBagian): Titipan;
	/** Gives up the bytes and remembers what became of them. */
	settle(id: string, hasil: unknown): Promise<void>;
	remove(id: string): Promise<void>;
	list(): AsyncIterable<UnggahanBagian>;
	/** Removes what nobody has added to for `umurMaks` milliseconds. @returns how many. */
	removeExpired(kini: Date): Promise<number>;
	/** One piece of work on an upload at a time. */
	exclusive<T>(id: string, work: () => Promise<T>): Promise<T>;
	/** Bytes free where uploads arrive. */
	free(): Promise<number>;
}

/** An upload that nobody touched for so long is given up, milliseconds. */
export const UMUR_UNGGAHAN = 7 * 86_400_000;
const bentukId = /^[0-9a-f]{32}$/;

/** Opens the directory of uploads. */
export function openUnggahanStore(dir: string): UnggahanStore {
	mkdirSync(dir, { recursive: true });
	const info = (id: string) => join(dir, `${id}.json`);
	const data = (id: string) => join(dir, id);
	const tulis = (u: UnggahanBagian) => replaceFile(info(u.id), JSON.stringify(u)).catch(sebutPenuh);
	const antre = new Map<string, Promise<unknown>>();

	async function find(id: string): Promise<UnggahanBagian | null> {
		if (!bentukId.test(id)) return null;
		const teks = await readFile(info(id), 'utf8').catch(() => null);
		if (teks === null) return null;
		const u = JSON.parse(teks) as UnggahanBagian;
		if (u.hasil !== undefined) return u;
		const ada = (await stat(data(id)).catch(() => null))?.size ?? 0;
		return { ...u, offset: Math.min(u.offset, ada) };
	}
	async function require(id: string): Promise<UnggahanBagian> {
		const u = await find(id);
		if (!u) throw new Error(`unggahan ${id} tidak ada`);
		return u;
	}
	async function remove(id: string): Promise<void> {
		if (!bentukId.test(id)) return;
		for (const path of [info(id), data(id), `${info(id)}.baru`]) await rm(path, { force: true });
	}
	async function* list(): AsyncIterable<UnggahanBagian> {
		for (const nama of await readdir(dir)) {
			const u = nama.endsWith('.json') ? await find(nama.slice(0, -5)) : null;
			if (u) yield u;
		}
	}
	return {
		find,
		remove,
		list,
		create: async (u, kini) => {
			const berkas = await open(data(u.id), 'wx', 0o600).catch(sebutPenuh);
			await berkas.close();
			await tulis({ ...u, offset: 0, sha256: null, dibuat: kini.toISOString(), tuntas: null });
			await syncDir(dir);
		},
		append: async (id, offset, source, sidik) => {
			const u = await require(id);
			return await tambah(data(id), u, offset, source, sidik, (n) => tulis({ ...u, offset: n }));
		},
		finish: async (id, kini) => {
			const u = await find(id);
			if (!u || u.offset !== u.ukuran || u.sha256 !== null) return u;
			const tuntas = { ...u, sha256: await hashFile(data(id)), tuntas: kini.toISOString() };
			await tulis(tuntas);
			return tuntas;
		},
		titipan: ({ id, sha256, ukuran }) => ({ path: data(id), sha256: sha256 ?? '', ukuran, tetap: true }),
		settle: async (id, hasil) => {
			await tulis({ ...(await require(id)), hasil });
			await rm(data(id), { force: true });
		},
		removeExpired: (kini) => buangLama(dir, kini, remove),
		exclusive: (id, work) => {
			const giliran = (antre.get(id) ?? Promise.resolve()).then(work, work);
			const selesai = giliran
				.catch(() => {})
				.then(() => {
					if (antre.get(id) === selesai) antre.delete(id);
				});
			antre.set(id, selesai);
			return giliran;
		},
		free: async () => {
			const { bavail, bsize } = await statfs(dir);
			return bavail * bsize;
		},
	};
}

async function tambah(
	path: string,
	u: UnggahanBagian,
	offset: number,
	source: AsyncIterable<Uint8Array>,
	sidik: Buffer | null,
	tulis: (offset: number) => Promise<void>,
): Promise<number> {
	const hash = createHash('sha256');
	let letak = offset;
	let putus: unknown = null;
	const berkas = await open(path, 'r+');
	try {
		await berkas.truncate(offset);
		try {
			for await (const bagian of source) {
				if (letak + bagian.byteLength > u.ukuran) throw new TerlaluBesarError();
				hash.update(bagian);
				await writeAt(berkas, bagian, letak);
				letak += bagian.byteLength;
			}
		} catch (cause) {
			putus = cause;
		}
		const beda = sidik !== null && (putus !== null || !hash.digest().equals(sidik));
		if (beda || putus instanceof TerlaluBesarError) {
			await berkas.truncate(offset);
			throw putus ?? new SidikBedaError('sidik bagian tidak cocok');
		}
		await berkas.sync();
		await tulis(letak);
		if (putus) throw putus;
		return letak;
	} catch (cause) {
		return sebutPenuh(cause);
	} finally {
		await berkas.close();
	}
}

function sebutPenuh(cause: unknown): never {
	throw isPenuh(cause) ? new PenyimpananPenuhError({ cause }) : cause;
}

/** SHA-256 of a file, hex; read in pieces. */
export async function hashFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const bagian of createReadStream(path, { highWaterMark: 1024 * 1024 }))
		hash.update(bagian as Buffer);
	return hash.digest('hex');
}

async function buangLama(dir: string, kini: Date, remove: (id: string) => Promise<void>): Promise<number> {
	const terakhir = new Map<string, number>();
	for (const nama of await readdir(dir)) {
		const ubah = (await stat(join(dir, nama)).catch(() => null))?.mtimeMs ?? 0;
		const id = nama.slice(0, 32);
		terakhir.set(id, Math.max(ubah, terakhir.get(id) ?? 0));
	}
	let banyak = 0;
	for (const [id, ubah] of terakhir)
		if (kini.getTime() - ubah > UMUR_UNGGAHAN) {
			await remove(id);
			banyak++;
		}
	return banyak;
}
