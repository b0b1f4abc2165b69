import type { Ctx } from '#platform/ctx.ts';
import { cariSlug } from './cari-slug.ts';
import { listNamaInstansi } from './data-terbuka.store.ts';

const paling = 50;

/** Institutions whose name contains or resembles the text, best first, at most 50. */
export async function cariInstansi(ctx: Ctx, q: string): Promise<{ slug: string; nama: string }[]> {
	const nama = new Map((await listNamaInstansi(ctx.db)).map((baris) => [baris.slug, baris.nama]));
	const slug = (await cariSlug(ctx, q)).slice(0, paling);
	return slug.map((satu) => ({ slug: satu, nama: nama.get(satu) ?? satu }));
}
