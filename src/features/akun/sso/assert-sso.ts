import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { renewSesi } from '../sesi.store.ts';
import { createToken, hashToken } from '../token.ts';
import { umurJalan } from './begin-sso.ts';
import { exchangeSso } from './exchange-sso.ts';
import type { GalatSso } from './galat-sso.ts';
import { listPeranGrup } from './identitas.rules.ts';
import { isBuktiBaru } from './penegasan-sso.rules.ts';
import { findSsoAkun, takeJalan, touchSsoAkun } from './sso.store.ts';
import { syncPeranSso } from './sync-peran-sso.ts';

export type TegasSsoOutcome =
	| { ok: true; value: { token: string; kedaluwarsa: Date; ke: string | null } }
	| { ok: false; reason: GalatSso; ke: string | null };

/**
 * Proves anew, through the identity provider, who is signed in: the same session, the identity that is linked with its
 * person, and a proof given after it was asked for. Roles follow the groups as at a sign-in. The session goes on under
 * a new token.
 * @param input.token of the cookie the round trip began with
 * @param input.url the address the browser came back to, with the provider's answer
 * @returns with a refusal, where the person wanted to go, so that they can try again
 */
export async function assertSso(ctx: Ctx, input: { token: string; url: URL }): Promise<TegasSsoOutcome> {
	const { sso } = ctx.setelan;
	const tolak = (reason: GalatSso, ke: string | null = null) => ({ ok: false as const, reason, ke });
	if (!sso) return tolak('sso_tidak_disetel');
	const kini = ctx.clock();
	const jalan = await takeJalan(ctx.db, hashToken(input.token), kini);
	if (!jalan || input.url.searchParams.get('state') !== jalan.keadaan) return tolak('sso_kedaluwarsa');
	const { who } = ctx;
	if (who.jenis !== 'orang' || who.sesiId !== jalan.sesi_id) return tolak('sso_kedaluwarsa');
	const jawaban = await exchangeSso(ctx, sso, input.url, jalan);
	if (!jawaban.ok) return tolak(jawaban.reason, jalan.ke);
	const { identitas, terbukti } = jawaban;
	if (!isBuktiBaru(terbukti, new Date(jalan.kedaluwarsa.getTime() - umurJalan), kini))
		return tolak('sso_bukti_lama', jalan.ke);
	return await ctx.db.transaction().execute(async (trx): Promise<TegasSsoOutcome> => {
		const pemilik = await findSsoAkun(trx, sso.penerbit, identitas.subjek);
		if (pemilik?.id !== who.id) return tolak('sso_orang_lain', jalan.ke);
		if (pemilik.nonaktif) return tolak('sso_akun_ditutup', jalan.ke);
		await touchSsoAkun(trx, sso.penerbit, identitas.subjek, kini);
		await syncPeranSso(ctx, trx, who.id, listPeranGrup(sso.peta, identitas.grup));
		const { token, hash } = createToken();
		const kedaluwarsa = await renewSesi(trx, { id: who.sesiId, orangId: who.id, tokenHash: hash, kini });
		if (!kedaluwarsa) return tolak('sso_kedaluwarsa', jalan.ke);
		await recordActivity(trx, {
			...{ instansiId: null, waktu: kini, orangId: who.id, tindakan: 'sesi.tegaskan' },
			...{ objek: `sesi/${who.sesiId}`, rincian: { cara: 'sso' } },
		});
		return { ok: true, value: { token, kedaluwarsa, ke: jalan.ke } };
	});
}
