import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { advanceMasuk } from './advance-masuk.ts';
import { takeKode } from './faktor/check-kode.ts';
import { type JawabanKunci, takeKunci } from './faktor/check-kunci.ts';
import { readFaktor } from './faktor/faktor.store.ts';
import { limitPercobaan } from './limit-percobaan.ts';
import { findSetengah, finishSetengah, takePercobaan } from './setengah.store.ts';
import type { Asal, SesiTerbuka } from './start-sesi.ts';
import { hashToken } from './token.ts';

export type KeduaOutcome =
	| { ok: true; value: SesiTerbuka }
	| { ok: false; reason: 'langkah_kedaluwarsa' | 'terlalu_sering' | 'kode_salah' | 'kunci_ditolak' };

/** What the second step may be answered with; null where there is no sign-in that waits for it. */
export async function readKedua(ctx: Ctx, token: string) {
	const setengah = await findSetengah(ctx.db, hashToken(token), 'kedua', ctx.clock());
	return setengah ? { nama: setengah.nama, ...(await readFaktor(ctx.db, setengah.orangId)) } : null;
}

/**
 * Takes the second step of a sign-in: a code, a recovery code, or a passkey. Five attempts at one sign-in, and as
 * many from one network for one account as at the password; an owner elsewhere is never kept out.
 */
export async function answerKedua(
	ctx: Ctx,
	input: { token: string; jawaban: { kode: string } | JawabanKunci } & Asal,
): Promise<KeduaOutcome> {
	const kini = ctx.clock();
	const setengah = await findSetengah(ctx.db, hashToken(input.token), 'kedua', kini);
	if (!setengah) return { ok: false, reason: 'langkah_kedaluwarsa' };
	const batas = await limitPercobaan(ctx, `kedua ${setengah.orangId}`, input.alamat);
	if (batas.sering) return { ok: false, reason: 'terlalu_sering' };
	return await ctx.db.transaction().execute(async (trx): Promise<KeduaOutcome> => {
		const percobaan = await takePercobaan(trx, setengah.id);
		if (!percobaan) return { ok: false, reason: 'langkah_kedaluwarsa' };
		const { orangId } = setengah;
		const kedua = await judge(ctx, trx, orangId, input.jawaban);
		if (!kedua) {
			await batas.gagal(trx);
			await recordActivity(trx, {
				instansiId: null,
				waktu: kini,
				orangId: null,
				tindakan: 'masuk.langkah_kedua_gagal',
				objek: `orang/${orangId}`,
				rincian: { sisa: percobaan.sisa },
			});
			return { ok: false, reason: 'kode' in input.jawaban ? 'kode_salah' : 'kunci_ditolak' };
		}
		await finishSetengah(trx, setengah.id, kini);
		await batas.berhasil(trx);
		return {
			ok: true,
			value: await advanceMasuk(ctx, trx, { orangId, asal: input, cara: percobaan.cara, kedua }),
		};
	});
}

async function judge(
	ctx: Ctx,
	trx: Trx,
	orangId: number,
	jawaban: { kode: string } | JawabanKunci,
): Promise<'kode' | 'pemulihan' | 'kunci' | null> {
	if ('kode' in jawaban) return await takeKode(ctx, trx, orangId, jawaban.kode);
	return (await takeKunci(ctx, trx, { ...jawaban, guna: 'kedua', orangId })) ? 'kunci' : null;
}
