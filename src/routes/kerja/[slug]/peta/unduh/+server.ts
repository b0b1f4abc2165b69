import { error } from '@sveltejs/kit';
import { bacaBentuk, unduhPeta } from '#features/laporan/rencana/unduh-rencana.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { petaCopy } from '#features/rencana/peta/peta.copy.ts';
import { exportPeta } from '#features/rencana/peta/read-peta.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

/** The roadmap as a file: `?format=csv`, `pdf` (`&arsip`) or `docx`; else XLSX. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const { id: instansiId, slug } = ruang;
	const format = url.searchParams.get('format');
	const hasil =
		format === 'pdf' || format === 'docx'
			? await unduhPeta(locals.ctx, { ruang, ...bacaBentuk(url.searchParams) })
			: await exportPeta(locals.ctx, { instansiId, slug, format: format === 'csv' ? 'csv' : 'xlsx' });
	if (!hasil.ok) error(hasil.reason === 'sibuk' ? 503 : 403, petaCopy[locals.lang].galat[hasil.reason]);
	return sendAttachment(hasil.value);
};
