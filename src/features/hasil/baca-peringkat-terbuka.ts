import { listInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { DaftarOutcome, Halaman } from './baca-hasil-terbuka.ts';
import { countHasilTerbuka, listTahunTerbuka } from './data-terbuka.store.ts';
import { daftarUrut, findTahunLalu, kunciPredikat, type Urut } from './peringkat.rules.ts';
import { type BarisPeringkat, listPeringkat } from './peringkat.store.ts';
import { bacaSaring, type SaringMasukan } from './saring-terbuka.ts';

export interface PeringkatMasukan extends SaringMasukan {
	/** A predicate's name, or as it stands in addresses ("sangat-baik"). */
	predikat?: string | undefined;
	urut?: Urut | undefined;
}

export type PeringkatOutcome =
	| (Extract<DaftarOutcome<BarisPeringkat>, { ok: true }> & {
			tahun: number;
			/** The year before, where it can be ranked too. */
			lalu: number | null;
	  })
	| Extract<DaftarOutcome<never>, { ok: false }>
	| { ok: false; reason: 'predikat_tidak_dikenal'; pilihan: string[] }
	/** `lengkap` names the years that can be ranked. */
	| { ok: false; reason: 'tahun_tidak_ada' | 'tahun_tidak_lengkap'; lengkap: number[] };

/**
 * One page of a year's ranking: rank among those of the kind and place asked for, ties 1, 1, 3. Only years whose
 * list is complete are ranked; without a year the newest of them.
 */
export async function bacaPeringkatTerbuka(
	ctx: Ctx,
	{ halaman, per, predikat, urut = daftarUrut[0], ...masukan }: PeringkatMasukan & Halaman,
): Promise<PeringkatOutcome> {
	const daftar = await listTahunTerbuka(ctx.db);
	const lengkap = daftar.filter((t) => t.lengkap).map((t) => t.tahun);
	const kini = daftar.find((t) => t.tahun === (masukan.tahun ?? lengkap.at(-1)));
	if (!kini) return { ok: false, reason: 'tahun_tidak_ada', lengkap };
	if (!kini.lengkap) return { ok: false, reason: 'tahun_tidak_lengkap', lengkap };
	const { tahun } = kini;
	const saring = await bacaSaring(ctx, { ...masukan, tahun });
	if (!saring.ok) return saring;
	const nama = predikat === undefined ? undefined : findPredikat(ctx, predikat);
	if (predikat !== undefined && nama === undefined)
		return { ok: false, reason: 'predikat_tidak_dikenal', pilihan: listPredikat(ctx) };
	const disaring = { ...saring.value, predikat: nama };
	const lalu = findTahunLalu(daftar, kini);
	const total = await countHasilTerbuka(ctx.db, disaring);
	const baris = await listPeringkat(
		ctx.db,
		{ tahun, lalu, saring: disaring, urut },
		{ mulai: (halaman - 1) * per, per },
	);
	return { ok: true, tahun, lalu, total, baris };
}

/** Every predicate of every instrument, each once. */
export function listPredikat(ctx: Pick<Ctx, 'dir'>): string[] {
	return [...new Set(listInstrumen(ctx).flatMap((i) => i.predikat.pita.map((p) => p.nama)))];
}

/** A predicate by its name or by the key that stands in addresses. */
export function findPredikat(ctx: Pick<Ctx, 'dir'>, teks: string): string | undefined {
	return listPredikat(ctx).find((nama) => kunciPredikat(nama) === kunciPredikat(teks.trim()));
}
