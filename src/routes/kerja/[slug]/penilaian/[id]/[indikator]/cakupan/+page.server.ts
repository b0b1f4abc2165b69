import { error, fail } from '@sveltejs/kit';
import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import { bacaCakupan } from '#features/bukti/isian-bukti.ts';
import { readCakupan, recordCakupan } from '#features/bukti/record-cakupan.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const penilaianId = requireId(params.id, locals.lang);
	const hasil = await readCakupan(locals.ctx, {
		instansiId: ruang.id,
		penilaianId,
		indikator: params.indikator,
	});
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, buktiCopy[locals.lang].galat[hasil.reason]);
	return { matriks: hasil.value, penilaianId };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await recordCakupan(locals.ctx, {
			instansiId: ruang.id,
			penilaianId,
			indikator: params.indikator,
			baris: bacaCakupan(await readForm(request)),
		});
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		return { banyak: hasil.value.banyak };
	},
};
