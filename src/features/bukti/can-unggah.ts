import { canIsiBukti } from '#features/penilaian/alur.rules.ts';
import { adaIndikator } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian, keadaanOf } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { canFill } from '#features/penilaian/record-nilai.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';

/** Why evidence may not be added. */
export type SebabTertutup =
	| 'belum_masuk'
	| 'tidak_berwenang'
	| 'penilaian_tidak_ada'
	| 'indikator_tidak_ada'
	| 'tingkat_tidak_ada'
	| 'tahap_lewat'
	| 'sedang_diperiksa';

/** Whether the person may add evidence to the indicator now; asked before a file is received, and again after. */
export async function requireBukaBukti(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	input: { instansiId: number; penilaianId: number; indikator: string; tingkat?: number },
): Promise<{ ok: true; nomor: number } | { ok: false; reason: SebabTertutup }> {
	const p = await findPenilaian(trx, input.instansiId, input.penilaianId, true);
	if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
	if (!adaIndikator(p.rangka, input.indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
	const tugas = await listPenugasan(trx, input.instansiId, input.penilaianId);
	if (!canFill(orang, input.instansiId, tugas, input.indikator))
		return { ok: false, reason: 'tidak_berwenang' };
	const terbuka = canIsiBukti(keadaanOf(p, ctx.clock()));
	if (!terbuka.ok) return terbuka;
	const { min, maks } = p.rangka.skala;
	const { tingkat } = input;
	if (tingkat !== undefined && (!Number.isInteger(tingkat) || tingkat * 100 < min || tingkat * 100 > maks))
		return { ok: false, reason: 'tingkat_tidak_ada' };
	return { ok: true, nomor: Number(input.indikator.replace(/\D/g, '')) };
}

/** The same question on its own, for a door that is about to receive a large file. */
export async function canUnggah(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; indikator: string },
): Promise<{ ok: true } | { ok: false; reason: SebabTertutup }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	return await inScope(ctx, orang, (trx) => requireBukaBukti(ctx, trx, orang, input));
}
