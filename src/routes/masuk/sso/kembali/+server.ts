import { redirect } from '@sveltejs/kit';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { clearSesiCookie, readSesiCookie } from '#features/akun/sesi-cookie.ts';
import { alamatKembali } from '#features/akun/sso/alamat-kembali.ts';
import { finishSso } from '#features/akun/sso/finish-sso.ts';
import { href } from '#ui/lang.ts';
import type { RequestHandler } from './$types';

/** Where the identity provider sends the browser back to. */
export const GET: RequestHandler = async (event) => {
	const { locals, cookies, url, request, getClientAddress } = event;
	const kembali = new URL(alamatKembali(locals.ctx.setelan.alamat, url));
	kembali.search = url.search;
	const hasil = await finishSso(locals.ctx, {
		token: readSesiCookie(cookies, url, 'sso') ?? '',
		url: kembali,
		peramban: request.headers.get('user-agent') ?? '',
		alamat: getClientAddress(),
	});
	clearSesiCookie(cookies, url, 'sso');
	if (!hasil.ok) redirect(303, href(locals.lang, `/masuk?sso=${hasil.reason}`));
	return await finishMasuk(event, hasil.value, hasil.value.ke);
};
