import { describe, expect, it } from 'vitest';
import { createRahasiaTotp, kodeTotp, langkahKode, tulisRahasia, uriTotp } from './totp.ts';

const rfc = Buffer.from('12345678901234567890');
const pada = (detik: number) => new Date(detik * 1000);

describe('kode autentikator', () => {
	it.each([
		[59, '287082'],
		[1_111_111_109, '081804'],
		[1_234_567_890, '005924'],
		[20_000_000_000, '353130'],
	])('sesuai contoh RFC 6238 pada detik %i', (detik, kode) => {
		expect(kodeTotp(rfc, pada(detik))).toBe(kode);
		expect(langkahKode(rfc, kode, pada(detik))).toBe(BigInt(Math.floor(detik / 30)));
	});
	it('berlaku satu langkah sebelum dan sesudahnya, tidak lebih', () => {
		const kode = kodeTotp(rfc, pada(3000));
		expect([2940, 2970, 3000, 3030, 3060].map((d) => langkahKode(rfc, kode, pada(d)))).toEqual([
			null,
			100n,
			100n,
			100n,
			null,
		]);
	});
	it.each(['', '12345', '1234567', 'abcdef', '٢٨٧٠٨٢'])('menolak %j', (kode) => {
		expect(langkahKode(rfc, kode, pada(59))).toBeNull();
	});
	it('kuncinya tertulis berkelompok, dan alamatnya memuat label dan penerbit', () => {
		expect(tulisRahasia(rfc)).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
		expect(uriTotp(rfc, 'budi@contoh.go.id')).toMatch(/^otpauth:\/\/totp\/Matang:budi%40contoh\.go\.id\?/);
		expect(createRahasiaTotp()).toHaveLength(20);
	});
});
