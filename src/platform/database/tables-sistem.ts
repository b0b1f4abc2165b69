import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Register of systems, permits, and what the technical checks found. */
export interface TablesSistem {
	sistem: {
		id: Generated<number>;
		instansi_id: number;
		nama: string;
		uraian: string;
		unit_id: number | null;
		kekritisan: 'rendah' | 'sedang' | 'tinggi' | 'sangat_tinggi';
		kelas_data: 'terbuka' | 'terbatas' | 'rahasia' | 'sangat_rahasia';
		kategori: 'rendah' | 'tinggi' | 'strategis' | null;
		aktif: Generated<boolean>;
		dibuat: Date;
		diubah: Date;
		oleh: number;
	};
	sistem_alamat: {
		instansi_id: number;
		sistem_id: number;
		host: string;
		porta: number;
		diperingatkan: Generated<string>;
	};
	izin_periksa: {
		id: Generated<number>;
		instansi_id: number;
		nomor: string;
		pemberi: string;
		berlaku_dari: string;
		berlaku_sampai: string;
		sasaran: Json<string[]>;
		tambahan: Json<string[]>;
		dibuat: Date;
		oleh: number;
		dicabut: Date | null;
		dicabut_oleh: number | null;
	};
	periksa: {
		id: Generated<number>;
		instansi_id: number;
		sistem_id: number;
		host: string;
		porta: number;
		izin_id: number | null;
		pekerjaan_id: number | null;
		waktu: Date;
		keadaan: 'selesai' | 'ditolak';
		alasan: string | null;
		alamat: Generated<string>;
		nilai: number | null;
		huruf: string | null;
		hasil: Json<unknown>;
		fakta: Json<unknown>;
		sambungan: Json<unknown>;
		gagal: Generated<number>;
		tak_diuji: Generated<number>;
		sertifikat_sampai: string | null;
		perubahan: Json<unknown>;
		oleh: number | null;
	};
	jadwal_periksa: {
		instansi_id: number;
		selang: 'mingguan' | 'bulanan';
		berikut: string;
		waktu: Date;
		oleh: number;
	};
}
