import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { openSecret } from '#platform/secret.ts';
import { findKode, useLangkah, usePemulihan } from './faktor.store.ts';
import { hashPemulihan } from './pemulihan.ts';
import { langkahKode } from './totp.ts';

/** What names the row in the seal of its secret. */
export const konteksKode = (orangId: number): string => `kode_masuk/${orangId}`;

/**
 * Takes a code of the person's authenticator or one of their recovery codes, and uses it up: neither is good twice.
 * @returns which it was; null where it is neither
 */
export async function takeKode(
	ctx: Ctx,
	trx: Trx,
	orangId: number,
	teks: string,
): Promise<'kode' | 'pemulihan' | null> {
	const kode = teks.replace(/[\s-]/g, '');
	if (!/^\d{6}$/.test(kode))
		return (await usePemulihan(trx, orangId, hashPemulihan(kode), ctx.clock())) ? 'pemulihan' : null;
	const tersimpan = await findKode(trx, orangId);
	const rahasia = tersimpan?.aktif ? openRahasia(ctx, orangId, tersimpan.rahasia) : null;
	const langkah = rahasia && langkahKode(rahasia, kode, ctx.clock());
	return langkah !== null && (await useLangkah(trx, orangId, langkah)) ? 'kode' : null;
}

/** The person's secret; null, with a line in the log, where the key that sealed it is not this installation's. */
export function openRahasia(ctx: Ctx, orangId: number, tersegel: Buffer): Buffer | null {
	try {
		return openSecret(ctx, tersegel, konteksKode(orangId));
	} catch (err) {
		ctx.log.error({ err, orangId }, 'rahasia kode masuk tidak dapat dibuka: kunci rahasia lain?');
		return null;
	}
}
