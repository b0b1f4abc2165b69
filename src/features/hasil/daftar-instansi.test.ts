import { describe, expect, it } from 'vitest';
import { kelompokkanHuruf, namaUrut, susunPilihan } from './daftar-instansi.rules.ts';

describe('daftar instansi', () => {
	it.each([
		['Kabupaten Paser', 'Paser'],
		['Kementerian Koordinator Bidang Perekonomian', 'Perekonomian'],
		['Badan Narkotika Nasional', 'Badan Narkotika Nasional'],
	])('%s dicari sebagai %s', (nama, harapan) => {
		expect(namaUrut(nama)).toBe(harapan);
	});
	it('mengelompokkan menurut huruf awal nama yang dicari', () => {
		const nama = ['Kota Bima', 'Kabupaten Bima', 'Provinsi Aceh', 'Badan Informasi Geospasial'];
		const kelompok = kelompokkanHuruf(nama.map((n) => ({ nama: n })));
		expect(kelompok.map((k) => [k.huruf, k.anggota.map((a) => a.nama)])).toEqual([
			['A', ['Provinsi Aceh']],
			['B', ['Badan Informasi Geospasial', 'Kabupaten Bima', 'Kota Bima']],
		]);
	});
	it('menjumlahkan menurut jenis dan provinsi, instansi pusat tanpa provinsi', () => {
		const pilihan = susunPilihan([
			{ jenis: 'kota', provinsiKode: '64', provinsi: 'Kalimantan Timur', jumlah: 3, berhasil: 3 },
			{ jenis: 'kabupaten', provinsiKode: '64', provinsi: 'Kalimantan Timur', jumlah: 7, berhasil: 6 },
			{ jenis: 'kementerian', provinsiKode: null, provinsi: null, jumlah: 34, berhasil: 34 },
		]);
		expect(pilihan.semua).toEqual({ jumlah: 44, berhasil: 43 });
		expect(pilihan.jenis.map((j) => j.jenis)).toEqual(['kementerian', 'kabupaten', 'kota']);
		expect(pilihan.provinsi).toEqual([{ kode: '64', nama: 'Kalimantan Timur', jumlah: 10, berhasil: 9 }]);
	});
	it('menghitung jenis di dalam provinsi yang dipilih dan provinsi di dalam jenis yang dipilih', () => {
		const hitung = [
			{ jenis: 'kota', provinsiKode: '64', provinsi: 'Kalimantan Timur', jumlah: 3, berhasil: 3 },
			{ jenis: 'kabupaten', provinsiKode: '64', provinsi: 'Kalimantan Timur', jumlah: 7, berhasil: 6 },
			{ jenis: 'kota', provinsiKode: '51', provinsi: 'Bali', jumlah: 1, berhasil: 1 },
		];
		const pilihan = susunPilihan(hitung, { jenis: 'kota', provinsi: '64' });
		expect(pilihan.jenis.map((j) => [j.jenis, j.jumlah])).toEqual([
			['kabupaten', 7],
			['kota', 3],
		]);
		expect(pilihan.provinsi.map((p) => [p.nama, p.jumlah])).toEqual([
			['Bali', 1],
			['Kalimantan Timur', 3],
		]);
	});
});
