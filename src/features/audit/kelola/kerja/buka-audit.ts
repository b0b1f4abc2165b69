import { error } from '@sveltejs/kit';
import { requireId } from '#features/penilaian/require-ruang.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Lang } from '#ui/lang.ts';
import { auditGalatCopy } from '../audit-galat.copy.ts';
import { type AuditTerbuka, readAudit } from './read-audit.ts';
import { statusAudit } from './status-audit.ts';

/** The audit that an address names, for a page; answers with the refusal's status where it is not theirs. */
export async function bukaAudit(
	locals: { ctx: Ctx; lang: Lang },
	instansiId: number,
	id: string,
): Promise<AuditTerbuka> {
	const auditId = requireId(id, locals.lang);
	const hasil = await readAudit(locals.ctx, { instansiId, auditId });
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return hasil.value;
}
