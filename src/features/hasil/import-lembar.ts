import type { Masalah } from './import-masalah.ts';

/** A table as read from CSV or XLSX, every cell as text. */
export interface Lembar {
	kepala: string[];
	/** Line (CSV) or row (XLSX) of the header. */
	nomorKepala: number;
	baris: BarisLembar[];
	/** What is to be told although the file can be used. */
	peringatan: Masalah[];
}

export interface BarisLembar {
	nomor: number;
	sel: string[];
}

/** Data rows beyond this are refused: the whole country has some 650 institutions. */
export const BARIS_TERBANYAK = 20_000;
export const UKURAN_TERBESAR = 25 * 1024 * 1024;

/** Rows without any text, as spreadsheets leave them at the end. */
export function isKosong(sel: readonly string[]): boolean {
	return sel.every((isi) => isi === '');
}
