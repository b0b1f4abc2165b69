import { offerKedua, offerMasuk } from '#features/akun/faktor/offer-kunci.ts';
import { answerTantangan } from '#features/akun/isian-kunci.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import type { RequestHandler } from './$types';

/** A challenge for signing in with a passkey; `?langkah=kedua` for the second step of the sign-in that waits. */
export const POST: RequestHandler = ({ locals: { ctx }, cookies, url, getClientAddress }) =>
	answerTantangan(ctx, url, (rp) =>
		url.searchParams.get('langkah') === 'kedua'
			? offerKedua(ctx, rp, readSesiCookie(cookies, url, 'langkah') ?? '')
			: offerMasuk(ctx, rp, getClientAddress()),
	);
