import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Targets, costs of steps, plans, actions and the roadmap. Levels in hundredths, money in rupiah. */
export interface TablesRencana {
	sasaran: {
		instansi_id: number;
		tahun: number;
		simpul: string;
		nilai: number;
		alasan: Generated<string>;
		waktu: Date;
		oleh: number;
	};
	ongkos_langkah: {
		instansi_id: number;
		instrumen: string;
		indikator: string;
		dari: number;
		usaha: number;
		rupiah: bigint | null;
		orang_hari: number | null;
		bulan: number | null;
		peluang: number | null;
		layak: Generated<boolean>;
		catatan: Generated<string>;
		waktu: Date;
		oleh: number;
	};
	rencana: {
		id: Generated<number>;
		instansi_id: number;
		tahun: number;
		nama: string;
		jenis: 'skenario' | 'rencana';
		instrumen: string;
		masukan: Json<unknown>;
		hasil: Json<unknown>;
		alasan: Generated<string>;
		dibuat: Date;
		oleh: number;
		dipakai: Date | null;
		diarsipkan: Date | null;
	};
	tindakan: {
		id: Generated<number>;
		instansi_id: number;
		rencana_id: number | null;
		tahun: number;
		judul: string;
		uraian: Generated<string>;
		indikator: string | null;
		dari: number | null;
		ke: number | null;
		unit_id: number | null;
		orang_id: number | null;
		mulai: string;
		tenggat: string;
		keadaan: Generated<'belum' | 'berjalan' | 'selesai' | 'batal'>;
		kemajuan: Generated<number>;
		bukti: Generated<string>;
		program: Generated<string>;
		kegiatan: Generated<string>;
		sub_kegiatan: Generated<string>;
		kode_rekening: Generated<string>;
		sumber_dana: Generated<string>;
		pagu: bigint | null;
		realisasi: bigint | null;
		dibuat: Date;
		oleh: number;
		diubah: Date;
		selesai: Date | null;
	};
	tonggak: {
		id: Generated<number>;
		instansi_id: number;
		tindakan_id: number;
		nama: string;
		tanggal: string;
		selesai: Date | null;
	};
	tindakan_syarat: { instansi_id: number; tindakan_id: number; menunggu_id: number };
	peta_rencana: {
		id: Generated<number>;
		instansi_id: number;
		tahun: number;
		muatan: 'tata_kelola' | 'manajemen' | 'layanan' | 'infrastruktur' | 'aplikasi' | 'keamanan' | 'audit_tik';
		judul: string;
		indikator: string | null;
		unit_id: number | null;
		kebutuhan: bigint | null;
		anggaran: bigint | null;
		sub_kegiatan: Generated<string>;
		tindakan_id: number | null;
		waktu: Date;
		oleh: number;
	};
}
