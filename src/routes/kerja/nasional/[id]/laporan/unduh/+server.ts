import { error } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import { unduhLembarNasional } from '#features/laporan/unduh-nasional.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	requireMasuk(locals, url);
	const hasil = await unduhLembarNasional(locals.ctx, requireId(params.id, locals.lang));
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, ruangLaporanCopy[locals.lang].galat[hasil.reason]);
	return sendAttachment(hasil.value);
};
