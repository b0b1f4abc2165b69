import { pecahan, roundPerseratus } from '#scoring/pecahan.ts';
import type { JumlahAsesor } from './selisih.store.ts';

/** Stages whose values stand side by side, in order. */
export const tahapBanding = ['mandiri', 'dokumen', 'interviu', 'visitasi', 'reviu'] as const;
export type TahapBanding = (typeof tahapBanding)[number];

export interface BarisSelisih {
	id: string;
	pendek: string;
	aspek: string;
	/** Hundredths by stage; a stage in which nobody touched it has none of its own. */
	nilai: Partial<Record<TahapBanding, number | null>>;
	mandiri: number | null;
	/** Newest value of all. */
	akhir: number | null;
	/** Newest − self; null while either is missing. */
	selisih: number | null;
}

export function susunBaris(
	indikator: { id: string; pendek: string; aspek: string },
	nilai: readonly { tahap: string; nilai: number | null }[],
): BarisSelisih {
	const milik: BarisSelisih['nilai'] = {};
	let akhir: number | null = null;
	for (const t of tahapBanding) {
		const n = nilai.find((x) => x.tahap === t);
		if (!n) continue;
		milik[t] = n.nilai;
		akhir = n.nilai;
	}
	const mandiri = milik.mandiri ?? null;
	return {
		...indikator,
		nilai: milik,
		mandiri,
		akhir,
		selisih: mandiri === null || akhir === null ? null : akhir - mandiri,
	};
}

/** Exact mean of a sum of hundredths, rounded once, half up; null of nothing. */
export const rerata = (jumlah: number, banyak: number): number | null =>
	banyak === 0 ? null : roundPerseratus(pecahan(jumlah, banyak * 100));

export interface Ringkasan {
	/** Indicators with both values. */
	banyak: number;
	/** Mean of newest − self, hundredths. */
	rerata: number | null;
	naik: number;
	turun: number;
}

export function ringkas(baris: readonly Pick<BarisSelisih, 'selisih'>[]): Ringkasan {
	const ada = baris.flatMap((b) => (b.selisih === null ? [] : [b.selisih]));
	return {
		banyak: ada.length,
		rerata: rerata(
			ada.reduce((n, s) => n + s, 0),
			ada.length,
		),
		naik: ada.filter((s) => s > 0).length,
		turun: ada.filter((s) => s < 0).length,
	};
}

/** One line a unit: the indicators assigned to it. One that several units share counts for each. */
export function ringkasUnit(
	baris: readonly BarisSelisih[],
	tugas: readonly { indikator: string; unit: string }[],
): (Ringkasan & { nama: string })[] {
	const unit = [...new Set(tugas.map((t) => t.unit))];
	return unit.map((nama) => ({
		nama,
		...ringkas(baris.filter((b) => tugas.some((t) => t.unit === nama && t.indikator === b.id))),
	}));
}

export interface AsesorBanding extends Ringkasan {
	nama: string;
	penilaian: number;
	/** Mean minus the mean of all assessors of the same kinds, hundredths; null where nobody else judged them. */
	terhadapLain: number | null;
}

/** One line an assessor over all kinds of institution. */
export function ringkasAsesor(jumlah: readonly JumlahAsesor[]): AsesorBanding[] {
	return [...new Set(jumlah.map((j) => j.orangId))].map((orangId) => {
		const milik = jumlah.filter((j) => j.orangId === orangId);
		const jenis = new Set(milik.map((j) => j.jenis));
		const lain = jumlah.filter((j) => j.orangId !== orangId && jenis.has(j.jenis));
		return {
			nama: milik[0]?.nama ?? '–',
			penilaian: total(milik, 'penilaian'),
			banyak: total(milik, 'banyak'),
			naik: total(milik, 'naik'),
			turun: total(milik, 'turun'),
			rerata: rerata(total(milik, 'jumlah'), total(milik, 'banyak')),
			terhadapLain: selisihRerata(milik, lain),
		};
	});
}

/** Difference of two means, exact until the last step. */
function selisihRerata(a: readonly JumlahAsesor[], b: readonly JumlahAsesor[]): number | null {
	const [na, nb] = [total(a, 'banyak'), total(b, 'banyak')];
	if (na === 0 || nb === 0) return null;
	return roundPerseratus(pecahan(total(a, 'jumlah') * nb - total(b, 'jumlah') * na, na * nb * 100));
}

const total = (
	daftar: readonly JumlahAsesor[],
	kunci: 'penilaian' | 'banyak' | 'naik' | 'turun' | 'jumlah',
) => daftar.reduce((n, j) => n + j[kunci], 0);

export interface JenisBanding {
	jenis: string;
	rerata: number | null;
	asesor: { nama: string; banyak: number; rerata: number | null; terhadapLain: number | null }[];
	/** Highest minus lowest mean among its assessors, hundredths; null with fewer than two. */
	rentang: number | null;
}

/** Assessors who judged the same kind of institution, side by side. */
export function ringkasJenis(jumlah: readonly JumlahAsesor[]): JenisBanding[] {
	return [...new Set(jumlah.map((j) => j.jenis))].sort().map((jenis) => {
		const milik = jumlah.filter((j) => j.jenis === jenis);
		const asesor = milik.map((j) => ({
			nama: j.nama ?? '–',
			banyak: j.banyak,
			rerata: rerata(j.jumlah, j.banyak),
			terhadapLain: selisihRerata(
				[j],
				milik.filter((l) => l !== j),
			),
		}));
		const nilai = asesor.flatMap((a) => a.rerata ?? []);
		return {
			jenis,
			rerata: rerata(total(milik, 'jumlah'), total(milik, 'banyak')),
			asesor,
			rentang: nilai.length < 2 ? null : Math.max(...nilai) - Math.min(...nilai),
		};
	});
}
