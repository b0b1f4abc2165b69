import { error } from '@sveltejs/kit';
import { bacaDokumen } from '#features/laporan/isian-laporan.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import { unduhDokumen } from '#features/laporan/unduh-dokumen.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

const status = { tidak_berwenang: 403, tahap_lewat: 409, sedang_diperiksa: 409, sibuk: 503 } as Record<
	string,
	number
>;

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const { galat } = ruangLaporanCopy[locals.lang];
	const dokumen = bacaDokumen(url.searchParams);
	if (!dokumen) error(422, galat.dokumen_tidak_ada);
	const hasil = await unduhDokumen(locals.ctx, ruang, requireId(params.id, locals.lang), dokumen);
	if (!hasil.ok) error(status[hasil.reason] ?? 404, galat[hasil.reason]);
	return sendAttachment(hasil.value);
};
