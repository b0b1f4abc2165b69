import { error } from '@sveltejs/kit';
import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import { openBerkas } from '#features/bukti/open-berkas.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendFile } from '#platform/http/send-file.ts';
import type { RequestHandler } from './$types';

const status = { tidak_berwenang: 403, berkas_bervirus: 403, penyimpanan_gagal: 503 } as Record<
	string,
	number
>;

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await openBerkas(locals.ctx, {
		instansiId: ruang.id,
		penilaianId: requireId(params.id, locals.lang),
		buktiId: requireId(params.bukti, locals.lang),
		revisi: requireId(params.revisi, locals.lang),
	});
	if (!hasil.ok) error(status[hasil.reason] ?? 404, buktiCopy[locals.lang].galat[hasil.reason]);
	return sendFile(request, hasil.value);
};
