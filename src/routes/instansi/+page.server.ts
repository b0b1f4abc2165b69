import { daftarQuery } from '#features/hasil/instansi-query.schema.ts';
import { listInstansi } from '#features/hasil/list-instansi.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	data: await listInstansi(locals.ctx, daftarQuery.parse(Object.fromEntries(url.searchParams))),
});
