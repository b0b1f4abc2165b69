import type { Ctx } from '#platform/ctx.ts';
import type { DaftarOutcome, Halaman } from './baca-hasil-terbuka.ts';
import { cariSlug } from './cari-slug.ts';
import {
	type BarisInstansiTerbuka,
	countInstansiTerbuka,
	listInstansiTerbuka,
	type SaringTerbuka,
} from './data-terbuka.store.ts';
import { bacaSaring, type SaringMasukan } from './saring-terbuka.ts';

/** One page of institutions by slug; with `q` those whose names fit, the best first. */
export async function bacaInstansiTerbuka(
	ctx: Ctx,
	{
		q,
		halaman,
		per,
		...masukan
	}: Omit<SaringMasukan, 'tahun' | 'instansi'> & Halaman & { q?: string | undefined },
): Promise<DaftarOutcome<BarisInstansiTerbuka>> {
	const saring = await bacaSaring(ctx, masukan);
	if (!saring.ok) return saring;
	const mulai = (halaman - 1) * per;
	if (q !== undefined) return await cari(ctx, saring.value, q, { mulai, per });
	const total = await countInstansiTerbuka(ctx.db, saring.value);
	return { ok: true, total, baris: await listInstansiTerbuka(ctx.db, saring.value, { mulai, per }) };
}

async function cari(
	ctx: Ctx,
	saring: SaringTerbuka,
	q: string,
	{ mulai, per }: { mulai: number; per: number },
): Promise<DaftarOutcome<BarisInstansiTerbuka>> {
	const slug = await cariSlug(ctx, q);
	const baris = await listInstansiTerbuka(ctx.db, { ...saring, slug }, { mulai: 0, per: slug.length });
	const urutan = new Map(slug.map((satu, n) => [satu, n]));
	baris.sort((a, b) => (urutan.get(a.slug) ?? 0) - (urutan.get(b.slug) ?? 0));
	return { ok: true, total: baris.length, baris: baris.slice(mulai, mulai + per) };
}
