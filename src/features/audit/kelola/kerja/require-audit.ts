import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { type Audit, findAudit } from './audit.store.ts';

export type TolakAudit = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'audit_tidak_ada' | 'audit_terkunci';
};

/** Which audits somebody sees: all with everything in them, or what is asked of these units (none: nothing). */
export const jalurLihat = (orang: Pick<Orang, 'peran'>, instansiId: number) =>
	listJalur(orang, 'audit.lihat', instansiId);

/** Whether what belongs to the unit is to be seen by somebody who sees so much. */
export const isTampakUnit = (jalur: 'semua' | readonly string[], unit: string | null): boolean =>
	jalur === 'semua' || (unit !== null && jalur.some((j) => unit.startsWith(j)));

/**
 * Runs an auditor's act on an audit that is in one of these states; the audit is locked meanwhile.
 * @param keadaan states in which the act makes sense
 */
export async function withAudit<T>(
	ctx: Ctx,
	p: { instansiId: number; auditId: number },
	keadaan: readonly Audit['keadaan'][],
	kerja: (trx: Trx, orang: Orang, audit: Audit) => Promise<T>,
): Promise<T | TolakAudit> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	if (!canAct(orang, 'audit.jalankan', { instansiId: p.instansiId }).ok)
		return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, orang, async (trx): Promise<T | TolakAudit> => {
		const audit = await findAudit(trx, p.instansiId, p.auditId, true);
		if (!audit) return { ok: false, reason: 'audit_tidak_ada' };
		if (!keadaan.includes(audit.keadaan)) return { ok: false, reason: 'audit_terkunci' };
		return await kerja(trx, orang, audit);
	});
}

/** States in which the plan of an audit is still written. */
export const SUSUN = ['rencana', 'pelaksanaan'] as const;
/** States in which its work is written. */
export const KERJA = ['pelaksanaan', 'pelaporan'] as const;
