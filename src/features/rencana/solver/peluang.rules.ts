import type { Peluang } from './rencana.schema.ts';

/** How often a step that was claimed was granted and how often refused. */
export interface Hitungan {
	diberi: number;
	ditolak: number;
}

/** Largest denominator that the bounded arithmetic of `distribusi.rules.ts` takes as it is. */
export const PENYEBUT_TERBESAR = 4096;

/**
 * Mean of the Beta distribution: (prior granted + granted) ÷ all. Whole counts; the prior must not be empty. Counts
 * beyond 4,096 in all are scaled down, which changes the chance by less than 1/4,096.
 */
export function updatePeluang(awal: Hitungan, riwayat: Hitungan = { diberi: 0, ditolak: 0 }): Peluang {
	const beri = awal.diberi + riwayat.diberi;
	const dari = beri + awal.ditolak + riwayat.ditolak;
	if (dari < 1) throw new RangeError('hitungan peluang kosong');
	if (dari <= PENYEBUT_TERBESAR) return { beri, dari };
	return { beri: Math.floor((beri * PENYEBUT_TERBESAR) / dari), dari: PENYEBUT_TERBESAR };
}

/** One line of history: what was claimed and what the assessor gave, in hundredths; `dasar` the level before, if known. */
export interface Riwayat {
	jenis: string;
	dasar: number | null;
	mandiri: number;
	asesor: number;
}

/**
 * Counts by kind and level ("manajemen/3"). Each whole level above `dasar` up to what the assessor gave counts as
 * granted, the first one above that was claimed and not given as refused; those after it were never judged. Without
 * `dasar` only the level claimed is counted.
 */
export function countRiwayat(riwayat: readonly Riwayat[]): Record<string, Hitungan> {
	const hasil: Record<string, Hitungan> = {};
	for (const { jenis, dasar, mandiri, asesor } of riwayat) {
		const puncak = Math.floor(mandiri / 100);
		const mulai = dasar === null ? puncak : Math.floor(dasar / 100) + 1;
		for (let t = mulai; t <= puncak; t++) {
			const kunci = `${jenis}/${t}`;
			const h = hasil[kunci] ?? { diberi: 0, ditolak: 0 };
			const beri = asesor >= t * 100;
			hasil[kunci] = { diberi: h.diberi + (beri ? 1 : 0), ditolak: h.ditolak + (beri ? 0 : 1) };
			if (!beri) break;
		}
	}
	return hasil;
}
