import { readSheet } from 'read-excel-file/universal';
import { BARIS_TERBANYAK, isKosong, type Lembar } from './import-lembar.ts';
import { BerkasDitolak, kutip, type Masalah, tolakBerkas } from './import-masalah.ts';
import { bacaZip } from './import-zip.ts';

const KOLOM_TERBANYAK = 200;
const SEL_DISEBUT = 20;

/**
 * Reads the first sheet of an XLSX workbook. Formula cells are refused: what they show depends on the program that
 * calculated them last.
 * @throws BerkasDitolak
 */
export async function bacaXlsx(buffer: Buffer): Promise<Lembar> {
	const isi = await bacaZip(buffer);
	const lembar = lembarPertama(isi);
	periksaSel(lembar.xml, lembar.nama);
	const tabel = await baca(buffer);
	const baris = tabel
		.map((sel, i) => ({ nomor: i + 1, sel: sel.map(tulisSel) }))
		.filter(({ sel }) => !isKosong(sel));
	const kepala = baris.shift();
	if (!kepala) throw tolakBerkas('berkas_kosong', `Lembar "${lembar.nama}" kosong.`);
	return { kepala: kepala.sel, nomorKepala: kepala.nomor, baris, peringatan: [] };
}

async function baca(buffer: Buffer): Promise<readonly (readonly unknown[])[]> {
	try {
		const salinan = new Uint8Array(buffer).buffer;
		return (await readSheet(salinan, 1, { trim: true })) as unknown[][];
	} catch {
		throw tolakBerkas(
			'zip_rusak',
			'Lembar pertama berkas XLSX tidak dapat dibaca. Buka di Excel lalu simpan lagi sebagai .xlsx.',
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

/** The first sheet of the workbook by its order there, not by the name of its part. */
function lembarPertama(isi: Map<string, string>): { nama: string; xml: string } {
	const tag = /<(?:\w+:)?sheet\b([^>]*)>/.exec(isi.get('xl/workbook.xml') ?? '')?.[1] ?? '';
	const nama = atribut(tag, 'name');
	const rel = atribut(tag, 'r:id');
	const rels = isi.get('xl/_rels/workbook.xml.rels') ?? '';
	const baris = [...rels.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)].map((m) => m[1] ?? '');
	const sasaran = atribut(baris.find((b) => atribut(b, 'Id') === rel) ?? '', 'Target');
	const path = sasaran.startsWith('/') ? sasaran.slice(1) : `xl/${sasaran}`;
	const xml = isi.get(path);
	if (xml === undefined)
		throw tolakBerkas('zip_rusak', 'Berkas XLSX tidak memuat lembar kerja. Simpan ulang dari Excel.');
	return { nama: nama || 'Sheet1', xml };
}

const buatPola = (nama: string) => new RegExp(`(?:^|\\s)${nama}\\s*=\\s*["']([^"']*)["']`);
const pola = {
	name: buatPola('name'),
	Id: buatPola('Id'),
	Target: buatPola('Target'),
	'r:id': buatPola('\\w+:id'),
	r: buatPola('r'),
	t: buatPola('t'),
};

function atribut(tag: string, nama: keyof typeof pola): string {
	return pola[nama].exec(tag)?.[1] ?? '';
}

/** Looks at every cell of the sheet: formulas, error values, and cells far out that would fill the memory. */
function periksaSel(xml: string, lembar: string): void {
	const masalah: Masalah[] = [];
	let alamat = '';
	let jumlahBaris = 0;
	for (const [, tag = '', sisa = ''] of xml.matchAll(/<(?:\w+:)?(row|c|f)\b([^>]*)>/g)) {
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
