import { describe, expect, it } from 'vitest';
import { parseDesimal, pecahan, toPersis } from './pecahan.ts';
import { aturanPredikatOf, jarakKePredikatBerikut, predikatOf } from './predikat.ts';
import { pemdi2026, spbe2020 } from './scoring.testing.ts';

const angka = (teks: string) => parseDesimal(teks) ?? pecahan(0);

describe('predikat', () => {
	it.each([
		['1', 'Kurang', 'Kurang'],
		['1.7949', 'Kurang', 'Kurang'],
		['1.7995', 'Kurang', 'Cukup'],
		['1.8', 'Cukup', 'Cukup'],
		['2.5985', 'Cukup', 'Baik'],
		['3.4985', 'Baik', 'Sangat Baik'],
		['4.195', 'Sangat Baik', 'Memuaskan'],
		['5', 'Memuaskan', 'Memuaskan'],
	])('indeks %s: %s menurut indeks persis, %s menurut indeks terbulatkan', (indeks, persis, terbulatkan) => {
		expect(predikatOf(spbe2020, angka(indeks), 'persis')).toBe(persis);
		expect(predikatOf(spbe2020, angka(indeks), 'terbulatkan')).toBe(terbulatkan);
	});

	it('di luar semua pita tidak ada predikat', () => {
		expect(predikatOf(spbe2020, angka('0.9'), 'persis')).toBeNull();
		expect(predikatOf(spbe2020, angka('5.01'), 'persis')).toBeNull();
	});

	it('aturannya yang diminta, lalu aturan tahun, lalu aturan instrumen', () => {
		expect(aturanPredikatOf(spbe2020, { tahun: 2023 })).toBe('terbulatkan');
		expect(aturanPredikatOf(spbe2020, { tahun: 2024 })).toBe('persis');
		expect(aturanPredikatOf(spbe2020, { tahun: 2022 })).toBe('persis');
		expect(aturanPredikatOf(spbe2020, { tahun: 2023, aturanPredikat: 'persis' })).toBe('persis');
	});

	it('jarak ke predikat berikut: 3,96 kurang 0,24 ke Memuaskan', () => {
		const jarak = jarakKePredikatBerikut(spbe2020, angka('3.96'), 'persis');
		expect(jarak).toMatchObject({ predikat: 'Memuaskan', batas: 420 });
		expect(jarak && toPersis(jarak.jarak)).toBe('0.24');
		expect(jarakKePredikatBerikut(pemdi2026, angka('3.96'), 'persis')?.batas).toBe(400);
	});

	it('menurut indeks terbulatkan jaraknya dihitung dari indeks tampil', () => {
		const jarak = jarakKePredikatBerikut(spbe2020, angka('3.4949'), 'terbulatkan');
		expect(jarak && toPersis(jarak.jarak)).toBe('0.01');
		expect(jarakKePredikatBerikut(spbe2020, angka('3.495'), 'terbulatkan')?.predikat).toBe('Memuaskan');
	});

	it('di pita tertinggi tidak ada predikat berikut', () => {
		expect(jarakKePredikatBerikut(spbe2020, angka('4.2'), 'persis')).toBeNull();
	});
});
