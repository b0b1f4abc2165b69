import type { Ctx, Orang } from '#platform/ctx.ts';
import { listSesiOrang } from './sesi.store.ts';

/** The person's own open sessions, newest use first. */
export async function listSesi(ctx: Ctx, orang: Orang) {
	const daftar = await listSesiOrang(ctx.db, orang.id, ctx.clock());
	return daftar.map((s) => ({ ...s, ini: s.id === orang.sesiId }));
}
