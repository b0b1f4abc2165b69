import { createHash, createPublicKey, verify } from 'node:crypto';

/** A signed statement about a chain: entry `nomor` has `hash`, and the entries from `dari` on have this Merkle root. */
export interface Titik {
	/** 0 for what belongs to no institution. */
	rantai: number;
	nomor: string;
	hash: string;
	dari: string;
	akar: string;
	/** ISO time. */
	waktu: string;
	/** Public key, SPKI in base64. */
	kunci: string;
	/** Ed25519 signature, base64. */
	tanda: string;
}

/** The exact text that is signed. */
export function tulisTitik(t: Omit<Titik, 'kunci' | 'tanda'>): string {
	return ['matang-titik/1', t.rantai, t.nomor, t.hash, t.dari, t.akar, t.waktu].join('\n');
}

export function isTandaSah(t: Titik): boolean {
	try {
		const key = createPublicKey({ key: Buffer.from(t.kunci, 'base64'), format: 'der', type: 'spki' });
		return verify(null, Buffer.from(tulisTitik(t)), key, Buffer.from(t.tanda, 'base64'));
	} catch {
		return false;
	}
}

/** Short name of a public key for people to compare: 32 hex digits in groups of four. */
export function sidikKunci(kunci: string): string {
	const hex = createHash('sha256').update(Buffer.from(kunci, 'base64')).digest('hex').slice(0, 32);
	return (hex.match(/.{4}/g) ?? []).join(' ');
}
