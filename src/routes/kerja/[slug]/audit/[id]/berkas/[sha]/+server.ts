import { error } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { openBerkasAudit } from '#features/audit/kelola/kerja/open-berkas-audit.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { sendFile } from '#platform/http/send-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url, request }) => {
	const { id: instansiId } = await requireRuang(locals, params.slug, url);
	const auditId = requireId(params.id, locals.lang);
	const hasil = await openBerkasAudit(locals.ctx, { instansiId, auditId, sha256: params.sha });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return sendFile(request, hasil.value);
};
