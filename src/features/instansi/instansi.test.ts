import { describe, expect, it } from 'vitest';
import { buatPencari } from './cari-instansi.rules.ts';
import { kunciNama, saranNama, slugNama } from './instansi.rules.ts';
import { susunInstansi } from './susun-instansi.rules.ts';

describe('nama instansi', () => {
	it.each([
		['Kab. Paser', 'Kabupaten  PASER'],
		['Kab Paser', 'kabupaten paser'],
		['Kabupaten Toli-Toli', 'Kabupaten Tolitoli'],
		['Kota Bau Bau', 'Kota Baubau'],
		['Kementerian Pekerjaan Umum & Perumahan Rakyat', 'Kementerian Pekerjaan Umum dan Perumahan Rakyat'],
	])('%s sama dengan %s', (a, b) => {
		expect(kunciNama(a)).toBe(kunciNama(b));
	});

	it('Deiyai dan Dogiyai, Kota dan Kabupaten Kupang, tetap dua', () => {
		expect(kunciNama('Kabupaten Deiyai')).not.toBe(kunciNama('Kabupaten Dogiyai'));
		expect(kunciNama('Kota Kupang')).not.toBe(kunciNama('Kabupaten Kupang'));
	});

	it.each([
		['Kota Balikpapan', 'kota-balikpapan'],
		['Provinsi D.I. Yogyakarta', 'provinsi-di-yogyakarta'],
		['Kabupaten Fak-Fak', 'kabupaten-fak-fak'],
		[
			'Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah',
			'lembaga-kebijakan-pengadaan-barang-jasa-pemerintah',
		],
	])('%s beralamat %s', (nama, slug) => {
		expect(slugNama(nama)).toBe(slug);
	});

	it('menyarankan paling banyak tiga nama terdekat, tetapi tidak mengenalinya', () => {
		const nama = ['Kabupaten Deiyai', 'Kabupaten Dogiyai', 'Kota Balikpapan', 'Kota Bandung', 'Kota Batam'];
		expect(saranNama('Kabupaten Degiyai', nama)).toEqual(['Kabupaten Deiyai', 'Kabupaten Dogiyai']);
		expect(saranNama('Kementerian Luar Angkasa', nama)).toEqual([]);
		const pencari = buatPencari(
			nama.map((n, id) => ({ id, nama: n, jenis: 'kota', provinsi: null })),
			[{ varian: 'Kota Bdg.', instansiId: 3 }],
		);
		expect(pencari.cari('Kabupaten Degiyai')).toBeUndefined();
		expect(pencari.cari('KOTA BDG')?.nama).toBe('Kota Bandung');
	});
});

describe('susunan instansi', () => {
	const provinsi = [{ kode: '94', nama: 'Papua Tengah', pulau: 'Papua' as const, namaWilayah: null }];
	const wilayah = [
		{ kode: '94.06', nama: 'Kabupaten Dogiyai' },
		{ kode: '94.08', nama: 'Kabupaten Deiyai' },
		{ kode: '31.71', nama: 'Kota Administrasi Jakarta Pusat' },
	];

	it('memakai nama baku, lalu ejaan terbaru, dan mengingat ejaan lain', () => {
		const { instansi, alias } = susunInstansi(
			[
				{ nama: 'Kab. Deiyai', jenis: 'kabupaten', tahun: 2022 },
				{ nama: 'Kabupaten DEIYAI', jenis: 'kabupaten', tahun: 2021 },
				{ nama: 'Dewan Pers', jenis: 'lns', tahun: 2023 },
				{ nama: 'Sekretariat Dewan Pers', jenis: 'lns', tahun: 2024 },
			],
			provinsi,
			wilayah,
			[{ namaBaku: 'Sekretariat Dewan Pers', varian: 'Dewan Pers' }],
		);
		expect(instansi.map((i) => [i.nama, i.kodeWilayah])).toEqual([
			['Provinsi Papua Tengah', '94'],
			['Kabupaten Dogiyai', '94.06'],
			['Kab. Deiyai', '94.08'],
			['Sekretariat Dewan Pers', null],
		]);
		expect(alias).toEqual([
			{ varian: 'Dewan Pers', nama: 'Sekretariat Dewan Pers' },
			{ varian: 'Kabupaten Deiyai', nama: 'Kab. Deiyai' },
			{ varian: 'Kabupaten DEIYAI', nama: 'Kab. Deiyai' },
		]);
	});

	it('menolak daerah yang tidak ada dalam data wilayah', () => {
		const terbit = [{ nama: 'Kabupaten Degiyai', jenis: 'kabupaten' as const, tahun: 2024 }];
		expect(() => susunInstansi(terbit, provinsi, wilayah, [])).toThrow('tidak ada dalam data wilayah');
	});
});
