import { error } from '@sveltejs/kit';
import { akunCopy } from '#features/akun/akun.copy.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { readRuang } from '#features/instansi/read-ruang.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params, url }) => {
	const orang = requireMasuk(locals, url);
	const ruang = await readRuang(locals.ctx, params.slug);
	if (!ruang.ok) error(404, akunCopy[locals.lang].galat.tidak_berwenang);
	return { nama: orang.nama, ruang: ruang.value };
};
