import { fail, redirect } from '@sveltejs/kit';
import { bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { openSesi } from '#features/akun/open-sesi.ts';
import { writeSesiCookie } from '#features/akun/sesi-cookie.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { orang, lang } }) => {
	if (orang) redirect(303, href(lang, '/kerja'));
};

export const actions: Actions = {
	default: async ({ request, locals: { ctx, lang }, cookies, url, getClientAddress }) => {
		const form = await readForm(request);
		const surel = bacaTeks(form, 'surel');
		const hasil = await openSesi(ctx, {
			surel,
			sandi: bacaSandi(form),
			peramban: request.headers.get('user-agent') ?? '',
			alamat: getClientAddress(),
		});
		if (!hasil.ok) return fail(hasil.reason === 'terlalu_sering' ? 429 : 401, { surel, galat: hasil.reason });
		writeSesiCookie(cookies, url, hasil.value);
		redirect(303, tujuan(url) ?? href(lang, '/kerja'));
	},
};

/** Where the person wanted to go; only pages of the workspace, never another site. */
function tujuan(url: URL): string | null {
	const ke = url.searchParams.get('ke') ?? '';
	return /^(?:\/en)?\/(?:kerja|akun)(?:[/?][\w/?=&.-]*)?$/.test(ke) ? ke : null;
}
