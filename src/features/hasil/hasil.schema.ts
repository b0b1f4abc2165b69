/**
 * A published result ready to be stored. Figures in hundredths of a level (305 = 3,05).
 * `nilai` holds only the nodes that the source states; a node that is absent is not thereby withdrawn.
 */
export interface HasilTerbit {
	instansiId: number;
	tahun: number;
	instrumen: string;
	indeks: number;
	predikat: string;
	/** The source states no predicate; it was derived from the bands. */
	predikatTurunan: boolean;
	sumber: string;
	catatan: string | null;
	nilai: Readonly<Record<string, number>>;
	/** Source of single nodes, where it is not the row's. */
	sumberNilai?: Readonly<Record<string, string>>;
	/** One of these indicators has this value, the source does not say which. Absent: not stated. */
	salahSatu?: readonly SalahSatu[];
}

export interface SalahSatu {
	indikator: string[];
	nilai: number;
	/** What the source says of it. */
	keterangan: string | null;
}

/** A national figure as the ministry published it: the index and, where stated, domains. */
export interface NasionalTerbit {
	tahun: number;
	instrumen: string;
	sumber: string;
	catatan: string | null;
	/** By node, `indeks` among them. */
	nilai: Readonly<Record<string, number>>;
}

/** The phrase by which the published lists mark a predicate that was derived. */
export const PREDIKAT_DITURUNKAN = 'predikat diturunkan dari pita indeks';

/** How the published lists name the national figure. */
export const NAMA_NASIONAL = 'Nasional (rerata nasional)';

export const kolomResmi = [
	'year',
	'institution',
	'type',
	'province',
	'index',
	'predicate',
	'source',
	'd1_kebijakan',
	'd2_tata_kelola',
	'd3_manajemen',
	'd4_layanan',
	'note',
] as const;
export type KolomResmi = (typeof kolomResmi)[number];

/** The domain columns are names, not ids: *Layanan* is D3 of the 2018 instrument and D4 of the 2020 one. */
export const domainKolom = {
	d1_kebijakan: 'Kebijakan',
	d2_tata_kelola: 'Tata Kelola',
	d3_manajemen: 'Manajemen',
	d4_layanan: 'Layanan',
} as const satisfies Partial<Record<KolomResmi, string>>;
export type KolomDomain = keyof typeof domainKolom;
export const daftarKolomDomain = Object.keys(domainKolom) as KolomDomain[];

/** The instrument's domain that a column means, or undefined where it has none. */
export function simpulDomain(
	kolom: KolomDomain,
	instrumen: { domain: readonly { id: string; nama: string }[] },
): string | undefined {
	return instrumen.domain.find((d) => d.nama.startsWith(domainKolom[kolom]))?.id;
}
