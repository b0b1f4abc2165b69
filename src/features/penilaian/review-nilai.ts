import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { mayReviu } from './alur.rules.ts';
import { findPenilaian, insertReviu, listNilaiTerbaru } from './penilaian.store.ts';

export interface ReviuMasukan {
	instansiId: number;
	penilaianId: number;
	/** Indicator with the ledger entry that was looked at; a newer one is not passed unseen. */
	butir: readonly { indikator: string; nilaiId: string }[];
	putusan: 'valid' | 'tidak_valid';
	/** Asked for with `tidak_valid`. */
	alasan: string;
}

export type ReviuOutcome =
	| { ok: true; value: { banyak: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'indikator_tidak_ada'
				| 'tahap_lewat'
				| 'bentrok'
				| 'alasan_kosong';
	  };

/** The review team marks external scores Valid or Tidak Valid with the reason. All or none. */
export async function reviewNilai(ctx: Ctx, input: ReviuMasukan): Promise<ReviuOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, putusan } = input;
	const alasan = input.alasan.trim().slice(0, 5000);
	if (putusan === 'tidak_valid' && alasan === '') return { ok: false, reason: 'alasan_kosong' };
	const waktu = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<ReviuOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!mayReviu(orang, instansiId, p)) return { ok: false, reason: 'tidak_berwenang' };
		if (p.tahap !== 'reviu') return { ok: false, reason: 'tahap_lewat' };
		if (input.butir.length === 0) return { ok: false, reason: 'indikator_tidak_ada' };
		const kini = new Map(
			(await listNilaiTerbaru(trx, instansiId, penilaianId)).map((n) => [n.indikator, n.id]),
		);
		for (const b of input.butir) {
			const id = kini.get(b.indikator);
			if (id === undefined) return { ok: false, reason: 'indikator_tidak_ada' };
			if (String(id) !== b.nilaiId) return { ok: false, reason: 'bentrok' };
		}
		for (const { indikator } of input.butir)
			await insertReviu(trx, {
				instansiId,
				penilaianId,
				indikator,
				nilaiId: kini.get(indikator) ?? 0n,
				putusan,
				alasan,
				orangId: orang.id,
				waktu,
			});
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: `reviu.${putusan}`,
			objek: `penilaian/${penilaianId}`,
			rincian: { indikator: input.butir.map((b) => b.indikator).join(' ') },
		});
		return { ok: true, value: { banyak: input.butir.length } };
	});
}
