import { describe, expect, it } from 'vitest';
import { isSandiUsang, kebijakanSandi, listAlasanSandi } from './kebijakan-sandi.rules.ts';
import { nilaiKekuatan } from './kekuatan-sandi.ts';

const { 'asvs-5': asvs, 'bssn-4-2021': bssn } = kebijakanSandi;

describe('kebijakan sandi', () => {
	it.each([
		['pendek', 4, ['terlalu_pendek']],
		['x'.repeat(257), 4, ['terlalu_panjang']],
		['sepeda biru di tepi laut', 4, []],
		['sepeda biru di tepi laut', 2, ['terlalu_umum']],
	] as const)('ASVS 5 menilai panjang dan kekuatan saja: %j', (sandi, kekuatan, alasan) => {
		expect(listAlasanSandi(asvs, sandi, { kekuatan })).toEqual(alasan);
	});
	it('BSSN 4/2021 juga meminta ragam karakter dan menolak sandi lampau', () => {
		expect(listAlasanSandi(bssn, 'sepeda biru di tepi laut', { kekuatan: 4, pernah: true })).toEqual([
			'kurang_ragam',
			'pernah_dipakai',
		]);
		expect(listAlasanSandi(bssn, 'Sepeda biru di tepi laut 7', { kekuatan: 4 })).toEqual([]);
	});
	it('panjang dihitung per karakter, bukan per satuan penyimpanan', () => {
		expect(listAlasanSandi(asvs, '😀'.repeat(6), { kekuatan: 4 })).toEqual(['terlalu_pendek']);
	});
	it('hanya kebijakan yang berumur membuat sandi usang', () => {
		const diubah = new Date('2026-01-01T00:00:00Z');
		expect(isSandiUsang(bssn, diubah, new Date('2026-04-01T00:00:00Z'))).toBe(false);
		expect(isSandiUsang(bssn, diubah, new Date('2026-04-01T00:00:01Z'))).toBe(true);
		expect(isSandiUsang(asvs, diubah, new Date('2036-01-01T00:00:00Z'))).toBe(false);
	});
});

describe('kekuatan sandi', () => {
	it.each(['password123', 'qwertyuiop', 'indonesia2024', 'bismillah', 'admin12345'])(
		'%s terlalu umum',
		(sandi) => {
			expect(nilaiKekuatan(sandi, [])).toBeLessThan(3);
		},
	);
	it('nama dan surel pemiliknya tidak menguatkan sandi', () => {
		const sandi = 'RahmadMasud2024';
		expect(nilaiKekuatan(sandi, ['Rahmad Masud', 'rahmad.masud@contoh.go.id'])).toBeLessThan(
			nilaiKekuatan(sandi, []),
		);
	});
	it('kalimat panjang yang acak kuat', () => {
		expect(nilaiKekuatan('sepeda biru di tepi laut', [])).toBe(4);
	});
});
