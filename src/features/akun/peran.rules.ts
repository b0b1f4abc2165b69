import type { Orang } from '#platform/ctx.ts';
import { type NamaPeran, peranNasional } from './akun.schema.ts';
import { canAct } from './izin.rules.ts';

/** Roles that concern the whole institution and are never limited to a unit. */
const sepenuhnya: ReadonlySet<NamaPeran> = new Set(['koordinator', 'admin_instansi', 'asesor_eksternal']);

/** Whether a role is never limited to a unit. */
export const isSepenuhnya = (peran: NamaPeran): boolean => sepenuhnya.has(peran);

/**
 * Whether somebody would judge an institution they work or worked for, or work for one they judge.
 * @param pernah roles that they hold or held there
 */
export function isKonflik(
	peran: NamaPeran,
	pernah: readonly { peran: string; dicabut: Date | null }[],
): boolean {
	return peran === 'asesor_eksternal'
		? pernah.some((p) => p.peran !== 'asesor_eksternal')
		: pernah.some((p) => p.peran === 'asesor_eksternal' && p.dicabut === null);
}

export type BeriOutcome = { ok: true } | { ok: false; reason: 'tidak_berwenang' | 'peran_salah_tempat' };

/**
 * Whether the person may give this role there. National roles and external assessors are given by national
 * administrators only: nobody appoints their own judge.
 */
export function canGrant(
	oleh: Pick<Orang, 'peran'>,
	p: { peran: NamaPeran; instansiId: number | null; unitId?: number | undefined },
): BeriOutcome {
	const nasional = peranNasional.includes(p.peran);
	if (nasional !== (p.instansiId === null) || (p.unitId !== undefined && sepenuhnya.has(p.peran)))
		return { ok: false, reason: 'peran_salah_tempat' };
	const tindakan = p.peran === 'asesor_eksternal' ? 'asesor.tunjuk' : 'peran.kelola';
	return canAct(oleh, nasional ? 'peran_nasional.kelola' : tindakan, { instansiId: p.instansiId });
}

/**
 * Whether the person may be shown a link that opens the other one's account: it opens every role that account has,
 * so only who could have given them all.
 */
export const canOpenAkun = (
	oleh: Pick<Orang, 'peran'>,
	peran: readonly { peran: NamaPeran; instansiId: number | null }[],
): boolean => peran.every((p) => canGrant(oleh, p).ok);
