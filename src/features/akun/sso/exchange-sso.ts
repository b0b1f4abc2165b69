import * as client from 'openid-client';
import type { Ctx, SetelanSso } from '#platform/ctx.ts';
import type { GalatSso } from './galat-sso.ts';
import { bacaIdentitas, type Identitas } from './identitas.rules.ts';
import { isTakTersambung, openKlien } from './klien-sso.ts';

export type JawabanSso =
	| {
			ok: true;
			identitas: Identitas;
			/** When the person proved who they are at the provider (`auth_time`), in whole seconds since 1970; null where it does not say. */
			terbukti: number | null;
	  }
	| { ok: false; reason: Extract<GalatSso, 'sso_dibatalkan' | 'sso_ditolak' | 'sso_tidak_tersambung'> };

/**
 * Asks the provider for the tokens and, where it keeps claims back from them, for the claims.
 * @param url the address the browser came back to, with the provider's answer
 * @param jalan the round trip that this browser began
 */
export async function exchangeSso(
	ctx: Ctx,
	sso: SetelanSso,
	url: URL,
	jalan: { penguji: string; keadaan: string; nonce: string },
): Promise<JawabanSso> {
	if (url.searchParams.has('error')) return { ok: false, reason: 'sso_dibatalkan' };
	try {
		const config = await openKlien(sso, ctx.clock());
		const tokens = await client.authorizationCodeGrant(config, url, {
			pkceCodeVerifier: jalan.penguji,
			expectedState: jalan.keadaan,
			expectedNonce: jalan.nonce,
			idTokenExpected: true,
		});
		const klaim = tokens.claims();
		if (!klaim) return { ok: false, reason: 'sso_ditolak' };
		const lagi = config.serverMetadata().userinfo_endpoint
			? await client.fetchUserInfo(config, tokens.access_token, klaim.sub)
			: {};
		return {
			ok: true,
			identitas: bacaIdentitas({ ...klaim, ...lagi, sub: klaim.sub }, sso.klaimGrup),
			terbukti: typeof klaim.auth_time === 'number' ? klaim.auth_time : null, // signed; the claims of userinfo are not
		};
	} catch (err) {
		ctx.log.warn({ err, penerbit: sso.penerbit }, 'jawaban penyedia SSO ditolak');
		return { ok: false, reason: isTakTersambung(err) ? 'sso_tidak_tersambung' : 'sso_ditolak' };
	}
}
