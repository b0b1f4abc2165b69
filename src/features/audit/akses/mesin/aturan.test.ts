import { describe, expect, it } from 'vitest';
import { eksporUji, menurutAkun, tinjauUji } from '../akses.testing.ts';

type Isi = Parameters<typeof eksporUji>[0][number];
const yusuf = {
	pemilik_nip: '198202022006022002',
	pemilik_nama: 'Joesoef',
	surel: '',
	unit: 'Dinas Kesehatan',
};
const tanpa = { pemilik_nip: '', pemilik_nama: '', surel: '' };

/** Every rule: what it objects to, and its nearest neighbour that it must not object to. */
const kasus: [string, string, Isi, Isi][] = [
	['ACC-01', 'lewat 45 hari', { terakhir_masuk: '2026-10-10' }, { terakhir_masuk: '2026-10-11' }],
	[
		'ACC-01',
		'hanya yang aktif',
		{ terakhir_masuk: '2025-01-01' },
		{ terakhir_masuk: '2025-01-01', status: 'nonaktif' },
	],
	[
		'ACC-02',
		'lewat 30 hari',
		{ terakhir_masuk: '', dibuat: '2026-10-25' },
		{ terakhir_masuk: '', dibuat: '2026-10-26' },
	],
	[
		'ACC-02',
		'"belum pernah" bukan tanggal',
		{ terakhir_masuk: 'Belum pernah' },
		{ terakhir_masuk: '24/11/2026' },
	],
	[
		'ACC-03',
		'tidak ada pada daftar',
		{ pemilik_nip: '199909092020091009', pemilik_nama: 'Rangga Tirta', surel: '' },
		{},
	],
	['ACC-03', 'tanpa pemilik', tanpa, { ...tanpa, jenis: 'layanan', tujuan: 'cadangan' }],
	[
		'ACC-03',
		'pihak ketiga bukan pegawai',
		{ ...tanpa, pemilik_nama: 'Rangga Tirta' },
		{ ...tanpa, pemilik_nama: 'Rangga Tirta', jenis: 'vendor' },
	],
	['ACC-04', 'pensiun', yusuf, { ...yusuf, status: 'nonaktif' }],
	[
		'ACC-05',
		'pindah sesudah reviu',
		{ unit: 'Dinas Sosial', tanggal_reviu: '2019-01-01' },
		{ unit: 'Dinas Sosial', tanggal_reviu: '2026-11-01' },
	],
	[
		'ACC-05',
		'singkatan unit',
		{ unit: 'Disdik', tanggal_reviu: '' },
		{ unit: 'DISKOMINFO', tanggal_reviu: '' },
	],
	['ACC-06', 'nama umum tanpa pemilik', { ...tanpa, nama_akun: 'operator2' }, { nama_akun: 'operator2' }],
	['ACC-06', 'akun bersama', { ...tanpa, jenis: 'bersama' }, { jenis: 'bersama' }],
	['ACC-07', 'tak kedaluwarsa', { sandi_tak_kedaluwarsa: 'True' }, { sandi_tak_kedaluwarsa: 'False' }],
	['ACC-07', 'terlalu tua', { sandi_diubah: '2025-11-24' }, { sandi_diubah: '2025-11-25' }],
	['ACC-08', 'istimewa tanpa MFA', { istimewa: 'ya', mfa: 'tidak' }, { istimewa: 'ya', mfa: 'ya' }],
	['ACC-08', 'akun biasa', { istimewa: 'ya', mfa: 'tidak' }, { istimewa: 'tidak', mfa: 'tidak' }],
	[
		'ACC-09',
		'tanpa persetujuan',
		{ istimewa: 'ya' },
		{ istimewa: 'ya', disetujui_oleh: 'Kepala', disetujui_tanggal: '2026-01-01' },
	],
	['ACC-10', 'hanya akun admin', { istimewa: 'ya' }, { istimewa: 'tidak' }],
	['ACC-11', 'pasangan terlarang', { peran: 'Pembuat SPM; Penerbit SP2D' }, { peran: 'Pembuat SPM' }],
	[
		'ACC-12',
		'akun layanan tanpa tujuan',
		{ jenis: 'layanan', tujuan: '' },
		{ jenis: 'layanan', tujuan: 'cadangan malam' },
	],
	['ACC-14', 'isian kosong', { akhir: '' }, {}],
	['ACC-15', 'lewat 3 bulan', { tanggal_reviu: '2026-08-24' }, { tanggal_reviu: '2026-08-25' }],
	[
		'ACC-15',
		'akun baru belum perlu',
		{ tanggal_reviu: '', dibuat: '2026-01-01' },
		{ tanggal_reviu: '', dibuat: '2026-11-01' },
	],
	['ACC-16', 'lewat masa berlaku', { akhir: '2026-11-24' }, { akhir: '2026-11-25' }],
	[
		'ACC-17',
		'kontrak lewat',
		{ jenis: 'vendor', kontrak_akhir: '2026-11-24' },
		{ jenis: 'orang', kontrak_akhir: '2026-11-24' },
	],
	['ACC-18', 'malam hari', { log_masuk: '2026-11-20 02:13 ID' }, { log_masuk: '2026-11-20 09:13 ID' }],
	['ACC-18', 'luar negeri', { log_masuk: '2026-11-20 09:13 SG' }, { log_masuk: '2026-11-20 09:13 PM' }],
];

describe('aturan hak akses', () => {
	it('tidak menandai akun yang bersih', async () => {
		const hasil = await tinjauUji(eksporUji([{}]));
		expect(hasil.temuan).toEqual([]);
		expect(hasil.aturan.filter((a) => a.keadaan === 'tidak_diuji')).toEqual([]);
		expect(hasil.aturan).toHaveLength(18);
	});

	it.each(kasus)('%s (%s) menandai yang melanggar dan tidak yang lain', async (aturan, _, salah, benar) => {
		const [a, b] = await Promise.all([tinjauUji(eksporUji([salah])), tinjauUji(eksporUji([benar]))]);
		expect(a.temuan.map((t) => t.aturan)).toContain(aturan);
		expect(b.temuan.map((t) => t.aturan)).not.toContain(aturan);
		for (const t of a.temuan) expect(t.alasan).toMatch(/^[A-Z].*\.$/s);
	});

	it('menandai akun ganda, tetapi bukan akun admin di sampingnya', async () => {
		const hasil = menurutAkun(
			await tinjauUji(
				eksporUji([
					{ nama_akun: 'a' },
					{ nama_akun: 'b' },
					{ nama_akun: 'admin.budi', istimewa: 'ya', disetujui_oleh: 'K', disetujui_tanggal: '2026-01-01' },
				]),
			),
		);
		expect(hasil).toEqual({ a: ['ACC-13'], b: ['ACC-13'] });
	});

	it('menemukan pasangan terlarang lintas aplikasi, pada kedua akunnya', async () => {
		const hasil = await tinjauUji(
			eksporUji([
				{ aplikasi: 'SIMDA', nama_akun: 'a', peran: 'pembuat spm' },
				{ aplikasi: 'SIPD', nama_akun: 'b', peran: 'Penerbit SP2D Daerah' },
			]),
		);
		expect(menurutAkun(hasil)).toEqual({ a: ['ACC-11'], b: ['ACC-11'] });
		expect(hasil.temuan[0]?.alasan).toContain('SIPD');
	});

	it('menandai jumlah akun istimewa yang melewati ambang aplikasi', async () => {
		const admin = (n: number) =>
			eksporUji(
				Array.from({ length: n }, (_, i) => ({
					...{ nama_akun: `adm${i}`, istimewa: 'ya', disetujui_oleh: 'K', disetujui_tanggal: '2026-01-01' },
				})),
			);
		const tiga = await tinjauUji(admin(3));
		const empat = await tinjauUji(admin(4));
		expect(tiga.temuan.filter((t) => t.aturan === 'ACC-09')).toHaveLength(0);
		expect(empat.temuan.filter((t) => t.aturan === 'ACC-09')).toHaveLength(4);
		const longgar = await tinjauUji(admin(4), { ambang: { 'ACC-09': { adminMaks: 4 } } });
		expect(longgar.temuan.filter((t) => t.aturan === 'ACC-09')).toHaveLength(0);
	});

	it('menandai satu akun yang tercatat atas dua orang', async () => {
		const ekspor = eksporUji([
			{ nama_akun: 'loket' },
			{ nama_akun: 'loket', pemilik_nip: '198505052010051005', pemilik_nama: 'Wahyu Nugroho' },
		]);
		const hasil = await tinjauUji(ekspor);
		expect(menurutAkun(hasil)).toEqual({ loket: ['ACC-06'] });
		expect(hasil.catatan.map((c) => c.kode)).toContain('akun_ganda');
	});

	it('menggabungkan baris per peran dari akun yang sama', async () => {
		const hasil = await tinjauUji(eksporUji([{ peran: 'bendahara' }, { peran: 'pejabat penatausahaan' }]));
		expect(hasil.akun).toHaveLength(1);
		expect(menurutAkun(hasil)).toEqual({ 'budi.santoso': ['ACC-11'] });
	});

	it('menyebut aturan yang kolomnya tidak ada sebagai tidak diuji', async () => {
		const hasil = await tinjauUji(eksporUji([{}], ['terakhir_masuk', 'log_masuk', 'mfa', 'mulai']));
		const keadaan = Object.fromEntries(hasil.aturan.map((a) => [a.id, a.keadaan]));
		expect(keadaan).toMatchObject({
			'ACC-01': 'tidak_diuji',
			'ACC-02': 'tidak_diuji',
			'ACC-18': 'tidak_diuji',
		});
		expect(keadaan).toMatchObject({ 'ACC-08': 'tidak_diuji', 'ACC-14': 'sebagian', 'ACC-16': 'diuji' });
		expect(hasil.aturan.find((a) => a.id === 'ACC-01')?.kurang).toEqual(['terakhir_masuk']);
	});

	it('ambang yang dikosongkan tidak diuji', async () => {
		const hasil = await tinjauUji(eksporUji([{ sandi_diubah: '2020-01-01' }]), {
			ambang: { 'ACC-07': { hari: null } },
		});
		expect(hasil.temuan).toEqual([]);
		expect(hasil.aturan.find((a) => a.id === 'ACC-07')).toMatchObject({
			keadaan: 'sebagian',
			kurang: ['ambang umur sandi'],
		});
	});

	it('tanpa daftar pegawai yang berisi orangnya tetap tidak menebak', async () => {
		const hasil = await tinjauUji(
			eksporUji([{ pemilik_nip: '', surel: '', pemilik_nama: 'Siti Aminah', unit: '' }]),
		);
		expect(menurutAkun(hasil)['budi.santoso']).toContain('RAGU-PEMILIK');
		expect(hasil.temuan.find((t) => t.aturan === 'RAGU-PEMILIK')?.alasan).toContain('Dinas Pendidikan');
		expect(hasil.temuan.some((t) => t.aturan === 'ACC-03')).toBe(false);
		expect(hasil.aturan.find((a) => a.id === 'ACC-03')?.ragu).toBe(1);
	});
});
