import { fail, redirect } from '@sveltejs/kit';
import { askPenegasan } from '#features/akun/ask-penegasan.ts';
import { changeSandi } from '#features/akun/change-sandi.ts';
import { closeSesi } from '#features/akun/close-sesi.ts';
import { listFaktor } from '#features/akun/faktor/list-faktor.ts';
import { renewPemulihan } from '#features/akun/faktor/remove-faktor.ts';
import { bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { kebijakanSandi } from '#features/akun/kebijakan-sandi.rules.ts';
import { listSesi } from '#features/akun/list-sesi.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const orang = requireMasuk(locals, url);
	return {
		nama: orang.nama,
		peran: orang.peran,
		faktor: await listFaktor(locals.ctx, orang),
		sesi: await listSesi(locals.ctx, orang),
		kebijakan: kebijakanSandi[locals.ctx.setelan.kebijakanSandi],
	};
};

export const actions: Actions = {
	tutup: async ({ request, locals, url }) => {
		const orang = requireMasuk(locals, url);
		const form = await readForm(request);
		const id = readId(form, 'id');
		// "all others" names none; one that cannot be read ends nothing
		if (id !== null || !bacaTeks(form, 'id'))
			await closeSesi(locals.ctx, orang, id !== null ? { id } : { kecuali: orang.sesiId });
		redirect(303, href(locals.lang, '/akun'));
	},
	sandi: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const hasil = await changeSandi(locals.ctx, { lama: bacaSandi(form, 'lama'), baru: bacaSandi(form) });
		if (hasil.ok) return { diganti: true };
		if (hasil.reason === 'sandi_ditolak') return fail(422, { galat: null, alasan: hasil.alasan });
		return fail(422, { galat: hasil.reason, alasan: [] });
	},
	pemulihan: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const hasil = await renewPemulihan(locals.ctx);
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		return hasil.ok ? { pemulihan: hasil.value.pemulihan } : fail(409, { keamanan: hasil.reason });
	},
};
