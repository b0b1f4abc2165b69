import { error } from '@sveltejs/kit';
import { readBanding } from '#features/rencana/susun/read-simpanan.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const id = url.searchParams
		.getAll('id')
		.filter((t) => /^\d{1,9}$/.test(t))
		.map(Number);
	const hasil = await readBanding(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return { banding: hasil.value };
};
