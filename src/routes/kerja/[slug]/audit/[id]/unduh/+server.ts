import { error } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { daftarDokumenAudit, unduhAudit } from '#features/audit/kelola/bukti/unduh-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const galat = auditGalatCopy[locals.lang];
	const dokumen = daftarDokumenAudit.find((d) => d === url.searchParams.get('dokumen'));
	const format = (['pdf', 'docx', 'xlsx'] as const).find((f) => f === url.searchParams.get('format'));
	if (!dokumen || !format) error(422, galat.dokumen_tidak_ada ?? '');
	const auditId = requireId(params.id, locals.lang);
	const hasil = await unduhAudit(locals.ctx, { ruang, auditId, dokumen, format });
	if (!hasil.ok) error(statusAudit(hasil.reason), galat[hasil.reason] ?? '');
	return sendAttachment(hasil.value);
};
