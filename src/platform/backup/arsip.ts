import { createHash } from 'node:crypto';
import { type EventEmitter, on } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import yazl from 'yazl';
import { syncDir } from '../storage/durable.ts';

/** Bytes of one entry, counted and hashed on their way. */
export interface Tertulis {
	ukuran: number;
	/** Hex. */
	sha256: string;
}

/** A backup that is being written: a directory, or one ZIP file. Entries one after another. */
export interface ArsipTulis {
	write(nama: string, isi: AsyncIterable<Uint8Array>, padat: boolean): Promise<Tertulis>;
	/** All of it is on disk under its name once this answers. */
	finish(): Promise<void>;
	/** Leaves nothing behind. */
	abort(): Promise<void>;
}

/** A backup that is being read. */
export interface ArsipBaca {
	/** @throws where there is no such entry */
	read(nama: string): Promise<Readable>;
	/** Names that begin so, in no particular order; each can be read while it is the present one. */
	list(awalan: string): AsyncIterable<{ nama: string; read: () => Promise<Readable> }>;
	close(): void;
}

export const isZip = (path: string): boolean => path.toLowerCase().endsWith('.zip');

/** @throws EEXIST-like Error where something is there already */
export async function createArsip(path: string): Promise<ArsipTulis> {
	return isZip(path) ? await createZip(path) : await createDir(path);
}

export async function openArsip(path: string): Promise<ArsipBaca> {
	return isZip(path) ? await openZip(path) : openDir(path);
}

async function* ukur(
	isi: AsyncIterable<Uint8Array>,
	hasil: { ukuran: number; hash: ReturnType<typeof createHash> },
) {
	for await (const bagian of isi) {
		hasil.ukuran += bagian.byteLength;
		hasil.hash.update(bagian);
		yield bagian;
	}
}

async function createDir(path: string): Promise<ArsipTulis> {
	const samping = `${path}.baru-${process.pid}`;
	const isi = await readdir(path).catch(() => null);
	if (isi && isi.length > 0) throw Object.assign(new Error('tidak kosong'), { code: 'ENOTEMPTY' });
	await mkdir(samping, { recursive: true, mode: 0o700 });
	const folder = new Set<string>();
	return {
		write: async (nama, sumber, _padat) => {
			const tujuan = join(samping, nama);
			await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
			folder.add(dirname(tujuan));
			const hasil = { ukuran: 0, hash: createHash('sha256') };
			const berkas = await open(tujuan, 'wx', 0o600);
			try {
				for await (const bagian of ukur(sumber, hasil)) await berkas.writeFile(bagian);
				await berkas.sync();
			} finally {
				await berkas.close();
			}
			return { ukuran: hasil.ukuran, sha256: hasil.hash.digest('hex') };
		},
		finish: async () => {
			for (const f of folder) await syncDir(f);
			await syncDir(samping);
			await rename(samping, path); // an empty directory of that name gives way
			await syncDir(dirname(path));
		},
		abort: () => rm(samping, { recursive: true, force: true }),
	};
}

async function createZip(path: string): Promise<ArsipTulis> {
	if (await stat(path).catch(() => null)) throw Object.assign(new Error('sudah ada'), { code: 'EEXIST' });
	const samping = `${path}.baru-${process.pid}`;
	const zip = new yazl.ZipFile();
	(zip as unknown as EventEmitter).on('error', () => {}); // whoever writes the entry hears of it too
	const tulis = pipeline(
		zip.outputStream as Readable,
		createWriteStream(samping, { flags: 'wx', mode: 0o600 }),
	);
	const gagal = tulis.then(() => new Promise<never>(() => {}));
	gagal.catch(() => {});
	return {
		write: async (nama, sumber, padat) => {
			const hasil = { ukuran: 0, hash: createHash('sha256') };
			const alir = Readable.from(ukur(sumber, hasil), { objectMode: false });
			const habis = new Promise<void>((resolve, reject) => {
				alir.once('end', resolve);
				alir.once('error', reject);
			});
			zip.addReadStream(alir, nama, { compress: padat, mode: 0o600 });
			await Promise.race([habis, gagal]);
			return { ukuran: hasil.ukuran, sha256: hasil.hash.digest('hex') };
		},
		finish: async () => {
			zip.end();
			await tulis;
			const berkas = await open(samping, 'r+');
			await berkas.sync().finally(() => berkas.close());
			await rename(samping, path);
			await syncDir(dirname(path));
		},
		abort: async () => {
			(zip.outputStream as Readable).destroy();
			await tulis.catch(() => {});
			await rm(samping, { force: true });
		},
	};
}

function openDir(path: string): ArsipBaca {
	const read = async (nama: string) => {
		await stat(join(path, nama));
		return createReadStream(join(path, nama));
	};
	return {
		read,
		close: () => {},
		async *list(awalan) {
			const isi = await readdir(join(path, awalan), { recursive: true, withFileTypes: true }).catch(() => []);
			for (const d of isi) {
				if (!d.isFile()) continue;
				const nama = join(d.parentPath, d.name)
					.slice(path.length + 1)
					.replaceAll(sep, '/');
				yield { nama, read: () => read(nama) };
			}
		},
	};
}

async function openZip(path: string): Promise<ArsipBaca> {
	const kecil = new Map<string, yauzl.Entry>();
	const zip = await bukaZip(path);
	for await (const satu of jalani(zip))
		if (!satu.fileName.startsWith('berkas/')) kecil.set(satu.fileName, satu);
	return {
		read: async (nama) => {
			const satu = kecil.get(nama);
			if (!satu) throw Object.assign(new Error(`${nama} tidak ada dalam cadangan`), { code: 'ENOENT' });
			return await alirkan(zip, satu);
		},
		close: () => zip.close(),
		async *list(awalan) {
			const lain = await bukaZip(path);
			try {
				for await (const satu of jalani(lain))
					if (satu.fileName.startsWith(awalan))
						yield { nama: satu.fileName, read: () => alirkan(lain, satu) };
			} finally {
				lain.close();
			}
		},
	};
}

function bukaZip(path: string): Promise<yauzl.ZipFile> {
	return new Promise((resolve, reject) =>
		yauzl.open(path, { lazyEntries: true, autoClose: false }, (galat, zip) =>
			galat ? reject(galat) : resolve(zip),
		),
	);
}

function alirkan(zip: yauzl.ZipFile, satu: yauzl.Entry): Promise<Readable> {
	return new Promise((resolve, reject) =>
		zip.openReadStream(satu, (galat, alir) => (galat ? reject(galat) : resolve(alir))),
	);
}

async function* jalani(zip: yauzl.ZipFile): AsyncIterable<yauzl.Entry> {
	const semua = on(zip, 'entry', { close: ['end'] });
	zip.readEntry();
	for await (const [satu] of semua) {
		yield satu as yauzl.Entry;
		zip.readEntry();
	}
}
