import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findOrang, findSandi } from './orang.store.ts';
import { verifySandi } from './sandi.ts';
import { revokeSesiOrang } from './sesi.store.ts';
import { prepareSandi, type SandiDitolak } from './set-sandi.ts';

export type GantiSandiOutcome =
	| { ok: true }
	| { ok: false; reason: 'belum_masuk' | 'sandi_lama_salah' }
	| SandiDitolak;

/** Changes the own password; needs the present one, and ends all other sessions. */
export async function changeSandi(
	ctx: Ctx,
	input: { lama: string; baru: string },
): Promise<GantiSandiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id, sesiId } = ctx.who;
	const orang = await findOrang(ctx.db, id);
	const tersimpan = await findSandi(ctx.db, id);
	if (!orang || !tersimpan || !(await verifySandi(input.lama, tersimpan.sandi)))
		return { ok: false, reason: 'sandi_lama_salah' };
	const sandi = await prepareSandi(ctx, { id, nama: orang.nama, surel: orang.surel ?? '' }, input.baru);
	if (!sandi.ok) return sandi;
	const kini = ctx.clock();
	await ctx.db.transaction().execute(async (trx) => {
		await sandi.value.simpan(trx, id);
		await revokeSesiOrang(trx, id, { kecuali: sesiId }, kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId: id,
			tindakan: 'sandi.ganti',
			objek: `orang/${id}`,
		});
	});
	return { ok: true };
}
