import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Sums and counts of a year's list by kind of institution, and of the whole list; hundredths. */
export async function listRerataTahun(db: Kysely<Tables>, tahun: number) {
	return await db
		.selectFrom('rerata')
		.select(['kelompok', 'kunci', 'simpul', 'jumlah', 'banyak'])
		.where('tahun', '=', tahun)
		.where('kelompok', 'in', ['jenis', 'daftar'])
		.where('banyak', '>', 0)
		.orderBy('kelompok', 'desc')
		.orderBy('kunci')
		.execute();
}
export type RerataTahun = Awaited<ReturnType<typeof listRerataTahun>>[number];

/** The published national index of a year and of its domains, hundredths. */
export async function listNasionalTahun(db: Kysely<Tables>, tahun: number) {
	return await db
		.selectFrom('nasional')
		.select(['simpul', 'nilai', 'sumber'])
		.where('tahun', '=', tahun)
		.execute();
}
export type NasionalTahun = Awaited<ReturnType<typeof listNasionalTahun>>[number];
