import type { MedanAkun, MedanPegawai } from './kolom.rules.ts';
import type { JenisAkun } from './nilai.rules.ts';

/** One account as the rules see it. Days are whole days since 1970-01-01, or TGL_KOSONG, or TGL_RAGU. */
export interface Akun {
	/** Line or row of the file where it stands first. */
	baris: number;
	sistem: string;
	akun: string;
	nama: string;
	nip: string;
	surel: string;
	/** null where the export does not say; by the account's name then, see `jenisDisimpulkan`. */
	jenis: JenisAkun | null;
	unit: string;
	peran: readonly string[];
	istimewa: boolean | null;
	/** Accounts whose state is blank or unknown count as active. */
	aktif: boolean;
	dibuat: number;
	mulai: number;
	akhir: number;
	masuk: number;
	sandi: number;
	sandiAbadi: boolean | null;
	mfa: boolean | null;
	disetujuiOleh: string;
	disetujuiTanggal: number;
	reviu: number;
	tujuan: string;
	kontrakAkhir: number;
	logMasuk: string;
	jauh: boolean | null;
	publik: boolean | null;
	/** Other owners under whom the same account stands again. */
	pemilikLain: readonly string[];
}

export interface Pegawai {
	baris: number;
	nip: string;
	nama: string;
	surel: string;
	unit: string;
	jabatan: string;
	/** null where the list does not say, or says something unknown. */
	aktif: boolean | null;
	status: string;
	tmtJabatan: number;
	tmtBerhenti: number;
}

/** What was noticed while reading: told to people, never a finding. */
export interface Catatan {
	kode:
		| 'nilai_tidak_dikenal'
		| 'tanggal_ragu'
		| 'tanggal_campur'
		| 'nip_bukan_nip'
		| 'akun_ganda'
		| 'tanpa_nama_akun'
		| 'pegawai_ganda'
		| 'pegawai_tanpa_nama'
		| 'tanggal_bulan_dulu'
		| 'nip_beda_nama'
		| 'istimewa_disimpulkan'
		| 'jenis_disimpulkan'
		| 'baris_rusak'
		| 'sandi_huruf'
		| 'kolom_terlarang'
		| 'kolom_hilang'
		| 'sel_rumus'
		| 'lembar_lain'
		| 'berkas_terpotong';
	/** The column as the file names it, or the field. */
	kolom: string;
	jumlah: number;
	/** The first lines it was seen on. */
	baris: number[];
	contoh: string;
}

export interface DaftarAkun {
	akun: Akun[];
	/** Fields that the export has at all. */
	ada: ReadonlySet<MedanAkun>;
	catatan: Catatan[];
	/** Rows read, duplicates and blank ones included. */
	baris: number;
}

export interface DaftarPegawai {
	pegawai: Pegawai[];
	ada: ReadonlySet<MedanPegawai>;
	catatan: Catatan[];
	baris: number;
}

const BARIS_DISEBUT = 5;

/** Gathers notes of the same kind and column into one with a count. */
export function createCatatan() {
	const daftar = new Map<string, Catatan>();
	return {
		catat(kode: Catatan['kode'], kolom: string, baris: number | null, contoh = ''): void {
			const kunci = `${kode}\0${kolom}`;
			const ada = daftar.get(kunci);
			if (!ada) {
				daftar.set(kunci, { kode, kolom, jumlah: 1, baris: baris === null ? [] : [baris], contoh });
				return;
			}
			ada.jumlah++;
			if (baris !== null && ada.baris.length < BARIS_DISEBUT) ada.baris.push(baris);
		},
		daftar: () => [...daftar.values()],
	};
}
export type PencatatBaca = ReturnType<typeof createCatatan>;
