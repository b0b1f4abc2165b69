import { expect, test } from 'vitest';
import { BARIS, KOLOM, petakProvinsi } from './petak.ts';
import { susunSegmen } from './sebaran.ts';

test('peta memuat ke-38 provinsi dengan kode resmi, masing-masing satu kali', () => {
	const kode =
		'11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96';
	expect(petakProvinsi.map((p) => p.kode).sort()).toEqual(kode.split(' '));
	expect(new Set(petakProvinsi.map((p) => p.singkat)).size).toBe(38);
});

test('tidak ada dua provinsi di petak yang sama dan semua di dalam kisi', () => {
	expect(new Set(petakProvinsi.map((p) => `${p.paruh} ${p.baris} ${p.kolom}`)).size).toBe(38);
	for (const p of petakProvinsi) {
		expect(p.baris >= 1 && p.baris <= BARIS && p.kolom >= 1 && p.kolom <= KOLOM).toBe(true);
	}
});

test('nama pendek muat di petak ponsel: paling panjang tujuh huruf', () => {
	expect(Math.max(...petakProvinsi.map((p) => p.singkat.length))).toBeLessThanOrEqual(7);
});

test('provinsi bernama majemuk terbaca utuh', () => {
	expect(petakProvinsi.find((p) => p.kode === '96')).toEqual({
		kode: '96',
		nama: 'Papua Barat Daya',
		singkat: 'PBD',
		paruh: 'timur',
		baris: 2,
		kolom: 5,
	});
});

test('batang bertumpuk penuh seratus persen dan predikat kosong tidak memakan tempat', () => {
	const segmen = susunSegmen([10, 0, 30, 60, 0]);
	expect(segmen.map((s) => [s.tingkat, s.x, s.lebar])).toEqual([
		[1, 0, 10],
		[3, 10, 30],
		[4, 40, 60],
	]);
	expect(susunSegmen([0, 0])).toEqual([]);
});

test('segmen yang terlalu sempit tidak diberi angka', () => {
	expect(susunSegmen([2, 4, 94]).map((s) => s.muat)).toEqual(['tidak', 'lebar', 'selalu']);
});
