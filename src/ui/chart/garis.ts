import { bulat, PUNCAK } from './skala.ts';
import type { SumbuTahun, TitikTahun } from './sumbu-tahun.ts';

/** Height of the plot in pixels and the pixels of level 5 and level 1. */
export const BIDANG = { tinggi: 346, atas: 34, bawah: 290 } as const;

/** Height of a score in the plot: 100 (level 1) at the bottom, 500 at the top; pixels. */
export function tinggiNilai(nilai: number): number {
	const jepit = Math.min(Math.max(nilai, 100), PUNCAK);
	return bulat(BIDANG.bawah - ((jepit - 100) * (BIDANG.bawah - BIDANG.atas)) / (PUNCAK - 100));
}

export interface TitikLetak {
	tahun: number;
	nilai: number;
	x: number;
	y: number;
	hampa: boolean;
	status: NonNullable<TitikTahun['status']>;
}
export interface Ruas {
	x1: number;
	y1: number;
	x2: number;
	y2: number;
}

/** Points of a series on the axis; x in percent, y in pixels. */
export function letakTitik(titik: readonly TitikTahun[], sumbu: SumbuTahun): TitikLetak[] {
	const x = new Map(sumbu.slot.map((s) => [s.tahun, s.x]));
	return titik
		.flatMap((t) => {
			if (t.nilai === null) return [];
			const status = t.status ?? 'resmi';
			const letak = { tahun: t.tahun, nilai: t.nilai, x: x.get(t.tahun) ?? 0, y: tinggiNilai(t.nilai) };
			return [{ ...letak, hampa: status !== 'resmi', status }];
		})
		.sort((a, b) => a.tahun - b.tahun);
}

/** Joins consecutive years of the same instrument; a missing year or a series break stays a gap. */
export function susunRuas(titik: readonly TitikTahun[], sumbu: SumbuTahun): Ruas[] {
	const instrumen = new Map(titik.map((t) => [t.tahun, t.instrumen]));
	const letak = letakTitik(titik, sumbu);
	return letak.slice(1).flatMap((b, i) => {
		const a = letak[i];
		if (!a || b.tahun - a.tahun !== 1 || instrumen.get(a.tahun) !== instrumen.get(b.tahun)) return [];
		return [{ x1: a.x, y1: a.y, x2: b.x, y2: b.y }];
	});
}
