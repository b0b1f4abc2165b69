import { getBeranda } from '#features/hasil/get-beranda.ts';
import { peringkatQuery } from '#features/hasil/peringkat-query.schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	data: await getBeranda(locals.ctx, peringkatQuery.parse(Object.fromEntries(url.searchParams))),
});
