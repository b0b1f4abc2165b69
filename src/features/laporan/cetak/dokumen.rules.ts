/** A report as it reads, before it becomes PDF or DOCX. Everything in it is text, never markup. */
export interface Dokumen {
	/** What it is: "Laporan hasil evaluasi". Stands above the title and in the head of every page. */
	jenis: string;
	judul: string;
	subjudul: string;
	/** Whom or what it is about, for the head of every page: "Kota Balikpapan · 2024". */
	tentang: string;
	/** Foot of every page: where the figures come from. */
	kaki: string;
	/** When it was made; also the date inside the file. */
	waktu: Date;
	/** Kept as a table of contents where the report is long. */
	daftarIsi?: boolean;
	/** On its side, for tables of many columns. */
	mendatar?: boolean;
	/** Narrow margins and little space, for what must stand on one sheet. */
	padat?: boolean;
	isi: Blok[];
}

export type Teks = string | readonly Ruas[];
export interface Ruas {
	t: string;
	tebal?: boolean;
	miring?: boolean;
}

export interface KolomTabel {
	nama: string;
	/** Share of the width. */
	lebar: number;
	/** Set to the right, figures under each other. */
	angka?: boolean;
}

/** A cell: text, or a bar of `nilai` out of `maks` (hundredths) with its figure beside it. */
export type Sel = string | { batang: number; maks: number; teks: string };

export type Blok =
	| { b: 'judul'; tingkat: 1 | 2 | 3; teks: string; halamanBaru?: boolean }
	| { b: 'paragraf'; teks: Teks; redup?: boolean }
	| { b: 'daftar'; butir: Teks[]; bernomor?: boolean }
	| { b: 'fakta'; butir: { kunci: string; nilai: string }[] }
	| { b: 'tabel'; judul: string; kolom: KolomTabel[]; baris: { sel: Sel[]; tebal?: boolean }[] }
	| { b: 'indeks'; nilai: string; predikat: string; keterangan: string[] }
	| { b: 'catatan'; judul: string; teks: string }
	| { b: 'tanda'; pihak: { sebagai: string; nama: string; jabatan: string; waktu: string }[] };

export const judul = (tingkat: 1 | 2 | 3, teks: string, halamanBaru = false): Blok => ({
	b: 'judul',
	tingkat,
	teks,
	...(halamanBaru && { halamanBaru }),
});
export const paragraf = (teks: Teks, redup = false): Blok => ({
	b: 'paragraf',
	teks,
	...(redup && { redup }),
});

/** Headings of which none skips a level and the first is of the first, as readers of a tagged document need it. */
export function ratakanJudul(isi: readonly Blok[]): Blok[] {
	const luar: number[] = [];
	return isi.map((b) => {
		if (b.b !== 'judul') return b;
		while (luar.length > 0 && (luar.at(-1) ?? 0) >= b.tingkat) luar.pop();
		luar.push(b.tingkat);
		return { ...b, tingkat: luar.length as 1 | 2 | 3 };
	});
}

/** A paragraph for each line that says something. */
export const paragrafTeks = (teks: string): Blok[] =>
	teks
		.split(/\r?\n/)
		.filter((baris) => baris.trim() !== '')
		.map((baris) => paragraf(baris));

export const tulisTeks = (teks: Teks): string =>
	typeof teks === 'string' ? teks : teks.map(({ t }) => t).join('');

export const tulisSel = (sel: Sel): string => (typeof sel === 'string' ? sel : sel.teks);

/** Words longer than this may be broken anywhere, so that a file name does not run out of its column. */
const KATA_PANJANG = 22;

/** Control characters that no document may hold are left out; long words get places to break. */
export function lunakkan(teks: string): string {
	return bersihkan(teks).replace(/\S{23,}/gu, (kata) =>
		kata.replace(/([/_.\-&=?@])(?=\S)/gu, '$1\u200b').replace(/[^\u200b\s]{23,}/gu, (panjang) =>
			Array.from(panjang)
				.map((huruf, n) => (n > 0 && n % KATA_PANJANG === 0 ? `\u200b${huruf}` : huruf))
				.join(''),
		),
	);
}

/** Without what XML 1.0 and PDF cannot hold: control characters, lone surrogates, non-characters. */
export function bersihkan(teks: string): string {
	return (
		teks
			.toWellFormed()
			// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\ufeff\ufffe\uffff]/g, '')
	);
}
