import { fail } from '@sveltejs/kit';
import { askPenegasan } from '#features/akun/ask-penegasan.ts';
import { beginKode, confirmKode, readKodeMenunggu } from '#features/akun/faktor/enrol-kode.ts';
import { listFaktor } from '#features/akun/faktor/list-faktor.ts';
import { removeFaktor } from '#features/akun/faktor/remove-faktor.ts';
import { bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const orang = requireMasuk(locals, url);
	return {
		nama: orang.nama,
		faktor: await listFaktor(locals.ctx, orang),
		menunggu: await readKodeMenunggu(locals.ctx),
	};
};

export const actions: Actions = {
	mulai: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const hasil = await beginKode(locals.ctx);
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		return hasil.ok ? {} : fail(409, { galat: hasil.reason });
	},
	aktifkan: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const hasil = await confirmKode(locals.ctx, bacaTeks(form, 'kode'));
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		return hasil.ok ? { aktif: true, pemulihan: hasil.value.pemulihan } : fail(422, { galat: hasil.reason });
	},
	lepas: async ({ request, locals, url, getClientAddress }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const hasil = await removeFaktor(locals.ctx, {
			faktor: 'kode',
			sandi: bacaSandi(form),
			alamat: getClientAddress(),
		});
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		return hasil.ok ? { dilepas: true } : fail(422, { galat: hasil.reason });
	},
};
