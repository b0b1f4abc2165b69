import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';

export type TolakAkses = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };
export type Pengakses = { ok: true; orang: Orang; kelola: boolean; jalur: 'semua' | string[] };

/** Who sees campaigns: those who run the reviews see all, those who decide the systems of their units. */
export function requireAkses(ctx: Pick<Ctx, 'who'>, instansiId: number): Pengakses | TolakAkses {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const kelola = canAct(who, 'akses.kelola', { instansiId }).ok;
	const jalur = kelola ? ('semua' as const) : listJalur(who, 'akses.putuskan', instansiId);
	return jalur === 'semua' || jalur.length > 0
		? { ok: true, orang: who, kelola, jalur }
		: { ok: false, reason: 'tidak_berwenang' };
}

/** Whether a system's owner unit is one of those. */
export const isMilik = (jalur: 'semua' | string[], unit: string | null): boolean =>
	jalur === 'semua' || (unit !== null && jalur.some((j) => unit.startsWith(j)));
