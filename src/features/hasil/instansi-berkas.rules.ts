import { formatAngka } from '#ui/format.ts';
import type { HasilTahun, IdentitasInstansi } from './instansi-hasil.schema.ts';

/** One line of the download: the index or a node of one year. Values are decimal strings with a point. */
export interface BarisUnduh {
	slug: string;
	instansi: string;
	jenis: string;
	provinsi: string;
	tahun: number;
	instrumen: string;
	simpul: string;
	namaSimpul: string;
	asal: 'diumumkan' | 'turunan' | 'rentang';
	nilaiMin: string;
	nilaiMaks: string;
	bobotPersen: string;
	poinHilangMin: string;
	poinHilangMaks: string;
	predikat: string;
	asalPredikat: string;
	status: string;
	alasan: string;
	sumber: string;
	catatan: string;
}

/** Columns in the order of the file. */
export const KOLOM_UNDUH = [
	['slug', 'slug'],
	['instansi', 'instansi'],
	['jenis', 'jenis'],
	['provinsi', 'provinsi'],
	['tahun', 'tahun'],
	['instrumen', 'instrumen'],
	['simpul', 'simpul'],
	['nama_simpul', 'namaSimpul'],
	['asal', 'asal'],
	['nilai_min', 'nilaiMin'],
	['nilai_maks', 'nilaiMaks'],
	['bobot_persen', 'bobotPersen'],
	['poin_hilang_min', 'poinHilangMin'],
	['poin_hilang_maks', 'poinHilangMaks'],
	['predikat', 'predikat'],
	['asal_predikat', 'asalPredikat'],
	['status', 'status'],
	['alasan', 'alasan'],
	['sumber', 'sumber'],
	['catatan', 'catatan'],
] as const satisfies readonly (readonly [string, keyof BarisUnduh])[];

const KOLOM_ANGKA: ReadonlySet<keyof BarisUnduh> = new Set([
	'tahun',
	'nilaiMin',
	'nilaiMaks',
	'bobotPersen',
	'poinHilangMin',
	'poinHilangMaks',
]);

const angka = (perseratus: number) => formatAngka(perseratus, 'en').replaceAll(',', '');

/** The index and every known node of a year, published and derived, one line each. */
export function susunBaris(instansi: IdentitasInstansi, hasil: HasilTahun): BarisUnduh[] {
	const dasar = {
		slug: instansi.slug,
		instansi: instansi.nama,
		jenis: instansi.jenis,
		provinsi: instansi.provinsi ?? '',
		tahun: hasil.tahun,
		instrumen: hasil.instrumen.id,
		status: hasil.status,
		alasan: hasil.alasan ?? '',
	};
	const indeks: BarisUnduh = {
		...dasar,
		simpul: 'indeks',
		namaSimpul: `Indeks ${hasil.instrumen.jenisIndeks}`,
		asal: 'diumumkan',
		nilaiMin: angka(hasil.indeks),
		nilaiMaks: angka(hasil.indeks),
		bobotPersen: '100.00',
		poinHilangMin: angka(hasil.instrumen.puncak - hasil.indeks),
		poinHilangMaks: angka(hasil.instrumen.puncak - hasil.indeks),
		predikat: hasil.predikat,
		asalPredikat: hasil.predikatTurunan ? 'turunan' : 'diumumkan',
		sumber: hasil.sumber,
		catatan: hasil.catatan ?? '',
	};
	const simpul = hasil.simpul.map(
		(s): BarisUnduh => ({
			...dasar,
			simpul: s.id,
			namaSimpul: s.nama,
			asal: s.asal,
			nilaiMin: angka(s.min),
			nilaiMaks: angka(s.maks),
			bobotPersen: angka(s.bobot),
			poinHilangMin: angka(s.hilangMin),
			poinHilangMaks: angka(s.hilangMaks),
			predikat: '',
			asalPredikat: '',
			sumber: s.sumber ?? '',
			catatan: '',
		}),
	);
	return [indeks, ...simpul];
}

/** CSV (RFC 4180, UTF-8 with BOM so that spreadsheets read it). Text that a spreadsheet would run is disarmed. */
export function tulisCsv(baris: readonly BarisUnduh[]): string {
	const isi = baris.map((b) =>
		KOLOM_UNDUH.map(([, kunci]) => selCsv(b[kunci], KOLOM_ANGKA.has(kunci))).join(','),
	);
	return `\uFEFF${[KOLOM_UNDUH.map(([kepala]) => kepala).join(','), ...isi].join('\r\n')}\r\n`;
}

function selCsv(isi: string | number, angkaSaja: boolean): string {
	const teks = angkaSaja ? String(isi) : amankan(String(isi));
	return /[",\r\n]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks;
}

/** A leading = + - @, tab or return starts a formula in spreadsheets; an apostrophe keeps it text. */
export function amankan(teks: string): string {
	return /^[=+\-@\t\r]/.test(teks) ? `'${teks}` : teks;
}

/** Rows of cells for a spreadsheet: figures as numbers, the rest as text. */
export function susunSel(
	baris: readonly BarisUnduh[],
): ({ value: string; fontWeight?: 'bold' } | { value: number; format?: string })[][] {
	return [
		KOLOM_UNDUH.map(([kepala]) => ({ value: kepala, fontWeight: 'bold' as const })),
		...baris.map((b) =>
			KOLOM_UNDUH.map(([, kunci]) => {
				if (kunci === 'tahun') return { value: b.tahun };
				return KOLOM_ANGKA.has(kunci)
					? { value: Number(b[kunci]), format: '0.00' }
					: { value: amankan(String(b[kunci])) };
			}),
		),
	];
}
