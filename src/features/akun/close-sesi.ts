import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { revokeSesiOrang } from './sesi.store.ts';

/** Ends sessions of the person who asks: this one, another one, or all others. @returns how many ended */
export async function closeSesi(
	ctx: Ctx,
	orang: Orang,
	pilih: { id: number } | { kecuali: number },
): Promise<number> {
	const kini = ctx.clock();
	return await ctx.db.transaction().execute(async (trx) => {
		const banyak = await revokeSesiOrang(trx, orang.id, pilih, kini);
		if (banyak > 0)
			await recordActivity(trx, {
				instansiId: null,
				waktu: kini,
				orangId: orang.id,
				tindakan: 'sesi.tutup',
				objek: 'id' in pilih ? `sesi/${pilih.id}` : 'sesi/lain',
				rincian: { banyak },
			});
		return banyak;
	});
}
