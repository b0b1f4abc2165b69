import { error } from '@sveltejs/kit';
import { pickAsal } from '#features/rencana/susun/minta.rules.ts';
import { readOngkos } from '#features/rencana/susun/save-ongkos.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const kueri = pickAsal(url.searchParams);
	const hasil = await readOngkos(locals.ctx, { instansiId: ruang.id, kueri });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return { ongkos: hasil.value, kueri };
};
