import { listAntrean } from '#features/penilaian/read-penilaian.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	return { antrean: await listAntrean(locals.ctx, ruang.id) };
};
