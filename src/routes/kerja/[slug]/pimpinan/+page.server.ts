import { error } from '@sveltejs/kit';
import { pimpinanCopy } from '#features/rencana/pimpinan/pimpinan.copy.ts';
import { readPimpinan } from '#features/rencana/pimpinan/read-pimpinan.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readPimpinan(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, pimpinanCopy[locals.lang].galat[hasil.reason]);
	return { d: hasil.value };
};
