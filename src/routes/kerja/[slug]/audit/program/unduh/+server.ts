import { error } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { unduhProgram } from '#features/audit/kelola/bukti/unduh-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const format = url.searchParams.get('format') === 'docx' ? 'docx' : 'pdf';
	const hasil = await unduhProgram(locals.ctx, { ruang, format });
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return sendAttachment(hasil.value);
};
