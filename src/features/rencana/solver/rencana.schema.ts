/**
 * What the solver takes and gives: the one file that pages, CLI and API need besides `plan-rencana.ts`.
 * Units: levels in whole hundredths (300 = level 3) unless a text ("3.20"); costs, person-days and months are
 * non-negative whole numbers; the unit of cost (effort points or rupiah) is the asker's and must be one for all.
 */
import type { Instrumen, Jawaban, Pecahan } from '#scoring';

/** Chance as an exact fraction: granted `beri` times of `dari`; 0 ≤ beri ≤ dari, dari ≥ 1. */
export interface Peluang {
	beri: number;
	dari: number;
}

/** One step of one indicator, from a whole level to the next. */
export interface UsahaLangkah {
	biaya: number;
	hari: number;
	bulan: number;
	/** false where the institution says that this step cannot be done. */
	layak: boolean;
	peluang: Peluang;
}

/** By indicator: one entry for every step of the scale, lowest first (2020: to level 2, 3, 4, 5). */
export type TabelUsaha = Readonly<Record<string, readonly UsahaLangkah[]>>;

/** Raising `indikator` to `tingkat` or above needs `syarat` at `tingkatSyarat` or above. Applies to what a plan raises. */
export interface Prasyarat {
	id: string;
	indikator: string;
	tingkat: number;
	syarat: string;
	tingkatSyarat: number;
	/** lunak: only a warning (the regulation caps nothing) or `denda` cost points; keras: forbidden otherwise. */
	sifat: 'lunak' | 'keras';
	/** Only for soft rules: what breaking it adds to what is minimised; never part of `biaya`. */
	denda?: number;
	alasan: { id: string; en: string };
}

/** An indicator whose value another agency's index decides. */
export interface Catatan {
	indikator: string;
	alasan: { id: string; en: string };
}

export interface Kendala {
	/** Exact index to reach or exceed. */
	target: Pecahan | null;
	anggaran: number | null;
	/** Every indicator at least at this level. */
	minTingkat: number | null;
	minIndikator: Readonly<Record<string, number>>;
	/** Domains, aspects and indicators whose exact value must be at least so much; ids as in the instrument. */
	sasaran: Readonly<Record<string, Pecahan>>;
	/** Must end at exactly this level. */
	tetap: Readonly<Record<string, number>>;
	/** Not to be raised. */
	kecuali: readonly string[];
	/** Person-days of each unit; a unit that is not named has no limit. */
	kapasitas: Readonly<Record<string, number>>;
	/** Indicator → unit that does the work. */
	unit: Readonly<Record<string, string>>;
	/** Months; the steps of one indicator follow each other, indicators run side by side. */
	tenggatBulan: number | null;
	prasyarat: readonly Prasyarat[];
}

/** Whether the plan is proven to be the best. */
export type Kepastian =
	| { optimal: true }
	/** The best that is still possible: cost (or index for the aim `indeks`, in exact form). */
	| { optimal: false; batas: string; alasan: 'batas_waktu' | 'biaya_terlalu_besar' };

export interface LangkahRencana {
	indikator: string;
	/** Hundredths; where several items are scored the lowest of them. */
	dari: number;
	ke: number;
	biaya: number;
	hari: number;
	bulan: number;
	unit: string | null;
	/** Index points gained, exact. */
	poin: Pecahan;
	/** That every step is granted. */
	peluang: Peluang;
}

export interface Peringatan {
	kode: 'prasyarat' | 'indeks_luar';
	indikator: string;
	/** The id of the prerequisite rule, or the indicator's own. */
	aturan: string;
	teks: { id: string; en: string };
}

export interface Rencana {
	langkah: readonly LangkahRencana[];
	biaya: number;
	/** Penalties of soft rules broken; not in `biaya`. */
	denda: number;
	indeks: Pecahan;
	indeksKini: Pecahan;
	predikat: string | null;
	jawaban: Jawaban;
	kepastian: Kepastian;
	cara: 'program_dinamis' | 'highs';
	peringatan: readonly Peringatan[];
	/** That assessors grant enough to reach the target; null without one. */
	peluang: PeluangTarget | null;
}

/** Exact where `bawah` and `atas` are equal; else both are proven bounds. */
export interface PeluangTarget {
	bawah: Pecahan;
	atas: Pecahan;
	persis: boolean;
}

export interface Risiko {
	indikator: string;
	/** Chance of the target when this indicator is granted in full, and when nothing of it is. */
	pasti: PeluangTarget;
	ditolak: PeluangTarget;
}

/** One value of the index and its chance; exact where `bawah` equals `atas`. */
export interface TitikPeluang {
	indeks: Pecahan;
	bawah: Pecahan;
	atas: Pecahan;
}

export interface PeluangRencana {
	/** Every index that the plan may end at, lowest first. */
	distribusi: readonly TitikPeluang[];
	/** Which indicators carry the risk, the weightiest first; empty without a target. */
	risiko: readonly Risiko[];
}

/** Cheapest plan with at least a chance. */
export interface RencanaBerpeluang {
	rencana: Rencana;
	/** Proven cheapest; else no plan with that chance costs less than `batas`. */
	terbukti: boolean;
	batas: number;
}

export type HasilBerpeluang =
	| { ok: true; hasil: RencanaBerpeluang }
	| { ok: false; reason: 'belum_dijawab'; indikator: readonly string[] }
	| { ok: false; reason: 'prasyarat_melingkar'; lingkaran: readonly string[] }
	| { ok: false; reason: 'tanpa_target' }
	/** Proven: no plan has that chance. */
	| { ok: false; reason: 'peluang_tidak_tercapai' }
	/** None was found, and none is proven impossible; any would cost at least `batas`. */
	| { ok: false; reason: 'tidak_pasti'; batas: number };

/** One constraint changed, all others kept, that makes the request possible; each was solved again. */
export interface Pelonggaran {
	kendala:
		| 'target'
		| 'anggaran'
		| 'min_tingkat'
		| 'min_indikator'
		| 'sasaran'
		| 'kapasitas'
		| 'tenggat'
		| 'kecuali'
		| 'tetap'
		| 'prasyarat';
	/** The indicator, node, unit or rule it is about. */
	tentang?: string;
	dari: string;
	ke: string;
	kalimat: { id: string; en: string };
}

/** Two constraints that suffice only together; neither can be changed less while the other stays as it is here. */
export interface Gabungan {
	isi: readonly [Pelonggaran, Pelonggaran];
	kalimat: { id: string; en: string };
}

/** Why there is no plan, as far as it can be mended. */
export interface TidakLayak {
	/** Each suffices alone. */
	pelonggaran: readonly Pelonggaran[];
	/** Where none does: pairs, the smallest change first. */
	gabungan: readonly Gabungan[];
	/** Every pair was tried. */
	lengkap: boolean;
}

export interface TitikBatas {
	biaya: number;
	indeks: Pecahan;
	kepastian: Kepastian;
}

export interface MasukanRencana {
	instrumen: Instrumen;
	jawaban: Jawaban;
	tabel: TabelUsaha;
	kendala: Kendala;
	/** Warnings for indicators that another agency's index decides. */
	catatan?: readonly Catatan[];
	tahun?: number;
}

export type HasilRencana =
	| { ok: true; rencana: Rencana }
	| { ok: false; reason: 'belum_dijawab'; indikator: readonly string[] }
	| { ok: false; reason: 'prasyarat_melingkar'; lingkaran: readonly string[] }
	| ({ ok: false; reason: 'tidak_layak' } & TidakLayak)
	/** HiGHS found no plan and no proof that there is none. */
	| { ok: false; reason: 'tidak_pasti' };

export const kendalaKosong: Kendala = {
	target: null,
	anggaran: null,
	minTingkat: null,
	minIndikator: {},
	sasaran: {},
	tetap: {},
	kecuali: [],
	kapasitas: {},
	unit: {},
	tenggatBulan: null,
	prasyarat: [],
};
