import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { takeKode } from './faktor/check-kode.ts';
import { type JawabanKunci, takeKunci } from './faktor/check-kunci.ts';
import { limitPercobaan } from './limit-percobaan.ts';
import { findSandi } from './orang.store.ts';
import { verifySandi } from './sandi.ts';
import { renewSesi } from './sesi.store.ts';
import { createToken } from './token.ts';

export type TegasOutcome =
	| { ok: true; value: { token: string; kedaluwarsa: Date } }
	| { ok: false; reason: 'belum_masuk' | 'terlalu_sering' | 'sandi_salah' | 'kode_salah' | 'kunci_ditolak' };

type Jawaban = { sandi: string } | { kode: string } | JawabanKunci;

/**
 * Proves anew who is signed in, by password, code or passkey. The session goes on under a new token, so that an
 * earlier copy of it gains nothing.
 */
export async function assertDiri(
	ctx: Ctx,
	input: { jawaban: Jawaban; alamat: string },
): Promise<TegasOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id: orangId, sesiId } = ctx.who;
	const { jawaban } = input;
	const kini = ctx.clock();
	const batas = await limitPercobaan(ctx, `tegas ${orangId}`, input.alamat);
	if (batas.sering) return { ok: false, reason: 'terlalu_sering' };
	const sandi = 'sandi' in jawaban && (await isSandi(ctx, orangId, jawaban.sandi));
	return await ctx.db.transaction().execute(async (trx): Promise<TegasOutcome> => {
		const cara = sandi ? 'sandi' : await judge(ctx, trx, orangId, jawaban);
		if (!cara) {
			await batas.gagal(trx);
			return { ok: false, reason: tolak(jawaban) };
		}
		const { token, hash } = createToken();
		const kedaluwarsa = await renewSesi(trx, { id: sesiId, orangId, tokenHash: hash, kini });
		if (!kedaluwarsa) return { ok: false, reason: 'belum_masuk' };
		await batas.berhasil(trx);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: 'sesi.tegaskan',
			objek: `sesi/${sesiId}`,
			rincian: { cara },
		});
		return { ok: true, value: { token, kedaluwarsa } };
	});
}

async function isSandi(ctx: Ctx, orangId: number, sandi: string): Promise<boolean> {
	const tersimpan = await findSandi(ctx.db, orangId);
	return tersimpan !== undefined && (await verifySandi(sandi, tersimpan.sandi));
}

async function judge(ctx: Ctx, trx: Trx, orangId: number, jawaban: Jawaban): Promise<string | null> {
	if ('kode' in jawaban) return await takeKode(ctx, trx, orangId, jawaban.kode);
	if ('sandi' in jawaban) return null;
	return (await takeKunci(ctx, trx, { ...jawaban, guna: 'tegas', orangId })) ? 'kunci' : null;
}

function tolak(jawaban: Jawaban): 'sandi_salah' | 'kode_salah' | 'kunci_ditolak' {
	if ('sandi' in jawaban) return 'sandi_salah';
	return 'kode' in jawaban ? 'kode_salah' : 'kunci_ditolak';
}
