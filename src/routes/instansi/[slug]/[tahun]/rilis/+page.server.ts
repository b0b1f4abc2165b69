import { error } from '@sveltejs/kit';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { getRilis } from '#features/laporan/get-rilis.ts';
import { bacaTahunLaporan } from '#features/laporan/isian-laporan.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
	const { slug } = params;
	const hasil = await getRilis(ctx, { slug, tahun: bacaTahunLaporan(params.tahun) });
	if (!hasil.ok)
		error(
			404,
			badanTidakAda(
				lang,
				hasil.reason,
				{ slug, tahun: Number(params.tahun) },
				await getSaranInstansi(ctx, slug),
			),
		);
	return { rilis: hasil.value };
};
