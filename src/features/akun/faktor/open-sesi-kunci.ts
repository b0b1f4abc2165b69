import type { Ctx } from '#platform/ctx.ts';
import { advanceMasuk } from '../advance-masuk.ts';
import { limitPercobaan } from '../limit-percobaan.ts';
import type { Asal, SesiTerbuka } from '../start-sesi.ts';
import { type JawabanKunci, takeKunci } from './check-kunci.ts';

export type MasukKunciOutcome =
	| { ok: true; value: SesiTerbuka }
	| { ok: false; reason: 'kunci_ditolak' | 'terlalu_sering' };

/** Signs in with a passkey alone: possession and the authenticator's own check of its owner are two factors. */
export async function openSesiKunci(ctx: Ctx, input: JawabanKunci & Asal): Promise<MasukKunciOutcome> {
	const batas = await limitPercobaan(ctx, `kunci ${input.jawaban.id.slice(0, 100)}`, input.alamat);
	if (batas.sering) return { ok: false, reason: 'terlalu_sering' };
	return await ctx.db.transaction().execute(async (trx): Promise<MasukKunciOutcome> => {
		const orangId = await takeKunci(ctx, trx, { ...input, guna: 'masuk', orangId: null });
		if (orangId === null) {
			await batas.gagal(trx);
			return { ok: false, reason: 'kunci_ditolak' };
		}
		return { ok: true, value: await advanceMasuk(ctx, trx, { orangId, asal: input, cara: 'kunci' }) };
	});
}
