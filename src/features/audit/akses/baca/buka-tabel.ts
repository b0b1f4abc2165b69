import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createCatatan, type PencatatBaca } from '../mesin/akun.rules.ts';
import { type JenisDaftar, type MedanAkun, nilaiKepala } from '../mesin/kolom.rules.ts';
import { bacaCsv, type Rekaman } from './csv.ts';
import { bacaLdif, kepalaLdif } from './ldif.ts';
import { bacaTeks } from './teks.ts';
import { BerkasAksesDitolak } from './tolak-berkas.ts';
import { bukaXlsx } from './xlsx.ts';

/** A file to be read: from its place, or in pieces as it was kept. */
export type Sumber =
	| { nama: string; path: string }
	| { nama: string; potong: () => AsyncIterable<Uint8Array>; ukuran: number };

/** Above this nothing is opened. */
const BYTE_TERBESAR = 4 * 1024 ** 3;
/** A workbook that does not lie in a file is held packed while it is read. */
const XLSX_TERBESAR = 64 * 1024 * 1024;

export interface Tabel {
	jenis: 'csv' | 'xlsx' | 'ldif';
	/** Rows as the file has them, headings included; of LDIF the headings are the fields themselves. */
	baris: AsyncGenerator<Rekaman[]>;
	/** Fields that LDIF turned out to have; known once it was read. */
	adaLdif: Set<MedanAkun> | null;
	catatan: PencatatBaca;
	tutup: () => void;
}

/** Opens a list in CSV, XLSX or LDIF; the content decides which, not the name. @throws BerkasAksesDitolak */
export async function bukaTabel(sumber: Sumber, daftar: JenisDaftar): Promise<Tabel> {
	const catatan = createCatatan();
	await periksaUkuran(sumber);
	const awal = await bacaAwal(sumber);
	if (awal.length === 0) throw new BerkasAksesDitolak('berkas_kosong');
	const tanda = awal.subarray(0, 8).toString('latin1');
	if (tanda.startsWith('PK')) return await tabelXlsx(sumber, daftar, catatan);
	if (tanda.startsWith('\xd0\xcf\x11\xe0')) throw new BerkasAksesDitolak('xls_lama');
	if (tanda.startsWith('%PDF') || isBiner(awal)) throw new BerkasAksesDitolak('jenis_berkas');
	const teks = bacaTeks(alirkan(sumber), catatan);
	const tutup = () => void teks.return(undefined);
	if (daftar === 'akun' && isLdif(awal)) {
		const ada = new Set<MedanAkun>();
		return { jenis: 'ldif', baris: bacaLdif(teks, ada, catatan), adaLdif: ada, catatan, tutup };
	}
	return { jenis: 'csv', baris: bacaCsv(teks), adaLdif: null, catatan, tutup };
}

async function periksaUkuran(sumber: Sumber): Promise<void> {
	const ukuran = 'path' in sumber ? await ukuranOf(sumber.path) : sumber.ukuran;
	if (ukuran > BYTE_TERBESAR) throw new BerkasAksesDitolak('berkas_terlalu_besar', { batas: '4 GB' });
	if (ukuran === 0) throw new BerkasAksesDitolak('berkas_kosong');
}

async function ukuranOf(path: string): Promise<number> {
	const keadaan = await stat(path).catch((galat: NodeJS.ErrnoException) => {
		throw new BerkasAksesDitolak(galat.code === 'ENOENT' ? 'berkas_tidak_ada' : 'berkas_tidak_terbaca');
	});
	if (!keadaan.isFile()) throw new BerkasAksesDitolak('berkas_tidak_terbaca');
	return keadaan.size;
}

async function* alirkan(sumber: Sumber): AsyncGenerator<Uint8Array> {
	if ('potong' in sumber) {
		yield* sumber.potong();
		return;
	}
	try {
		for await (const potong of createReadStream(sumber.path, { highWaterMark: 256 * 1024 }))
			yield potong as Buffer;
	} catch (galat) {
		if ((galat as NodeJS.ErrnoException).code === undefined) throw galat;
		throw new BerkasAksesDitolak('berkas_tidak_terbaca');
	}
}

async function bacaAwal(sumber: Sumber): Promise<Buffer> {
	for await (const potong of alirkan(sumber)) return Buffer.from(potong.subarray(0, 8192));
	return Buffer.alloc(0);
}

/** Zero bytes that are no UTF-16. */
function isBiner(awal: Buffer): boolean {
	if ((awal[0] === 0xff && awal[1] === 0xfe) || (awal[0] === 0xfe && awal[1] === 0xff)) return false;
	let nol = 0;
	for (const byte of awal) if (byte === 0) nol++;
	return nol > 0 && nol * 3 < awal.length;
}

/** The first line that says anything names an entry, or the version. */
function isLdif(awal: Buffer): boolean {
	const baris = awal
		.toString('latin1')
		.replace(/^\xef\xbb\xbf/, '')
		.split(/\r?\n/)
		.find((b) => b !== '' && !/^[# ]/.test(b));
	return baris !== undefined && /^(?:version: ?\d|dn::? ?)/i.test(baris);
}

async function tabelXlsx(sumber: Sumber, daftar: JenisDaftar, catatan: PencatatBaca): Promise<Tabel> {
	const buku = await bukaXlsx('path' in sumber ? sumber : { isi: await utuh(sumber) }, catatan);
	const pilih = await pilihLembar(buku, daftar);
	const lain = buku.lembar.filter((_, n) => n !== pilih);
	if (lain.length > 0) catatan.catat('lembar_lain', '', null, lain.slice(0, 5).join(', '));
	return { jenis: 'xlsx', baris: buku.baca(pilih), adaLdif: null, catatan, tutup: buku.tutup };
}

async function utuh(sumber: { potong: () => AsyncIterable<Uint8Array>; ukuran: number }): Promise<Buffer> {
	if (sumber.ukuran > XLSX_TERBESAR) throw new BerkasAksesDitolak('berkas_terlalu_besar', { batas: '64 MB' });
	const bagian: Uint8Array[] = [];
	for await (const b of sumber.potong()) bagian.push(b);
	return Buffer.concat(bagian);
}

/** The sheet whose first rows look most like the list; the first where none does. */
async function pilihLembar(buku: Awaited<ReturnType<typeof bukaXlsx>>, daftar: JenisDaftar): Promise<number> {
	if (buku.lembar.length === 0) throw new BerkasAksesDitolak('zip_rusak');
	let terbaik = { n: 0, nilai: -1 };
	for (let n = 0; n < Math.min(buku.lembar.length, 20) && buku.lembar.length > 1; n++) {
		const awal: Rekaman[] = [];
		for await (const bagian of buku.baca(n)) {
			awal.push(...bagian);
			if (awal.length >= 30) break;
		}
		const nilai = Math.max(0, ...awal.slice(0, 30).map((r) => nilaiKepala(r.sel, daftar)));
		if (nilai > terbaik.nilai) terbaik = { n, nilai };
	}
	return terbaik.n;
}

export { kepalaLdif };
