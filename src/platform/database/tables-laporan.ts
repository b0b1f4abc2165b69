import type { Generated } from 'kysely';

/** Reports made in the background. */
export interface TablesLaporan {
	laporan: {
		id: Generated<number>;
		pekerjaan_id: number;
		orang_id: number;
		instansi_id: number | null;
		penilaian_id: number | null;
		putaran_id: number | null;
		nama: string;
		tipe: string;
		ukuran: bigint;
		sha256: string | null;
		dibuat: Date;
		siap: Date | null;
		hapus: Date;
	};
	laporan_potong: { laporan_id: number; nomor: number; isi: Uint8Array };
}
