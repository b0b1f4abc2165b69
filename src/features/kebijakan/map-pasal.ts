import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { readRegister, writePasal } from './kebijakan.store.ts';
import { readAturanKebijakan } from './read-aturan-kebijakan.ts';
import { requireKebijakan, type TolakKebijakan } from './require-kebijakan.ts';

export interface PasalMasukan {
	instansiId: number;
	indikator: string;
	dokumenId: number;
	/** Pointer by point of the criteria; an empty one takes it away. */
	penunjuk: ReadonlyMap<string, string>;
}

export type PasalOutcome =
	| { ok: true; value: { berubah: number } }
	| TolakKebijakan
	| { ok: false; reason: 'dokumen_tidak_ada' | 'syarat_tidak_ada' | 'penunjuk_terlalu_panjang' };

/** Says which articles and pages of a document meet which points of the criteria. */
export async function mapPasal(ctx: Ctx, input: PasalMasukan): Promise<PasalOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const { instansiId, indikator, dokumenId } = input;
	const dikenal = readAturanKebijakan(ctx).kebijakan.get(indikator)?.syarat ?? [];
	if ([...input.penunjuk.values()].some((p) => p.length > 300))
		return { ok: false, reason: 'penunjuk_terlalu_panjang' };
	return await inScope(ctx, orang, async (trx): Promise<PasalOutcome> => {
		const boleh = await requireKebijakan(ctx, trx, orang, 'kebijakan.tulis', input);
		if (!boleh.ok) return boleh;
		if ([...input.penunjuk.keys()].some((id) => !dikenal.some((s) => s.id === id)))
			return { ok: false, reason: 'syarat_tidak_ada' };
		const { dokumen, pasal } = await readRegister(trx, instansiId, indikator);
		if (!dokumen.some((d) => d.id === dokumenId)) return { ok: false, reason: 'dokumen_tidak_ada' };
		const lama = new Map(
			pasal.filter((p) => p.dokumenId === dokumenId).map((p) => [p.syarat, p.penunjuk] as const),
		);
		const ubah = [...input.penunjuk]
			.map(([syarat, isi]) => ({ syarat, penunjuk: isi.trim() }))
			.filter((p) => p.penunjuk !== (lama.get(p.syarat) ?? ''));
		for (const p of ubah)
			await writePasal(trx, { ...p, instansiId, indikator, dokumenId, orangId: orang.id, waktu });
		if (ubah.length > 0)
			await recordActivity(trx, {
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'kebijakan.pasal',
				objek: `kebijakan/${indikator}/${dokumenId}`,
				rincian: { butir: ubah.map((p) => p.syarat).join(' ') },
			});
		return { ok: true, value: { berubah: ubah.length } };
	});
}
