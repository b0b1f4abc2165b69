/** The three audits of the instrument: indicators 29, 30 and 31 of SPBE 2020. */
export const daftarJenisAudit = ['infrastruktur', 'aplikasi', 'keamanan'] as const;
export type JenisAudit = (typeof daftarJenisAudit)[number];
export const indikatorAudit: Readonly<Record<JenisAudit, string>> = {
	infrastruktur: 'I29',
	aplikasi: 'I30',
	keamanan: 'I31',
};
export const daftarPelaksana = ['internal', 'eksternal'] as const;
export type Pelaksana = (typeof daftarPelaksana)[number];
/** Who an external audit is done by. */
export const daftarLembaga = ['latik', 'latik_pemerintah', 'lainnya'] as const;
export type Lembaga = (typeof daftarLembaga)[number];

/** Main technical matters (Perpres 95/2018 article 55). */
export const daftarPokok = ['tata_kelola', 'fungsionalitas', 'kinerja', 'lainnya'] as const;
export type Pokok = (typeof daftarPokok)[number];

export const daftarPeranTim = ['penanggung_jawab', 'pengendali_mutu', 'ketua', 'anggota'] as const;
export type PeranTim = (typeof daftarPeranTim)[number];

export const daftarKeadaanAudit = [
	'rencana',
	'pelaksanaan',
	'pelaporan',
	'tindak_lanjut',
	'selesai',
	'batal',
] as const;
export type KeadaanAudit = (typeof daftarKeadaanAudit)[number];

export const daftarOpini = ['M', 'PP', 'TM'] as const;
export type Opini = (typeof daftarOpini)[number];

/** What a step of an audit is decided on. */
export interface BahanMaju {
	keadaan: KeadaanAudit;
	lingkup: number;
	tim: readonly { peran: PeranTim; terganggu: boolean }[];
	suratTugas: { nomor: string; tanggal: string | null };
	kriteria: { jumlah: number; teruji: number };
	permintaanTerbuka: number;
	opini: Opini | null;
	kesimpulan: string;
	pokok: number;
	reviuMutu: boolean;
	temuan: readonly { tertutup: boolean; ditanggapi: boolean }[];
}

/** Why an audit cannot go on yet. */
export type SebabBelum =
	| 'lingkup_kosong'
	| 'tim_tanpa_ketua'
	| 'tim_terganggu'
	| 'surat_tugas_kosong'
	| 'kriteria_kosong'
	| 'kriteria_belum_teruji'
	| 'permintaan_terbuka'
	| 'opini_kosong'
	| 'pokok_kosong'
	| 'kesimpulan_kosong'
	| 'reviu_mutu_kosong'
	| 'temuan_belum_ditanggapi'
	| 'temuan_terbuka';

const urutan: readonly KeadaanAudit[] = ['rencana', 'pelaksanaan', 'pelaporan', 'tindak_lanjut', 'selesai'];

/** The state after this one; null where it is the last. */
export function berikutnya(k: KeadaanAudit): KeadaanAudit | null {
	const n = urutan.indexOf(k);
	return n < 0 ? null : (urutan[n + 1] ?? null);
}

/** Everything that stands between an audit and its next state; nothing where it may go on. */
export function listBelum(b: BahanMaju): SebabBelum[] {
	const belum = (kena: boolean, sebab: SebabBelum): SebabBelum[] => (kena ? [sebab] : []);
	switch (b.keadaan) {
		case 'rencana':
			return [
				...belum(b.lingkup === 0, 'lingkup_kosong'),
				...belum(!b.tim.some((t) => t.peran === 'ketua'), 'tim_tanpa_ketua'),
				...belum(
					b.tim.some((t) => t.terganggu),
					'tim_terganggu',
				),
				...belum(b.suratTugas.nomor === '' || b.suratTugas.tanggal === null, 'surat_tugas_kosong'),
				...belum(b.kriteria.jumlah === 0, 'kriteria_kosong'),
			];
		case 'pelaksanaan':
			return [
				...belum(b.kriteria.jumlah === 0, 'kriteria_kosong'),
				...belum(b.kriteria.teruji < b.kriteria.jumlah, 'kriteria_belum_teruji'),
				...belum(b.permintaanTerbuka > 0, 'permintaan_terbuka'),
			];
		case 'pelaporan':
			return [
				...belum(b.pokok === 0, 'pokok_kosong'),
				...belum(b.opini === null, 'opini_kosong'),
				...belum(b.kesimpulan.trim() === '', 'kesimpulan_kosong'),
				...belum(!b.reviuMutu, 'reviu_mutu_kosong'),
				...belum(
					b.temuan.some((t) => !t.ditanggapi),
					'temuan_belum_ditanggapi',
				),
			];
		case 'tindak_lanjut':
			return belum(
				b.temuan.some((t) => !t.tertutup),
				'temuan_terbuka',
			);
		default:
			return [];
	}
}

/** Plans and papers are written until the report is out; after that only the follow-up goes on. */
export const isTerkunci = (k: KeadaanAudit): boolean =>
	k === 'tindak_lanjut' || k === 'selesai' || k === 'batal';
