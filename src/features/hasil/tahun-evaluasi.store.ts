import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Years of evaluation with the number of rows loaded and how many of them are doubtful. */
export async function listTahunEvaluasi(db: Kysely<Tables>) {
	return await db
		.selectFrom('tahun_evaluasi')
		.leftJoin('hasil', 'hasil.tahun', 'tahun_evaluasi.tahun')
		.select((eb) => [
			'tahun_evaluasi.tahun',
			'tahun_evaluasi.instrumen',
			'tahun_evaluasi.lengkap',
			'tahun_evaluasi.aturan_predikat as aturanPredikat',
			'tahun_evaluasi.sumber',
			'tahun_evaluasi.catatan',
			eb.fn.count<bigint>('hasil.id').as('banyak'),
			eb.fn.count<bigint>('hasil.id').filterWhere('hasil.status', '=', 'meragukan').as('meragukan'),
		])
		.groupBy('tahun_evaluasi.tahun')
		.orderBy('tahun_evaluasi.tahun', 'desc')
		.execute();
}
