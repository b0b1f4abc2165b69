export const formatBerkas = ['csv', 'xlsx', 'json'] as const;
export type FormatBerkas = (typeof formatBerkas)[number];

const SEMUA = 'semua-tahun';

/** What the name of a file of open data asks for. */
export interface NamaBerkas {
	/** Null for all years. */
	tahun: number | null;
	format: FormatBerkas;
	/** Only the checksum. XLSX has none: its bytes may differ for the same rows. */
	sidik: boolean;
}

/** `hasil-2024.csv`, `hasil-semua-tahun.json`. */
export function tulisNamaBerkas(tahun: number | null, format: FormatBerkas): string {
	return `hasil-${tahun ?? SEMUA}.${format}`;
}

/** Reads the name of a file of open data, with or without `.sha256`; null for a name that no file has. */
export function bacaNamaBerkas(nama: string): NamaBerkas | null {
	const cocok = /^hasil-(\d{4}|semua-tahun)\.(csv|xlsx|json)(\.sha256)?$/.exec(nama);
	if (!cocok || (cocok[2] === 'xlsx' && cocok[3])) return null;
	return {
		tahun: cocok[1] === SEMUA ? null : Number(cocok[1]),
		format: cocok[2] as FormatBerkas,
		sidik: cocok[3] !== undefined,
	};
}
