import { error, fail } from '@sveltejs/kit';
import { bacaUtas } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readInterviu } from '#features/penilaian/read-interviu.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { writeUtas } from '#features/penilaian/write-utas.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readInterviu(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	return { interviu: hasil.value };
};

export const actions: Actions = {
	tanya: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = bacaUtas(form);
		const indikator = form.get('indikator');
		if (!isian || typeof indikator !== 'string')
			return fail(422, { galat: 'isi_kosong' as const, isi: '', indikator: '' });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await writeUtas(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId, indikator });
		if (hasil.ok) return { terkirim: true as const };
		const status = hasil.reason === 'tidak_berwenang' ? 403 : 422;
		return fail(status, { galat: hasil.reason, isi: isian.isi, indikator });
	},
};
