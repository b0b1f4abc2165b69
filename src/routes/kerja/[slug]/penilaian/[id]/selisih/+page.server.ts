import { error } from '@sveltejs/kit';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readSelisih } from '#features/penilaian/read-selisih.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readSelisih(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	return { selisih: hasil.value };
};
