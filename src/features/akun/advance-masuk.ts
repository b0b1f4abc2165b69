import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { hasFaktor } from './faktor/faktor.store.ts';
import { isSandiUsang, kebijakanSandi } from './kebijakan-sandi.rules.ts';
import { findSandi } from './orang.store.ts';
import { insertSetengah } from './setengah.store.ts';
import { type Asal, type CaraMasuk, type SesiTerbuka, startSesi } from './start-sesi.ts';
import { createToken } from './token.ts';

/** How long a half-open sign-in waits, in milliseconds. */
export const umurSetengah = 10 * 60_000;

export interface BuktiDiri {
	orangId: number;
	asal: Asal;
	/** The first proof. A passkey is two factors in one and asks for no second step. */
	cara: CaraMasuk;
	/** How the second step was taken, once it was. */
	kedua?: 'kode' | 'pemulihan' | 'kunci' | undefined;
}

/**
 * Goes on after a proof: a session, or a half-open sign-in that waits for the second factor, or for a new password
 * in place of one that the policy holds too old.
 */
export async function advanceMasuk(ctx: Ctx, trx: Trx, bukti: BuktiDiri): Promise<SesiTerbuka> {
	const { orangId, asal, cara, kedua } = bukti;
	const kini = ctx.clock();
	if (cara !== 'kunci') {
		if (!kedua && (await hasFaktor(trx, orangId))) return await wait(trx, orangId, 'kedua', cara, kini);
		if (cara === 'sandi' && (await isUsang(ctx, trx, orangId)))
			return await wait(trx, orangId, 'sandi', cara, kini);
	}
	return await startSesi(trx, orangId, asal, kini, { cara, kedua: kedua ?? null });
}

async function isUsang(ctx: Ctx, trx: Trx, orangId: number): Promise<boolean> {
	const sandi = await findSandi(trx, orangId);
	return (
		sandi !== undefined && isSandiUsang(kebijakanSandi[ctx.setelan.kebijakanSandi], sandi.diubah, ctx.clock())
	);
}

async function wait(
	trx: Trx,
	orangId: number,
	langkah: 'kedua' | 'sandi',
	cara: Exclude<CaraMasuk, 'kunci'>,
	kini: Date,
): Promise<SesiTerbuka> {
	const { token, hash } = createToken();
	const kedaluwarsa = new Date(kini.getTime() + umurSetengah);
	await insertSetengah(trx, {
		token_hash: hash,
		orang_id: orangId,
		langkah,
		cara,
		dibuat: kini,
		kedaluwarsa,
	});
	return { token, kedaluwarsa, orangId, langkah };
}
