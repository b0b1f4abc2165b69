import { error, fail } from '@sveltejs/kit';
import { aksesCopy } from '#features/audit/akses/akses.copy.ts';
import { bacaSetelan } from '#features/audit/akses/isian-akses.ts';
import { readSetelanAkses } from '#features/audit/akses/read-akses.ts';
import { saveSetelanAkses } from '#features/audit/akses/save-setelan-akses.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readSetelanAkses(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, aksesCopy[locals.lang].galat[hasil.reason]);
	return { d: hasil.value };
};

export const actions: Actions = {
	simpan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const kini = await readSetelanAkses(locals.ctx, ruang.id);
		if (!kini.ok) return fail(403, { galat: kini.reason });
		const terbaca = bacaSetelan(await readForm(request), kini.value.aturan);
		if (!terbaca.ok) return fail(422, { galat: terbaca.reason });
		const hasil = await saveSetelanAkses(locals.ctx, { instansiId: ruang.id, ...terbaca.value });
		return hasil.ok
			? { tersimpan: true as const }
			: fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
	},
};
