import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findSandi } from './orang.store.ts';
import { verifySandi } from './sandi.ts';
import { revokeSesiOrang } from './sesi.store.ts';
import { prepareSandi, type SandiDitolak } from './set-sandi.ts';
import { findSetengah, finishSetengah, takePercobaan } from './setengah.store.ts';
import { type Asal, type SesiTerbuka, startSesi } from './start-sesi.ts';
import { hashToken } from './token.ts';

export type PerbaruiSandiOutcome =
	| { ok: true; value: SesiTerbuka }
	| { ok: false; reason: 'langkah_kedaluwarsa' }
	| SandiDitolak;

/** Whose password must be renewed before the sign-in goes on; null where none waits for it. */
export async function readSandiUsang(ctx: Ctx, token: string) {
	const setengah = await findSetengah(ctx.db, hashToken(token), 'sandi', ctx.clock());
	return setengah ? { nama: setengah.nama, surel: setengah.surel } : null;
}

/**
 * Renews a password that the policy holds too old, and signs in; other sessions end. A refused password leaves the
 * sign-in waiting.
 */
export async function renewSandi(
	ctx: Ctx,
	input: { token: string; sandi: string } & Asal,
): Promise<PerbaruiSandiOutcome> {
	const kini = ctx.clock();
	const setengah = await findSetengah(ctx.db, hashToken(input.token), 'sandi', kini);
	if (!setengah) return { ok: false, reason: 'langkah_kedaluwarsa' };
	const { orangId: id, nama, surel } = setengah;
	const lama = await findSandi(ctx.db, id);
	if (lama && (await verifySandi(input.sandi, lama.sandi)))
		return { ok: false, reason: 'sandi_ditolak', alasan: ['pernah_dipakai'] };
	const sandi = await prepareSandi(ctx, { id, nama, surel: surel ?? '' }, input.sandi);
	if (!sandi.ok) return sandi;
	return await ctx.db.transaction().execute(async (trx): Promise<PerbaruiSandiOutcome> => {
		const percobaan = await takePercobaan(trx, setengah.id);
		if (!percobaan) return { ok: false, reason: 'langkah_kedaluwarsa' };
		await finishSetengah(trx, setengah.id, kini);
		await sandi.value.simpan(trx, id);
		await revokeSesiOrang(trx, id, { kecuali: null }, kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId: id,
			tindakan: 'sandi.perbarui',
			objek: `orang/${id}`,
		});
		return { ok: true, value: await startSesi(trx, id, input, kini, { cara: percobaan.cara, kedua: null }) };
	});
}
