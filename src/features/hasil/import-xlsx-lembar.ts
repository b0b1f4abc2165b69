import { kutip, tolakBerkas } from './import-masalah.ts';

/** One sheet of a workbook. */
export interface LembarXml {
	/** Place in the workbook, from 1. */
	nomor: number;
	nama: string;
	xml: string;
}

/**
 * The sheet that holds a list of results, whatever stands before or behind it; the first where none does.
 * @throws BerkasDitolak when there is no sheet, or more than one holds a list
 */
export function pilihLembar(isi: Map<string, string>): LembarXml {
	const semua = daftarLembar(isi);
	const teks = (isi.get('xl/sharedStrings.xml') ?? '').split(/<\/(?:\w+:)?si>/);
	const berdaftar = semua.filter(({ xml }) => isDaftar(kepala(xml, teks)));
	if (berdaftar.length > 1)
		throw tolakBerkas(
			'lembar_ganda',
			`Daftar hasil ada di ${berdaftar.length} lembar (${berdaftar.map(({ nama }) => kutip(nama)).join(', ')}). Gabungkan menjadi satu lembar, atau simpan tiap lembar sebagai berkas sendiri.`,
		);
	const lembar = berdaftar[0] ?? semua[0];
	if (!lembar)
		throw tolakBerkas('zip_rusak', 'Berkas XLSX tidak memuat lembar kerja. Simpan ulang dari Excel.');
	return lembar;
}

/** The sheets by their order in the workbook, not by the names of their parts. */
export function daftarLembar(isi: Map<string, string>): LembarXml[] {
	const rels = isi.get('xl/_rels/workbook.xml.rels') ?? '';
	const hubungan = [...rels.matchAll(/<(?:\w+:)?Relationship\b([^<>]*)>/g)].map((m) => m[1] ?? '');
	const tag = [...(isi.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b([^<>]*)>/g)];
	return tag.flatMap(([, sheet = ''], n) => {
		const rel = atribut(sheet, 'r:id');
		const sasaran = atribut(hubungan.find((h) => atribut(h, 'Id') === rel) ?? '', 'Target');
		const xml = isi.get(sasaran.startsWith('/') ? sasaran.slice(1) : `xl/${sasaran}`);
		return xml === undefined ? [] : [{ nomor: n + 1, nama: atribut(sheet, 'name') || `Sheet${n + 1}`, xml }];
	});
}

const BARIS_DILIHAT = 20;
const HURUF_DILIHAT = 300_000;
const polos = (xml: string) => xml.replace(/<[^<>]*>/g, '').trim();

/** The texts of the first row that has any, in lower case. Split rather than matched: linear on any input. */
function kepala(xml: string, teks: readonly string[]): string[] {
	const baris = xml.slice(0, HURUF_DILIHAT).split(/<\/(?:\w+:)?row>/, BARIS_DILIHAT);
	for (const satu of baris) {
		const sel = satu.split(/(?=<(?:\w+:)?c[\s>])/).slice(1);
		const isi = sel.map((c) => {
			const berbagi = atribut(/^<[^<>]*>/.exec(c)?.[0] ?? '', 't') === 's';
			return polos(berbagi ? (teks[Number(polos(c))] ?? '') : c).toLowerCase();
		});
		if (isi.some((s) => s !== '')) return isi;
	}
	return [];
}

const isDaftar = (kepala: readonly string[]) => kepala.includes('institution') && kepala.includes('index');

const buatPola = (nama: string) => new RegExp(`(?:^|\\s)${nama}\\s*=\\s*["']([^"']*)["']`);
const pola = {
	name: buatPola('name'),
	Id: buatPola('Id'),
	Target: buatPola('Target'),
	'r:id': buatPola('\\w+:id'),
	r: buatPola('r'),
	t: buatPola('t'),
};

/** An attribute of a tag; '' where it has none. */
export function atribut(tag: string, nama: keyof typeof pola): string {
	return pola[nama].exec(tag)?.[1] ?? '';
}
