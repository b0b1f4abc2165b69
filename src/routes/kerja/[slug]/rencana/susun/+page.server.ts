import { error, fail, redirect } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { pickKueri } from '#features/rencana/susun/minta.rules.ts';
import { openSusun } from '#features/rencana/susun/open-susun.ts';
import { saveRencana } from '#features/rencana/susun/save-rencana.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await openSusun(locals.ctx, { instansiId: ruang.id, kueri: pickKueri(url.searchParams) });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return { susun: hasil.value };
};

export const actions: Actions = {
	simpan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const [nama, alasan] = [readTeks(form, 'nama', 200), readTeks(form, 'alasan', 5000)];
		const kueri = pickKueri(url.searchParams);
		const hasil = await saveRencana(locals.ctx, { instansiId: ruang.id, kueri, nama, alasan });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
				galat: hasil.reason,
				isian: { nama, alasan },
			});
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/rencana/simpanan/${hasil.value.id}`));
	},
};
