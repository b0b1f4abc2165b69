import { error, fail, redirect } from '@sveltejs/kit';
import { bacaNotula, isianNotula } from '#features/kerjasama/isian-kerjasama.ts';
import { notulaCopy } from '#features/kerjasama/notula.copy.ts';
import { listNotula } from '#features/kerjasama/read-notula.ts';
import { saveNotula } from '#features/kerjasama/save-notula.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listNotula(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, notulaCopy[locals.lang].galat[hasil.reason]);
	return { ...hasil.value, kini: hariIni(locals.ctx.clock()) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = isianNotula(form);
		const terbaca = bacaNotula(form);
		if (!terbaca.ok) return fail(422, { isian, hadir: [] as number[], galat: 'isian_salah' as const });
		const hadir = [...terbaca.value.hadirId];
		const hasil = await saveNotula(locals.ctx, { ...terbaca.value, instansiId: ruang.id, ubah: null });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { isian, hadir, galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/notula/${hasil.value.id}`));
	},
};
