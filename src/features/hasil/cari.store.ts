import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

export async function readVersi(db: Kysely<Tables>): Promise<bigint> {
	const { nomor } = await db.selectFrom('versi_data').select('nomor').executeTakeFirstOrThrow();
	return nomor;
}

/** Names, codes and recorded variants of every institution. */
export async function listDokumenCari(db: Kysely<Tables>) {
	return await db
		.selectFrom('instansi')
		.select([
			'slug',
			'nama',
			'kode_wilayah as kodeWilayah',
			sql<string>`coalesce((select string_agg(a.varian, ' ' order by a.varian) from instansi_alias a where a.instansi_id = instansi.id), '')`.as(
				'varian',
			),
		])
		.where('contoh', '=', false)
		.orderBy(sql`slug collate "C"`)
		.execute();
}

/** Institutions of these slugs with province and newest result. */
export async function listTemuan(db: Kysely<Tables>, slug: readonly string[]) {
	if (slug.length === 0) return [];
	return await db
		.selectFrom('instansi')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.leftJoinLateral(
			(eb) =>
				eb
					.selectFrom('hasil')
					.selectAll()
					.whereRef('hasil.instansi_id', '=', 'instansi.id')
					.orderBy('hasil.tahun', 'desc')
					.limit(1)
					.as('terbaru'),
			(join) => join.onTrue(),
		)
		.select([
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'provinsi.nama as provinsi',
			'terbaru.tahun',
			'terbaru.instrumen',
			'terbaru.indeks',
			'terbaru.predikat',
			'terbaru.predikat_turunan as predikatTurunan',
			'terbaru.status',
			'terbaru.alasan',
		])
		.where('instansi.slug', 'in', slug)
		.where('instansi.contoh', '=', false)
		.execute();
}
