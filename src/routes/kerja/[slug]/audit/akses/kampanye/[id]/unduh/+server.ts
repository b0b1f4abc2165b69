import { error } from '@sveltejs/kit';
import { kampanyeCopy } from '#features/audit/akses/kampanye.copy.ts';
import { unduhKampanye } from '#features/audit/akses/unduh-kampanye.ts';
import { TIPE } from '#features/laporan/berkas-laporan.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import type { RequestHandler } from './$types';

/** The report of a campaign as XLSX. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await unduhKampanye(locals.ctx, {
		instansiId: ruang.id,
		id: requireId(params.id, locals.lang),
	});
	if (!hasil.ok)
		error(hasil.reason === 'kampanye_tidak_ada' ? 404 : 403, kampanyeCopy[locals.lang].galat[hasil.reason]);
	const { nama, isi } = hasil.value;
	return new Response(isi, {
		headers: {
			'content-type': TIPE.xlsx,
			'content-disposition': `attachment; filename="${nama}"`,
			'cache-control': 'private, no-store',
		},
	});
};
