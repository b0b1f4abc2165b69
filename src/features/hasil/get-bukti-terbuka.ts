import type { Ctx } from '#platform/ctx.ts';
import { type BuktiTerbuka, listBuktiTerbuka } from './bukti-terbuka.store.ts';

export type { BuktiTerbuka };

/** Titles of the evidence accepted for a determined result, for everybody; empty where none may be shown. */
export async function getBuktiTerbuka(
	ctx: Ctx,
	input: { slug: string; tahun: number; indikator?: string },
): Promise<BuktiTerbuka[]> {
	return await listBuktiTerbuka(ctx.db, input);
}
