/** One step as it is shown and kept. Levels in hundredths; figures of the index and chances are decimal strings. */
export interface LangkahTampil {
	indikator: string;
	pendek: string;
	dari: number;
	ke: number;
	/** In the unit of the plan; null where it is no raise (a scenario may lower). */
	biaya: number | null;
	/** Rupiah of the steps, where all of them have been entered. */
	rupiah: number | null;
	hari: number | null;
	bulan: number | null;
	unitId: number | null;
	unit: string | null;
	/** Index points gained, exact. */
	poin: string;
	/** That every step of it is granted. */
	peluang: string | null;
	peringatan: { id: string; en: string }[];
}

export type SatuanBiaya = 'usaha' | 'rupiah';

/** What came out of a plan or a what-if, as it was shown. */
export interface HasilTersimpan {
	indeks: string;
	/** Unrounded. */
	persis: string;
	kini: string;
	predikat: string | null;
	/** Place of the predicate on the ramp of five. */
	tingkat: 1 | 2 | 3 | 4 | 5 | null;
	satuan: SatuanBiaya;
	biaya: number | null;
	hari: number | null;
	/** Longest chain of steps. */
	bulan: number | null;
	/** Proven best; else what the best cannot pass: a cost, or an index where the aim was the highest one. */
	kepastian: { optimal: boolean; batas: string | null; tujuan: 'biaya' | 'indeks' } | null;
	peluang: { bawah: string; atas: string; persis: boolean } | null;
	/** How many others would stand above, in the newest complete list. */
	peringkat: { tahun: number; diAtas: number; dari: number } | null;
	langkah: LangkahTampil[];
	risiko: { indikator: string; pendek: string; pasti: string; ditolak: string }[];
	/** All levels afterwards, as `tulisKode` writes them. */
	kode: string;
}

/** What it started from and what was asked. */
export interface MasukanTersimpan {
	/** Levels at the start, as `tulisKode` writes them. */
	awal: string;
	/** Where they come from, in words of the day. */
	asal: { id: string; en: string };
	/** Address parameters that were asked with. */
	kueri: string;
	target: string | null;
}

/** Rank among others: how many of them stand above. `indeks` in whole hundredths, others highest first. */
export function rankOf(
	lapangan: { tahun: number; indeks: readonly number[] } | null,
	indeks: number,
): HasilTersimpan['peringkat'] {
	if (!lapangan) return null;
	const diAtas = lapangan.indeks.filter((n) => n > indeks).length;
	return { tahun: lapangan.tahun, diAtas, dari: lapangan.indeks.length + 1 };
}

/** What of a kept plan is compared, by indicator: where the plans differ, or differ from where they start. */
export function listBeda(
	ids: readonly { id: string; pendek: string }[],
	awal: Readonly<Record<string, string>>,
	daftar: readonly Readonly<Record<string, string>>[],
): { id: string; pendek: string; awal: string; ke: string[] }[] {
	return ids
		.map(({ id, pendek }) => ({ id, pendek, awal: awal[id] ?? '', ke: daftar.map((d) => d[id] ?? '') }))
		.filter(({ awal: a, ke }) => ke.some((k) => k !== a));
}
