import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';

export type TolakRencana = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** Who asks, where their role covers the whole institution: a plan is nobody's who is limited to a unit. */
export function requireRencana(
	ctx: Pick<Ctx, 'who'>,
	tindakan: 'rencana.lihat' | 'rencana.kelola',
	instansiId: number,
): { ok: true; orang: Orang } | TolakRencana {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const boleh = canAct(ctx.who, tindakan, { instansiId });
	return boleh.ok ? { ok: true, orang: ctx.who } : boleh;
}

export const mayKelola = (orang: Orang, instansiId: number): boolean =>
	canAct(orang, 'rencana.kelola', { instansiId }).ok;
