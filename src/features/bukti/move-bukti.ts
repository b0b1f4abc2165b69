import { canIsiBukti } from '#features/penilaian/alur.rules.ts';
import { findPenilaian, keadaanOf } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { canFill } from '#features/penilaian/record-nilai.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { canPindah } from './bukti.rules.ts';
import { findBerkasTerakhir, findBukti, updateBukti } from './bukti.store.ts';

export type PindahOutcome =
	| { ok: true }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'bukti_tidak_ada'
				| 'status_tidak_cocok'
				| 'tahap_lewat'
				| 'sedang_diperiksa'
				| 'berkas_belum_ada';
	  };

/** Submits a draft, or withdraws an item; what was written of it stays. */
export async function moveBukti(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; buktiId: number; ke: 'diajukan' | 'ditarik' },
): Promise<PindahOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, buktiId, ke } = input;
	const kini = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<PindahOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const b = await findBukti(trx, instansiId, penilaianId, buktiId);
		if (!b) return { ok: false, reason: 'bukti_tidak_ada' };
		if (!canFill(orang, instansiId, await listPenugasan(trx, instansiId, penilaianId), b.indikator))
			return { ok: false, reason: 'tidak_berwenang' };
		const terbuka = canIsiBukti(keadaanOf(p, kini));
		if (!terbuka.ok) return terbuka;
		const boleh = canPindah(b.status, ke);
		if (!boleh.ok) return boleh;
		const akhir = await findBerkasTerakhir(trx, instansiId, buktiId);
		if (ke === 'diajukan' && akhir?.jenis === 'berkas' && akhir.berkasId === null)
			return { ok: false, reason: 'berkas_belum_ada' };
		await updateBukti(trx, { instansiId, id: buktiId, status: ke });
		await recordActivity(trx, {
			instansiId,
			waktu: kini,
			orangId: orang.id,
			tindakan: `bukti.${ke}`,
			objek: `penilaian/${penilaianId}/${b.indikator}`,
			rincian: { bukti: buktiId },
		});
		return { ok: true };
	});
}
