import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import type { PencatatBaca } from '../mesin/akun.rules.ts';
import type { Rekaman } from './csv.ts';
import { BARIS_TERBANYAK, BerkasAksesDitolak } from './tolak-berkas.ts';

const TEKS_BERBAGI_TERBESAR = 200 * 1024 * 1024;
const LEMBAR_TERBESAR = 2 * 1024 * 1024 * 1024;
const BARIS_XML_TERBESAR = 4 * 1024 * 1024;
const KOLOM_TERBANYAK = 300;
const ANGGOTA_TERBANYAK = 2000;

export interface BukuKerja {
	/** Names of the sheets in their order. */
	lembar: string[];
	/** The rows of a sheet as they are unpacked; the sheet itself is never held whole. */
	baca: (nomor: number) => AsyncGenerator<Rekaman[]>;
	tutup: () => void;
}

/** Opens an XLSX workbook. @throws BerkasAksesDitolak */
export async function bukaXlsx(
	sumber: { path: string } | { isi: Buffer },
	catatan: PencatatBaca,
): Promise<BukuKerja> {
	const zip = await aman(() =>
		'path' in sumber
			? yauzl.openPromise(sumber.path, { lazyEntries: true, autoClose: false })
			: yauzl.fromBufferPromise(sumber.isi, { lazyEntries: true }),
	);
	try {
		const anggota = await listAnggota(zip);
		const bacaKecil = async (nama: string) => {
			const satu = anggota.get(nama);
			return satu ? await bacaTeks(zip, satu, TEKS_BERBAGI_TERBESAR) : '';
		};
		if (!anggota.has('xl/workbook.xml')) throw new BerkasAksesDitolak('jenis_berkas');
		const buku = await bacaKecil('xl/workbook.xml');
		const rels = await bacaKecil('xl/_rels/workbook.xml.rels');
		const lembar = daftarLembar(buku, rels);
		const epoch1904 = /<(?:\w+:)?workbookPr\b[^>]*date1904\s*=\s*["'](?:1|true)/i.test(buku);
		let teks: string[] | null = null;
		return {
			lembar: lembar.map((l) => l.nama),
			baca: async function* (nomor) {
				const satu = anggota.get(lembar[nomor]?.bagian ?? '');
				if (!satu) throw new BerkasAksesDitolak('zip_rusak');
				teks ??= uraiTeksBerbagi(await bacaKecil('xl/sharedStrings.xml'));
				yield* bacaLembar(zip, satu, teks, catatan, epoch1904);
			},
			tutup: () => zip.close(),
		};
	} catch (galat) {
		zip.close();
		throw galat;
	}
}

/** What the archive reader complains of is a damaged file. */
async function aman<T>(kerja: () => Promise<T>): Promise<T> {
	try {
		return await kerja();
	} catch (galat) {
		if (galat instanceof BerkasAksesDitolak) throw galat;
		throw new BerkasAksesDitolak('zip_rusak');
	}
}

async function listAnggota(zip: ZipFile): Promise<Map<string, Entry>> {
	if (zip.entryCount > ANGGOTA_TERBANYAK) throw new BerkasAksesDitolak('zip_besar');
	return await aman(async () => {
		const hasil = new Map<string, Entry>();
		for await (const satu of zip.eachEntry()) {
			if (satu.isEncrypted()) throw new BerkasAksesDitolak('zip_sandi');
			hasil.set(satu.fileName, satu);
		}
		return hasil;
	});
}

async function* alirkan(zip: ZipFile, anggota: Entry, maks: number): AsyncGenerator<string> {
	const dekoder = new StringDecoder('utf8');
	let besar = 0;
	const aliran = (await aman(() => zip.openReadStreamPromise(anggota))) as Readable;
	try {
		for await (const potong of aliran) {
			besar += (potong as Buffer).length;
			if (besar > maks) throw new BerkasAksesDitolak('zip_besar');
			yield dekoder.write(potong as Buffer);
		}
		yield dekoder.end();
	} catch (galat) {
		if (galat instanceof BerkasAksesDitolak) throw galat;
		throw new BerkasAksesDitolak('zip_rusak');
	} finally {
		aliran.destroy();
	}
}

async function bacaTeks(zip: ZipFile, anggota: Entry, maks: number): Promise<string> {
	const bagian: string[] = [];
	for await (const b of alirkan(zip, anggota, maks)) bagian.push(b);
	const isi = bagian.join('');
	if (/<!(DOCTYPE|ENTITY)/i.test(isi.slice(0, 10_000))) throw new BerkasAksesDitolak('zip_rusak');
	return isi;
}

const atr = (tag: string, nama: string) =>
	new RegExp(`(?:^|\\s)${nama}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1] ?? '';

function daftarLembar(buku: string, rels: string): { nama: string; bagian: string }[] {
	const hubungan = [...rels.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)].map((m) => m[1] ?? '');
	return [...buku.matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)].map(([, tag = ''], n) => {
		const id = atr(tag, '\\w+:id');
		const sasaran = atr(hubungan.find((h) => atr(h, 'Id') === id) ?? '', 'Target');
		const bagian = sasaran.startsWith('/') ? sasaran.slice(1) : `xl/${sasaran}`;
		return { nama: lepasEntitas(atr(tag, 'name')) || `Sheet${n + 1}`, bagian };
	});
}

const entitas: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const lepasEntitas = (teks: string): string =>
	teks.includes('&')
		? teks.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (semua, hex, des, nama) => {
				const kode = hex ? Number.parseInt(hex, 16) : des ? Number(des) : -1;
				if (kode >= 0) return kode <= 0x10ffff ? String.fromCodePoint(kode) : '';
				return entitas[nama] ?? semua;
			})
		: teks;

/** Phonetic runs are no part of the text. */
const teksDari = (xml: string): string => {
	const tanpa = xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml;
	let hasil = '';
	for (const [, isi = ''] of tanpa.matchAll(/<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<\//g)) hasil += isi;
	return lepasEntitas(hasil);
};

function uraiTeksBerbagi(xml: string): string[] {
	const hasil: string[] = [];
	for (const satu of xml.split(/<(?:\w+:)?si(?:\s[^<>]*)?>/).slice(1)) hasil.push(teksDari(satu));
	return hasil;
}

async function* bacaLembar(
	zip: ZipFile,
	anggota: Entry,
	teks: readonly string[],
	catatan: PencatatBaca,
	epoch1904: boolean,
): AsyncGenerator<Rekaman[]> {
	let sisa = '';
	let urutan = 0;
	for await (const blok of alirkan(zip, anggota, LEMBAR_TERBESAR)) {
		const bagian = (sisa + blok).split('</row>');
		sisa = bagian.pop() ?? '';
		if (sisa.length > BARIS_XML_TERBESAR)
			throw new BerkasAksesDitolak('baris_panjang', { baris: urutan + 1 });
		const hasil: Rekaman[] = [];
		for (const xml of bagian) {
			const mulai = xml.search(/<row\b/);
			if (mulai < 0) continue;
			const nomor = Number(atr(/<row\b[^<>]*/.exec(xml)?.[0].slice(4) ?? '', 'r')) || urutan + 1;
			urutan = nomor;
			if (urutan > BARIS_TERBANYAK * 2)
				throw new BerkasAksesDitolak('terlalu_banyak_baris', { batas: '500.000' });
			hasil.push({ nomor, sel: bacaSel(xml.slice(mulai), teks, catatan, nomor, epoch1904) });
		}
		if (hasil.length > 0) yield hasil;
	}
}

function bacaSel(
	xml: string,
	teks: readonly string[],
	catatan: PencatatBaca,
	nomor: number,
	epoch1904: boolean,
): string[] {
	const sel: string[] = [];
	let berikut = 0;
	for (const [, tag = '', isi = ''] of xml.matchAll(/<c\b([^<>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
		const kolom = kolomDari(atr(tag, 'r')) ?? berikut;
		berikut = kolom + 1;
		if (kolom >= KOLOM_TERBANYAK) continue;
		while (sel.length < kolom) sel.push('');
		if (isi.includes('<f')) catatan.catat('sel_rumus', '', nomor);
		sel[kolom] = nilaiSel(atr(tag, 't'), isi, teks, epoch1904);
	}
	return sel;
}

function kolomDari(alamat: string): number | null {
	const huruf = /^[A-Z]{1,3}/.exec(alamat)?.[0];
	if (!huruf) return null;
	let n = 0;
	for (const h of huruf) n = n * 26 + h.charCodeAt(0) - 64;
	return n - 1;
}

function nilaiSel(tipe: string, isi: string, teks: readonly string[], epoch1904: boolean): string {
	if (tipe === 'inlineStr') return teksDari(isi).trim();
	const v = /<v[^<>]*>([^<]*)<\/v>/.exec(isi)?.[1] ?? '';
	if (tipe === 's') return (teks[Number(v)] ?? '').trim();
	if (tipe === 'b') return v === '1' ? 'ya' : 'tidak';
	if (tipe === 'e') return '';
	if (tipe === 'str' || tipe === 'd') return lepasEntitas(v).trim();
	return tulisAngka(v, epoch1904);
}

/** A NIP that Excel kept as a number has lost its last digits: it comes out as it is shown, and is not taken for one. */
function tulisAngka(v: string, epoch1904: boolean): string {
	if (/e/i.test(v)) {
		const n = Number(v);
		return Number.isSafeInteger(n) ? String(n) : v;
	}
	if (epoch1904 && /^\d{5}(\.\d+)?$/.test(v)) return String(Number(v) + 1462);
	return v;
}
