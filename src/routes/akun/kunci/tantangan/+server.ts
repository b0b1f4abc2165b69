import { offerDaftar } from '#features/akun/faktor/offer-kunci.ts';
import { answerTantanganSaya } from '#features/akun/isian-kunci.ts';
import type { RequestHandler } from './$types';

/** A challenge for registering a passkey. */
export const POST: RequestHandler = ({ locals: { ctx }, url }) =>
	answerTantanganSaya(ctx, url, (rp) => offerDaftar(ctx, rp));
