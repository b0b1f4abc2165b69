import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Review of access rights; `isi` and `alasan` are sealed. */
export interface TablesAkses {
	akses_setelan: {
		instansi_id: number;
		retensi: number;
		ambang: Json<unknown>;
		pasangan: Json<unknown> | null;
		unit_sama: Json<unknown>;
		waktu: Date;
		oleh: number;
	};
	akses_peta: {
		instansi_id: number;
		sistem_id: number;
		peta: Json<unknown>;
		urutan: 'otomatis' | 'hari_dulu' | 'bulan_dulu';
		publik: boolean | null;
		waktu: Date;
		oleh: number;
	};
	akses_muat: {
		id: Generated<number>;
		instansi_id: number;
		sistem_id: number | null;
		ukuran: bigint;
		tanggal: string;
		keadaan: Generated<'menunggu' | 'siap'>;
		jumlah: Generated<number>;
		ringkas: Json<unknown>;
		dibuat: Date;
		oleh: number;
		dihapus: Date | null;
	};
	akses_potong: {
		instansi_id: number;
		muat_id: number;
		jenis: 'berkas' | 'isi' | 'catatan';
		nomor: number;
		aturan: Generated<string>;
		isi: Uint8Array;
	};
	akses_kampanye: {
		id: Generated<number>;
		instansi_id: number;
		sistem_id: number;
		muat_id: number;
		nama: string;
		tenggat: string;
		dibuat: Date;
		oleh: number;
		ditutup: Date | null;
		ditutup_oleh: number | null;
		dihapus: Date | null;
	};
	akses_butir: {
		id: Generated<number>;
		instansi_id: number;
		kampanye_id: number;
		kunci: string;
		isi: Uint8Array | null;
		temuan: number;
		keparahan: string;
		keputusan: 'pertahankan' | 'ubah' | 'cabut' | 'alihkan' | null;
		alasan: Uint8Array | null;
		berlaku_sampai: string | null;
		diputus: Date | null;
		oleh: number | null;
		hasil: 'terpenuhi' | 'belum' | null;
		hasil_muat_id: number | null;
	};
}
