import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { tingkatPita } from '#features/instrumen/predikat-tampil.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { listTemuan } from './cari.store.ts';
import { cariSlug } from './cari-slug.ts';

const paling = 50;

/** Institutions whose name, variant or code fits the text, best first, at most 50, with their newest result. */
export async function cariInstansi(ctx: Ctx, q: string) {
	const slug = (await cariSlug(ctx, q)).slice(0, paling);
	const temuan = new Map((await listTemuan(ctx.db, slug)).map((t) => [t.slug, t]));
	const instrumen = listInstrumen(ctx);
	return slug.flatMap((satu) => {
		const t = temuan.get(satu);
		if (!t) return [];
		const pita = instrumen.find((i) => i.id === t.instrumen)?.predikat.pita ?? [];
		return [
			{
				...t,
				tingkat: tingkatPita(
					pita.length,
					pita.findIndex((p) => p.nama === t.predikat),
				),
			},
		];
	});
}
export type Temuan = Awaited<ReturnType<typeof cariInstansi>>[number];
