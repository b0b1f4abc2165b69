import { error } from '@sveltejs/kit';
import { getIndikator } from '#features/instrumen/get-instrumen.ts';
import { instrumenCopy } from '#features/instrumen/instrumen.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params }) => {
	const hasil = await getIndikator(ctx, { instrumen: params.id, indikator: params.indikator });
	if (hasil.ok) return { data: hasil.value };
	const kata = instrumenCopy[lang];
	if (hasil.reason === 'instrumen_tidak_ada') error(404, kata.tidakAda(params.id));
	error(404, kata.indikatorTidakAda(params.indikator, hasil.instrumen.singkatan));
};
