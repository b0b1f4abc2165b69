import { readSheet } from 'read-excel-file/universal';
import { BARIS_TERBANYAK, isKosong, type Lembar } from './import-lembar.ts';
import { BerkasDitolak, kutip, type Masalah, tolakBerkas } from './import-masalah.ts';
import { atribut, type LembarXml, pilihLembar } from './import-xlsx-lembar.ts';
import { bacaZip } from './import-zip.ts';

const KOLOM_TERBANYAK = 200;
const SEL_DISEBUT = 20;

/**
 * Reads the sheet of an XLSX workbook that holds a list of results, else its first. Formula cells are refused: what
 * they show depends on the program that calculated them last. So are two lists: one would be lost.
 * @throws BerkasDitolak
 */
export async function bacaXlsx(buffer: Buffer): Promise<Lembar> {
	const isi = await bacaZip(buffer);
	const lembar = pilihLembar(isi);
	periksaSel(lembar.xml, lembar.nama);
	const tabel = await baca(buffer, lembar);
	const baris = tabel
		.map((sel, i) => ({ nomor: i + 1, sel: sel.map(tulisSel) }))
		.filter(({ sel }) => !isKosong(sel));
	const kepala = baris.shift();
	if (!kepala) throw tolakBerkas('berkas_kosong', `Lembar "${lembar.nama}" kosong.`);
	return { kepala: kepala.sel, nomorKepala: kepala.nomor, baris, peringatan: [] };
}

async function baca(buffer: Buffer, lembar: LembarXml): Promise<readonly (readonly unknown[])[]> {
	try {
		const salinan = new Uint8Array(buffer).buffer;
		return (await readSheet(salinan, lembar.nomor, { trim: true })) as unknown[][];
	} catch {
		throw tolakBerkas(
			'zip_rusak',
			`Lembar "${lembar.nama}" tidak dapat dibaca. Buka di Excel lalu simpan lagi sebagai .xlsx.`,
		);
	}
}

/** Fifteen significant digits are what Excel shows: 3.0500000000000003 is 3.05. */
function tulisSel(isi: unknown): string {
	if (isi === null || isi === undefined) return '';
	if (typeof isi === 'number') return String(Number(isi.toPrecision(15)));
	if (isi instanceof Date) return `tanggal ${isi.toISOString().slice(0, 10)}`;
	return String(isi).trim();
}

/** Looks at every cell of the sheet: formulas, error values, and cells far out that would fill the memory. */
function periksaSel(xml: string, lembar: string): void {
	const masalah: Masalah[] = [];
	let alamat = '';
	let jumlahBaris = 0;
	for (const [, tag = '', sisa = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f)\b([^<>]*)>/g)) {
		if (tag === 'row') {
			if (++jumlahBaris > BARIS_TERBANYAK + 1 || Number(atribut(sisa, 'r')) > BARIS_TERBANYAK + 1)
				throw tolakBerkas(
					'terlalu_banyak_baris',
					`Lembar "${lembar}" memuat lebih dari ${BARIS_TERBANYAK} baris.`,
				);
			continue;
		}
		if (tag === 'c') {
			alamat = atribut(sisa, 'r');
			periksaJangkauan(alamat, lembar);
			if (atribut(sisa, 't') === 'e') masalah.push(masalahSel('sel_galat', lembar, alamat));
		} else masalah.push(masalahSel('sel_rumus', lembar, alamat));
		if (masalah.length >= SEL_DISEBUT) break;
	}
	if (masalah.length > 0) throw new BerkasDitolak(masalah);
}

function periksaJangkauan(alamat: string, lembar: string): void {
	if (alamat === '') return;
	const [, huruf = '', angka = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(alamat) ?? [];
	const kolom = [...huruf].reduce((n, h) => n * 26 + h.charCodeAt(0) - 64, 0);
	if (kolom === 0 || kolom > KOLOM_TERBANYAK || Number(angka) > BARIS_TERBANYAK + 1)
		throw tolakBerkas(
			'terlalu_banyak_baris',
			`Lembar "${lembar}" memuat sel ${kutip(alamat)}, di luar ${KOLOM_TERBANYAK} kolom dan ${BARIS_TERBANYAK} baris yang dibaca.`,
		);
}

function masalahSel(kode: 'sel_rumus' | 'sel_galat', lembar: string, alamat: string): Masalah {
	const [, kolom = null, baris = ''] = /^([A-Z]+)(\d+)$/.exec(alamat) ?? [];
	const sel = `Lembar "${lembar}", sel ${alamat || 'tanpa alamat'}`;
	const pesan =
		kode === 'sel_rumus'
			? `${sel} berisi rumus. Salin kolomnya, lalu tempel sebagai nilai, supaya angka yang dimuat adalah angka yang terlihat.`
			: `${sel} berisi galat rumus (seperti #N/A). Isi dengan nilainya atau kosongkan.`;
	return { baris: baris === '' ? null : Number(baris), kolom, kode, pesan };
}
