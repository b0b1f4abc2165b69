import { kunciNama, saranNama } from '#features/instansi/instansi.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInstansi, listNama } from './baca-instansi.store.ts';

const BANYAK = 5;

/**
 * Where a reader of an address that leads nowhere may want to go: the institution itself where only a year or
 * detail is missing, else those whose name contains what was asked for, then the nearest names.
 */
export async function getSaranInstansi(ctx: Ctx, slug: string): Promise<{ slug: string; nama: string }[]> {
	const ada = await findInstansi(ctx.db, slug);
	if (ada) return [{ slug: ada.slug, nama: ada.nama }];
	const kunci = kunciNama(slug);
	if (kunci.length < 3) return [];
	const daftar = await listNama(ctx.db);
	const mengandung = daftar.filter((i) => kunciNama(i.nama).includes(kunci)).map((i) => i.nama);
	const mirip = saranNama(
		slug,
		daftar.map((i) => i.nama),
	);
	const nama = [...new Set([...mengandung, ...mirip])].slice(0, BANYAK);
	return nama.flatMap((n) => daftar.filter((i) => i.nama === n));
}
