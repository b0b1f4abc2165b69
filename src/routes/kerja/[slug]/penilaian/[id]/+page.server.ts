import { error, fail } from '@sveltejs/kit';
import { askPenegasan, takeIsianTertunda } from '#features/akun/ask-penegasan.ts';
import { datarkan, susunPohon } from '#features/instansi/unit.rules.ts';
import { advancePenilaian } from '#features/penilaian/advance-penilaian.ts';
import { assignIndikator, unassignIndikator } from '#features/penilaian/assign-indikator.ts';
import { bacaAlur, bacaReviu, bacaTugas } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readPenilaian } from '#features/penilaian/read-penilaian.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { reviewNilai } from '#features/penilaian/review-nilai.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const hasil = await readPenilaian(locals.ctx, {
		instansiId: ruang.id,
		id: requireId(params.id, locals.lang),
	});
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	return {
		tertunda: await takeIsianTertunda(locals, url),
		penilaian: hasil.value,
		unit: datarkan(susunPohon(hasil.value.unit)),
		centang: url.searchParams.get('centang') === 'semua',
		pelaksana: hasil.value.pelaksana,
	};
};

const status = { tidak_berwenang: 403, bentrok: 409, tahap_lewat: 409, sudah_dibaca: 409 } as Record<
	string,
	number
>;

export const actions: Actions = {
	tugaskan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaTugas(await readForm(request));
		if (!isian) return fail(422, { galat: 'unit_tidak_ada' as const });
		const hasil = await assignIndikator(locals.ctx, {
			...isian,
			instansiId: ruang.id,
			penilaianId: requireId(params.id, locals.lang),
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { ditugaskan: hasil.value };
	},
	cabut: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const penugasanId = readId(await readForm(request), 'penugasanId');
		if (penugasanId === null) return fail(422, { galat: 'penugasan_tidak_ada' as const });
		const hasil = await unassignIndikator(locals.ctx, {
			instansiId: ruang.id,
			penilaianId: requireId(params.id, locals.lang),
			penugasanId,
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return {};
	},
	alur: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = bacaAlur(form);
		if (!isian) return fail(422, { galat: 'tahap_lewat' as const });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await advancePenilaian(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId });
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { alur: hasil.value };
	},
	reviu: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaReviu(await readForm(request));
		if (!isian) return fail(422, { galat: 'indikator_tidak_ada' as const });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await reviewNilai(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { direviu: hasil.value.banyak };
	},
};
