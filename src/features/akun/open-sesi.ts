import type { Ctx } from '#platform/ctx.ts';
import { advanceMasuk } from './advance-masuk.ts';
import { limitPercobaan } from './limit-percobaan.ts';
import { findOrangBySurel } from './orang.store.ts';
import { pretendVerify, verifySandi } from './sandi.ts';
import type { Asal, SesiTerbuka } from './start-sesi.ts';

export type MasukOutcome =
	| { ok: true; value: SesiTerbuka }
	| { ok: false; reason: 'masuk_gagal' | 'terlalu_sering' };

/**
 * Signs in with address and password. A wrong address and a wrong password are one and the same answer, after the
 * same time; failures are counted per account and network. A second factor or a new password may still be asked for.
 */
export async function openSesi(
	ctx: Ctx,
	input: { surel: string; sandi: string } & Asal,
): Promise<MasukOutcome> {
	const surel = input.surel.trim().toLowerCase().slice(0, 254);
	const percobaan = await limitPercobaan(ctx, surel, input.alamat);
	if (percobaan.sering) return { ok: false, reason: 'terlalu_sering' };
	const orang = await findOrangBySurel(ctx.db, surel);
	const cocok =
		orang?.sandi && !orang.nonaktif
			? await verifySandi(input.sandi, orang.sandi)
			: await pretendVerify(input.sandi);
	if (!orang || !cocok) {
		await percobaan.gagal(ctx.db);
		return { ok: false, reason: 'masuk_gagal' };
	}
	return await ctx.db.transaction().execute(async (trx) => {
		await percobaan.berhasil(trx);
		const sesi = await advanceMasuk(ctx, trx, { orangId: orang.id, asal: input, cara: 'sandi' });
		return { ok: true, value: sesi };
	});
}
