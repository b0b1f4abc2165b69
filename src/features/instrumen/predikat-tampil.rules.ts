/** Place of a band among its instrument's, 1 lowest; null where the ramp of five has no place for it. */
export function tingkatPita(banyak: number, urutan: number): 1 | 2 | 3 | 4 | 5 | null {
	const tingkat = banyak - urutan;
	return tingkat >= 1 && tingkat <= 5 ? (tingkat as 1 | 2 | 3 | 4 | 5) : null;
}

/** A level as a place on the ramp of five; level 0 (2018) and levels above five have none. */
export function tingkatChip(tingkat: number): 1 | 2 | 3 | 4 | 5 | null {
	return tingkat >= 1 && tingkat <= 5 ? (tingkat as 1 | 2 | 3 | 4 | 5) : null;
}
