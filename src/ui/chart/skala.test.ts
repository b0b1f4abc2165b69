import fc from 'fast-check';
import { expect, test } from 'vitest';
import { persenSkala, renggangkan } from './skala.ts';

test.each([
	[0, 0],
	[100, 20],
	[264, 52.8],
	[500, 100],
	[501, 100],
	[-1, 0],
])('nilai %i perseratusan terletak di %d persen', (nilai, persen) => {
	expect(persenSkala(nilai)).toBe(persen);
});

test('label yang direnggangkan tidak bertumpuk, tetap di dalam bidang, dan tidak bertukar urutan', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 12 }), (posisi) => {
			const hasil = renggangkan(posisi, 14, 0, 200);
			const urut = [...hasil].sort((a, b) => a - b);
			urut.slice(1).forEach((y, i) => {
				expect(y - (urut[i] ?? 0)).toBeGreaterThanOrEqual(14);
			});
			for (const y of hasil) expect(y >= 0 && y <= 200).toBe(true);
			posisi.forEach((a, i) => {
				posisi.forEach((b, j) => {
					if (a < b) expect(hasil[i]).toBeLessThan(hasil[j] ?? 0);
				});
			});
		}),
	);
});

test('label yang sudah cukup jauh tidak digeser', () => {
	expect(renggangkan([40, 100, 10], 14, 0, 200)).toEqual([40, 100, 10]);
});
