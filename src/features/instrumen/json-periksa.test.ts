import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bacaJson } from './json-periksa.ts';

function terimaJsonParse(teks: string): boolean {
	try {
		JSON.parse(teks);
		return true;
	} catch {
		return false;
	}
}

describe('pembaca JSON', () => {
	it('membaca nilai yang sama dengan JSON.parse', () => {
		fc.assert(
			fc.property(fc.json({ maxDepth: 5 }), (teks) => {
				expect(bacaJson(teks)).toEqual({ ok: true, nilai: JSON.parse(teks) });
			}),
		);
	});

	it('menolak persis teks yang ditolak JSON.parse', () => {
		const huruf = fc.constantFrom(...'{}[]:,"\\ \n\t0123456789.-+eEtrufalsn/ubx\u0001');
		fc.assert(
			fc.property(
				fc.json({ maxDepth: 3 }),
				fc.nat(),
				fc.nat(3),
				fc.string({ unit: huruf, maxLength: 3 }),
				(teks, di, buang, sisip) => {
					const awal = di % (teks.length + 1);
					const rusak = teks.slice(0, awal) + sisip + teks.slice(awal + buang);
					const hasil = bacaJson(rusak);
					if (!hasil.ok && hasil.masalah.pesan.includes('dua kali')) return;
					expect(hasil.ok).toBe(terimaJsonParse(rusak));
				},
			),
			{ numRuns: 2000 },
		);
	});

	it('menolak kunci ganda walau ditulis dengan pelarian', () => {
		expect(bacaJson('{"\\u0061": 1, "a": 2}')).toEqual({
			ok: false,
			masalah: { path: 'a', pesan: 'JSON tidak sah pada baris 1, kolom 15: kunci "a" tertulis dua kali' },
		});
	});
});
