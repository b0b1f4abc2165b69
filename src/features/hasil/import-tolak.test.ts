import { beforeAll, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { anggotaXlsx, type Baris, barisXml, buatBaris, buatCsv, buatZip, kepala } from './import-contoh.ts';
import type { Masalah } from './import-masalah.ts';
import { impor, jejak } from './import-uji.ts';
import { muatAwal } from './muat-awal.ts';

describeDatabase('impor hasil yang salah', (get) => {
	beforeAll(async () => {
		await muatAwal(get().ctx);
	}, 60_000);

	const satu = (ganti: Partial<Baris>) => buatCsv([buatBaris(ganti)]);
	const rata = (isi: Buffer, dari: string | RegExp, ke: string) =>
		Buffer.from(isi.toString().replace(dari, ke));
	it.each<[string, Buffer, string, Partial<Masalah>]>([
		[
			'kolom yang hilang',
			rata(satu({}), 'd3_manajemen', 'manajemen'),
			'Kolom "d3_manajemen" tidak ada',
			{ baris: 1, kolom: 'd3_manajemen', kode: 'kolom_tidak_ada' },
		],
		[
			'kolom ganda',
			rata(satu({}), 'note', 'note,NOTE'),
			'tertulis dua kali',
			{ baris: 1, kolom: 'note', kode: 'kolom_ganda' },
		],
		['tanpa baris data', buatCsv([]), 'tanpa satu baris data pun', { kode: 'tanpa_baris' }],
		[
			'indeks 5,01',
			satu({ index: '5.01' }),
			'"5.01" di luar batas; yang diharapkan 0,00 sampai 5,00',
			{ baris: 2, kolom: 'index', kode: 'angka_di_luar_batas' },
		],
		[
			'indeks di bawah nol',
			satu({ index: '-0.5' }),
			'di luar batas',
			{ baris: 2, kolom: 'index', kode: 'angka_di_luar_batas' },
		],
		[
			'tiga desimal',
			satu({ index: '3,964' }),
			'berdesimal 3 angka',
			{ baris: 2, kolom: 'index', kode: 'desimal_terlalu_banyak' },
		],
		[
			'indeks yang bukan angka',
			satu({ index: 'tinggi' }),
			'"tinggi" bukan angka',
			{ baris: 2, kolom: 'index', kode: 'bukan_angka' },
		],
		['indeks kosong', satu({ index: '' }), 'wajib diisi', { baris: 2, kolom: 'index', kode: 'wajib_diisi' }],
		[
			'sumber kosong',
			satu({ source: '' }),
			'wajib diisi',
			{ baris: 2, kolom: 'source', kode: 'wajib_diisi' },
		],
		[
			'domain yang bukan angka',
			satu({ d4_layanan: '4..3' }),
			'bukan angka',
			{ baris: 2, kolom: 'd4_layanan', kode: 'bukan_angka' },
		],
		[
			'domain yang tidak dimiliki instrumennya',
			satu({ year: '2019' }),
			'instrumen spbe-2018 tidak mempunyainya',
			{ kolom: 'd3_manajemen', kode: 'simpul_tidak_ada' },
		],
		[
			'tahun tanpa instrumen',
			satu({ year: '2017' }),
			'tidak ada instrumen untuk tahun 2017',
			{ baris: 2, kolom: 'year', kode: 'tahun_tidak_dikenal' },
		],
		[
			'tahun yang belum terjadi',
			satu({ year: '2031' }),
			'belum terjadi',
			{ kolom: 'year', kode: 'tahun_tidak_dikenal' },
		],
		['tahun dua angka', satu({ year: '25' }), 'empat angka', { kolom: 'year', kode: 'tahun_tidak_dikenal' }],
		[
			'instansi yang tidak dikenal',
			satu({ institution: 'Kota Balikpapn' }),
			'tidak dikenal; yang diharapkan nama instansi seperti pada daftar resmi; yang mirip: Kota Balikpapan',
			{ baris: 2, kolom: 'institution', kode: 'instansi_tidak_dikenal' },
		],
		[
			'jenis yang tidak dikenal',
			satu({ type: 'kotamadya' }),
			'"kotamadya" tidak dikenal',
			{ kolom: 'type', kode: 'jenis_tidak_dikenal' },
		],
		[
			'jenis yang tidak cocok',
			satu({ type: 'kabupaten' }),
			'Kota Balikpapan adalah kota',
			{ kolom: 'type', kode: 'jenis_tidak_cocok' },
		],
		[
			'provinsi yang tidak cocok',
			satu({ province: 'Kalimantan Utara' }),
			'yang diharapkan "Kalimantan Timur"',
			{ kolom: 'province', kode: 'provinsi_tidak_cocok' },
		],
		[
			'predikat yang tidak dikenal',
			satu({ predicate: 'Istimewa' }),
			'yang diharapkan Memuaskan, Sangat Baik, Baik, Cukup, Kurang',
			{ kolom: 'predicate', kode: 'predikat_tidak_dikenal' },
		],
		[
			'huruf yang rusak',
			satu({ note: 'caf\uFFFD' }),
			'huruf yang rusak',
			{ baris: 2, kolom: 'note', kode: 'huruf_rusak' },
		],
		[
			'teks yang terlalu panjang',
			satu({ note: 'x'.repeat(1001) }),
			'paling banyak 1000',
			{ kolom: 'note', kode: 'teks_terlalu_panjang' },
		],
		[
			'baris kurang kolom di tengah',
			rata(buatCsv([buatBaris(), buatBaris({ institution: 'Kota Bontang' })]), /,$/m, ''),
			'hanya memuat 11 kolom',
			{ baris: 2, kode: 'kolom_kurang' },
		],
		[
			'berkas terpotong',
			Buffer.from(`${satu({}).toString()}2025,Kota Bontang,ko`),
			'berkas tampaknya terpotong',
			{ baris: 3, kode: 'berkas_terpotong' },
		],
		[
			'desimal koma tanpa kutip',
			rata(satu({}), '3.96', '3,96'),
			'harus diapit tanda kutip',
			{ baris: 2, kode: 'kolom_lebih' },
		],
		[
			'instansi ganda',
			buatCsv([buatBaris(), buatBaris({ institution: 'KOTA  BALIKPAPAN' })]),
			'juga tertulis pada baris 3',
			{ baris: 2, kolom: 'institution', kode: 'instansi_ganda' },
		],
		[
			'instansi ganda menurut alias',
			buatCsv([
				buatBaris({ institution: 'Kabupaten Kep. Mentawai', type: 'kabupaten', province: '' }),
				buatBaris({ institution: 'Kab. Kepulauan Mentawai', type: 'kabupaten', province: '' }),
			]),
			'Kabupaten Kepulauan Mentawai tahun 2025 juga tertulis pada baris 3',
			{ baris: 2, kode: 'instansi_ganda' },
		],
		[
			'tanggal di sel XLSX',
			buatZip(
				anggotaXlsx(
					barisXml(1, kepala) +
						barisXml(2, buatBaris({ index: '' }), { E2: '<c r="E2" t="d"><v>2026-05-03</v></c>' }),
				),
			),
			'menjadi tanggal',
			{ baris: 2, kolom: 'index', kode: 'bukan_angka' },
		],
	])('menolak %s dan tidak menulis apa pun', async (_, isi, pesan, harap) => {
		const { ctx } = get();
		const sebelum = await jejak(ctx);
		const hasil = await impor(ctx, isi);
		if (hasil.ok || hasil.reason === 'tidak_berwenang') throw new Error('seharusnya ditolak');
		expect(hasil.masalah[0]).toMatchObject(harap);
		expect(hasil.masalah[0]?.pesan).toContain(pesan);
		expect(hasil.jumlahMasalah).toBe(hasil.masalah.length);
		expect(await jejak(ctx)).toEqual(sebelum);
	});
});
