/** A place in a file and what is wrong there; `path` as `domain[0].aspek[1].bobot`, empty for the file itself. */
export interface Masalah {
	path: string;
	pesan: string;
}

export type KodeMasalah =
	| 'struktur'
	| 'jumlah_bobot'
	| 'satuan_bobot'
	| 'id_ganda'
	| 'nomor'
	| 'skala'
	| 'tingkat_kurang'
	| 'tingkat_di_luar_skala'
	| 'rujukan'
	| 'pita_urutan'
	| 'pita_celah'
	| 'pita_tumpang'
	| 'pita_tepi'
	| 'pita_nama'
	| 'tahun'
	| 'padanan';

/** What does not hold together, where, and why in an Indonesian sentence. */
export interface MasalahKoheren extends Masalah {
	kode: KodeMasalah;
}
