import { error } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { readAudit } from '#features/audit/kelola/kerja/read-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const auditId = requireId(params.id, locals.lang);
	const hasil = await readAudit(locals.ctx, { instansiId: ruang.id, auditId });
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return { a: hasil.value };
};
