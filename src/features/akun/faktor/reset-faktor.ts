import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findOrangBySurel } from '../orang.store.ts';
import { revokeSesiOrang } from '../sesi.store.ts';
import { deleteKode, replacePemulihan } from './faktor.store.ts';
import { deleteKunci, listKunciOrang } from './kunci.store.ts';

export type ResetFaktorOutcome =
	| { ok: true; value: { kode: boolean; kunci: number } }
	| { ok: false; reason: 'orang_tidak_ada' };

/**
 * Removes every second factor of somebody who lost them all, and ends their sessions. Only the machine's operator, who
 * has made sure of the person, asks.
 */
export async function resetFaktor(ctx: Ctx, surel: string): Promise<ResetFaktorOutcome> {
	if (ctx.who.jenis !== 'operator') throw new Error('langkah kedua orang lain hanya dilepas operator');
	const kini = ctx.clock();
	return await ctx.db.transaction().execute(async (trx): Promise<ResetFaktorOutcome> => {
		const orang = await findOrangBySurel(trx, surel.trim().toLowerCase());
		if (!orang) return { ok: false, reason: 'orang_tidak_ada' };
		const kunci = await listKunciOrang(trx, orang.id);
		for (const { id } of kunci) await deleteKunci(trx, orang.id, id);
		const kode = await deleteKode(trx, orang.id);
		await replacePemulihan(trx, orang.id, [], kini);
		await revokeSesiOrang(trx, orang.id, { kecuali: null }, kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId: null,
			tindakan: 'faktor.lepas_operator',
			objek: `orang/${orang.id}`,
			rincian: { kode, kunci: kunci.length },
		});
		return { ok: true, value: { kode, kunci: kunci.length } };
	});
}
