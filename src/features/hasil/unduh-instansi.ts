import type { Ctx } from '#platform/ctx.ts';
import { findInstansi } from './baca-instansi.store.ts';
import { getSemuaTahun } from './get-instansi-hasil.ts';
import { KOLOM_UNDUH, susunBaris } from './instansi-berkas.rules.ts';
import type { FormatBerkas } from './nama-berkas.rules.ts';
import { type Berkas, tulisBerkas } from './tulis-berkas.ts';

export type UnduhOutcome = { ok: true; value: Berkas } | { ok: false; reason: 'instansi_tidak_ada' };

/** Every year of one institution as a file: published and derived values, one line a node. */
export async function unduhInstansi(
	ctx: Ctx,
	input: { slug: string; format: FormatBerkas },
): Promise<UnduhOutcome> {
	const ada = await findInstansi(ctx.db, input.slug);
	if (!ada) return { ok: false, reason: 'instansi_tidak_ada' };
	const { instansi, tahun } = await getSemuaTahun(ctx, ada);
	const baris = tahun.flatMap((hasil) => susunBaris(instansi, hasil));
	return { ok: true, value: await tulisBerkas(`${input.slug}-hasil-spbe`, input.format, KOLOM_UNDUH, baris) };
}
