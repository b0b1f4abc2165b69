import type { Ctx } from '#platform/ctx.ts';
import { findInstansi } from './baca-instansi.store.ts';
import { cariInstansi } from './cari-instansi.ts';

const BANYAK = 5;

/**
 * Where a reader of an address that leads nowhere may want to go: the institution itself where only a year or
 * detail is missing, else those whose names fit what was asked for.
 */
export async function getSaranInstansi(ctx: Ctx, slug: string): Promise<{ slug: string; nama: string }[]> {
	const ada = await findInstansi(ctx.db, slug);
	if (ada) return [{ slug: ada.slug, nama: ada.nama }];
	const temuan = await cariInstansi(ctx, slug.replaceAll('-', ' '));
	return temuan.slice(0, BANYAK).map(({ slug: s, nama }) => ({ slug: s, nama }));
}
