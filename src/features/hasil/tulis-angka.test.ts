import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tulisAngka } from './tulis-angka.ts';

describe('angka pada kawat', () => {
	it.each([
		[0, '0.00'],
		[5, '0.05'],
		[305, '3.05'],
		[500, '5.00'],
		[-10, '-0.10'],
		[12345, '123.45'],
	])('%i perseratus ditulis %s', (perseratus, teks) => {
		expect(tulisAngka(perseratus)).toBe(teks);
	});

	it('kembali ke perseratusan yang sama', () => {
		fc.assert(
			fc.property(fc.integer({ min: -100_000, max: 100_000 }), (n) => {
				expect(Number(tulisAngka(n).replace('.', ''))).toBe(n);
			}),
		);
	});
});
