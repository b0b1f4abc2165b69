import { getBandingan } from '#features/hasil/get-bandingan.ts';
import { tahunQuery } from '#features/hasil/instansi-query.schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url: { searchParams } }) => ({
	data: await getBandingan(locals.ctx, {
		instansi: searchParams.getAll('i').filter((slug) => /^[a-z0-9-]{1,200}$/.test(slug)),
		tambah: (searchParams.get('tambah') ?? '').trim().slice(0, 100),
		...tahunQuery.parse({ tahun: searchParams.get('tahun') ?? undefined }),
	}),
});
