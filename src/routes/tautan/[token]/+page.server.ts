import { fail } from '@sveltejs/kit';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { bacaPemilik, bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { kebijakanSandi } from '#features/akun/kebijakan-sandi.rules.ts';
import { readTautan, redeemTautan } from '#features/akun/redeem-tautan.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, params: { token } }) => ({
	tautan: await readTautan(ctx, token),
	kebijakan: kebijakanSandi[ctx.setelan.kebijakanSandi],
});

export const actions: Actions = {
	default: async (event) => {
		const { request, locals, params, getClientAddress } = event;
		const { ctx } = locals;
		const { token } = params;
		const form = await readForm(request);
		const isian = { nama: bacaTeks(form, 'nama'), surel: bacaTeks(form, 'surel') };
		const tautan = await readTautan(ctx, token);
		const pemilik = bacaPemilik(form);
		if (tautan?.guna === 'admin_pertama' && pemilik.galat.length > 0)
			return fail(422, { isian, galat: pemilik.galat, alasan: [] });
		const hasil = await redeemTautan(ctx, {
			token,
			nama: pemilik.nama,
			surel: pemilik.surel,
			sandi: bacaSandi(form),
			peramban: request.headers.get('user-agent') ?? '',
			alamat: getClientAddress(),
		});
		if (!hasil.ok && hasil.reason === 'sandi_ditolak')
			return fail(422, { isian, galat: [], alasan: hasil.alasan });
		if (!hasil.ok)
			return fail(hasil.reason === 'tautan_tidak_berlaku' ? 410 : 422, {
				isian,
				galat: [hasil.reason],
				alasan: [],
			});
		return await finishMasuk(event, hasil.value, null);
	},
};
