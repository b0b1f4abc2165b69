export type StandarPdf = 'ua-1' | 'a-2a' | 'a-3a';

export interface PermintaanCetak {
	id: number;
	/** Name of the template beside this file, without ".typ". */
	nama: string;
	/** JSON. */
	data: string;
	standar: StandarPdf;
	/** Seconds since 1970, the date inside the file. */
	waktu: number;
}
export type JawabanCetak = { id: number } & ({ isi: Buffer } | { galat: string });

/** Shown in place of a letter that none of the fonts has. */
const PENGGANTI = '\u25a1';

/** Letters that the compiler says none of its fonts can show. */
export function hurufHilang(galat: string): string[] {
	return [...galat.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].flatMap((cocok) =>
		bacaLolos(cocok[1] ?? ''),
	);
}

/** The compiler writes letters out or as "\u{1f600}", once or twice escaped. */
const bacaLolos = (teks: string): string[] =>
	Array.from(
		teks.replace(/\\+u\{([\da-f]{1,6})\}/gi, (_, kode: string) =>
			String.fromCodePoint(Number.parseInt(kode, 16)),
		),
	);

/** JSON with these letters replaced, or with everything outside of Latin script and common signs. */
export function gantiHuruf(json: string, huruf: readonly string[] | 'semua'): string {
	if (huruf === 'semua')
		return json.replace(/[^\u0020-\u024f\u2010-\u2026\u2190-\u2193\u2212\u25a1\u200b]/gu, PENGGANTI);
	const hilang = new Set(huruf);
	return Array.from(json, (h) => (hilang.has(h) ? PENGGANTI : h)).join('');
}
