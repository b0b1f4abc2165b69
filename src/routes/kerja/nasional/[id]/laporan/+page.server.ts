import { error, fail, redirect } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { mintaBuku } from '#features/laporan/minta-laporan.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import { readNasional } from '#features/penilaian/putaran-nasional.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await readNasional(locals.ctx, requireId(params.id, locals.lang));
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, ruangLaporanCopy[locals.lang].galat[hasil.reason]);
	const { putaran, peserta, bolehTunjuk } = hasil.value;
	return { putaran, banyak: peserta.length, bolehBuku: bolehTunjuk, nama: who.nama };
};

export const actions: Actions = {
	buku: async ({ locals, params, request, url }) => {
		requireMasuk(locals, url);
		const bentuk = (await readForm(request)).get('bentuk') === 'zip' ? 'zip' : 'pdf';
		const putaranId = requireId(params.id, locals.lang);
		const hasil = await mintaBuku(locals.ctx, { putaranId, bentuk });
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 404, { galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/pekerjaan/${hasil.value.pekerjaanId}`));
	},
};
