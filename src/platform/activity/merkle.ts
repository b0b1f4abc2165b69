import { createHash } from 'node:crypto';

/** One step up: the neighbour, and on which side of it the hash stands that is being proved. */
export type Langkah = `${'kiri' | 'kanan'}:${string}`;

const daunOf = (hash: string) => createHash('sha256').update(`d${hash}`).digest('hex');
const simpulOf = (kiri: string, kanan: string) =>
	createHash('sha256').update(`s${kiri}${kanan}`).digest('hex');

/** Root over hashes in their order; an odd one out moves up as it is. Leaves and nodes are hashed apart (RFC 6962). */
export function akarMerkle(hash: readonly string[]): string {
	let lapis = hash.map(daunOf);
	while (lapis.length > 1) lapis = naikkan(lapis);
	return lapis[0] ?? '';
}

/** What is needed beside one hash to compute the root. */
export function jalurMerkle(hash: readonly string[], letak: number): Langkah[] {
	const jalur: Langkah[] = [];
	let lapis = hash.map(daunOf);
	for (let i = letak; lapis.length > 1; i = Math.floor(i / 2), lapis = naikkan(lapis)) {
		const lain = lapis[i % 2 === 0 ? i + 1 : i - 1];
		if (lain !== undefined) jalur.push(`${i % 2 === 0 ? 'kanan' : 'kiri'}:${lain}`);
	}
	return jalur;
}

/** The root that a hash and its path give. */
export function akarDari(hash: string, jalur: readonly string[]): string {
	return jalur.reduce((bawah, langkah) => {
		const [sisi, lain = ''] = langkah.split(':', 2);
		return sisi === 'kiri' ? simpulOf(lain, bawah) : simpulOf(bawah, lain);
	}, daunOf(hash));
}

function naikkan(lapis: readonly string[]): string[] {
	return Array.from({ length: Math.ceil(lapis.length / 2) }, (_, i) => {
		const [kiri = '', kanan] = lapis.slice(2 * i, 2 * i + 2);
		return kanan === undefined ? kiri : simpulOf(kiri, kanan);
	});
}
