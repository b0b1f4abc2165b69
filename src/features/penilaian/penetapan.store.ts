import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Published results of an institution up to a year, newest first. Indices in hundredths. */
export async function listHasilSampai(db: Kysely<Tables>, instansiId: number, tahun: number) {
	return await db
		.selectFrom('hasil')
		.select(['tahun', 'instrumen', 'indeks', 'predikat', 'sumber'])
		.where('instansi_id', '=', instansiId)
		.where('tahun', '<=', tahun)
		.orderBy('tahun', 'desc')
		.limit(2)
		.execute();
}
export type HasilLalu = Awaited<ReturnType<typeof listHasilSampai>>[number];
