import type { ColumnType, Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Rounds, assessments, the ledger of scores, evidence, and what is said and signed. */
export interface TablesPenilaian {
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
}
