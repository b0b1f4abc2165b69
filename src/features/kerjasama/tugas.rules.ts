import { listJalur } from '#features/akun/izin.rules.ts';

type Berperan = Parameters<typeof listJalur>[0];

/** Whether a task is the person's own: given to them by name, or to a unit that their limited role covers. */
export function isTugasSaya(
	orang: Berperan & { id: number },
	instansiId: number,
	t: { orangId: number | null; jalur: string | null },
): boolean {
	if (t.orangId !== null) return t.orangId === orang.id;
	const milik = listJalur(orang, 'tugas.kerjakan', instansiId);
	return milik !== 'semua' && milik.some((j) => (t.jalur ?? '').startsWith(j));
}
