import type { Ctx } from '#platform/ctx.ts';
import { countIsi, listNamaMuatan } from './periksa-isi.store.ts';

/** Names of the shipped data sets that are loaded. */
export async function listMuatan({ db }: Ctx): Promise<string[]> {
	return await listNamaMuatan(db);
}

/** Counts that must hold on any sound installation, whatever was imported later. */
export async function hitungIsi({ db }: Ctx): Promise<Awaited<ReturnType<typeof countIsi>>> {
	return await countIsi(db);
}
