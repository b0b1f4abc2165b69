import { redirect } from '@sveltejs/kit';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { clearSesiCookie, readSesiCookie, writeSesiCookie } from '#features/akun/sesi-cookie.ts';
import { alamatKembali } from '#features/akun/sso/alamat-kembali.ts';
import { assertSso } from '#features/akun/sso/assert-sso.ts';
import { finishSso } from '#features/akun/sso/finish-sso.ts';
import { href } from '#ui/lang.ts';
import type { RequestEvent, RequestHandler } from './$types';

/** Where the identity provider sends the browser back to. */
export const GET: RequestHandler = async (event) => {
	const { locals, cookies, url, request, getClientAddress } = event;
	const kembali = new URL(alamatKembali(locals.ctx.setelan.alamat, url));
	kembali.search = url.search;
	const tegas = readSesiCookie(cookies, url, 'tegas');
	if (tegas !== undefined) return await tegaskan(event, tegas, kembali);
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

/** Back from a proof instead of a sign-in: to the act that waits for it, or to the question with the reason. */
async function tegaskan({ locals, cookies, url }: RequestEvent, token: string, kembali: URL): Promise<never> {
	const hasil = await assertSso(locals.ctx, { token, url: kembali });
	clearSesiCookie(cookies, url, 'tegas');
	if (hasil.ok) {
		writeSesiCookie(cookies, url, hasil.value);
		redirect(303, hasil.value.ke ?? href(locals.lang, '/akun'));
	}
	const ke = hasil.ke === null ? '' : `&ke=${encodeURIComponent(hasil.ke)}`;
	redirect(303, href(locals.lang, `/akun/tegaskan?sso=${hasil.reason}${ke}`));
}
