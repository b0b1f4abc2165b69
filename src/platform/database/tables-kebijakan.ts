import type { Generated } from 'kysely';

/** The register of internal policies, and what was entered in the portal. */
export interface TablesKebijakan {
	kebijakan_dokumen: TabelKebijakanDokumen;
	kebijakan_versi: TabelKebijakanVersi;
	kebijakan_reviu: TabelKebijakanReviu;
	kebijakan_pasal: TabelKebijakanPasal;
	kebijakan_bukti: TabelKebijakanBukti;
	portal_centang: TabelPortalCentang;
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
