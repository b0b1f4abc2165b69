import { redirect } from '@sveltejs/kit';
import { closeSesi } from '#features/akun/close-sesi.ts';
import { clearSesiCookie } from '#features/akun/sesi-cookie.ts';
import { href } from '#ui/lang.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { ctx, orang, lang }, cookies, url }) => {
	if (orang) await closeSesi(ctx, orang, { id: orang.sesiId });
	clearSesiCookie(cookies, url);
	redirect(303, href(lang, '/masuk'));
};
