import { canAct } from '#features/akun/izin.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { requireKerjakan, type TolakTindakan } from './require-tindakan.ts';
import { type KeadaanTindakan, majuKe, type Peringatan, periksaTindakan } from './tindakan.rules.ts';
import { updateKemajuan } from './tindakan.store.ts';

export interface LaporMasukan {
	instansiId: number;
	id: number;
	keadaan: KeadaanTindakan;
	/** Percent; undefined leaves it. */
	kemajuan?: number | undefined;
	/** Rupiah, null for none; undefined leaves it. */
	realisasi?: bigint | null | undefined;
}

export type LaporOutcome =
	| { ok: true; value: { keadaan: KeadaanTindakan; peringatan: Peringatan[] } }
	| TolakTindakan
	| { ok: false; reason: 'batal_hanya_pengelola' };

/** Records how far an action has come: by who works in its unit; only who shapes the plan cancels it or takes that back. */
export async function reportTindakan(ctx: Ctx, input: LaporMasukan): Promise<LaporOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = input;
	const waktu = ctx.clock();
	return await inScope(ctx, who, async (trx): Promise<LaporOutcome> => {
		const boleh = await requireKerjakan(trx, who, input);
		if (!boleh.ok) return boleh;
		const { tindakan: t } = boleh;
		const membatalkan = (t.keadaan === 'batal') !== (input.keadaan === 'batal');
		if (membatalkan && !canAct(who, 'rencana.kelola', { instansiId }).ok)
			return { ok: false, reason: 'batal_hanya_pengelola' };
		const maju = majuKe(input.keadaan, input.kemajuan ?? t.kemajuan);
		const realisasi = input.realisasi === undefined ? t.realisasi : input.realisasi;
		const peringatan = periksaTindakan({ ...t, realisasi }, []);
		if (maju.keadaan === t.keadaan && maju.kemajuan === t.kemajuan && realisasi === t.realisasi)
			return { ok: true, value: { keadaan: maju.keadaan, peringatan } };
		const selesai = maju.keadaan === 'selesai' ? (t.selesai ?? waktu) : null;
		await updateKemajuan(trx, { instansiId, id, ...maju, realisasi, selesai, waktu });
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: who.id,
			tindakan: 'tindakan.lapor',
			objek: `tindakan/${id}`,
			rincian: { ...maju, realisasi: realisasi === null ? null : String(realisasi) },
		});
		return { ok: true, value: { keadaan: maju.keadaan, peringatan } };
	});
}
