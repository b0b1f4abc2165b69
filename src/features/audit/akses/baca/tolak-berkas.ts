/** Why a file cannot be read; `rinci` goes into the sentence. */
export type AlasanBerkas =
	| 'berkas_tidak_ada'
	| 'berkas_tidak_terbaca'
	| 'berkas_kosong'
	| 'berkas_terlalu_besar'
	| 'terlalu_banyak_baris'
	| 'jenis_berkas'
	| 'xls_lama'
	| 'zip_rusak'
	| 'zip_sandi'
	| 'zip_besar'
	| 'kutip_rusak'
	| 'baris_panjang'
	| 'ldif_rusak'
	| 'tanpa_kepala'
	| 'tanpa_kolom'
	| 'tanpa_baris';

/** A file that cannot be used; thrown inside the readers, and turned into a refusal where they are called. */
export class BerkasAksesDitolak extends Error {
	readonly reason: AlasanBerkas;
	readonly rinci: Readonly<Record<string, string | number>>;
	constructor(reason: AlasanBerkas, rinci: Readonly<Record<string, string | number>> = {}) {
		super(reason);
		this.reason = reason;
		this.rinci = rinci;
	}
}

/** Accounts or people of one file; beyond this the memory would not be sure. */
export const BARIS_TERBANYAK = 500_000;
