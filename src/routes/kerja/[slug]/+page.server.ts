import { listAntrean } from '#features/penilaian/list-antrean.ts';
import { href } from '#ui/lang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	return {
		antrean: await listAntrean(locals.ctx, ruang.id),
		alamat: new URL(href(locals.lang, `/kerja/${ruang.slug}`), url).href,
	};
};
