import { error } from '@sveltejs/kit';
import { kebijakanCopy } from '#features/kebijakan/kebijakan.copy.ts';
import { listKebijakan } from '#features/kebijakan/read-kebijakan.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listKebijakan(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, kebijakanCopy[locals.lang].galat[hasil.reason]);
	return hasil.value;
};
