import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readMilikOrang } from './data-pribadi.store.ts';
import { listDataPribadi } from './data-pribadi.ts';

export interface DataSaya {
	format: 'matang-data-pribadi/1';
	dibuat: string;
	data: { tabel: string; tujuan: string; dasar: string; retensi: string; baris: unknown[] }[];
}

/** Everything the installation holds about the person who asks, in all institutions, with why it is held. */
export async function exportDataSaya(
	ctx: Ctx,
): Promise<{ ok: true; value: DataSaya } | { ok: false; reason: 'belum_masuk' }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	const kini = ctx.clock();
	// Not limited to institutions: it is limited to the person, by the register's own column in every statement.
	const data = await ctx.db.transaction().execute(async (trx) => {
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId: id,
			tindakan: 'data_pribadi.ekspor',
			objek: `orang/${id}`,
		});
		const hasil: DataSaya['data'] = [];
		for (const t of listDataPribadi(ctx).tabel) {
			const { tabel, tujuan, dasar, retensi } = t;
			hasil.push({ tabel, tujuan, dasar, retensi, baris: await readMilikOrang(trx, t, id) });
		}
		return hasil;
	});
	return { ok: true, value: { format: 'matang-data-pribadi/1', dibuat: kini.toISOString(), data } };
}

/** As JSON text: int8 as digits. */
export function tulisDataSaya(data: DataSaya): string {
	return JSON.stringify(data, (_, nilai) => (typeof nilai === 'bigint' ? String(nilai) : nilai), '\t');
}
