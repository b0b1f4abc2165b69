import { createHash, randomBytes } from 'node:crypto';

/** A secret of 256 bits for a cookie or a one-time link; only its hash is stored. */
export function createToken(): { token: string; hash: Buffer } {
	const token = randomBytes(32).toString('base64url');
	return { token, hash: hashToken(token) };
}

/** SHA-256 of a token. A token is random and long, so no salt and no slow hash are needed. */
export function hashToken(token: string): Buffer {
	return createHash('sha256').update(token).digest();
}
