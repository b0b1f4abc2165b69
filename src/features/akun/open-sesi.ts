import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { findOrangBySurel } from './orang.store.ts';
import { batasPercobaan, isTerlaluSering, kunciPercobaan } from './percobaan.rules.ts';
import { addPercobaan, clearPercobaan, listPercobaan } from './percobaan.store.ts';
import { pretendVerify, verifySandi } from './sandi.ts';
import { insertSesi } from './sesi.store.ts';
import { createToken } from './token.ts';

/** Where a sign-in comes from, for the list of sessions and the limits. */
export interface Asal {
	peramban: string;
	/** Network address of the client. */
	alamat: string;
}

export interface SesiTerbuka {
	/** For the cookie; never stored and never logged. */
	token: string;
	kedaluwarsa: Date;
	orangId: number;
}

export type MasukOutcome =
	| { ok: true; value: SesiTerbuka }
	| { ok: false; reason: 'masuk_gagal' | 'terlalu_sering' };

const HARI = 86_400_000;
export const umurSesi = 14 * HARI;

/**
 * Signs in with address and password. A wrong address and a wrong password are one and the same answer, after the
 * same time; failures are counted per account and network.
 */
export async function openSesi(
	ctx: Ctx,
	input: { surel: string; sandi: string } & Asal,
): Promise<MasukOutcome> {
	const kini = ctx.clock();
	const sejak = new Date(kini.getTime() - batasPercobaan.jendelaMs);
	const surel = input.surel.trim().toLowerCase().slice(0, 254);
	const kunci = kunciPercobaan(surel, input.alamat);
	const banyak = await listPercobaan(ctx.db, [kunci.akun, kunci.jaringan], sejak);
	if (isTerlaluSering(banyak, kunci)) return { ok: false, reason: 'terlalu_sering' };
	const orang = await findOrangBySurel(ctx.db, surel);
	const cocok =
		orang?.sandi && !orang.nonaktif
			? await verifySandi(input.sandi, orang.sandi)
			: await pretendVerify(input.sandi);
	if (!orang || !cocok) {
		await addPercobaan(ctx.db, [kunci.akun, kunci.jaringan], kini, sejak);
		return { ok: false, reason: 'masuk_gagal' };
	}
	return await ctx.db.transaction().execute(async (trx) => {
		await clearPercobaan(trx, kunci.akun);
		return { ok: true, value: await startSesi(trx, orang.id, input, kini) };
	});
}

/** Begins a session of a person who has proved who they are, within the transaction of that proof. */
export async function startSesi(trx: Trx, orangId: number, asal: Asal, kini: Date): Promise<SesiTerbuka> {
	const { token, hash } = createToken();
	const kedaluwarsa = new Date(kini.getTime() + umurSesi);
	const id = await insertSesi(trx, {
		token_hash: hash,
		orang_id: orangId,
		dibuat: kini,
		kedaluwarsa,
		peramban: asal.peramban.slice(0, 300),
		alamat: asal.alamat.slice(0, 60),
	});
	await recordActivity(trx, {
		instansiId: null,
		waktu: kini,
		orangId,
		tindakan: 'sesi.buka',
		objek: `sesi/${id}`,
	});
	return { token, kedaluwarsa, orangId };
}
