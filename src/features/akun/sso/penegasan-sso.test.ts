import { describe, expect, it } from 'vitest';
import { isBuktiBaru } from './penegasan-sso.rules.ts';

const ditanya = new Date('2026-07-01T10:00:00.900Z');
const kini = new Date('2026-07-01T10:03:00Z');
const detik = (iso: string) => Date.parse(iso) / 1000;

describe('bukti baru dari penyedia SSO', () => {
	it.each([
		['pada detik ditanya, dibulatkan ke bawah oleh penyedia', detik('2026-07-01T10:00:00Z'), true],
		['sesudah ditanya', detik('2026-07-01T10:02:59Z'), true],
		['jam penyedia terlambat semenit', detik('2026-07-01T09:59:00Z'), true],
		['jam penyedia mendahului semenit', detik('2026-07-01T10:04:00Z'), true],
		['masuk yang lama', detik('2026-07-01T09:58:59Z'), false],
		['kemarin', detik('2026-06-30T10:02:00Z'), false],
		['di masa depan', detik('2026-07-01T10:04:01Z'), false],
		['tidak disebut', null, false],
		['bukan angka', Number.NaN, false],
	])('%s', (_, terbukti, hasil) => {
		expect(isBuktiBaru(terbukti, ditanya, kini)).toBe(hasil);
	});
});
