import type { Generated } from 'kysely';
import type { Json } from './tables.ts';

/** Units, people, roles, ways to sign in, and the activity log. */
export interface TablesAkun {
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
	activity_titik: ActivityTitikTable;
	kode_masuk: KodeMasukTable;
	kode_pemulihan: { orang_id: number; sidik: Buffer; dibuat: Date; dipakai: Date | null };
	kunci: KunciTable;
	tantangan: TantanganTable;
	masuk_setengah: MasukSetengahTable;
	sso_jalan: SsoJalanTable;
	sso_akun: { penerbit: string; subjek: string; orang_id: number; dibuat: Date; terakhir: Date };
	isian_tertunda: { sesi_id: number; jalur: string; isi: Json<Record<string, string>>; kedaluwarsa: Date };
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
	/** The session it proves anew; null where it signs in. */
	sesi_id: number | null;
}
