import { redirect } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { clearSesiCookie, writeSesiCookie } from '#features/akun/sesi-cookie.ts';
import { alamatKembali } from '#features/akun/sso/alamat-kembali.ts';
import { beginSso } from '#features/akun/sso/begin-sso.ts';
import { bacaTujuan } from '#features/akun/tujuan.rules.ts';
import { href } from '#ui/lang.ts';
import type { RequestHandler } from './$types';

/** Sends somebody signed in to the identity provider, to prove anew who they are. */
export const GET: RequestHandler = async ({ locals, cookies, url, getClientAddress }) => {
	const orang = requireMasuk(locals, url);
	const ke = bacaTujuan(url.searchParams.get('ke')) ?? href(locals.lang, '/akun');
	const hasil = await beginSso(locals.ctx, {
		kembali: alamatKembali(locals.ctx.setelan.alamat, url),
		ke,
		alamat: getClientAddress(),
		sesiId: orang.sesiId,
	});
	if (!hasil.ok)
		redirect(303, href(locals.lang, `/akun/tegaskan?sso=${hasil.reason}&ke=${encodeURIComponent(ke)}`));
	clearSesiCookie(cookies, url, 'sso');
	writeSesiCookie(cookies, url, hasil.value, 'tegas');
	redirect(303, hasil.value.url, { external: [new URL(hasil.value.url).origin] });
};
