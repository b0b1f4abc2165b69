import type { ColumnType, Generated } from 'kysely';

/** Column types as both drivers return them: int8 → bigint, date → 'YYYY-MM-DD', timestamptz → Date. */
type Json<T> = ColumnType<T, string, string>;

interface RankColumns {
	p_nasional: number | null;
	n_nasional: number | null;
	lalu_nasional: number | null;
	p_jenis: number | null;
	n_jenis: number | null;
	lalu_jenis: number | null;
	p_provinsi: number | null;
	n_provinsi: number | null;
	lalu_provinsi: number | null;
	p_pulau: number | null;
	n_pulau: number | null;
	lalu_pulau: number | null;
}

export interface Tables {
	versi_data: { satu: Generated<boolean>; nomor: bigint; diubah: Date };
	muatan: { nama: string; sha256: string; dimuat: Generated<Date> };
	provinsi: { kode: string; nama: string; pulau: string };
	instansi: {
		id: Generated<number>;
		slug: string;
		nama: string;
		jenis: string;
		kode_wilayah: string | null;
		provinsi_kode: string | null;
		contoh: Generated<boolean>;
	};
	instansi_alias: { varian: string; instansi_id: number };
	tahun_evaluasi: {
		tahun: number;
		instrumen: string;
		lengkap: boolean;
		aturan_predikat: 'persis' | 'terbulatkan';
		sumber: string;
		catatan: string | null;
	};
	nasional: {
		tahun: number;
		simpul: string;
		nilai: number;
		sumber: string;
		catatan: string | null;
		impor_id: number | null;
	};
	nasional_riwayat: {
		id: Generated<number>;
		tahun: number;
		simpul: string;
		nilai: number;
		sumber: string;
		diganti: Date;
		impor_id: number | null;
	};
	target: {
		id: Generated<number>;
		instansi_id: number | null;
		tahun: number;
		nilai: number;
		sumber: string;
		tanggal: string | null;
		catatan: string | null;
	};
	impor: {
		id: Generated<number>;
		waktu: Date;
		berkas: string;
		sha256: string;
		baru: number;
		koreksi: number;
		sama: number;
		ditolak: number;
	};
	hasil: {
		id: Generated<number>;
		instansi_id: number;
		tahun: number;
		instrumen: string;
		indeks: number;
		predikat: string;
		predikat_turunan: boolean;
		sumber: string;
		catatan: string | null;
		status: 'cocok' | 'meragukan' | 'belum_lengkap';
		alasan: string | null;
		salah_satu: Json<unknown> | null;
		simpulan: Json<unknown> | null;
		impor_id: number | null;
		dicatat: Generated<Date>;
		indeks_lalu: number | null;
		selisih: number | null;
	} & { [K in keyof RankColumns]: RankColumns[K] };
	hasil_nilai: { hasil_id: number; simpul: string; nilai: number; sumber: string | null };
	hasil_riwayat: {
		id: Generated<number>;
		hasil_id: number;
		isi: Json<unknown>;
		sumber: string;
		diganti: Date;
		impor_id: number | null;
	};
	klaim: {
		id: Generated<number>;
		instansi_id: number;
		tahun: number;
		teks_id: string;
		teks_en: string;
		sumber: string;
	};
	rerata: { tahun: number; kelompok: string; kunci: string; simpul: string; jumlah: bigint; banyak: number };
	unit: {
		id: Generated<number>;
		instansi_id: number;
		induk_id: number | null;
		nama: string;
		jenis: string;
		kode: string | null;
		jalur: string;
		aktif: Generated<boolean>;
	};
	orang: {
		id: Generated<number>;
		nama: string;
		surel: string | null;
		telepon: string | null;
		nip: string | null;
		dibuat: Date;
		nonaktif: Date | null;
	};
	peran: {
		id: Generated<number>;
		orang_id: number;
		peran: string;
		instansi_id: number | null;
		unit_id: number | null;
		diberi: Date;
		diberi_oleh: number | null;
		dicabut: Date | null;
		sumber: Generated<'tangan' | 'sso'>;
	};
	kata_sandi: { orang_id: number; sandi: string; diubah: Date; lampau: Json<string[]> };
	sesi: {
		id: Generated<number>;
		token_hash: Buffer;
		orang_id: number;
		dibuat: Date;
		terakhir: Date;
		kedaluwarsa: Date;
		ditegaskan: Date;
		peramban: string;
		alamat: string;
		dicabut: Date | null;
	};
	tautan: {
		id: Generated<number>;
		token_hash: Buffer;
		guna: 'admin_pertama' | 'undangan' | 'setel_ulang' | 'contoh';
		orang_id: number | null;
		dibuat: Date;
		kedaluwarsa: Date;
		dipakai: Date | null;
	};
	percobaan: { kunci: string; banyak: number; sejak: Date };
	activity_kepala: { rantai: number; nomor: bigint; hash: string };
	activity: {
		rantai: number;
		nomor: bigint;
		waktu: Date;
		orang_id: number | null;
		tindakan: string;
		objek: string;
		isi: string;
		hash: string;
	};
	putaran: {
		id: Generated<number>;
		nama: string;
		tahun: number;
		jenis: 'evaluasi' | 'pemantauan';
		instrumen: string;
		rangka: Json<unknown>;
		sidik: ColumnType<string, never, never>;
		penyelenggara_id: number | null;
		dibuat: Date;
		dibuat_oleh: number;
	};
	putaran_tahap: { putaran_id: number; tahap: string; mulai: string; selesai: string };
	penilaian: {
		id: Generated<number>;
		putaran_id: number;
		instansi_id: number;
		tahap: Generated<string>;
		skor: Json<unknown> | null;
		terjawab: Generated<number>;
		langkah: Generated<string>;
		dibaca: Date | null;
		hasil_id: number | null;
		/** The assessment of an earlier year that it goes on from. */
		dari_id: Generated<number | null>;
	};
	penugasan: {
		id: Generated<number>;
		instansi_id: number;
		penilaian_id: number;
		indikator: string;
		unit_id: number;
		tingkat: number | null;
		orang_id: number | null;
		tenggat: string | null;
		dibuat: Date;
		dibuat_oleh: number;
	};
	nilai: {
		id: Generated<bigint>;
		instansi_id: number;
		penilaian_id: number;
		tahap: string;
		indikator: string;
		nilai: number | null;
		fakta: string;
		analisis: string;
		justifikasi: string;
		luar: number | null;
		orang_id: number;
		waktu: Date;
	};
	berkas: {
		id: Generated<number>;
		instansi_id: number;
		sha256: string;
		ukuran: bigint;
		tipe: string;
		tanda: string[];
		dibuat: Date;
		dibuat_oleh: number;
	};
	bukti: {
		id: Generated<number>;
		instansi_id: number;
		penilaian_id: number;
		indikator: string;
		tingkat: number;
		huruf: number;
		status: 'draf' | 'diajukan' | 'diterima' | 'dikembalikan' | 'ditarik';
		asal_id: number | null;
		dibuat: Date;
	};
	bukti_revisi: {
		id: Generated<number>;
		instansi_id: number;
		bukti_id: number;
		nomor: number;
		jenis: 'berkas' | 'tautan' | 'catatan';
		judul: string;
		berkas_id: number | null;
		nama_berkas: string | null;
		isi: Generated<string>;
		penunjuk: Generated<string>;
		tanggal: string | null;
		berlaku_sampai: string | null;
		orang_id: number;
		waktu: Date;
	};
	bukti_putusan: {
		id: Generated<number>;
		instansi_id: number;
		bukti_id: number;
		revisi: number;
		tahap: string;
		putusan: 'diterima' | 'dikembalikan';
		alasan: string | null;
		catatan: Generated<string>;
		/** Judged here, or as the ministry's portal sent it back. */
		sumber: Generated<'matang' | 'portal'>;
		orang_id: number;
		waktu: Date;
	};
	cakupan: {
		instansi_id: number;
		penilaian_id: number;
		indikator: string;
		unit_id: number;
		keadaan: 'ya' | 'belum' | 'tidak_berlaku';
		catatan: Generated<string>;
		orang_id: number;
		waktu: Date;
	};
	tanda_tangan: {
		id: Generated<number>;
		instansi_id: number;
		penilaian_id: number;
		dokumen: string;
		orang_id: number;
		nama: string;
		jabatan: string;
		isi: string;
		sidik: string;
		waktu: Date;
		batal: Date | null;
		/** Whose side signed; null where a document has one side only. */
		pihak: 'instansi' | 'asesor' | null;
	};
	utas: {
		id: Generated<number>;
		instansi_id: number;
		penilaian_id: number;
		indikator: string | null;
		bukti_id: number | null;
		balas_id: number | null;
		jenis: string;
		putusan: 'diterima' | 'ditolak' | null;
		isi: string;
		tahap: string;
		orang_id: number;
		waktu: Date;
	};
	reviu: {
		id: Generated<number>;
		instansi_id: number;
		penilaian_id: number;
		indikator: string;
		nilai_id: bigint;
		putusan: 'valid' | 'tidak_valid';
		alasan: Generated<string>;
		orang_id: number;
		waktu: Date;
	};
	pekerjaan: {
		id: Generated<number>;
		jenis: string;
		instansi_id: number | null;
		keadaan: Generated<'menunggu' | 'berjalan' | 'selesai' | 'gagal'>;
		selesai: Generated<number>;
		jumlah: Generated<number>;
		percobaan: Generated<number>;
		galat: string | null;
		isi: Json<unknown>;
		hasil: string | null;
		dibuat: Date;
		berakhir: Date | null;
		oleh: number;
	};
	surat: {
		id: Generated<number>;
		kepada: string;
		kepada_nama: string;
		perihal: string;
		isi: string;
		jenis: string;
		dibuat: Date;
		sampai: Date;
		percobaan: Generated<number>;
		galat: string | null;
		terkirim: Date | null;
		batal: Date | null;
	};
	pemberitahuan: {
		id: Generated<number>;
		orang_id: number;
		instansi_id: number;
		jenis: 'ingatkan' | 'dikembalikan' | 'tugas' | 'serah_terima' | 'ringkasan';
		rincian: Json<Record<string, string | number>>;
		tujuan: string;
		dibuat: Date;
		dibaca: Date | null;
	};
	pilihan_pemberitahuan: { orang_id: number; jenis: string; aplikasi: boolean; surel: boolean };
	ringkasan_terkirim: { orang_id: number; hari: string };
	pengingat: {
		id: Generated<number>;
		instansi_id: number;
		unit_id: number;
		indikator: string;
		hari: string;
		waktu: Date;
		orang_id: number;
	};
	berita_acara: {
		instansi_id: number;
		penilaian_id: number;
		jenis: 'interviu' | 'visitasi';
		tanggal: string;
		tempat: string;
		hadir: string;
		ringkasan: Generated<string>;
		orang_id: number;
		waktu: Date;
	};
	kiriman: KirimanTable;
	activity_titik: ActivityTitikTable;
	kebijakan_dokumen: TabelKebijakanDokumen;
	kebijakan_versi: TabelKebijakanVersi;
	kebijakan_reviu: TabelKebijakanReviu;
	kebijakan_pasal: TabelKebijakanPasal;
	kebijakan_bukti: TabelKebijakanBukti;
	portal_centang: TabelPortalCentang;
	kode_masuk: KodeMasukTable;
	kode_pemulihan: { orang_id: number; sidik: Buffer; dibuat: Date; dipakai: Date | null };
	kunci: KunciTable;
	tantangan: TantanganTable;
	masuk_setengah: MasukSetengahTable;
	sso_jalan: SsoJalanTable;
	sso_akun: { penerbit: string; subjek: string; orang_id: number; dibuat: Date; terakhir: Date };
	isian_tertunda: { sesi_id: number; jalur: string; isi: Json<Record<string, string>>; kedaluwarsa: Date };
	notula: {
		id: Generated<number>;
		instansi_id: number;
		judul: string;
		tanggal: string;
		tempat: string;
		agenda: string;
		dibuat: Date;
		dibuat_oleh: number;
		revisi: Generated<number>;
	};
	notula_hadir: {
		id: Generated<number>;
		instansi_id: number;
		notula_id: number;
		orang_id: number | null;
		nama: string;
	};
	keputusan: {
		id: Generated<number>;
		instansi_id: number;
		notula_id: number;
		isi: string;
		dibuat: Date;
		oleh: number;
	};
	tugas: {
		id: Generated<number>;
		instansi_id: number;
		keputusan_id: number;
		isi: string;
		unit_id: number | null;
		orang_id: number | null;
		tenggat: string;
		dibuat: Date;
		oleh: number;
		selesai: Date | null;
		selesai_oleh: number | null;
	};
	serah_terima: {
		id: Generated<number>;
		instansi_id: number;
		dari_id: number;
		kepada_id: number;
		peran: Json<{ peran: string; unitId: number | null }[]>;
		tugas: number;
		waktu: Date;
		oleh: number;
	};
}

interface KirimanTable {
	orang_id: number;
	kunci: string;
	instansi_id: number;
	sidik: string;
	jawaban: ColumnType<unknown, string | undefined, string>;
	waktu: Date;
}

interface ActivityTitikTable {
	rantai: number;
	nomor: bigint;
	hash: string;
	dari: bigint;
	akar: string;
	waktu: Date;
	kunci: string;
	tanda: string;
}

interface TabelKebijakanDokumen {
	id: Generated<number>;
	instansi_id: number;
	indikator: string;
	induk_id: number | null;
	hubungan: 'mengubah' | 'mencabut' | 'turunan' | null;
	reviu_id: number | null;
	dibuat: Date;
	dibuat_oleh: number;
}

interface TabelKebijakanVersi {
	id: Generated<number>;
	instansi_id: number;
	indikator: string;
	dokumen_id: number;
	versi: number;
	jenis: string;
	nomor: string;
	judul: string;
	status: 'draf' | 'ditetapkan' | 'berlaku' | 'diubah' | 'dicabut';
	tanggal: string | null;
	berkas_id: number | null;
	nama_berkas: string | null;
	tautan: string;
	orang_id: number;
	waktu: Date;
}

interface TabelKebijakanReviu {
	id: Generated<number>;
	instansi_id: number;
	indikator: string;
	dokumen_id: number;
	tanggal: string;
	temuan: string;
	rekomendasi: string;
	berkas_id: number | null;
	nama_berkas: string | null;
	tautan: string;
	penunjuk: string;
	orang_id: number;
	waktu: Date;
	batal: Date | null;
}

interface TabelKebijakanPasal {
	id: Generated<number>;
	instansi_id: number;
	indikator: string;
	dokumen_id: number;
	syarat: string;
	penunjuk: string;
	orang_id: number;
	waktu: Date;
	batal: Date | null;
}

interface TabelKebijakanBukti {
	bukti_id: number;
	instansi_id: number;
	indikator: string;
	dokumen_id: number | null;
	versi: number | null;
	reviu_id: number | null;
}

interface TabelPortalCentang {
	id: Generated<number>;
	instansi_id: number;
	penilaian_id: number;
	indikator: string;
	bukti_id: number | null;
	revisi: number | null;
	orang_id: number;
	waktu: Date;
	batal: Date | null;
	batal_oleh: number | null;
}

interface KodeMasukTable {
	orang_id: number;
	rahasia: Buffer;
	dibuat: Date;
	aktif: Date | null;
	langkah: Generated<bigint>;
}
interface KunciTable {
	id: Generated<number>;
	orang_id: number;
	kredensial: string;
	kunci_publik: Buffer;
	hitungan: bigint;
	transport: string[];
	nama: string;
	dibuat: Date;
	terakhir: Date | null;
}
interface TantanganTable {
	sidik: Buffer;
	guna: 'daftar' | 'masuk' | 'kedua' | 'tegas';
	orang_id: number | null;
	kedaluwarsa: Date;
}
interface MasukSetengahTable {
	id: Generated<number>;
	token_hash: Buffer;
	orang_id: number;
	langkah: 'kedua' | 'sandi';
	cara: 'sandi' | 'tautan' | 'sso';
	dibuat: Date;
	kedaluwarsa: Date;
	percobaan: Generated<number>;
	selesai: Date | null;
}
interface SsoJalanTable {
	sidik: Buffer;
	keadaan: string;
	penguji: string;
	nonce: string;
	ke: string | null;
	kedaluwarsa: Date;
}
