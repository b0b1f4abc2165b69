import { error } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { petaCopy } from '#features/rencana/peta/peta.copy.ts';
import { exportPeta } from '#features/rencana/peta/read-peta.ts';
import type { RequestHandler } from './$types';

/** The roadmap as a file: `?format=csv`, or XLSX. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const { id: instansiId, slug } = await requireRuang(locals, params.slug, url);
	const format = url.searchParams.get('format') === 'csv' ? 'csv' : 'xlsx';
	const hasil = await exportPeta(locals.ctx, { instansiId, slug, format });
	if (!hasil.ok) error(403, petaCopy[locals.lang].galat[hasil.reason]);
	const { nama, tipe, isi } = hasil.value;
	return new Response(isi, {
		headers: {
			'content-type': tipe,
			'content-disposition': `attachment; filename="${nama}"`,
			'cache-control': 'private, no-store',
		},
	});
};
