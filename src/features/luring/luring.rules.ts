/** Both texts, the stored one first; one of them where it holds the other. */
export function gabungTeks(tersimpan: string, milikku: string): string {
	if (tersimpan.includes(milikku)) return tersimpan;
	if (milikku.includes(tersimpan)) return milikku;
	return `${tersimpan}\n\n${milikku}`;
}
