import type { Lang } from '#ui/lang.ts';
import type { DataPeringkat, DataTarget } from './kalimat.rules.ts';

/** What the institution's page shows. Values, differences and losses in hundredths unless said otherwise. */
export type DuaBahasa = Readonly<Record<Lang, string>>;

export interface IdentitasInstansi {
	slug: string;
	nama: string;
	jenis: string;
	provinsi: string | null;
	provinsiKode: string | null;
	pulau: string | null;
}

/** `diumumkan` as published; `turunan` the single value that follows; `rentang` the values that remain possible. */
export type AsalNilai = 'diumumkan' | 'turunan' | 'rentang';

export interface SimpulHasil {
	id: string;
	jenis: 'domain' | 'aspek' | 'indikator';
	induk: string | null;
	no: number;
	nama: string;
	/** Name for tables; the full one where there is no shorter. */
	pendek: string;
	asal: AsalNilai;
	/** Lowest and highest possible value, the same where it is known. */
	min: number;
	maks: number;
	/** The exact value where exactly one is possible ("17/11"); null for a range and for a figure known only as rounded. */
	persis: string | null;
	/** Every exact value that is possible, where there are few but more than one. */
	daftar: string[] | null;
	/** Hundredths of a percent of the index. */
	bobot: number;
	/** Points of the index lost: weight × distance to the top of the scale, least and most. */
	hilangMin: number;
	hilangMaks: number;
	/** The same exactly, as a decimal or fraction; null for a range. */
	hilangPersis: string | null;
	/** Points of the index gained: weight × value, exactly; null for a range. */
	kontribusi: string | null;
	sumber: string | null;
	/** Means of the year's list. */
	tipe: number | null;
	provinsi: number | null;
}

export interface JarakTarget extends DataTarget {
	tahun: number;
	sumber: string;
	catatan: string | null;
}

export interface Peringkat extends DataPeringkat {
	/** Rank of the year before, where both years are complete. */
	lalu: number | null;
}

/** One sentence about a node, with the figures it needs. */
export interface Sorotan {
	simpul: SimpulHasil;
	/** Value minus the mean of the type, where the year has one. */
	selisihTipe: number | null;
}

export interface Pasangan {
	/** Node ids, in the order of the values. */
	simpul: string[];
	nilai: number[][];
}

export interface HasilTahun {
	tahun: number;
	instrumen: { id: string; singkatan: string; jenisIndeks: string; puncak: number; berdomain: boolean };
	indeks: number;
	predikat: string;
	/** Place among the instrument's bands, 1 lowest. */
	tingkat: 1 | 2 | 3 | 4 | 5 | null;
	predikatTurunan: boolean;
	aturanPredikat: 'persis' | 'terbulatkan';
	status: 'cocok' | 'meragukan' | 'belum_lengkap';
	/** Why the result is doubtful: the stored code, and as a sentence. */
	alasan: string | null;
	alasanKalimat: DuaBahasa;
	daftarLengkap: boolean;
	sumber: string;
	catatan: string | null;
	lalu: { tahun: number; indeks: number; selisih: number } | null;
	jedaSampai: number | null;
	targetNasional: JarakTarget[];
	targetSendiri: JarakTarget[];
	/** The next band up; `jarak` is 0 where only rounding hides the remaining distance. */
	berikut: { predikat: string; batas: number; jarak: number } | null;
	peringkat: Peringkat[];
	klaim: { id: string; en: string; sumber: string }[];
	/** What the type's mean is called in the list: number of institutions in it. */
	rerata: { tipe: number | null; provinsi: number | null; banyakTipe: number; banyakProvinsi: number };
	simpul: SimpulHasil[];
	/** Which of several indicators has a published value, where the source does not say; `indikator` by short name. */
	salahSatu: { id: string[]; indikator: string[]; nilai: number; keterangan: string | null }[];
	pasangan: Pasangan | null;
	menahan: Sorotan[];
	menonjol: Sorotan[];
	tingkatSorotan: 'domain' | 'aspek' | null;
	/** Whether every node of that kind is known, so that lowest and highest hold. */
	sorotanLengkap: boolean;
}

export interface TitikTren {
	tahun: number;
	nilai: number | null;
	instrumen: string;
	status: 'resmi' | 'menurut_sumber';
}

export interface Koreksi {
	tahun: number;
	sumber: string;
	/** ISO time. */
	diganti: string;
	/** The figures that stood before. */
	indeks: number | null;
	predikat: string | null;
	nilai: { simpul: string; nilai: number }[];
}

export interface InstansiHasil {
	instansi: IdentitasInstansi;
	/** Years with a result, newest first. */
	tahunAda: number[];
	hasil: HasilTahun | null;
	tren: TitikTren[];
	nasional: TitikTren[];
	target: { tahun: number; nilai: number; milik: 'nasional' | 'instansi' }[];
	koreksi: Koreksi[];
	kalimat: Record<Lang, string[]>;
}
