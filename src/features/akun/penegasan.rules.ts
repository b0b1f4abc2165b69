import type { Orang } from '#platform/ctx.ts';
import type { NamaPeran } from './akun.schema.ts';

/** How long a proof holds for acts that ask for a fresh one, in milliseconds. */
export const umurPenegasan = 10 * 60_000;

/** Roles with which one gives rights to others, or judges all; giving them asks for a fresh proof. */
const berat: ReadonlySet<NamaPeran> = new Set(['admin_instansi', 'admin_nasional', 'tim_reviu']);

/** Whether the person proved who they are within the last ten minutes. */
export function isTegas(orang: Pick<Orang, 'ditegaskan'>, kini: Date): boolean {
	return kini.getTime() - orang.ditegaskan.getTime() <= umurPenegasan;
}

/** Whether the act may go on, or a fresh proof comes first. */
export function canTegas(
	orang: Pick<Orang, 'ditegaskan'>,
	kini: Date,
): { ok: true } | { ok: false; reason: 'perlu_penegasan' } {
	return isTegas(orang, kini) ? { ok: true } : { ok: false, reason: 'perlu_penegasan' };
}

export const isPeranBerat = (peran: NamaPeran): boolean => berat.has(peran);
