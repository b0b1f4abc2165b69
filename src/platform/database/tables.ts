import type { ColumnType, Generated } from 'kysely';
import type { TablesAkses } from './tables-akses.ts';
import type { TablesAkun } from './tables-akun.ts';
import type { TablesAuditKelola } from './tables-audit-kelola.ts';
import type { TablesKebijakan } from './tables-kebijakan.ts';
import type { TablesKerjasama } from './tables-kerjasama.ts';
import type { TablesLaporan } from './tables-laporan.ts';
import type { TablesPenilaian } from './tables-penilaian.ts';
import type { TablesRencana } from './tables-rencana.ts';
import type { TablesSistem } from './tables-sistem.ts';

/** Column types as both drivers return them: int8 → bigint, date → 'YYYY-MM-DD', timestamptz → Date. */
export type Json<T> = ColumnType<T, string, string>;

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

/** Every table of the database; those of results stand here. */
export interface Tables
	extends TablesAkun,
		TablesPenilaian,
		TablesKerjasama,
		TablesKebijakan,
		TablesRencana,
		TablesLaporan,
		TablesAuditKelola,
		TablesSistem,
		TablesAkses {
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
}
