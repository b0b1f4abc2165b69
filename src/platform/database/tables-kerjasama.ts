import type { ColumnType, Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Background work, mail, notices, sendings from devices, minutes, and handing over. */
export interface TablesKerjasama {
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
		instansi_id: number | null;
		jenis: 'ingatkan' | 'dikembalikan' | 'tugas' | 'serah_terima' | 'ringkasan' | 'laporan' | 'sistem';
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
	kiriman: KirimanTable;
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
