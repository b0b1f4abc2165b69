import { error } from '@sveltejs/kit';
import { bacaBentuk, unduhRencana } from '#features/laporan/rencana/unduh-rencana.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

const status = { rencana_tidak_ada: 404, sibuk: 503 } as Record<string, number>;

/** A kept plan as a file: PDF, `?arsip` for the archive, or `?format=docx`. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const id = requireId(params.id, locals.lang);
	const hasil = await unduhRencana(locals.ctx, { ruang, id, ...bacaBentuk(url.searchParams) });
	if (!hasil.ok) error(status[hasil.reason] ?? 403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return sendAttachment(hasil.value);
};
