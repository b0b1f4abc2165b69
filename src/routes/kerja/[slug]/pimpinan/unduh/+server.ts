import { error } from '@sveltejs/kit';
import { unduhPimpinan } from '#features/laporan/rencana/unduh-rencana.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { pimpinanCopy } from '#features/rencana/pimpinan/pimpinan.copy.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

/** The leader's page on one sheet, as PDF; `?arsip` for the archive. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await unduhPimpinan(locals.ctx, { ruang, arsip: url.searchParams.has('arsip') });
	if (!hasil.ok) error(hasil.reason === 'sibuk' ? 503 : 403, pimpinanCopy[locals.lang].galat[hasil.reason]);
	return sendAttachment(hasil.value);
};
