import { formatAngka } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';

export interface BobotTampil {
	/** Percent with two decimals, half up: "1,30%". */
	tampil: string;
	/** The exact percentage as a fraction ("10/3"), where two decimals do not hold it; else null. */
	persis: string | null;
}

/**
 * A weight as a percentage of the whole index.
 * @param bobot in the instrument's own units
 * @param perPersen units in one percent (2018: 3, 2020: 100)
 * @throws RangeError when `perPersen` is not positive
 */
export function tulisBobot(bobot: number, perPersen: number, lang: Lang): BobotTampil {
	if (!Number.isSafeInteger(perPersen) || perPersen <= 0) throw new RangeError(`satuan bobot: ${perPersen}`);
	const [p, q] = [BigInt(bobot) * 100n, BigInt(perPersen)];
	const perseratus = Number((2n * p + q) / (2n * q));
	const bagi = fpb(bobot, perPersen);
	return {
		tampil: `${formatAngka(perseratus, lang)}%`,
		persis: p % q === 0n ? null : `${bobot / bagi}/${perPersen / bagi}`,
	};
}

/** "3,33% (tepatnya 10/3%)" in one string, for places without room for markup. */
export function teksBobot(bobot: number, perPersen: number, lang: Lang): string {
	const { tampil, persis } = tulisBobot(bobot, perPersen, lang);
	return persis === null ? tampil : `${tampil} (${persis}%)`;
}

function fpb(a: number, b: number): number {
	return b === 0 ? a : fpb(b, a % b);
}
