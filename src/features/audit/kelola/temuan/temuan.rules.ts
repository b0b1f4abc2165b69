export const daftarKeadaanTemuan = [
	'terbuka',
	'ditindaklanjuti',
	'menunggu_verifikasi',
	'selesai',
	'risiko_diterima',
] as const;
export type KeadaanTemuan = (typeof daftarKeadaanTemuan)[number];
export const daftarRisiko = ['tinggi', 'sedang', 'rendah'] as const;
export type Risiko = (typeof daftarRisiko)[number];
export const daftarSikap = ['setuju', 'sebagian', 'tidak_setuju'] as const;
export type Sikap = (typeof daftarSikap)[number];
/** Where a finding can be taken from. */
export const daftarAsal = ['periksa', 'akses'] as const;
export type Asal = (typeof daftarAsal)[number];

export type LangkahTemuan = 'tanggapi' | 'lapor' | 'terima_bukti' | 'tolak_bukti' | 'terima_risiko' | 'buka';

const peralihan: Readonly<Record<LangkahTemuan, Partial<Record<KeadaanTemuan, KeadaanTemuan>>>> = {
	tanggapi: { terbuka: 'ditindaklanjuti', ditindaklanjuti: 'ditindaklanjuti' },
	lapor: { ditindaklanjuti: 'menunggu_verifikasi' },
	terima_bukti: { menunggu_verifikasi: 'selesai' },
	tolak_bukti: { menunggu_verifikasi: 'ditindaklanjuti' },
	terima_risiko: {
		terbuka: 'risiko_diterima',
		ditindaklanjuti: 'risiko_diterima',
		menunggu_verifikasi: 'risiko_diterima',
	},
	buka: { selesai: 'ditindaklanjuti', risiko_diterima: 'ditindaklanjuti' },
};

/** The state of a finding after a step; null where the step does not fit. */
export const sesudah = (keadaan: KeadaanTemuan, langkah: LangkahTemuan): KeadaanTemuan | null =>
	peralihan[langkah][keadaan] ?? null;

/** How a finding stands to its due date; what is closed is never late. */
export function desakan(
	t: { keadaan: string; tenggat: string; sampai: string | null },
	kini: string,
): 'tuntas' | 'habis' | 'terlambat' | 'berjalan' {
	if (t.keadaan === 'selesai') return 'tuntas';
	if (t.keadaan === 'risiko_diterima') return t.sampai !== null && t.sampai >= kini ? 'tuntas' : 'habis';
	return t.tenggat < kini ? 'terlambat' : 'berjalan';
}
