import { fail } from '@sveltejs/kit';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { bacaSandi } from '#features/akun/isian-akun.ts';
import { kebijakanSandi } from '#features/akun/kebijakan-sandi.rules.ts';
import { readSandiUsang, renewSandi } from '#features/akun/renew-sandi.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, cookies, url }) => ({
	langkah: await readSandiUsang(ctx, readSesiCookie(cookies, url, 'langkah') ?? ''),
	kebijakan: kebijakanSandi[ctx.setelan.kebijakanSandi],
});

export const actions: Actions = {
	default: async (event) => {
		const { request, locals, cookies, url, getClientAddress } = event;
		const hasil = await renewSandi(locals.ctx, {
			token: readSesiCookie(cookies, url, 'langkah') ?? '',
			sandi: bacaSandi(await readForm(request)),
			peramban: request.headers.get('user-agent') ?? '',
			alamat: getClientAddress(),
		});
		if (!hasil.ok && hasil.reason === 'sandi_ditolak') return fail(422, { alasan: hasil.alasan });
		if (!hasil.ok) return fail(410, { alasan: [] });
		return await finishMasuk(event, hasil.value);
	},
};
