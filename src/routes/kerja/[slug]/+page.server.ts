import { fail } from '@sveltejs/kit';
import { bacaTeks } from '#features/akun/isian-akun.ts';
import { remindUnit } from '#features/kerjasama/remind-unit.ts';
import { listAntrean } from '#features/penilaian/list-antrean.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	return {
		antrean: await listAntrean(locals.ctx, ruang.id),
		alamat: new URL(href(locals.lang, `/kerja/${ruang.slug}`), url).href,
	};
};

export const actions: Actions = {
	ingatkan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const unitId = Number(bacaTeks(form, 'unitId'));
		const hasil = await remindUnit(locals.ctx, {
			instansiId: ruang.id,
			slug: ruang.slug,
			unitId: Number.isSafeInteger(unitId) ? unitId : 0,
			ulang: bacaTeks(form, 'ulang') === 'ya',
		});
		if (hasil.ok) return { diingatkan: hasil.value };
		return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { ingatkan: hasil.reason });
	},
};
