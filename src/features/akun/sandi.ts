import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const biaya = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const panjang = 32;

interface Terurai {
	biaya: { memory: number; passes: number; parallelism: number };
	garam: Buffer;
	hasil: Buffer;
}

/** The password as a PHC string: "$argon2id$v=19$m=19456,t=2,p=1$salt$hash". */
export async function hashSandi(sandi: string): Promise<string> {
	const garam = randomBytes(16);
	const hasil = await turunkan(sandi, garam, biaya, panjang);
	const b64 = (isi: Buffer) => isi.toString('base64').replace(/=+$/, '');
	return `$argon2id$v=19$m=${biaya.memory},t=${biaya.passes},p=${biaya.parallelism}$${b64(garam)}$${b64(hasil)}`;
}

/** Whether the password is the one that was hashed. @throws where the stored text is no Argon2id PHC string */
export async function verifySandi(sandi: string, tersimpan: string): Promise<boolean> {
	const { biaya: asal, garam, hasil } = uraikan(tersimpan);
	return timingSafeEqual(await turunkan(sandi, garam, asal, hasil.length), hasil);
}

const palsu = hashSandi(randomBytes(16).toString('hex'));

/** Takes as long as a real check, so that an unknown account answers no faster than a known one. */
export async function pretendVerify(sandi: string): Promise<false> {
	await verifySandi(sandi, await palsu);
	return false;
}

/** Normalised, because keyboards differ in how they compose a letter (OWASP ASVS 6.2; NIST SP 800-63B 3.1.1.2). */
async function turunkan(
	sandi: string,
	garam: Buffer,
	asal: Terurai['biaya'],
	tagLength: number,
): Promise<Buffer> {
	return await derive('argon2id', { message: sandi.normalize('NFKC'), nonce: garam, tagLength, ...asal });
}

function uraikan(tersimpan: string): Terurai {
	const cocok = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(tersimpan);
	if (!cocok) throw new Error('sandi tersimpan bukan PHC Argon2id');
	const [, m, t, p, garam = '', hasil = ''] = cocok;
	return {
		biaya: { memory: Number(m), passes: Number(t), parallelism: Number(p) },
		garam: Buffer.from(garam, 'base64'),
		hasil: Buffer.from(hasil, 'base64'),
	};
}
