import { buildTabel, type Tabel } from './dinamis.rules.ts';
import type { Peubah } from './soal.rules.ts';
import type { Anak } from './tangga.rules.ts';

/**
 * The problem with every rung's gain replaced by one figure that knows the risk: (1/λ) · ln E[e^(λ · gain)]. These add
 * up over independent indicators. λ > 0 leans to the most that may come, λ < 0 to the least, 0 is the mean.
 */
export interface Setara {
	tabel: Tabel;
	/** Least cost of at least so many cells with the indicators from n on. */
	termurah: readonly Float64Array[];
	/** Cells of one mass unit. */
	kisi: number;
}

const SEL = 8000;

/** `bulat` 'atas' keeps an upper bound an upper bound through rounding to whole cells. null: too fine for a table. */
export function buildSetara(
	peubah: readonly Peubah[],
	lambda: number,
	bulat: 'atas' | 'bawah',
): Setara | null {
	const penuh = peubah.reduce((n, { anak, atas }) => n + (anak[Math.max(0, atas)]?.massa ?? 0), 0);
	const kisi = Math.min(4, SEL / Math.max(1, penuh));
	const setara = peubah.map((p) => ({
		...p,
		anak: p.anak.map((a, r) => ({ ...a, massa: round(gainOf(p.anak, r, lambda) * kisi, bulat) })),
	}));
	const tabel = buildTabel(setara);
	return tabel && { tabel, termurah: tabel.biaya.map(cheapestFrom), kisi };
}

// The margin is far above the error of the logarithm and far below a cell.
const round = (x: number, bulat: 'atas' | 'bawah') =>
	bulat === 'atas' ? Math.ceil(x + 1e-6) : Math.max(0, Math.floor(x - 1e-6));

function gainOf(anak: readonly Anak[], sampai: number, lambda: number): number {
	let [naik, jumlah] = [1, 0];
	const nilai = (m: number) => (lambda === 0 ? m : Math.exp(lambda * m));
	for (let r = 1; r <= sampai; r++) {
		const { beri, dari } = anak[r]?.langkah?.peluang ?? { beri: 1, dari: 1 };
		jumlah += naik * (1 - beri / dari) * nilai(anak[r - 1]?.massa ?? 0);
		naik *= beri / dari;
	}
	jumlah += naik * nilai(anak[sampai]?.massa ?? 0);
	return lambda === 0 ? jumlah : Math.log(jumlah) / lambda;
}

/** Least cost of at least m, for every m. */
export function cheapestFrom(biaya: Float64Array): Float64Array {
	const t = Float64Array.from(biaya);
	for (let m = t.length - 2; m >= 0; m--) t[m] = Math.min(t[m] as number, t[m + 1] as number);
	return t;
}
