import { bulat } from './skala.ts';

/** How many institutions have each predicate in a year, lowest predicate first. */
export interface SebaranTahun {
	tahun: number;
	jumlah: readonly number[];
}
export interface Segmen {
	x: number;
	lebar: number;
	jumlah: number;
	/** Place in the ramp, 1 lowest. */
	tingkat: number;
	/** Wide enough for its figure: everywhere, only on a wide screen, or nowhere. */
	muat: 'selalu' | 'lebar' | 'tidak';
}

/** Percent of the bar that a figure of three digits needs on a phone and on a desktop. */
const LEBAR_MUAT = 9;
const LEBAR_MUAT_DESKTOP = 2.75;
const muatDi = (lebar: number) =>
	lebar >= LEBAR_MUAT ? 'selalu' : lebar >= LEBAR_MUAT_DESKTOP ? 'lebar' : 'tidak';

/** Segments of one stacked bar in percent of its width; empty predicates take no room. */
export function susunSegmen(jumlah: readonly number[]): Segmen[] {
	const total = jumlah.reduce((a, b) => a + b, 0);
	if (total === 0) return [];
	let sebelum = 0;
	return jumlah.flatMap((n, i) => {
		const x = (sebelum * 100) / total;
		sebelum += n;
		const lebar = (sebelum * 100) / total - x;
		if (n === 0) return [];
		return [{ x: bulat(x), lebar: bulat(lebar), jumlah: n, tingkat: i + 1, muat: muatDi(lebar) }];
	});
}
