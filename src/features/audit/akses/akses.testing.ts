import { projectDir } from '#platform/config.ts';
import type { PetaBerkas } from './akses.schema.ts';
import type { Sumber } from './baca/buka-tabel.ts';
import type { HasilAkses } from './mesin/periksa-akses.rules.ts';
import { hariIso } from './mesin/tanggal.rules.ts';
import { reviewBerkas } from './review-berkas.ts';

/** A file that is not on disk, in pieces of so many bytes. */
export function sumberDari(
	isi: string | Uint8Array,
	potong = 64 * 1024,
): Extract<Sumber, { ukuran: number }> {
	const bytes = typeof isi === 'string' ? Buffer.from(isi) : Buffer.from(isi);
	return {
		nama: 'uji',
		ukuran: bytes.length,
		potong: async function* () {
			for (let i = 0; i < bytes.length; i += potong) yield bytes.subarray(i, i + potong);
		},
	};
}

export const hariUji = '2026-11-25';
/** Personnel of every test; invented. */
export const pegawaiUji = `nip,nama,surel,unit,jabatan,status,tmt_jabatan,tmt_berhenti
198001012005011001,"Budi Santoso, S.Kom., M.T.",budi@uji.go.id,Dinas Komunikasi dan Informatika,Pranata,Aktif,2020-01-01,
198202022006022002,Drs. H. Moh. Joesoef,yusuf@uji.go.id,Dinas Kesehatan,Kepala,Pensiun,2019-01-01,2026-03-01
199003032015032003,Siti Aminah,siti1@uji.go.id,Dinas Kesehatan,Staf,Aktif,2026-06-01,
199104042016042004,Siti Aminah,siti2@uji.go.id,Dinas Pendidikan,Staf,Aktif,2020-01-01,
198505052010051005,Wahyu Nugroho,wahyu@uji.go.id,Dinas Pendidikan,Staf,Aktif,2020-01-01,
`;

const kolom = [
	...['aplikasi', 'nama_akun', 'pemilik_nama', 'pemilik_nip', 'surel', 'jenis', 'unit', 'peran', 'istimewa'],
	...['status', 'dibuat', 'mulai', 'akhir', 'terakhir_masuk', 'sandi_diubah', 'sandi_tak_kedaluwarsa', 'mfa'],
	...['disetujui_oleh', 'disetujui_tanggal', 'tanggal_reviu', 'tujuan', 'kontrak_akhir', 'log_masuk'],
] as const;
type Isi = Partial<Record<(typeof kolom)[number], string>>;

/** An account of Budi's that no rule objects to. */
const bersih: Isi = {
	aplikasi: 'SIMDA',
	nama_akun: 'budi.santoso',
	pemilik_nama: 'Budi Santoso',
	pemilik_nip: '198001012005011001',
	surel: 'budi@uji.go.id',
	jenis: 'orang',
	unit: 'Diskominfo',
	peran: 'pembaca',
	istimewa: 'tidak',
	status: 'aktif',
	dibuat: '2024-01-01',
	mulai: '2024-01-01',
	akhir: '2027-12-31',
	terakhir_masuk: '2026-11-24',
	sandi_diubah: '2026-10-01',
	sandi_tak_kedaluwarsa: 'tidak',
	mfa: 'ya',
	tanggal_reviu: '2026-11-01',
};

/** An export of these accounts, each the clean one with what is said. */
export function eksporUji(akun: readonly Isi[], tanpa: readonly string[] = []): string {
	const pakai = kolom.filter((k) => !tanpa.includes(k));
	const sel = (teks: string) => (/[",\n]/.test(teks) ? `"${teks.replaceAll('"', '""')}"` : teks);
	return `${[pakai.join(','), ...akun.map((a) => pakai.map((k) => sel({ ...bersih, ...a }[k] ?? '')).join(','))].join('\n')}\n`;
}

/** Reviews texts as files are reviewed. @throws where they are refused */
export async function tinjauUji(
	akun: string | Uint8Array,
	peta: PetaBerkas = {},
	pegawai: string | Uint8Array = pegawaiUji,
): Promise<HasilAkses> {
	const hasil = await reviewBerkas(
		{ dir: { project: projectDir } },
		{ akun: sumberDari(akun), pegawai: sumberDari(pegawai), peta, sistem: 'uji', hari: hariIso(hariUji) },
	);
	if (hasil.ok) return hasil.value;
	throw new Error(
		hasil.reason === 'berkas'
			? `${hasil.daftar}: ${hasil.galat.reason} ${JSON.stringify(hasil.galat.rinci)}`
			: hasil.reason,
	);
}

/** Rules that object to each account: {"budi": ["ACC-01"]}. */
export function menurutAkun({ temuan }: HasilAkses): Record<string, string[]> {
	const hasil: Record<string, string[]> = {};
	for (const t of temuan) hasil[t.akun] = [...(hasil[t.akun] ?? []), t.aturan];
	return hasil;
}
