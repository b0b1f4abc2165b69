/**
 * Exact rational numbers. Always in lowest terms with q > 0, so equal values have equal parts.
 * Scores are in levels (2,9795 is 5959/2000); `fromPerseratus` and `roundPerseratus` cross to hundredths.
 */
export interface Pecahan {
	readonly p: bigint;
	readonly q: bigint;
}

const AMAN = BigInt(Number.MAX_SAFE_INTEGER);
const aman = (n: bigint): boolean => n <= AMAN && n >= -AMAN;

function fpbKecil(a: number, b: number): number {
	let [x, y] = [Math.abs(a), b];
	while (y !== 0) [x, y] = [y, x % y];
	return x;
}

function fpbBesar(a: bigint, b: bigint): bigint {
	let [x, y] = [a < 0n ? -a : a, b];
	while (y !== 0n) [x, y] = [y, x % y];
	return x;
}

/** p/q in lowest terms. @throws RangeError when q is 0 or a number is not whole. */
export function pecahan(p: bigint | number, q: bigint | number = 1n): Pecahan {
	let [atas, bawah] = [BigInt(p), BigInt(q)];
	if (bawah === 0n) throw new RangeError('penyebut pecahan tidak boleh 0');
	if (bawah < 0n) [atas, bawah] = [-atas, -bawah];
	if (!aman(atas) || !aman(bawah)) {
		const bagi = fpbBesar(atas, bawah);
		return { p: atas / bagi, q: bawah / bagi };
	}
	// Ordinary numbers are several times faster, and exact below 2^53.
	const [n, m] = [Number(atas), Number(bawah)];
	const bagi = fpbKecil(n, m);
	return { p: BigInt(n / bagi), q: BigInt(m / bagi) };
}

export const nol: Pecahan = { p: 0n, q: 1n };

export const add = (a: Pecahan, b: Pecahan): Pecahan => pecahan(a.p * b.q + b.p * a.q, a.q * b.q);
export const sub = (a: Pecahan, b: Pecahan): Pecahan => pecahan(a.p * b.q - b.p * a.q, a.q * b.q);
export const mul = (a: Pecahan, b: Pecahan): Pecahan => pecahan(a.p * b.p, a.q * b.q);
/** @throws RangeError when b is 0. */
export const div = (a: Pecahan, b: Pecahan): Pecahan => pecahan(a.p * b.q, a.q * b.p);

/** −1, 0 or 1, for sorting. */
export function compare(a: Pecahan, b: Pecahan): -1 | 0 | 1 {
	const [kiri, kanan] = [a.p * b.q, b.p * a.q];
	return kiri < kanan ? -1 : kiri > kanan ? 1 : 0;
}

export const equal = (a: Pecahan, b: Pecahan): boolean => a.p === b.p && a.q === b.q;

/** Whole hundredths (305) as a value (3,05). */
export const fromPerseratus = (perseratus: number): Pecahan => pecahan(perseratus, 100);

/** Nearest whole number of 1/`per`; ties away from zero, which for scores is half up. */
function bulatkan({ p, q }: Pecahan, per: bigint): bigint {
	const mutlak = p < 0n ? -p : p;
	const bulat = (2n * mutlak * per + q) / (2n * q);
	return p < 0n ? -bulat : bulat;
}

/** The value as shown, in whole hundredths, half up. */
export const roundPerseratus = (nilai: Pecahan): number => Number(bulatkan(nilai, 100n));

function tulisSkala(bulat: bigint, desimal: number): string {
	const angka = (bulat < 0n ? -bulat : bulat).toString().padStart(desimal + 1, '0');
	const tanda = bulat < 0n ? '-' : '';
	return desimal === 0 ? tanda + angka : `${tanda}${angka.slice(0, -desimal)}.${angka.slice(-desimal)}`;
}

/** Rounded once, half up, with a point: "3.05". */
export function toDesimal(nilai: Pecahan, desimal = 2): string {
	return tulisSkala(bulatkan(nilai, 10n ** BigInt(desimal)), desimal);
}

/** Unrounded: a terminating decimal without trailing zeros ("2.9795") or else the fraction ("8/3"). */
export function toPersis({ p, q }: Pecahan): string {
	let [sisa, dua, lima] = [q, 0, 0];
	for (; sisa % 2n === 0n; dua++) sisa /= 2n;
	for (; sisa % 5n === 0n; lima++) sisa /= 5n;
	if (sisa !== 1n) return `${p}/${q}`;
	const desimal = Math.max(dua, lima);
	return tulisSkala((p * 10n ** BigInt(desimal)) / q, desimal);
}

/** Reads "3,05", "3.05", "-1" or "4" exactly; null for anything else, thousands separators and exponents included. */
export function parseDesimal(teks: string): Pecahan | null {
	const bagian = /^(-?)(\d{1,20})(?:[.,](\d{1,40}))?$/.exec(teks.trim());
	if (!bagian) return null;
	const [, tanda = '', bulat = '', desimal = ''] = bagian;
	return pecahan(BigInt(`${tanda}${bulat}${desimal}`), 10n ** BigInt(desimal.length));
}
