import { open } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';

const MIB = 1024 ** 2;
/** Larger files are not looked into. */
const TERBESAR = 64 * MIB;
/** Object streams looked into, and how far each may unfold. */
const batas = { aliran: 400, isi: 8 * MIB };

/**
 * Whether a PDF holds pictures but names no font anywhere: pages that were scanned without their text. False for what
 * cannot be told (encrypted, too large, damaged).
 */
export async function isPindaian(path: string, ukuran: number): Promise<boolean> {
	if (ukuran > TERBESAR) return false;
	const berkas = await open(path);
	const isi = await berkas.readFile().finally(() => berkas.close());
	if (isi.includes('/Encrypt') || isi.includes('/Font')) return false;
	let gambar = isi.includes('/Image');
	let n = 0;
	for (let i = isi.indexOf('/ObjStm'); i >= 0; i = isi.indexOf('/ObjStm', i + 7)) {
		const objek = n++ < batas.aliran ? unfold(isi, i) : null;
		if (objek === null || objek.includes('/Font')) return false;
		gambar ||= objek.includes('/Image');
	}
	return gambar;
}

/** The objects packed in the stream whose dictionary names it at `i`; null where they cannot be read. */
function unfold(isi: Buffer, i: number): Buffer | null {
	const mulai = isi.indexOf('stream', i);
	const akhir = mulai < 0 ? -1 : isi.indexOf('endstream', mulai);
	if (akhir < 0) return null;
	const awal = mulai + (isi[mulai + 6] === 13 ? 8 : 7);
	try {
		return inflateSync(isi.subarray(awal, akhir), { maxOutputLength: batas.isi });
	} catch {
		return null;
	}
}
