import type { Peubah, Soal } from './soal.rules.ts';

/**
 * Exact dynamic programme over the mass gained. `biaya[j][m]` is the least cost at which indicators j, j+1, … gain
 * exactly m (Infinity: they cannot), `langkah[j][m]` the fewest steps at that cost. All whole numbers below 2^53.
 */
export interface Tabel {
	peubah: readonly Peubah[];
	biaya: readonly Float64Array[];
	langkah: readonly Int32Array[];
}

/** Above this many states the table is not built: about 150 MB. */
const TERBANYAK = 12_000_000;

/** null when the instrument is too fine for a table; an empty range makes every entry Infinity. */
export function buildTabel(peubah: readonly Peubah[]): Tabel | null {
	const puncak: number[] = Array(peubah.length + 1).fill(0);
	for (let j = peubah.length - 1; j >= 0; j--) {
		const { anak, atas } = peubah[j] as Peubah;
		puncak[j] = (puncak[j + 1] ?? 0) + (anak[Math.max(0, atas)]?.massa ?? 0);
	}
	if (puncak.reduce((n, m) => n + m, 0) > TERBANYAK) return null;
	const biaya: Float64Array[] = [];
	const langkah: Int32Array[] = [];
	biaya[peubah.length] = new Float64Array(1);
	langkah[peubah.length] = new Int32Array(1);
	for (let j = peubah.length - 1; j >= 0; j--) {
		const b = new Float64Array((puncak[j] ?? 0) + 1).fill(Number.POSITIVE_INFINITY);
		const l = new Int32Array((puncak[j] ?? 0) + 1);
		fill(peubah[j] as Peubah, [biaya[j + 1] as Float64Array, langkah[j + 1] as Int32Array], [b, l]);
		[biaya[j], langkah[j]] = [b, l];
	}
	return { peubah, biaya, langkah };
}

function fill(
	{ anak, bawah, atas }: Peubah,
	[b0, l0]: [Float64Array, Int32Array],
	[b1, l1]: [Float64Array, Int32Array],
): void {
	for (let r = bawah; r <= atas; r++) {
		const { massa, biaya } = anak[r] as { massa: number; biaya: number };
		for (let m = 0; m < b0.length; m++) {
			const baru = (b0[m] as number) + biaya;
			if (baru === Number.POSITIVE_INFINITY) continue;
			const [ke, banyak, lama] = [m + massa, (l0[m] as number) + r, b1[m + massa] as number];
			if (baru < lama || (baru === lama && banyak < (l1[ke] as number))) {
				b1[ke] = baru;
				l1[ke] = banyak;
			}
		}
	}
}

/** The best that the indicators from `j` on can do; `null` when nothing fits. */
export interface Terbaik {
	massa: number;
	biaya: number;
	langkah: number;
}

/**
 * Aim `biaya`: least cost, then highest mass, then fewest steps. Aim `indeks`: highest mass, then least cost, then
 * fewest steps. `perlu` and `anggaran` are what is left for the indicators from `j` on.
 */
export function findTerbaik(
	{ biaya, langkah }: Tabel,
	j: number,
	{ perlu, anggaran, tujuan }: Pick<Soal, 'perlu' | 'anggaran' | 'tujuan'>,
): Terbaik | null {
	const [b, l] = [biaya[j] as Float64Array, langkah[j] as Int32Array];
	const batas = anggaran ?? Number.MAX_SAFE_INTEGER;
	let terbaik = -1;
	// Downwards, so that of equal costs the highest mass stays.
	for (let m = b.length - 1; m >= Math.max(0, perlu); m--) {
		if ((b[m] as number) > batas) continue;
		if (terbaik < 0 || (b[m] as number) < (b[terbaik] as number)) terbaik = m;
		if (tujuan === 'indeks') break;
	}
	if (terbaik < 0) return null;
	return { massa: terbaik, biaya: b[terbaik] as number, langkah: l[terbaik] as number };
}

/** The rungs that make it; of equals the one that raises the earlier indicators of the instrument. */
export function traceAnak({ peubah, biaya, langkah }: Tabel, j: number, terbaik: Terbaik): number[] {
	const pilih: number[] = [];
	let sisa = { ...terbaik };
	for (let n = j; n < peubah.length; n++) {
		const { anak, bawah, atas } = peubah[n] as Peubah;
		let r = atas;
		for (; r >= bawah; r--) {
			const [m, c] = [sisa.massa - (anak[r]?.massa ?? 0), sisa.biaya - (anak[r]?.biaya ?? 0)];
			if (m >= 0 && biaya[n + 1]?.[m] === c && langkah[n + 1]?.[m] === sisa.langkah - r) break;
		}
		if (r < bawah) throw new Error(`tabel tidak dapat ditelusuri pada ${peubah[n]?.id}`);
		pilih.push(r);
		const a = anak[r];
		sisa = {
			massa: sisa.massa - (a?.massa ?? 0),
			biaya: sisa.biaya - (a?.biaya ?? 0),
			langkah: sisa.langkah - r,
		};
	}
	return pilih;
}

/** The optimum of the problem without capacity, prerequisites and penalties; null when there is none. */
export function solveDinamis(soal: Soal, tabel: Tabel): number[] | null {
	const terbaik = findTerbaik(tabel, 0, soal);
	return terbaik && traceAnak(tabel, 0, terbaik);
}
