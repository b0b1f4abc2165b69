import { randomInt } from 'node:crypto';
import { hashToken } from '../token.ts';

/** Letters and digits that are not mistaken for one another, in lower case. */
const huruf = 'abcdefghjkmnpqrstvwxyz23456789';
const banyak = 10;

/** Ten recovery codes of 78 bits, "abcd-efgh-jkmn-pqrs"; only their hashes are stored. */
export function createPemulihan(): { kode: string[]; sidik: Buffer[] } {
	const kode = Array.from({ length: banyak }, () =>
		Array.from({ length: 4 }, () =>
			Array.from({ length: 4 }, () => huruf[randomInt(huruf.length)]).join(''),
		).join('-'),
	);
	return { kode, sidik: kode.map(hashPemulihan) };
}

/** The hash of a code however it was typed: case, spaces and dashes do not count. */
export function hashPemulihan(kode: string): Buffer {
	return hashToken(kode.toLowerCase().replace(/[\s-]/g, ''));
}
