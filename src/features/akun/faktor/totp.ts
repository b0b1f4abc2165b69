import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands: SHA-1, six digits, thirty seconds (RFC 6238). */
const bentuk = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

export const createRahasiaTotp = (): Buffer => randomBytes(20);

/** The key as people type it: base32 in groups of four. */
export function tulisRahasia(rahasia: Buffer): string {
	return (secretOf(rahasia).base32.match(/.{1,4}/g) ?? []).join(' ');
}

/** The address an authenticator reads from the picture. */
export function uriTotp(rahasia: Buffer, label: string): string {
	return new TOTP({ ...bentuk, issuer: 'Matang', label, secret: secretOf(rahasia) }).toString();
}

/** The time step a code belongs to, at most one before or after now; null where it is of none of them. */
export function langkahKode(rahasia: Buffer, kode: string, kini: Date): bigint | null {
	if (!/^\d{6}$/.test(kode)) return null;
	const timestamp = kini.getTime();
	const selisih = TOTP.validate({ ...bentuk, token: kode, secret: secretOf(rahasia), timestamp, window: 1 });
	return selisih === null ? null : BigInt(TOTP.counter({ period: bentuk.period, timestamp }) + selisih);
}

/** The code of a moment, as an authenticator shows it. */
export function kodeTotp(rahasia: Buffer, kini: Date): string {
	return TOTP.generate({ ...bentuk, secret: secretOf(rahasia), timestamp: kini.getTime() });
}

function secretOf(rahasia: Buffer): Secret {
	return new Secret({ buffer: new Uint8Array(rahasia).buffer });
}
