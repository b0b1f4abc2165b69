import { error } from '@sveltejs/kit';
import { laluCopy } from '#features/penilaian/lalu.copy.ts';
import { readLalu } from '#features/penilaian/read-lalu.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const hasil = await readLalu(locals.ctx, { instansiId: ruang.id, id: requireId(params.id, locals.lang) });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, laluCopy[locals.lang].galat[hasil.reason]);
	return { lalu: hasil.value };
};
