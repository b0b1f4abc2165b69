import { redirect } from '@sveltejs/kit';
import { bacaTeks } from '#features/akun/isian-akun.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { listPemberitahuanSaya, markDibaca } from '#features/kerjasama/list-pemberitahuan.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await listPemberitahuanSaya(locals.ctx);
	return { nama: who.nama, daftar: hasil.ok ? hasil.value : [] };
};

export const actions: Actions = {
	/** Opens one: it counts as read, and its page follows. */
	buka: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const id = Number(bacaTeks(await readForm(request), 'id'));
		const daftar = await listPemberitahuanSaya(locals.ctx);
		const satu = daftar.ok ? daftar.value.find((p) => p.id === id) : undefined;
		if (satu) await markDibaca(locals.ctx, { id: satu.id });
		redirect(303, href(locals.lang, satu?.tujuan ?? '/kerja/pemberitahuan'));
	},
	semua: async ({ locals, url }) => {
		requireMasuk(locals, url);
		await markDibaca(locals.ctx, 'semua');
		redirect(303, href(locals.lang, '/kerja/pemberitahuan'));
	},
};
