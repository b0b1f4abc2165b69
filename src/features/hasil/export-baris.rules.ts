import type { Instrumen } from '#scoring/instrumen.ts';
import { amankan } from './berkas-tabel.rules.ts';
import {
	daftarKolomDomain,
	type KolomResmi,
	kolomResmi,
	NAMA_NASIONAL,
	PREDIKAT_DITURUNKAN,
	simpulDomain,
} from './hasil.schema.ts';
import { predikatTampil } from './hasil-predikat.rules.ts';

/** A stored result with its institution and every published node. Figures in hundredths. */
export interface BarisEkspor {
	id: number;
	tahun: number;
	instrumen: string;
	indeks: number;
	predikat: string;
	predikatTurunan: boolean;
	sumber: string;
	catatan: string | null;
	status: string;
	alasan: string | null;
	slug: string;
	nama: string;
	jenis: string;
	kodeWilayah: string | null;
	provinsi: string | null;
	nilai: { simpul: string; nilai: number; sumber: string | null }[];
}

/** The national figures of a year by node, `indeks` among them. */
export interface BarisNasionalEkspor {
	tahun: number;
	instrumen: string;
	sumber: string;
	catatan: string | null;
	nilai: Record<string, number>;
}

export type SelResmi = Record<KolomResmi, string>;

/** 305 → "3.05", as the official lists write it. */
export function tulisNilai(perseratus: number): string {
	return `${Math.floor(perseratus / 100)}.${String(perseratus % 100).padStart(2, '0')}`;
}

/** A result under the official headers. */
export function selHasil(baris: BarisEkspor, instrumen: Instrumen): SelResmi {
	const nilai = new Map(baris.nilai.map((n) => [n.simpul, n.nilai]));
	return {
		year: String(baris.tahun),
		institution: baris.nama,
		type: baris.jenis,
		province: baris.provinsi ?? '',
		index: tulisNilai(baris.indeks),
		predicate: baris.predikat,
		source: baris.sumber,
		...selDomain((simpul) => nilai.get(simpul), instrumen),
		note: baris.catatan ?? '',
	};
}

/** A national figure; its predicate only where the note says how it came about. */
export function selNasional(baris: BarisNasionalEkspor, instrumen: Instrumen): SelResmi {
	const indeks = baris.nilai.indeks ?? 0;
	const berpredikat = baris.catatan?.includes(PREDIKAT_DITURUNKAN) ?? false;
	return {
		year: String(baris.tahun),
		institution: NAMA_NASIONAL,
		type: 'nasional',
		province: '',
		index: tulisNilai(indeks),
		predicate: berpredikat ? predikatTampil(instrumen, indeks) : '',
		source: baris.sumber,
		...selDomain((simpul) => baris.nilai[simpul], instrumen),
		note: baris.catatan ?? '',
	};
}

function selDomain(nilai: (simpul: string) => number | undefined, instrumen: Instrumen) {
	const sel = daftarKolomDomain.map((kolom) => {
		const simpul = simpulDomain(kolom, instrumen);
		const angka = simpul === undefined ? undefined : nilai(simpul);
		return [kolom, angka === undefined ? '' : tulisNilai(angka)] as const;
	});
	return Object.fromEntries(sel) as Record<(typeof daftarKolomDomain)[number], string>;
}

const kolomAngka = new Set<KolomResmi>(['year', 'index', ...daftarKolomDomain]);
export const isKolomAngka = (kolom: KolomResmi): boolean => kolomAngka.has(kolom);

/** One line of CSV (RFC 4180); text that a spreadsheet would run as a formula gets an apostrophe. */
export function barisCsv(sel: SelResmi): string {
	const isi = kolomResmi.map((kolom) => {
		const teks = isKolomAngka(kolom) ? sel[kolom] : amankan(sel[kolom]);
		return /[",\r\n]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks;
	});
	return `${isi.join(',')}\r\n`;
}
