import { error } from '@sveltejs/kit';
import { getInstrumen } from '#features/instrumen/get-instrumen.ts';
import { instrumenCopy } from '#features/instrumen/instrumen.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx, lang }, params: { id } }) => {
	const hasil = await getInstrumen(ctx, id);
	if (!hasil.ok) error(404, instrumenCopy[lang].tidakAda(id));
	return { data: hasil.value };
};
