import { fromPerseratus, type Pecahan, pecahan, toDesimal, toPersis } from '#scoring';
import type { TanggaSemua } from './tangga.rules.ts';

/** Index after gaining a mass. */
export const indeksOf = (
	{ satuan, indeks }: Pick<TanggaSemua, 'satuan' | 'indeks'>,
	massa: number,
): Pecahan => pecahan(indeks.p * satuan.q + BigInt(massa) * satuan.p * indeks.q, indeks.q * satuan.q);

export const toPersisIndeks = (semua: Pick<TanggaSemua, 'satuan' | 'indeks'>, massa: number): string =>
	toPersis(indeksOf(semua, massa));

/** A level for people: 300 → "3", 325 → "3,25". */
export const tulisTingkat = (perseratus: number): string =>
	toPersis(fromPerseratus(perseratus)).replace('.', ',');

/** Two decimals rounded down, so that a target written so is still reached: "3.52". */
export function toBawah({ p, q }: Pecahan): string {
	return toDesimal(pecahan((p * 100n) / q, 100n));
}

/** Whole number with dots for people: 1500000 → "1.500.000". */
export const tulisBulat = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, '.');

/** A target as written: at least two decimals, never rounded. */
export function tulisTarget(target: Pecahan): string {
	const persis = toPersis(target);
	return 100n % target.q === 0n ? toDesimal(target) : persis;
}
