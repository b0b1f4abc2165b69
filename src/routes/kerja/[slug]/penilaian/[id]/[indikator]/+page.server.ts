import { error, fail } from '@sveltejs/kit';
import { bacaMeja } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readMeja } from '#features/penilaian/read-penilaian.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readMeja(locals.ctx, { instansiId: ruang.id, id, indikator: params.indikator });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	return { meja: hasil.value };
};

const status = { tidak_berwenang: 403, bentrok: 409, tahap_lewat: 409 } as Record<string, number>;

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaMeja(await readForm(request));
		const hasil = await recordNilai(locals.ctx, {
			...isian,
			instansiId: ruang.id,
			penilaianId: requireId(params.id, locals.lang),
			indikator: params.indikator,
		});
		if (hasil.ok) return { tersimpan: true as const };
		return fail(status[hasil.reason] ?? 422, {
			isian,
			galat: hasil.reason,
			pesan: hasil.reason === 'nilai_tidak_sah' ? hasil.pesan : null,
		});
	},
};
