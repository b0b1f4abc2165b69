import { error } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readSelisihNasional } from '#features/penilaian/read-selisih.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await readSelisihNasional(locals.ctx, requireId(params.id, locals.lang));
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	return { selisih: hasil.value, nama: who.nama };
};
