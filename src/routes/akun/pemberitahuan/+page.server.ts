import { requireMasuk } from '#features/akun/require-masuk.ts';
import { choosePemberitahuan, readPilihan } from '#features/kerjasama/choose-pemberitahuan.ts';
import { daftarJenis } from '#features/kerjasama/pemberitahuan.rules.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await readPilihan(locals.ctx);
	return { nama: who.nama, pilihan: hasil.ok ? hasil.value : [], surelAktif: locals.ctx.mail.aktif };
};

export const actions: Actions = {
	default: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const dicentang = (nama: string) =>
			daftarJenis.map((j) => j.jenis).filter((j) => form.getAll(nama).includes(j));
		await choosePemberitahuan(locals.ctx, { aplikasi: dicentang('aplikasi'), surel: dicentang('surel') });
		return { tersimpan: true };
	},
};
