import { error } from '@sveltejs/kit';
import { getBuktiTerbuka } from '#features/hasil/get-bukti-terbuka.ts';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { getSimpul } from '#features/hasil/get-simpul.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { simpulParam } from '#features/hasil/instansi-query.schema.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
	const { slug } = params;
	const param = simpulParam.safeParse(params);
	const hasil = param.success
		? await getSimpul(ctx, { slug, ...param.data })
		: ({ ok: false, reason: 'simpul_tidak_ada' } as const);
	if (!hasil.ok)
		error(
			404,
			badanTidakAda(
				lang,
				hasil.reason,
				{ slug, tahun: param.data?.tahun },
				await getSaranInstansi(ctx, slug),
			),
		);
	const { simpul, hasil: terbit } = hasil.value;
	const bukti =
		simpul?.jenis === 'indikator'
			? await getBuktiTerbuka(ctx, { slug, tahun: terbit.tahun, indikator: simpul.id })
			: [];
	return { data: hasil.value, bukti };
};
