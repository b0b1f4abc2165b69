import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listOrangInstansi } from './peran.store.ts';
import { authorize } from './require-orang.ts';

export type DaftarOrang = Awaited<ReturnType<typeof listOrangInstansi>>;
export type DaftarOrangOutcome =
	| { ok: true; value: DaftarOrang }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** Everybody with a role in the institution. */
export async function listOrang(ctx: Ctx, instansiId: number): Promise<DaftarOrangOutcome> {
	const boleh = authorize(ctx, 'orang.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	return { ok: true, value: await inScope(ctx, boleh.orang, (trx) => listOrangInstansi(trx, instansiId)) };
}
