import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { BarisEkspor, BarisNasionalEkspor } from './export-baris.rules.ts';

const PER_BACA = 500;

/** Results in the order of the official lists: by year, then as they were recorded. Read in blocks. */
export async function* alirkanHasil(
	db: Kysely<Tables>,
	tahun: number | undefined,
): AsyncGenerator<BarisEkspor> {
	let [tahunAkhir, idAkhir] = [0, 0];
	for (;;) {
		let query = db
			.selectFrom('hasil as h')
			.innerJoin('instansi as i', 'i.id', 'h.instansi_id')
			.leftJoin('provinsi as p', 'p.kode', 'i.provinsi_kode')
			.select([
				'h.id',
				'h.tahun',
				'h.instrumen',
				'h.indeks',
				'h.predikat',
				'h.predikat_turunan as predikatTurunan',
				'h.sumber',
				'h.catatan',
				'h.status',
				'h.alasan',
				'i.slug',
				'i.nama',
				'i.jenis',
				'i.kode_wilayah as kodeWilayah',
				'p.nama as provinsi',
				sql<
					{ simpul: string; nilai: number; sumber: string | null }[]
				>`coalesce((select json_agg(json_build_object('simpul', v.simpul, 'nilai', v.nilai, 'sumber', v.sumber) order by v.simpul) from hasil_nilai v where v.hasil_id = h.id), '[]'::json)`.as(
					'nilai',
				),
			])
			.where(sql<boolean>`(h.tahun, h.id) > (${tahunAkhir}::int, ${idAkhir}::int)`)
			.orderBy('h.tahun')
			.orderBy('h.id')
			.limit(PER_BACA);
		if (tahun !== undefined) query = query.where('h.tahun', '=', tahun);
		const rows = await query.execute();
		yield* rows;
		const akhir = rows.at(-1);
		if (!akhir || rows.length < PER_BACA) return;
		[tahunAkhir, idAkhir] = [akhir.tahun, akhir.id];
	}
}

/** National figures by year: every published node in one row. */
export async function listNasionalEkspor(
	db: Kysely<Tables>,
	tahun: number | undefined,
): Promise<BarisNasionalEkspor[]> {
	let query = db
		.selectFrom('nasional as n')
		.innerJoin('tahun_evaluasi as t', 't.tahun', 'n.tahun')
		.select([
			'n.tahun',
			't.instrumen',
			sql<string>`min(n.sumber) filter (where n.simpul = 'indeks')`.as('sumber'),
			sql<string | null>`min(n.catatan) filter (where n.simpul = 'indeks')`.as('catatan'),
			sql<Record<string, number>>`json_object_agg(n.simpul, n.nilai)`.as('nilai'),
		])
		.groupBy(['n.tahun', 't.instrumen'])
		.orderBy('n.tahun');
	if (tahun !== undefined) query = query.where('n.tahun', '=', tahun);
	return await query.execute();
}

export async function isAdaTahun(db: Kysely<Tables>, tahun: number): Promise<boolean> {
	const hasil = db.selectFrom('hasil').select('tahun').where('tahun', '=', tahun);
	const nasional = db.selectFrom('nasional').select('tahun').where('tahun', '=', tahun);
	return (await hasil.union(nasional).executeTakeFirst()) !== undefined;
}

/** When the data last changed. */
export async function bacaVersi(db: Kysely<Tables>): Promise<{ nomor: string; diubah: Date }> {
	const { nomor, diubah } = await db
		.selectFrom('versi_data')
		.select(['nomor', 'diubah'])
		.executeTakeFirstOrThrow();
	return { nomor: String(nomor), diubah };
}
