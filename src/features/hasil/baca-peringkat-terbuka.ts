import type { Ctx } from '#platform/ctx.ts';
import type { DaftarOutcome, Halaman } from './baca-hasil-terbuka.ts';
import {
	type BarisPeringkatTerbuka,
	countHasilTerbuka,
	listPeringkatTerbuka,
	listTahunTerbuka,
} from './data-terbuka.store.ts';
import { bacaSaring, type SaringMasukan } from './saring-terbuka.ts';

export type PeringkatOutcome =
	| (Extract<DaftarOutcome<BarisPeringkatTerbuka>, { ok: true }> & { tahun: number })
	| Extract<DaftarOutcome<never>, { ok: false }>
	/** `lengkap` names the years that can be ranked. */
	| { ok: false; reason: 'tahun_tidak_ada' | 'tahun_tidak_lengkap'; lengkap: number[] };

/**
 * One page of a year's ranking: rank among those that pass the filter, ties 1, 1, 3. Only years whose list is
 * complete are ranked; without a year the newest of them.
 */
export async function bacaPeringkatTerbuka(
	ctx: Ctx,
	{ halaman, per, ...masukan }: SaringMasukan & Halaman,
): Promise<PeringkatOutcome> {
	const daftar = await listTahunTerbuka(ctx.db);
	const lengkap = daftar.filter((t) => t.lengkap).map((t) => t.tahun);
	const tahun = masukan.tahun ?? lengkap.at(-1);
	if (tahun === undefined || !daftar.some((t) => t.tahun === tahun))
		return { ok: false, reason: 'tahun_tidak_ada', lengkap };
	if (!lengkap.includes(tahun)) return { ok: false, reason: 'tahun_tidak_lengkap', lengkap };
	const saring = await bacaSaring(ctx, { ...masukan, tahun });
	if (!saring.ok) return saring;
	const total = await countHasilTerbuka(ctx.db, saring.value);
	const baris = await listPeringkatTerbuka(ctx.db, tahun, saring.value, { mulai: (halaman - 1) * per, per });
	return { ok: true, tahun, total, baris };
}
