import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	add,
	compare,
	div,
	equal,
	fromPerseratus,
	mul,
	nol,
	parseDesimal,
	pecahan,
	roundPerseratus,
	sub,
	toDesimal,
	toPersis,
} from './pecahan.ts';

const acak = fc
	.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 20n }))
	.map(([p, q]) => pecahan(p, q));

describe('pecahan', () => {
	it('selalu dalam bentuk paling sederhana dengan penyebut positif', () => {
		expect(pecahan(6, -4)).toEqual({ p: -3n, q: 2n });
		expect(pecahan(0, 7)).toEqual(nol);
		expect(pecahan(3n * 10n ** 30n, 9n * 10n ** 30n)).toEqual({ p: 1n, q: 3n });
		expect(() => pecahan(1, 0)).toThrow(RangeError);
	});

	it('menjumlah, mengurang, mengali, membagi, dan membandingkan tanpa kehilangan apa pun', () => {
		const sepertiga = pecahan(1, 3);
		expect(add(sepertiga, pecahan(1, 6))).toEqual(pecahan(1, 2));
		expect(div(mul(sepertiga, pecahan(3, 4)), pecahan(1, 8))).toEqual(pecahan(2));
		expect(compare(sepertiga, pecahan(333, 1000))).toBe(1);
		expect(compare(pecahan(-1, 2), pecahan(-1, 3))).toBe(-1);
		expect(compare(sepertiga, pecahan(2, 6))).toBe(0);
		fc.assert(
			fc.property(acak, acak, (a, b) => {
				expect(equal(sub(add(a, b), b), a)).toBe(true);
				if (b.p !== 0n) expect(equal(mul(div(a, b), b), a)).toBe(true);
			}),
		);
	});

	it.each([
		['3,05', '3.05'],
		['3.05', '3.05'],
		['-0,61', '-0.61'],
		[' 4 ', '4'],
		['0.10', '0.1'],
		['3,4050', '3.405'],
	])('membaca %j sebagai %s', (teks, persis) => {
		const nilai = parseDesimal(teks);
		expect(nilai && toPersis(nilai)).toBe(persis);
	});

	it.each(['', ' ', 'tiga', '1.000,5', '1,2,3', '1e3', '+1', '.5', '5.', '٣', 'NaN', '9'.repeat(21)])(
		'menolak %j sebagai angka',
		(teks) => {
			expect(parseDesimal(teks)).toBeNull();
		},
	);

	it.each([
		['3.405', '3.41'],
		['3.4049999999', '3.40'],
		['1.995', '2.00'],
		['0.005', '0.01'],
		['4.2', '4.20'],
		['-0.125', '-0.13'],
		['-0.001', '0.00'],
	])('menampilkan %s sebagai %s: setengah naik, sekali saja', (persis, tampil) => {
		const nilai = parseDesimal(persis);
		expect(nilai && toDesimal(nilai, 2)).toBe(tampil);
	});

	it('menulis nilai persis sebagai desimal yang berhenti, atau pecahan bila tidak berhenti', () => {
		expect(toPersis(pecahan(29795, 10000))).toBe('2.9795');
		expect(toPersis(pecahan(3))).toBe('3');
		expect(toPersis(pecahan(-1, 8))).toBe('-0.125');
		expect(toPersis(pecahan(8, 3))).toBe('8/3');
		expect(toPersis(pecahan(17, 11))).toBe('17/11');
	});

	it('desimal persis yang dibaca kembali sama dengan asalnya', () => {
		fc.assert(
			fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (n) => {
				const nilai = pecahan(n, 100_000);
				expect(parseDesimal(toPersis(nilai))).toEqual(nilai);
			}),
		);
	});

	it('perseratus pergi dan pulang tanpa berubah', () => {
		fc.assert(
			fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
				expect(roundPerseratus(fromPerseratus(n))).toBe(n);
			}),
		);
	});
});
