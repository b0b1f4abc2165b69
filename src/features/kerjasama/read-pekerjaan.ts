import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findPekerjaan, type Pekerjaan } from '#platform/jobs/pekerjaan.ts';

/** Background work that the person began, or that concerns an institution of theirs. */
export async function readPekerjaan(
	ctx: Ctx,
	id: number,
): Promise<{ ok: true; value: Pekerjaan } | { ok: false; reason: 'belum_masuk' | 'pekerjaan_tidak_ada' }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const value = await inScope(ctx, ctx.who, (trx) => findPekerjaan(trx, id));
	return value ? { ok: true, value } : { ok: false, reason: 'pekerjaan_tidak_ada' };
}
