/** Why a sign-in by single sign-on did not come about. */
export const daftarGalatSso = [
	'sso_tidak_disetel',
	'sso_tidak_tersambung',
	'sso_dibatalkan',
	'sso_kedaluwarsa',
	'sso_ditolak',
	'sso_surel_belum_terbukti',
	'sso_tanpa_akun',
	'sso_akun_ditutup',
	'sso_akun_lain',
	'sso_orang_lain',
	'sso_bukti_lama',
	'terlalu_sering',
] as const;
export type GalatSso = (typeof daftarGalatSso)[number];

/** The reason as it stands in an address; null for anything that is none. */
export const bacaGalatSso = (teks: string | null): GalatSso | null =>
	daftarGalatSso.find((g) => g === teks) ?? null;
