import { error } from '@sveltejs/kit';
import { readRencana } from '#features/rencana/susun/read-simpanan.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readRencana(locals.ctx, { instansiId: ruang.id });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return { rencana: hasil.value };
};
