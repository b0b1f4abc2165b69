import { canAct } from '#features/akun/izin.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { isTugasSaya } from './tugas.rules.ts';
import { endTugas, findTugas, listTugas, type Tugas } from './tugas.store.ts';

export type SelesaiOutcome =
	| { ok: true; value: { selesai: boolean } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'tugas_tidak_ada' };

/** Ticks a task off, or takes that back: who it is given to, and who writes the minutes. A second tick changes nothing. */
export async function finishTugas(
	ctx: Ctx,
	input: { instansiId: number; id: number; selesai: boolean },
): Promise<SelesaiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id, selesai } = input;
	const waktu = ctx.clock();
	return await inScope(ctx, who, async (trx): Promise<SelesaiOutcome> => {
		const t = await findTugas(trx, instansiId, id);
		if (!t) return { ok: false, reason: 'tugas_tidak_ada' };
		if (!mayTick(who, instansiId, t)) return { ok: false, reason: 'tidak_berwenang' };
		if ((t.selesai !== null) === selesai) return { ok: true, value: { selesai } };
		await endTugas(trx, { instansiId, id, selesai: selesai ? { waktu, oleh: who.id } : null });
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: who.id,
			tindakan: selesai ? 'tugas.selesai' : 'tugas.buka_lagi',
			objek: `tugas/${id}`,
		});
		return { ok: true, value: { selesai } };
	});
}

type Berperan = Parameters<typeof isTugasSaya>[0];

/** One's own task while one has a role there; or anybody's, for who writes the minutes. */
function mayTick(who: Berperan, instansiId: number, t: Tugas): boolean {
	const berperan = who.peran.some((p) => p.instansiId === instansiId);
	return (berperan && isTugasSaya(who, instansiId, t)) || canAct(who, 'notula.tulis', { instansiId }).ok;
}

const SEBULAN = 30 * 86_400_000;

/** Tasks the person may see: all for who may read the minutes, otherwise their own; with what was done this month. */
export async function listTugasTampak(ctx: Ctx, instansiId: number) {
	if (ctx.who.jenis !== 'orang') return { ok: false as const, reason: 'belum_masuk' as const };
	const { who } = ctx;
	const sejak = new Date(ctx.clock().getTime() - SEBULAN);
	const tugas = await inScope(ctx, who, (trx) => listTugas(trx, instansiId, sejak));
	const semua = canAct(who, 'notula.lihat', { instansiId }).ok;
	return {
		ok: true as const,
		value: tugas
			.filter((t) => semua || isTugasSaya(who, instansiId, t))
			.map((t) => ({ ...t, boleh: mayTick(who, instansiId, t) })),
	};
}
