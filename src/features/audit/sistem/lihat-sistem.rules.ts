import { listJalur } from '#features/akun/izin.rules.ts';
import type { Orang } from '#platform/ctx.ts';

/** Whether the person sees the system: everybody of the institution, or whose unit owns it. */
export function isTampak(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	s: { jalur: string | null },
): boolean {
	const jalur = listJalur(orang, 'sistem.lihat', instansiId);
	return jalur === 'semua' || (s.jalur !== null && jalur.some((j) => (s.jalur ?? '').startsWith(j)));
}
