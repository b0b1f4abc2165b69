import { error } from '@sveltejs/kit';
import { paketCopy } from '#features/paket/paket.copy.ts';
import { zipPaket } from '#features/paket/zip-paket.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await zipPaket(locals.ctx, {
		instansiId: ruang.id,
		id: requireId(params.id, locals.lang),
		slug: ruang.slug,
		indikator: url.searchParams.get('indikator') ?? undefined,
	});
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, paketCopy[locals.lang].galat[hasil.reason]);
	return sendAttachment({ ...hasil.value, tipe: 'application/zip' });
};
