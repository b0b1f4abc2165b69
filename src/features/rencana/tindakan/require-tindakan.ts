import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import type { Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { desakanOf } from './tindakan.rules.ts';
import { findTindakan, type Tindakan, type TindakanTerbuka } from './tindakan.store.ts';

export type TolakTindakan = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'tindakan_tidak_ada';
};

/** Whether the person sees the action: everybody of the institution, or whose unit it belongs to. */
export function isTampak(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	t: { jalur: string | null },
): boolean {
	const jalur = listJalur(orang, 'rencana.lihat', instansiId);
	return jalur === 'semua' || (t.jalur !== null && jalur.some((j) => (t.jalur ?? '').startsWith(j)));
}

/** Whether the person reports on the action: who works for the whole institution, or for its unit. */
export const mayKerjakan = (
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	t: { jalur: string | null },
): boolean => canAct(orang, 'tindakan.kerjakan', { instansiId, jalur: t.jalur ?? undefined }).ok;

/**
 * Whether an open action waits for the person: theirs by name, or of a unit that their limited role works for; once it
 * has begun or is due within a fortnight.
 */
export function isTindakanSaya(
	orang: Pick<Orang, 'id' | 'peran'>,
	instansiId: number,
	t: TindakanTerbuka,
	kini: string,
): boolean {
	const menunggu = t.keadaan === 'berjalan' || t.mulai <= kini || desakanOf(t, kini) !== 'nanti';
	if (!menunggu || !isTampak(orang, instansiId, t)) return false;
	if (t.orangId !== null) return t.orangId === orang.id;
	const milik = listJalur(orang, 'tindakan.kerjakan', instansiId);
	return milik !== 'semua' && milik.some((j) => (t.jalur ?? '').startsWith(j));
}

/** The action to be changed, locked, where the person may work on it; what they cannot see is not there. */
export async function requireKerjakan(
	trx: Trx,
	orang: Orang,
	p: { instansiId: number; id: number },
): Promise<{ ok: true; tindakan: Tindakan } | TolakTindakan> {
	const tindakan = await findTindakan(trx, p.instansiId, p.id, true);
	if (!tindakan) return { ok: false, reason: 'tindakan_tidak_ada' };
	if (mayKerjakan(orang, p.instansiId, tindakan)) return { ok: true, tindakan };
	return { ok: false, reason: 'tidak_berwenang' };
}
