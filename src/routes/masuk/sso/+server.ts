import { redirect } from '@sveltejs/kit';
import { clearSesiCookie, writeSesiCookie } from '#features/akun/sesi-cookie.ts';
import { alamatKembali } from '#features/akun/sso/alamat-kembali.ts';
import { beginSso } from '#features/akun/sso/begin-sso.ts';
import { bacaTujuan } from '#features/akun/tujuan.rules.ts';
import { href } from '#ui/lang.ts';
import type { RequestHandler } from './$types';

/** Sends the browser to the identity provider. A link, not a form: the page's policy lets forms go nowhere else. */
export const GET: RequestHandler = async ({ locals: { ctx, lang }, cookies, url, getClientAddress }) => {
	const hasil = await beginSso(ctx, {
		kembali: alamatKembali(ctx.setelan.alamat, url),
		ke: bacaTujuan(url.searchParams.get('ke')) ?? href(lang, '/kerja'),
		alamat: getClientAddress(),
	});
	if (!hasil.ok) redirect(303, href(lang, `/masuk?sso=${hasil.reason}`));
	clearSesiCookie(cookies, url, 'tegas');
	writeSesiCookie(cookies, url, hasil.value, 'sso');
	redirect(303, hasil.value.url, { external: [new URL(hasil.value.url).origin] });
};
