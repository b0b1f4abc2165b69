import { error } from '@sveltejs/kit';
import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import { openBerkas } from '#features/bukti/open-berkas.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendFile } from '#platform/http/send-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await openBerkas(locals.ctx, {
		instansiId: ruang.id,
		penilaianId: requireId(params.id, locals.lang),
		buktiId: requireId(params.bukti, locals.lang),
		revisi: requireId(params.revisi, locals.lang),
	});
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, buktiCopy[locals.lang].galat[hasil.reason]);
	return sendFile(request, hasil.value);
};
