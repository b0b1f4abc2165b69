import { error } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { pekerjaanCopy } from '#features/kerjasama/pekerjaan.copy.ts';
import { readPekerjaan } from '#features/kerjasama/read-pekerjaan.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await readPekerjaan(locals.ctx, requireId(params.id, locals.lang));
	if (!hasil.ok) error(404, pekerjaanCopy[locals.lang].tidakAda);
	return { pekerjaan: hasil.value, nama: who.nama };
};
