import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findSistem } from '../../sistem/sistem.store.ts';
import { deleteBagian, insertLingkup } from './audit.store.ts';
import { SUSUN, type TolakAudit, withAudit } from './require-audit.ts';

type Tempat = { instansiId: number; auditId: number };
export type LingkupOutcome =
	| { ok: true }
	| TolakAudit
	| {
			ok: false;
			reason:
				| 'lingkup_salah'
				| 'lingkup_sudah_ada'
				| 'lingkup_tidak_ada'
				| 'unit_tidak_ada'
				| 'sistem_tidak_ada';
	  };

/** Adds to what is audited: a system of the register with its owner, or anything with a name and a unit. */
export async function addLingkup(
	ctx: Ctx,
	input: Tempat & { nama: string; unitId: number | null; sistemId: number | null },
): Promise<LingkupOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, sistemId } = input;
	return await withAudit<LingkupOutcome>(ctx, input, SUSUN, async (trx, orang) => {
		const sistem = sistemId === null ? undefined : await findSistem(trx, instansiId, sistemId);
		if (sistemId !== null && !sistem) return { ok: false, reason: 'sistem_tidak_ada' };
		const nama = sistem?.nama ?? input.nama.trim();
		const unitId = sistem ? sistem.unitId : input.unitId;
		if (nama === '' || nama.length > 300) return { ok: false, reason: 'lingkup_salah' };
		if (!sistem && unitId !== null && !(await findUnit(trx, instansiId, unitId)))
			return { ok: false, reason: 'unit_tidak_ada' };
		if (!(await insertLingkup(trx, { instansiId, auditId, nama, unitId, sistemId })))
			return { ok: false, reason: 'lingkup_sudah_ada' };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.lingkup', objek: `audit/${auditId}` },
			rincian: { unit: unitId, sistem: sistemId },
		});
		return { ok: true };
	});
}

/** Takes something out of what is audited. */
export async function removeLingkup(ctx: Ctx, input: Tempat & { id: number }): Promise<LingkupOutcome> {
	const { instansiId, auditId } = input;
	return await withAudit<LingkupOutcome>(ctx, input, SUSUN, async (trx, orang) => {
		if (!(await deleteBagian(trx, 'audit_lingkup', input))) return { ok: false, reason: 'lingkup_tidak_ada' };
		const waktu = ctx.clock();
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.lingkup_hapus', objek: `audit/${auditId}` },
			rincian: { id: input.id },
		});
		return { ok: true };
	});
}
