import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as f from './format.ts';

test.each([
	[305, '3,05', '3.05'],
	[500, '5,00', '5.00'],
	[7, '0,07', '0.07'],
	[0, '0,00', '0.00'],
	[-61, '−0,61', '−0.61'],
	['2.9795', '2,9795', '2.9795'],
	['4', '4', '4'],
	['1234.5', '1.234,5', '1,234.5'],
])('nilai %s ditulis %s dan dalam bahasa Inggris %s', (nilai, id, en) => {
	expect(f.formatAngka(nilai, 'id')).toBe(id);
	expect(f.formatAngka(nilai, 'en')).toBe(en);
});

test('setiap perseratusan bulat terbaca kembali tanpa selisih', () => {
	fc.assert(
		fc.property(fc.integer({ min: -99_999, max: 99_999 }), (n) => {
			const teks = f.formatAngka(n, 'id').replace('.', '').replace(',', '').replace('−', '-');
			expect(Number(teks) + 0).toBe(n + 0);
		}),
	);
});

test('nilai pecahan biner, kosong, atau bukan angka ditolak', () => {
	for (const nilai of [3.05, Number.NaN, Number.POSITIVE_INFINITY, '', '3,05', '1e3', '.5'])
		expect(() => f.formatAngka(nilai, 'id')).toThrow(RangeError);
});

test.each([
	[61, '+0,61', 1],
	[-10, '−0,10', -1],
	[0, '0,00', 0],
	['-0.00', '0,00', 0],
	['0.0001', '+0,0001', 1],
] as const)('perubahan %s ditulis %s dan berarah %s', (nilai, teks, arah) => {
	expect(f.formatDelta(nilai, 'id')).toBe(teks);
	expect(f.arahDelta(nilai)).toBe(arah);
});

test('rentang yang hanya memuat satu nilai ditulis satu kali', () => {
	expect(f.formatRentang(200, 500, 'id')).toBe('2,00–5,00');
	expect(f.formatRentang(155, 155, 'id')).toBe('1,55');
});

test.each([
	[1300, '13%'],
	[250, '2,5%'],
	['33.333', '33,333%'],
	[-250, '−2,5%'],
	[10000, '100%'],
])('bobot %s ditulis %s', (nilai, teks) => {
	expect(f.formatPersen(nilai, 'id')).toBe(teks);
});

test('bilangan dan peringkat memakai pemisah ribuan bahasanya', () => {
	expect(f.formatBilangan(12345, 'id')).toBe('12.345');
	expect(f.formatBilangan(12345, 'en')).toBe('12,345');
	expect(f.formatPeringkat(1, 11, 'id')).toBe('1 dari 11');
	expect(f.formatPeringkat(3, 61, 'en')).toBe('3 of 61');
});

describe('tanggal', () => {
	test.each([
		['2023-03-28', '28 Maret 2023', '28 March 2023'],
		['2023-03', 'Maret 2023', 'March 2023'],
		['2023', '2023', '2023'],
		['2024-12-31T23:59:59Z', '31 Desember 2024', '31 December 2024'],
	])('%s ditulis %s', (iso, id, en) => {
		expect(f.formatTanggal(iso, 'id')).toBe(id);
		expect(f.formatTanggal(iso, 'en')).toBe(en);
	});

	test.each(['2023-02-30', '2023-13', '28-03-2023', ''])('"%s" ditolak', (iso) => {
		expect(() => f.formatTanggal(iso, 'id')).toThrow(RangeError);
	});
});

test.each([
	[999, '999 B'],
	[1000, '1,0 KB'],
	[1_234_567, '1,3 MB'],
])('berkas sebesar %s byte ditulis %s', (byte, teks) => {
	expect(f.formatUkuran(byte, 'id')).toBe(teks);
});
