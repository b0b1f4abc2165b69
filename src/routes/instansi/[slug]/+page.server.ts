import { error } from '@sveltejs/kit';
import { getBuktiTerbuka } from '#features/hasil/get-bukti-terbuka.ts';
import { getInstansiHasil } from '#features/hasil/get-instansi-hasil.ts';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { tahunQuery } from '#features/hasil/instansi-query.schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params: { slug }, url }) => {
	const { tahun } = tahunQuery.parse({ tahun: url.searchParams.get('tahun') ?? undefined });
	const hasil = await getInstansiHasil(ctx, { slug, tahun });
	if (!hasil.ok)
		error(404, badanTidakAda(lang, hasil.reason, { slug, tahun }, await getSaranInstansi(ctx, slug)));
	const terbit = hasil.value.hasil;
	const bukti = terbit ? await getBuktiTerbuka(ctx, { slug, tahun: terbit.tahun }) : [];
	return { data: hasil.value, bukti };
};
