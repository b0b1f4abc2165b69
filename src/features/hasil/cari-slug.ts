import type { Kysely } from 'kysely';
import { buatIndeksCari, type IndeksCari } from '#features/instansi/indeks-cari.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';
import { listDokumenCari, readVersi } from './cari.store.ts';

const tersimpan = new WeakMap<Kysely<Tables>, { versi: bigint; indeks: IndeksCari }>();

/** Slugs of the institutions that fit the text, best first. The index is made once per data version. */
export async function cariSlug({ db }: Pick<Ctx, 'db'>, q: string): Promise<string[]> {
	if (q.trim() === '') return [];
	const versi = await readVersi(db);
	const ada = tersimpan.get(db);
	if (ada?.versi === versi) return ada.indeks.cari(q);
	const indeks = buatIndeksCari(await listDokumenCari(db));
	tersimpan.set(db, { versi, indeks });
	return indeks.cari(q);
}
