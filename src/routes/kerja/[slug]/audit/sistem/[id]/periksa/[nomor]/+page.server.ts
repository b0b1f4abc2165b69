import { error } from '@sveltejs/kit';
import { readPeriksa } from '#features/audit/sistem/read-sistem.ts';
import { sistemCopy } from '#features/audit/sistem/sistem.copy.ts';
import { readKeterangan, susunTampilan } from '#features/audit/sistem/susun-tampilan.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const [sistemId, id] = [requireId(params.id, locals.lang), requireId(params.nomor, locals.lang)];
	const hasil = await readPeriksa(locals.ctx, { instansiId: ruang.id, sistemId, id });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, sistemCopy[locals.lang].galat[hasil.reason]);
	const { hasil: _, fakta: __, ...periksa } = hasil.value.periksa;
	return {
		sistem: hasil.value.sistem,
		periksa,
		kelompok: susunTampilan(locals.ctx, hasil.value.periksa, locals.lang),
		keterangan: readKeterangan(locals.ctx),
	};
};
