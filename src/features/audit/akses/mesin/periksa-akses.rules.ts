import type { Catatan, DaftarAkun, DaftarPegawai } from './akun.rules.ts';
import { alasan } from './alasan.copy.ts';
import { daftarAturan } from './aturan.rules.ts';
import { elemenKurang } from './aturan-hak.rules.ts';
import { RAGU } from './bentuk-aturan.rules.ts';
import { type AkunCocok, type Konteks, susunKonteks } from './konteks.rules.ts';
import type { Keparahan, SetelanAturan } from './setelan.rules.ts';
import { TGL_RAGU } from './tanggal.rules.ts';

/** One finding, or one thing that must be looked at before it can be decided (`RAGU-…`). */
export interface TemuanAkses {
	aturan: string;
	akun: string;
	sistem: string;
	/** One Indonesian sentence. */
	alasan: string;
	keparahan: Keparahan;
}

/** How far a rule was tested: never "passed" where it was not. */
export interface KeadaanAturan {
	id: string;
	keadaan: 'diuji' | 'sebagian' | 'tidak_diuji';
	/** Columns that were missing. */
	kurang: string[];
	temuan: number;
	/** Accounts of which it could not be told. */
	ragu: number;
}

/** A part and the whole it is of. */
export interface Ukuran {
	nama: string;
	bagian: number;
	dari: number;
}

export interface HasilAkses {
	temuan: TemuanAkses[];
	/** The account that each finding is about, by its place in `akun`. */
	pemilikTemuan: number[];
	akun: AkunCocok[];
	aturan: KeadaanAturan[];
	ukuran: Ukuran[];
	catatan: Catatan[];
}

export const RAGU_PEMILIK = 'RAGU-PEMILIK';
export const RAGU_TANGGAL = 'RAGU-TANGGAL';

/**
 * Looks at every account by every rule, by rule and then by account.
 * @param hari the day of the export, days since 1970-01-01
 */
export function periksaAkses(
	daftar: DaftarAkun,
	pegawai: DaftarPegawai | null,
	setelan: SetelanAturan,
	hari: number,
): HasilAkses {
	const { akun, konteks } = susunKonteks(daftar, pegawai, setelan, hari);
	const hasil: HasilAkses = {
		temuan: [],
		pemilikTemuan: [],
		akun,
		aturan: daftarAturan.map((a) => ({ id: a.id, ...keadaanOf(a.kurang(konteks)), temuan: 0, ragu: 0 })),
		ukuran: [],
		catatan: [...daftar.catatan, ...(pegawai?.catatan ?? []), ...catatanNama(akun)],
	};
	for (const [n, aturan] of daftarAturan.entries()) {
		const keadaan = hasil.aturan[n];
		if (!keadaan || keadaan.keadaan === 'tidak_diuji') continue;
		const keparahan = setelan.keparahan[aturan.id] ?? 'sedang';
		for (let i = 0; i < akun.length; i++) {
			const a = akun[i] as AkunCocok;
			const putusan = aturan.periksa(a, konteks);
			if (putusan === null) continue;
			if (putusan === RAGU) keadaan.ragu++;
			else {
				keadaan.temuan++;
				tambahTemuan(hasil, i, { aturan: aturan.id, alasan: putusan, keparahan });
			}
		}
	}
	tambahRagu(hasil, pegawai !== null, hari);
	hasil.ukuran = hitungUkuran(hasil, konteks);
	return hasil;
}

function keadaanOf({ semua, sebagian }: { semua: string[]; sebagian: string[] }) {
	if (semua.length > 0) return { keadaan: 'tidak_diuji' as const, kurang: semua };
	return { keadaan: sebagian.length > 0 ? ('sebagian' as const) : ('diuji' as const), kurang: sebagian };
}

function tambahTemuan(
	hasil: HasilAkses,
	i: number,
	{ aturan, alasan: kalimat, keparahan }: Pick<TemuanAkses, 'aturan' | 'alasan' | 'keparahan'>,
): void {
	const { akun, sistem } = (hasil.akun[i] as AkunCocok).akun;
	hasil.temuan.push({ aturan, akun, sistem, alasan: kalimat, keparahan });
	hasil.pemilikTemuan.push(i);
}

const kolomTanggal = {
	dibuat: 'dibuat',
	mulai: 'mulai',
	akhir: 'akhir',
	masuk: 'terakhir_masuk',
	sandi: 'sandi_diubah',
	disetujuiTanggal: 'disetujui_tanggal',
	reviu: 'tanggal_reviu',
	kontrakAkhir: 'kontrak_akhir',
} as const;
const pasanganTanggal = Object.entries(kolomTanggal) as [keyof typeof kolomTanggal, string][];
/** Days that cannot lie ahead. */
const sudahTerjadi = new Set<string>(['dibuat', 'masuk', 'sandi', 'disetujuiTanggal', 'reviu']);

/** What cannot be decided without a person: doubtful owners and doubtful dates, one entry for each account. */
function tambahRagu(hasil: HasilAkses, adaPegawai: boolean, hari: number): void {
	for (let i = 0; adaPegawai && i < hasil.akun.length; i++) {
		const { akun, cocok } = hasil.akun[i] as AkunCocok;
		if (cocok.cara !== 'ragu') continue;
		const calon = cocok.calon.map((p) => (p.unit ? `${p.nama} (${p.unit})` : p.nama));
		const kalimat = alasan.raguPemilik(akun.nama || akun.surel, calon, alasan.sebabRagu[cocok.sebab]);
		tambahTemuan(hasil, i, { aturan: RAGU_PEMILIK, alasan: kalimat, keparahan: 'perlu dicek' });
	}
	for (let i = 0; i < hasil.akun.length; i++) {
		const { akun } = hasil.akun[i] as AkunCocok;
		const kolom = pasanganTanggal
			.filter(([k]) => akun[k] === TGL_RAGU || (sudahTerjadi.has(k) && akun[k] > hari + 1))
			.map(([, nama]) => nama);
		if (kolom.length > 0)
			tambahTemuan(hasil, i, {
				aturan: RAGU_TANGGAL,
				alasan: alasan.raguTanggal(kolom),
				keparahan: 'perlu dicek',
			});
	}
}

function catatanNama(akun: readonly AkunCocok[]): Catatan[] {
	const beda = akun.filter(({ cocok }) => 'bedaNama' in cocok);
	const [pertama] = beda;
	if (!pertama) return [];
	return [
		{
			kode: 'nip_beda_nama',
			kolom: 'pemilik_nip',
			jumlah: beda.length,
			baris: beda.slice(0, 5).map(({ akun: a }) => a.baris),
			contoh: pertama.akun.nama,
		},
	];
}

/** Figures that CIS measures by; parts and wholes as counts. */
function hitungUkuran({ akun, temuan, pemilikTemuan }: HasilAkses, k: Konteks): Ukuran[] {
	const tak = (id: string) => new Set(pemilikTemuan.filter((_, n) => temuan[n]?.aturan === id));
	const takSah = new Set(['ACC-03', 'ACC-04', 'ACC-16', 'ACC-17'].flatMap((id) => [...tak(id)]));
	const istimewa = akun.filter(({ akun: a }) => a.aktif && a.istimewa).length;
	const lengkap = akun.filter(({ akun: a }) => elemenKurang(a, k).length === 0).length;
	const berperan = akun.filter(({ akun: a }) => a.peran.length > 0).length;
	return [
		{ nama: 'kelengkapan inventaris', bagian: lengkap, dari: akun.length },
		{ nama: 'akurasi', bagian: akun.length - takSah.size, dari: akun.length },
		{ nama: 'dormant masih aktif', bagian: tak('ACC-01').size, dari: akun.length },
		{ nama: 'admin tidak sah', bagian: tak('ACC-09').size, dari: istimewa },
		{ nama: 'cakupan peran', bagian: berperan, dari: akun.length },
	];
}
