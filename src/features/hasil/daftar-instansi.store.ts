import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Institutions of a type and province (each optional) with their newest result, by name. */
export async function listInstansiTerbaru(
	db: Kysely<Tables>,
	saring: { jenis?: string | undefined; provinsi?: string | undefined },
) {
	const terbaru = db
		.selectFrom('hasil')
		.distinctOn('instansi_id')
		.select(['instansi_id', 'tahun', 'indeks', 'predikat', 'predikat_turunan', 'status', 'instrumen'])
		.orderBy('instansi_id')
		.orderBy('tahun', 'desc')
		.as('terbaru');
	let query = db
		.selectFrom('instansi')
		.leftJoin(terbaru, 'terbaru.instansi_id', 'instansi.id')
		.select([
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'instansi.provinsi_kode as provinsiKode',
			'terbaru.tahun',
			'terbaru.indeks',
			'terbaru.predikat',
			'terbaru.predikat_turunan as predikatTurunan',
			'terbaru.status',
			'terbaru.instrumen',
		])
		.where('instansi.contoh', '=', false)
		.orderBy('instansi.nama');
	if (saring.jenis !== undefined) query = query.where('instansi.jenis', '=', saring.jenis);
	if (saring.provinsi !== undefined) query = query.where('instansi.provinsi_kode', '=', saring.provinsi);
	return await query.execute();
}
export type BarisDaftar = Awaited<ReturnType<typeof listInstansiTerbaru>>[number];

/** How many institutions there are by type and by province, in all and with a result. */
export async function countInstansi(db: Kysely<Tables>) {
	return await db
		.selectFrom('instansi')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select(['instansi.jenis', 'provinsi.kode as provinsiKode', 'provinsi.nama as provinsi'])
		.select((eb) => [
			eb.cast<number>(eb.fn.countAll(), 'integer').as('jumlah'),
			eb
				.cast<number>(
					eb.fn
						.countAll()
						.filterWhere(sql<boolean>`exists (select 1 from hasil where hasil.instansi_id = instansi.id)`),
					'integer',
				)
				.as('berhasil'),
		])
		.where('instansi.contoh', '=', false)
		.groupBy(['instansi.jenis', 'provinsi.kode', 'provinsi.nama'])
		.execute();
}
export type BarisHitung = Awaited<ReturnType<typeof countInstansi>>[number];
