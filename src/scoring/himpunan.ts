import type { Kisaran } from './rangka.ts';

/** A set of whole numbers ≥ 0, one bit each. Never changed once made. */
export interface Himpunan {
	readonly bit: Uint32Array;
	/** Its members, ascending. */
	readonly daftar: readonly number[];
}

export const hanyaNol: Himpunan = buatHimpunan([0]);

export function buatHimpunan(anggota: Iterable<number>): Himpunan {
	const daftar = [...new Set(anggota)].sort((a, b) => a - b);
	const bit = new Uint32Array(((daftar.at(-1) ?? 0) >>> 5) + 1);
	for (const x of daftar) bit[x >>> 5] = (bit[x >>> 5] ?? 0) | (1 << (x & 31));
	return { bit, daftar };
}

function dariBit(bit: Uint32Array): Himpunan {
	const daftar: number[] = [];
	bit.forEach((kata, n) => {
		for (let sisa = kata; sisa !== 0; sisa &= sisa - 1) daftar.push(n * 32 + 31 - Math.clz32(sisa & -sisa));
	});
	return { bit, daftar };
}

const ada = ({ bit }: Himpunan, x: number): boolean =>
	x >= 0 && (((bit[x >>> 5] ?? 0) >>> (x & 31)) & 1) === 1;

/** All sums of one member of each. */
export function jumlahkanHimpunan(a: Himpunan, b: Himpunan): Himpunan {
	const [kecil, besar] = a.daftar.length <= b.daftar.length ? [a, b] : [b, a];
	const teratas = (a.daftar.at(-1) ?? 0) + (b.daftar.at(-1) ?? 0);
	const bit = new Uint32Array((teratas >>> 5) + 2);
	for (const x of kecil.daftar) geser(bit, besar.bit, x);
	return dariBit(bit);
}

/** Adds to `bit` the bits of `dari`, moved up by x places. */
function geser(bit: Uint32Array, dari: Uint32Array, x: number): void {
	const [kata, sisa] = [x >>> 5, x & 31];
	for (let n = 0; n < dari.length; n++) {
		const isi = dari[n] ?? 0;
		if (isi === 0) continue;
		bit[kata + n] = (bit[kata + n] ?? 0) | (isi << sisa);
		if (sisa > 0) bit[kata + n + 1] = (bit[kata + n + 1] ?? 0) | (isi >>> (32 - sisa));
	}
}

const saring = (h: Himpunan, boleh: (x: number) => boolean): Himpunan => {
	const daftar = h.daftar.filter(boleh);
	return daftar.length === h.daftar.length ? h : buatHimpunan(daftar);
};

export const batasiHimpunan = (h: Himpunan, [min, maks]: Kisaran): Himpunan =>
	saring(h, (x) => x >= min && x <= maks);

/** Members of h that together with some member of `lain` make a member of `sasaran`. */
export function cariHimpunan(h: Himpunan, lain: Himpunan, sasaran: Himpunan): Himpunan {
	return sasaran.daftar.length <= lain.daftar.length
		? saring(h, (x) => sasaran.daftar.some((t) => ada(lain, t - x)))
		: saring(h, (x) => lain.daftar.some((y) => ada(sasaran, x + y)));
}

export const gabungHimpunan = (a: Himpunan, b: Himpunan): Himpunan =>
	a === b ? a : buatHimpunan([...a.daftar, ...b.daftar]);
