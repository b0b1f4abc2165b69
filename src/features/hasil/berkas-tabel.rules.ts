/** A column of a file: its head, the field, and how a figure is written; text where nothing is said. */
export type Kolom<T> = readonly [kepala: string, kunci: keyof T & string, angka?: 'bulat' | 'desimal'];

type Sel = { value: string; fontWeight?: 'bold' } | { value: number; format?: string } | null;

/** CSV (RFC 4180, UTF-8 with BOM so that spreadsheets read it). Text that a spreadsheet would run is disarmed. */
export function tulisCsv<T>(kolom: readonly Kolom<T>[], baris: readonly T[]): string {
	const isi = baris.map((b) =>
		kolom.map(([, kunci, angka]) => selCsv(b[kunci], angka !== undefined)).join(','),
	);
	return `\uFEFF${[kolom.map(([kepala]) => kepala).join(','), ...isi].join('\r\n')}\r\n`;
}

function selCsv(isi: unknown, angka: boolean): string {
	const teks = isi === null ? '' : angka ? String(isi) : amankan(String(isi));
	return /[",\r\n]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks;
}

/**
 * A leading = + - @ (also in full width), tab, return or newline starts a formula in spreadsheets; an apostrophe
 * keeps it text.
 */
export function amankan(teks: string): string {
	return /^[=+\-@\t\r\n＝＋－＠]/.test(teks) ? `'${teks}` : teks;
}

/** Rows of cells for a spreadsheet: figures as numbers, the rest as text, nothing as an empty cell. */
export function susunSel<T>(kolom: readonly Kolom<T>[], baris: readonly T[]): Sel[][] {
	return [
		kolom.map(([kepala]) => ({ value: kepala, fontWeight: 'bold' as const })),
		...baris.map((b) => kolom.map(([, kunci, angka]) => selXlsx(b[kunci], angka))),
	];
}

function selXlsx(isi: unknown, angka: 'bulat' | 'desimal' | undefined): Sel {
	if (isi === null || isi === '') return null;
	if (angka === undefined) return { value: amankan(String(isi)) };
	return angka === 'bulat' ? { value: Number(isi) } : { value: Number(isi), format: '0.00' };
}
