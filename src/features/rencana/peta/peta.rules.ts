/** The seven contents of a Peta Rencana SPBE (PermenPANRB 59/2020). */
export const daftarMuatan = [
	'tata_kelola',
	'manajemen',
	'layanan',
	'infrastruktur',
	'aplikasi',
	'keamanan',
	'audit_tik',
] as const;
export type Muatan = (typeof daftarMuatan)[number];

/** Years of a roadmap, and of the budget that it must fit. */
export const TAHUN_PETA = 5;
const TAHUN_ANGGARAN = 3;

/** One row; rupiah, null where it is not known. */
export interface IsiPeta {
	id: number;
	tahun: number;
	muatan: Muatan;
	judul: string;
	kebutuhan: bigint | null;
	anggaran: bigint | null;
	subKegiatan: string;
}

/** First year shown: that of the oldest row of a roadmap still running, else this year. */
export function pilihMulai(baris: readonly Pick<IsiPeta, 'tahun'>[], tahunIni: number): number {
	const berjalan = baris.map((b) => b.tahun).filter((t) => t > tahunIni - TAHUN_PETA && t <= tahunIni);
	return Math.min(tahunIni, ...berjalan);
}

export const tahunPeta = (mulai: number): number[] => Array.from({ length: TAHUN_PETA }, (_, n) => mulai + n);

export interface Jumlah {
	banyak: number;
	kebutuhan: bigint;
	anggaran: bigint;
}

const jumlahkan = (baris: readonly IsiPeta[]): Jumlah => ({
	banyak: baris.length,
	kebutuhan: baris.reduce((n, b) => n + (b.kebutuhan ?? 0n), 0n),
	anggaran: baris.reduce((n, b) => n + (b.anggaran ?? 0n), 0n),
});

/** Sums by content and year, and of every year. */
export function jumlahPeta(baris: readonly IsiPeta[], mulai: number) {
	const hitung = (pilih: (b: IsiPeta) => boolean) => jumlahkan(baris.filter(pilih));
	const tahun = tahunPeta(mulai);
	return {
		tahun,
		muatan: daftarMuatan.map((muatan) => ({
			muatan,
			sel: tahun.map((t) => hitung((b) => b.muatan === muatan && b.tahun === t)),
		})),
		total: tahun.map((t) => hitung((b) => b.tahun === t)),
	};
}

/** Rows by year, with the sum of each year. */
export function kelompokTahun<T extends IsiPeta>(
	baris: readonly T[],
): { tahun: number; baris: T[]; jumlah: Jumlah }[] {
	const tahun = [...new Set(baris.map((b) => b.tahun))].sort((a, b) => a - b);
	return tahun.map((t) => {
		const milik = baris.filter((b) => b.tahun === t);
		return { tahun: t, baris: milik, jumlah: jumlahkan(milik) };
	});
}

/** Where the roadmap does not hold together or does not fit the budget. */
export type Ketidaksesuaian =
	| { jenis: 'audit_kosong' }
	| { jenis: 'melebihi_anggaran'; id: number; judul: string; tahun: number; kurang: bigint }
	| { jenis: 'tanpa_anggaran'; id: number; judul: string; tahun: number; kurang: bigint }
	| { jenis: 'tanpa_sub_kegiatan'; id: number; judul: string; tahun: number }
	| { jenis: 'muatan_kosong'; tahun: number; muatan: Muatan[] };

/** Checks five years of contents, and this and the next two years against the budget. */
export function periksaPeta(baris: readonly IsiPeta[], mulai: number, tahunIni: number): Ketidaksesuaian[] {
	const tahun = tahunPeta(mulai);
	const dalam = baris.filter((b) => tahun.includes(b.tahun)).sort((a, b) => a.tahun - b.tahun || a.id - b.id);
	const beranggaran = dalam.filter((b) => b.tahun >= tahunIni && b.tahun < tahunIni + TAHUN_ANGGARAN);
	const kosong = tahun.map((t) => ({
		jenis: 'muatan_kosong' as const,
		tahun: t,
		muatan: daftarMuatan.filter((m) => !dalam.some((b) => b.tahun === t && b.muatan === m)),
	}));
	return [
		...(dalam.some((b) => b.muatan === 'audit_tik') ? [] : [{ jenis: 'audit_kosong' as const }]),
		...beranggaran.flatMap((b): Ketidaksesuaian[] => {
			const kurang = kurangOf(b);
			const { id, judul, tahun } = b;
			if (kurang <= 0n) return [];
			const jenis = b.anggaran === null ? ('tanpa_anggaran' as const) : ('melebihi_anggaran' as const);
			return [{ jenis, id, judul, tahun, kurang }];
		}),
		...beranggaran
			.filter((b) => b.subKegiatan === '')
			.map(({ id, judul, tahun }) => ({ jenis: 'tanpa_sub_kegiatan' as const, id, judul, tahun })),
		...kosong.filter((k) => k.muatan.length > 0),
	];
}

const kurangOf = (b: Pick<IsiPeta, 'kebutuhan' | 'anggaran'>): bigint =>
	(b.kebutuhan ?? 0n) - (b.anggaran ?? 0n);

/** Rows of these years that need more than they have, the largest gap first. */
export function listKurangAnggaran(
	baris: readonly Pick<IsiPeta, 'tahun' | 'judul' | 'kebutuhan' | 'anggaran'>[],
	tahun: readonly number[],
): { tahun: number; judul: string; rupiah: bigint }[] {
	return baris
		.map((b) => ({ tahun: b.tahun, judul: b.judul, rupiah: kurangOf(b) }))
		.filter((b) => tahun.includes(b.tahun) && b.rupiah > 0n)
		.sort((a, b) => (b.rupiah > a.rupiah ? 1 : b.rupiah < a.rupiah ? -1 : 0));
}

/** What an indicator's name says about the content that its action belongs to; the first that fits. */
const petunjukMuatan: readonly [RegExp, Muatan][] = [
	[/kebijakan/i, 'tata_kelola'],
	[/audit/i, 'audit_tik'],
	[/keamanan/i, 'keamanan'],
	[/manajemen/i, 'manajemen'],
	[/pusat data|jaringan|penghubung|infrastruktur/i, 'infrastruktur'],
	[/layanan/i, 'layanan'],
	[/aplikasi/i, 'aplikasi'],
];

/** The content that an action most likely belongs to; the coordinator can choose another one. */
export const tebakMuatan = (namaIndikator: string): Muatan =>
	petunjukMuatan.find(([pola]) => pola.test(namaIndikator))?.[1] ?? 'tata_kelola';
