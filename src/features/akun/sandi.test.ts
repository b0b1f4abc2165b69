import { describe, expect, it } from 'vitest';
import { hashSandi, pretendVerify, verifySandi } from './sandi.ts';

describe('sandi', () => {
	it('tersimpan sebagai Argon2id dengan garam sendiri, dan hanya sandi yang sama yang cocok', async () => {
		const [a, b] = [await hashSandi('sepeda biru di tepi laut'), await hashSandi('sepeda biru di tepi laut')];
		expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
		expect(a).not.toBe(b);
		expect(await verifySandi('sepeda biru di tepi laut', a)).toBe(true);
		expect(await verifySandi('sepeda biru di tepi laut ', a)).toBe(false);
	});
	it('huruf yang disusun berbeda oleh papan ketik tetap sandi yang sama', async () => {
		expect(await verifySandi('kafe\u0301', await hashSandi('kaf\u00e9'))).toBe(true);
	});
	it('teks tersimpan yang rusak ditolak, bukan dianggap cocok', async () => {
		await expect(verifySandi('x', 'bukan sandi')).rejects.toThrow();
	});
	it('akun yang tidak ada tidak pernah cocok', async () => {
		expect(await pretendVerify('apa saja')).toBe(false);
	});
});
