import * as client from 'openid-client';
import type { Ctx } from '#platform/ctx.ts';
import { countTerbuka } from '../limit-percobaan.ts';
import { createToken } from '../token.ts';
import type { GalatSso } from './galat-sso.ts';
import { openKlien } from './klien-sso.ts';
import { insertJalan } from './sso.store.ts';

/** How long a round trip to the provider may take, in milliseconds. */
export const umurJalan = 15 * 60_000;

export type MulaiSsoOutcome =
	| {
			ok: true;
			value: {
				/** Where the browser goes now. */
				url: string;
				/** For the cookie that binds the round trip to this browser. */
				token: string;
				kedaluwarsa: Date;
			};
	  }
	| { ok: false; reason: Extract<GalatSso, 'sso_tidak_disetel' | 'sso_tidak_tersambung' | 'terlalu_sering'> };

/**
 * Begins a sign-in at the identity provider (authorisation code with PKCE, state and nonce).
 * @param input.kembali address the provider sends the browser back to
 * @param input.ke where the person wanted to go
 * @param input.sesiId the session to prove anew, instead of signing in: the provider is told to ask the person again
 * (`prompt=login`, `max_age=0`) whatever it remembers of them
 */
export async function beginSso(
	ctx: Ctx,
	input: { kembali: string; ke: string | null; alamat: string; sesiId?: number },
): Promise<MulaiSsoOutcome> {
	const { sso } = ctx.setelan;
	if (!sso) return { ok: false, reason: 'sso_tidak_disetel' };
	if (!(await countTerbuka(ctx, 'sso', input.alamat))) return { ok: false, reason: 'terlalu_sering' };
	const kini = ctx.clock();
	let config: client.Configuration;
	try {
		config = await openKlien(sso, kini);
	} catch (err) {
		ctx.log.error({ err, penerbit: sso.penerbit }, 'penyedia SSO tidak dapat dibaca');
		return { ok: false, reason: 'sso_tidak_tersambung' };
	}
	const [penguji, keadaan, nonce] = [
		client.randomPKCECodeVerifier(),
		client.randomState(),
		client.randomNonce(),
	];
	const { token, hash } = createToken();
	const kedaluwarsa = new Date(kini.getTime() + umurJalan);
	const jalan = { sidik: hash, keadaan, penguji, nonce, ke: input.ke, kedaluwarsa };
	await insertJalan(ctx.db, { ...jalan, sesi_id: input.sesiId ?? null }, kini);
	const url = client.buildAuthorizationUrl(config, {
		redirect_uri: input.kembali,
		scope: sso.lingkup,
		state: keadaan,
		nonce,
		code_challenge: await client.calculatePKCECodeChallenge(penguji),
		code_challenge_method: 'S256',
		...(input.sesiId !== undefined && { prompt: 'login', max_age: '0' }),
	});
	return { ok: true, value: { url: url.href, token, kedaluwarsa } };
}
