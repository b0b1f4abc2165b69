import { error, fail, redirect } from '@sveltejs/kit';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { bacaDari, bacaPutaran, teksPutaran } from '#features/penilaian/isian-penilaian.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { listPenilaian } from '#features/penilaian/read-penilaian.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listPenilaian(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, penilaianCopy[locals.lang].galat[hasil.reason]);
	return {
		...hasil.value,
		kini: hariIni(locals.ctx.clock()),
		instrumen: listInstrumen(locals.ctx).map(({ id, singkatan, tahun }) => ({
			id,
			singkatan,
			akhir: Math.max(...tahun),
		})),
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = bacaPutaran(form);
		if (!isian) return fail(422, { galat: 'isian_salah' as const, isian: teksPutaran(form) });
		const dariPenilaianId = bacaDari(form);
		const hasil = await openPutaran(locals.ctx, { ...isian, instansiId: ruang.id, dariPenilaianId });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
				galat: hasil.reason,
				isian: teksPutaran(form),
			});
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/penilaian/${hasil.value.penilaianId}`));
	},
};
