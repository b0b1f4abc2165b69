import { error } from '@sveltejs/kit';
import { kebijakanCopy } from '#features/kebijakan/kebijakan.copy.ts';
import { openBerkasKebijakan } from '#features/kebijakan/read-kebijakan.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendFile } from '#platform/http/send-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await openBerkasKebijakan(locals.ctx, {
		instansiId: ruang.id,
		indikator: params.kode,
		sha256: params.sha,
	});
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, kebijakanCopy[locals.lang].galat[hasil.reason]);
	return sendFile(request, hasil.value);
};
