import { error } from '@sveltejs/kit';
import { aktivitasCopy } from '#features/aktivitas/aktivitas.copy.ts';
import { exportRiwayat } from '#features/aktivitas/export-aktivitas.ts';
import { sendBaris } from '#features/aktivitas/send-baris.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import type { RequestHandler } from './$types';

/** History of one indicator (`?indikator=I15`), or of the whole assessment, with its proof. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const penilaianId = requireId(params.id, locals.lang);
	const indikator = url.searchParams.get('indikator');
	const hasil = await exportRiwayat(locals.ctx, { instansi: ruang, penilaianId, indikator });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, aktivitasCopy[locals.lang].galat[hasil.reason]);
	return sendBaris(
		hasil.value,
		`riwayat-${ruang.slug}-${penilaianId}${indikator ? `-${indikator}` : ''}.jsonl`,
	);
};
