import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { countOrang } from './orang.store.ts';
import { type Guna, insertTautan, voidTautan } from './tautan.store.ts';
import { createToken } from './token.ts';

const JAM = 3_600_000;
/** How long a link works, in milliseconds. */
export const umurTautan: Record<Guna, number> = {
	admin_pertama: 24 * JAM,
	undangan: 7 * 24 * JAM,
	setel_ulang: JAM,
	contoh: 12 * JAM,
};

/** A one-time link; earlier ones for the same use and person stop working. @returns its path, "/tautan/…" */
export async function issueTautan(trx: Trx, guna: Guna, orangId: number | null, kini: Date): Promise<string> {
	const { token, hash } = createToken();
	await voidTautan(trx, { guna, orangId }, kini);
	await insertTautan(trx, {
		token_hash: hash,
		guna,
		orang_id: orangId,
		dibuat: kini,
		kedaluwarsa: new Date(kini.getTime() + umurTautan[guna]),
	});
	return `/tautan/${token}`;
}

/** The link with which the first administrator is made; null once anybody exists. Only the machine's operator asks. */
export async function issueAdminPertama(ctx: Ctx): Promise<string | null> {
	if (ctx.who.jenis !== 'operator') throw new Error('tautan admin pertama hanya untuk operator');
	const kini = ctx.clock();
	return await ctx.db.transaction().execute(async (trx) => {
		if ((await countOrang(trx)) > 0) return null;
		return await issueTautan(trx, 'admin_pertama', null, kini);
	});
}
