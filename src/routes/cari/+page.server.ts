import { cariInstansi } from '#features/hasil/cari-instansi.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	return { q, hasil: await cariInstansi(locals.ctx, q) };
};
