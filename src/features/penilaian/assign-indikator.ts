import { izin } from '#features/akun/izin.rules.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { adaIndikator } from './penilaian.rules.ts';
import { findPenilaian } from './penilaian.store.ts';
import { deletePenugasan, findUnit, isPelaksana, upsertPenugasan } from './penugasan.store.ts';

export interface TugasMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: readonly string[];
	unitId: number;
	/** Only the evidence of this level; null for the whole indicator. */
	tingkat?: number | null;
	/** One person of the unit; null for anybody there. */
	orangId?: number | null;
	/** ISO date. */
	tenggat: string | null;
}

export type TugasOutcome =
	| { ok: true; value: { banyak: number; unit: string } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'indikator_tidak_ada'
				| 'tingkat_tidak_ada'
				| 'orang_bukan_unit'
				| 'unit_tidak_ada';
	  };

/** Gives indicators, or one level of them, to a unit or a person of it, with one due date. All or none. */
export async function assignIndikator(ctx: Ctx, input: TugasMasukan): Promise<TugasOutcome> {
	const { instansiId, penilaianId } = input;
	const boleh = authorize(ctx, 'penilaian.tugaskan', { instansiId });
	if (!boleh.ok) return boleh;
	const dibuat = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<TugasOutcome> => {
		const penilaian = await findPenilaian(trx, instansiId, penilaianId);
		if (!penilaian) return { ok: false, reason: 'penilaian_tidak_ada' };
		const unit = await findUnit(trx, instansiId, input.unitId);
		if (!unit) return { ok: false, reason: 'unit_tidak_ada' };
		if (input.indikator.length === 0 || input.indikator.some((id) => !adaIndikator(penilaian.rangka, id)))
			return { ok: false, reason: 'indikator_tidak_ada' };
		const { min, maks } = penilaian.rangka.skala;
		const { tingkat = null, orangId = null } = input;
		if (tingkat !== null && (tingkat * 100 < min || tingkat * 100 > maks))
			return { ok: false, reason: 'tingkat_tidak_ada' };
		const pelaksana = { instansiId, jalur: unit.jalur, peran: izin['nilai.isi'] };
		if (orangId !== null && !(await isPelaksana(trx, { ...pelaksana, orangId })))
			return { ok: false, reason: 'orang_bukan_unit' };
		for (const indikator of input.indikator)
			await upsertPenugasan(trx, {
				instansiId,
				penilaianId,
				indikator,
				unitId: unit.id,
				tingkat,
				orangId,
				tenggat: input.tenggat,
				dibuat,
				oleh: boleh.orang.id,
			});
		await recordActivity(trx, {
			instansiId,
			waktu: dibuat,
			orangId: boleh.orang.id,
			tindakan: 'penugasan.beri',
			objek: `penilaian/${penilaianId}`,
			rincian: {
				unit: unit.id,
				indikator: input.indikator.join(' '),
				tingkat,
				orang: orangId,
				tenggat: input.tenggat,
			},
		});
		return { ok: true, value: { banyak: input.indikator.length, unit: unit.nama } };
	});
}

/** Takes an assignment back; answers given stay. */
export async function unassignIndikator(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; penugasanId: number },
): Promise<{ ok: true } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penugasan_tidak_ada' }> {
	const { instansiId, penilaianId } = input;
	const boleh = authorize(ctx, 'penilaian.tugaskan', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const hapus = await deletePenugasan(trx, instansiId, penilaianId, input.penugasanId);
		if (!hapus) return { ok: false as const, reason: 'penugasan_tidak_ada' as const };
		await recordActivity(trx, {
			instansiId,
			waktu: ctx.clock(),
			orangId: boleh.orang.id,
			tindakan: 'penugasan.cabut',
			objek: `penilaian/${penilaianId}`,
			rincian: { unit: hapus.unitId, indikator: hapus.indikator },
		});
		return { ok: true as const };
	});
}
