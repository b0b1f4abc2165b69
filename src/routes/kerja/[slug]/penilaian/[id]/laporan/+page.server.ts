import { error, fail, redirect } from '@sveltejs/kit';
import { mintaKertasKerja } from '#features/laporan/minta-laporan.ts';
import { readRuangLaporan } from '#features/laporan/read-ruang-laporan.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const hasil = await readRuangLaporan(locals.ctx, {
		instansiId: ruang.id,
		id: requireId(params.id, locals.lang),
	});
	const { galat } = ruangLaporanCopy[locals.lang];
	if (!hasil.ok) error(hasil.reason === 'tidak_berwenang' ? 403 : 404, galat[hasil.reason]);
	return { laporan: hasil.value };
};

export const actions: Actions = {
	minta: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await mintaKertasKerja(locals.ctx, { instansiId: ruang.id, penilaianId });
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 404, { galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/pekerjaan/${hasil.value.pekerjaanId}`));
	},
};
