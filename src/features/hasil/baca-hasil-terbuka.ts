import type { Ctx } from '#platform/ctx.ts';
import { type BarisHasilTerbuka, countHasilTerbuka, listHasilTerbuka } from './data-terbuka.store.ts';
import { bacaSaring, type SaringMasukan, type SaringOutcome } from './saring-terbuka.ts';

export interface Halaman {
	/** Counts from 1. */
	halaman: number;
	per: number;
}

export type DaftarOutcome<T> =
	| { ok: true; total: number; baris: T[] }
	| Extract<SaringOutcome, { ok: false }>;

/** One page of results, newest year and highest index first. */
export async function bacaHasilTerbuka(
	ctx: Ctx,
	{ halaman, per, ...masukan }: SaringMasukan & Halaman,
): Promise<DaftarOutcome<BarisHasilTerbuka>> {
	const saring = await bacaSaring(ctx, masukan);
	if (!saring.ok) return saring;
	const total = await countHasilTerbuka(ctx.db, saring.value);
	const baris = await listHasilTerbuka(ctx.db, saring.value, { mulai: (halaman - 1) * per, per });
	return { ok: true, total, baris };
}
