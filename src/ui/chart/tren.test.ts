import { expect, test } from 'vitest';
import type { TitikTahun } from './sumbu-tahun.ts';
import { ringkasTarget, susunTren, type TargetTahun } from './tren.ts';
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

test('target yang sama beberapa tahun diberi angka satu kali, di tahun yang lapang', () => {
	const sama = [2021, 2022, 2023].map((tahun) => ({ tahun, nilai: 450, milik: 'nasional' as const }));
	const label = susunTren(titik, nasional, sama).label.filter((l) => l.peran === 'target');
	expect(label.map((l) => l.nilai)).toEqual([450]);
});

test('keterangan target menyebut tiap angka dengan tahunnya', () => {
	expect(ringkasTarget(target, 'nasional')).toEqual([{ nilai: 260, tahun: [2022, 2023] }]);
	expect(ringkasTarget(target, 'instansi')).toEqual([
		{ nilai: 310, tahun: [2022] },
		{ nilai: 500, tahun: [2030] },
	]);
});

test('target di luar tahun yang digambar tidak memanjangkan sumbu', () => {
	const tren = susunTren(titik, nasional, target);
	expect(tren.sumbu.slot.map((s) => s.tahun)).toEqual([2021, 2022, 2023]);
	expect(tren.target).toHaveLength(3);
});

test('angka dalam satu tahun tidak bertumpuk walau nilainya berimpit', () => {
	const satu = (nilai: number): TitikTahun[] => [{ tahun: 2022, nilai, instrumen }];
	for (const [a, b] of [
		[260, 260],
		[262, 260],
		[260, 262],
	] as const) {
		const { label } = susunTren(satu(a), satu(b), [{ tahun: 2022, nilai: 261, milik: 'nasional' }]);
		expect(label.map((l) => l.peran)).toEqual(['utama', 'nasional']);
		expect(Math.abs((label[0]?.y ?? 0) - (label[1]?.y ?? 0))).toBeGreaterThanOrEqual(14);
	}
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
