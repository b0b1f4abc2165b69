import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { getInstansiHasil } from './get-instansi-hasil.ts';
import { bacaKriteria, cariSimpul, type InstansiSimpul } from './instansi-rumus.rules.ts';

export type SimpulOutcome =
	| { ok: true; value: InstansiSimpul }
	| { ok: false; reason: 'instansi_tidak_ada' | 'tahun_tidak_ada' | 'simpul_tidak_ada' };

/** Why one figure of an institution's year is what it is: formula with figures, parts, weight, source. */
export async function getSimpul(
	ctx: Ctx,
	input: { slug: string; tahun: number; simpul: string },
): Promise<SimpulOutcome> {
	const halaman = await getInstansiHasil(ctx, input);
	if (!halaman.ok) return halaman;
	const { instansi, hasil } = halaman.value;
	const temuan = hasil && cariSimpul(hasil, input.simpul);
	if (!hasil || !temuan) return { ok: false, reason: 'simpul_tidak_ada' };
	const kriteria = bacaKriteria(requireInstrumen(ctx, hasil.instrumen.id), temuan.simpul);
	return { ok: true, value: { instansi, hasil, ...temuan, kriteria } };
}
