import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { JawabanMasuk } from './kunci.schema.ts';
import { findKunci, takeTantangan, touchKunci } from './kunci.store.ts';
import { hashTantangan } from './offer-kunci.ts';
import type { RelyingParty } from './relying-party.rules.ts';

export interface JawabanKunci {
	jawaban: JawabanMasuk;
	rp: RelyingParty;
}

/**
 * Judges the answer of a passkey and uses its challenge up, right or wrong. Signing in without a password needs the
 * owner verified by the authenticator; as a second step their presence is enough.
 * @param p.orangId whose passkey it must be; null where the passkey says who signs in
 * @returns whose it is; null where it does not hold
 */
export async function takeKunci(
	ctx: Ctx,
	trx: Trx,
	p: JawabanKunci & { guna: 'masuk' | 'kedua' | 'tegas'; orangId: number | null },
): Promise<number | null> {
	const { jawaban, rp, guna, orangId } = p;
	const kini = ctx.clock();
	const kunci = await findKunci(trx, jawaban.id);
	if (!kunci || (orangId !== null && kunci.orangId !== orangId)) return null;
	try {
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			response: jawaban as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
			expectedChallenge: (teks) => takeTantangan(trx, { sidik: hashTantangan(teks), guna, orangId, kini }),
			expectedOrigin: rp.origin,
			expectedRPID: rp.id,
			requireUserVerification: guna === 'masuk',
			credential: {
				id: jawaban.id,
				publicKey: new Uint8Array(kunci.kunci_publik),
				counter: Number(kunci.hitungan),
			},
		});
		if (!verified || !(await touchKunci(trx, kunci.id, authenticationInfo.newCounter, kini))) return null;
		return kunci.orangId;
	} catch (err) {
		ctx.log.info({ err, kunci: kunci.id }, 'jawaban kunci sandi ditolak');
		return null;
	}
}
