import { getPeringkat } from '#features/hasil/get-peringkat.ts';
import { peringkatQuery } from '#features/hasil/peringkat-query.schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	data: await getPeringkat(locals.ctx, peringkatQuery.parse(Object.fromEntries(url.searchParams))),
});
