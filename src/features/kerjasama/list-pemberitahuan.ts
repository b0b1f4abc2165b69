import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import {
	countBaru,
	listPemberitahuan,
	type Pemberitahuan,
	readPemberitahuan,
} from './pemberitahuan.store.ts';

type Tolak = { ok: false; reason: 'belum_masuk' };
const BATAS = 200;

/** The person's notices, newest first; what is older than the newest two hundred is left out. */
export async function listPemberitahuanSaya(ctx: Ctx): Promise<{ ok: true; value: Pemberitahuan[] } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	return { ok: true, value: await inScope(ctx, ctx.who, (trx) => listPemberitahuan(trx, id, BATAS)) };
}

/** For the count in the frame of every page: known from the session, else one statement. */
export async function countPemberitahuan(ctx: Ctx): Promise<number> {
	if (ctx.who.jenis !== 'orang') return 0;
	return ctx.who.belumDibaca ?? (await countBaru(ctx.db, ctx.who.id));
}

/** Marks a notice of one's own as read, or all. */
export async function markDibaca(ctx: Ctx, pilih: { id: number } | 'semua'): Promise<{ ok: true } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	await inScope(ctx, ctx.who, (trx) => readPemberitahuan(trx, id, pilih, ctx.clock()));
	return { ok: true };
}
