/** What can be wrong with a file, a column or a row. */
export type KodeMasalah =
	// the file
	| 'berkas_tidak_ada'
	| 'berkas_tidak_terbaca'
	| 'berkas_terlalu_besar'
	| 'berkas_kosong'
	| 'jenis_berkas'
	| 'penyandian'
	| 'kutip_rusak'
	| 'zip_rusak'
	| 'terlalu_banyak_baris'
	| 'kolom_tidak_ada'
	| 'kolom_ganda'
	| 'kolom_tidak_dikenal'
	| 'tanpa_baris'
	| 'sel_rumus'
	| 'sel_galat'
	| 'lembar_ganda'
	// a row
	| 'kolom_kurang'
	| 'kolom_lebih'
	| 'berkas_terpotong'
	| 'tanpa_akhir_baris'
	| 'huruf_rusak'
	| 'teks_terlalu_panjang'
	| 'wajib_diisi'
	| 'tahun_tidak_dikenal'
	| 'instansi_tidak_dikenal'
	| 'instansi_ganda'
	| 'jenis_tidak_dikenal'
	| 'jenis_tidak_cocok'
	| 'provinsi_tidak_cocok'
	| 'bukan_angka'
	| 'angka_di_luar_batas'
	| 'desimal_terlalu_banyak'
	| 'predikat_tidak_dikenal'
	| 'simpul_tidak_ada'
	// a warning
	| 'meragukan';

/** One thing wrong, where it is and what was expected. Rows count from 1 and include the header line. */
export interface Masalah {
	baris: number | null;
	/** Column as the file names it, or its letter. */
	kolom: string | null;
	kode: KodeMasalah;
	/** Indonesian: what was found and what was expected. */
	pesan: string;
}

/** A file-wide "no": nothing of it can be trusted, not even with `sebagian`. */
export class BerkasDitolak extends Error {
	readonly masalah: Masalah[];

	constructor(masalah: Masalah[]) {
		super(masalah[0]?.pesan ?? 'berkas ditolak');
		this.masalah = masalah;
	}
}

export function tolakBerkas(kode: KodeMasalah, pesan: string, baris: number | null = null): BerkasDitolak {
	return new BerkasDitolak([{ baris, kolom: null, kode, pesan }]);
}

/** Text of the file inside a sentence: short, on one line. */
export function kutip(teks: string): string {
	const satu = teks.replace(/\s+/g, ' ').trim();
	return `"${satu.length > 60 ? `${satu.slice(0, 60)}…` : satu}"`;
}
