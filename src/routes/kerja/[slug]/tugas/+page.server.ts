import { error, fail, redirect } from '@sveltejs/kit';
import { finishTugas, listTugasTampak } from '#features/kerjasama/finish-tugas.ts';
import { bacaId } from '#features/kerjasama/isian-kerjasama.ts';
import { notulaCopy } from '#features/kerjasama/notula.copy.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listTugasTampak(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, notulaCopy[locals.lang].galat[hasil.reason]);
	return { tugas: hasil.value, kini: hariIni(locals.ctx.clock()) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const hasil = await finishTugas(locals.ctx, {
			instansiId: ruang.id,
			id: bacaId(form, 'id'),
			selesai: form.get('selesai') !== 'tidak',
		});
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/tugas`));
	},
};
