import { expect, test } from 'vitest';
import type { TitikTahun } from './sumbu-tahun.ts';
import { susunTren, type TargetTahun } from './tren.ts';
import { tabelTren } from './tren-tabel.ts';

const instrumen = 'SPBE 2020';
const titik: TitikTahun[] = [
	{ tahun: 2021, nilai: 244, instrumen },
	{ tahun: 2022, nilai: 305, instrumen, status: 'menurut_sumber' },
	{ tahun: 2023, nilai: 375, instrumen },
];
const nasional: TitikTahun[] = [
	{ tahun: 2022, nilai: 234, instrumen },
	{ tahun: 2023, nilai: 279, instrumen },
];
const target: TargetTahun[] = [
	{ tahun: 2022, nilai: 260, milik: 'nasional' },
	{ tahun: 2023, nilai: 260, milik: 'nasional' },
	{ tahun: 2022, nilai: 310, milik: 'instansi' },
	{ tahun: 2030, nilai: 500, milik: 'instansi' },
];

test('angka menurut sumber digambar kosong, angka yang diumumkan penuh', () => {
	expect(susunTren(titik, nasional, target).utama.titik.map((t) => t.hampa)).toEqual([false, true, false]);
});

test('target yang sama di tahun berikutnya tidak diberi angka dua kali', () => {
	const label = susunTren(titik, nasional, target).label.filter((l) => l.peran === 'target');
	expect(label.map((l) => l.nilai)).toEqual([260, 310]);
});

test('target di luar tahun yang digambar tidak memanjangkan sumbu', () => {
	const tren = susunTren(titik, nasional, target);
	expect(tren.sumbu.slot.map((s) => s.tahun)).toEqual([2021, 2022, 2023]);
	expect(tren.target).toHaveLength(3);
});

test('angka dalam satu tahun tidak bertumpuk walau nilainya berimpit', () => {
	const satu = (nilai: number): TitikTahun[] => [{ tahun: 2022, nilai, instrumen }];
	const tren = susunTren(satu(260), satu(260), [
		{ tahun: 2022, nilai: 260, milik: 'nasional' },
		{ tahun: 2022, nilai: 262, milik: 'instansi' },
	]);
	const y = tren.label.map((l) => l.y).sort((a, b) => a - b);
	expect(y).toHaveLength(4);
	y.slice(1).forEach((n, i) => {
		expect(n - (y[i] ?? 0)).toBeGreaterThanOrEqual(14);
	});
});

test('tabel tren memuat setiap tahun dengan keterangan asal angkanya', () => {
	const tabel = tabelTren('id', 'Kota Contoh', titik, nasional, []);
	expect(tabel.kepala).toEqual(['Tahun', 'Kota Contoh', 'Indeks nasional', 'Instrumen', 'Keterangan']);
	expect(tabel.baris).toEqual([
		['2021', '2,44', '–', 'SPBE 2020', 'diumumkan'],
		['2022', '3,05', '2,34', 'SPBE 2020', 'menurut sumber'],
		['2023', '3,75', '2,79', 'SPBE 2020', 'diumumkan'],
	]);
});
