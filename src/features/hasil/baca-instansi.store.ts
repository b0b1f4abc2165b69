import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Institutions with province and island, in no particular order; an unknown slug is left out. */
export async function listInstansiSlug(db: Kysely<Tables>, slug: readonly string[]) {
	if (slug.length === 0) return [];
	return await db
		.selectFrom('instansi')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select([
			'instansi.id',
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'instansi.kode_wilayah as kodeWilayah',
			'instansi.provinsi_kode as provinsiKode',
			'provinsi.nama as provinsi',
			'provinsi.pulau',
		])
		.where('instansi.slug', 'in', slug)
		.where('instansi.contoh', '=', false)
		.execute();
}
export type BarisInstansi = Awaited<ReturnType<typeof listInstansiSlug>>[number];

/** One institution with its province and island, or undefined. */
export async function findInstansi(db: Kysely<Tables>, slug: string): Promise<BarisInstansi | undefined> {
	return (await listInstansiSlug(db, [slug]))[0];
}

/** A published node value as it was stored. */
export interface NilaiTersimpan {
	simpul: string;
	nilai: number;
	sumber: string | null;
}

/** Every result of the institutions, oldest first, with its published node values and its year's settings. */
export async function listHasil(db: Kysely<Tables>, ...instansiId: readonly number[]) {
	if (instansiId.length === 0) return [];
	return await db
		.selectFrom('hasil')
		.innerJoin('tahun_evaluasi', 'tahun_evaluasi.tahun', 'hasil.tahun')
		.selectAll('hasil')
		.select([
			'tahun_evaluasi.lengkap',
			'tahun_evaluasi.aturan_predikat',
			'tahun_evaluasi.catatan as catatanTahun',
		])
		.select(
			sql<
				NilaiTersimpan[]
			>`coalesce((select json_agg(json_build_object('simpul', v.simpul, 'nilai', v.nilai, 'sumber', v.sumber) order by v.simpul) from hasil_nilai v where v.hasil_id = hasil.id), '[]'::json)`.as(
				'nilai',
			),
		)
		.where('hasil.instansi_id', 'in', instansiId)
		.orderBy('hasil.tahun')
		.execute();
}
export type BarisHasil = Awaited<ReturnType<typeof listHasil>>[number];

/** The published national index of every year, with the year's instrument. */
export async function listNasional(db: Kysely<Tables>) {
	return await db
		.selectFrom('nasional')
		.innerJoin('tahun_evaluasi', 'tahun_evaluasi.tahun', 'nasional.tahun')
		.select(['nasional.tahun', 'nasional.nilai', 'nasional.sumber', 'tahun_evaluasi.instrumen'])
		.where('nasional.simpul', '=', 'indeks')
		.orderBy('nasional.tahun')
		.execute();
}
export type BarisNasional = Awaited<ReturnType<typeof listNasional>>[number];

/** National targets and the institutions' own. */
export async function listTarget(db: Kysely<Tables>, ...instansiId: readonly number[]) {
	return await db
		.selectFrom('target')
		.select(['instansi_id as instansiId', 'tahun', 'nilai', 'sumber', 'tanggal', 'catatan'])
		.where((eb) =>
			eb.or([eb('instansi_id', 'is', null), ...instansiId.map((id) => eb('instansi_id', '=', id))]),
		)
		.orderBy('tahun')
		.orderBy('id')
		.execute();
}
export type BarisTarget = Awaited<ReturnType<typeof listTarget>>[number];

/** Claims of sources about the institution. */
export async function listKlaim(db: Kysely<Tables>, instansiId: number) {
	return await db
		.selectFrom('klaim')
		.select(['tahun', 'teks_id as id', 'teks_en as en', 'sumber'])
		.where('instansi_id', '=', instansiId)
		.orderBy('tahun')
		.orderBy('klaim.id')
		.execute();
}
export type BarisKlaim = Awaited<ReturnType<typeof listKlaim>>[number];

/** What stood before a correction, newest correction first. */
export async function listRiwayat(db: Kysely<Tables>, instansiId: number) {
	return await db
		.selectFrom('hasil_riwayat')
		.innerJoin('hasil', 'hasil.id', 'hasil_riwayat.hasil_id')
		.select(['hasil.tahun', 'hasil_riwayat.isi', 'hasil_riwayat.sumber', 'hasil_riwayat.diganti'])
		.where('hasil.instansi_id', '=', instansiId)
		.orderBy('hasil_riwayat.diganti', 'desc')
		.orderBy('hasil_riwayat.id', 'desc')
		.execute();
}
export type BarisRiwayat = Awaited<ReturnType<typeof listRiwayat>>[number];

/** Sums and counts of the year for the institution's type and for its province. */
export async function listRerata(
	db: Kysely<Tables>,
	tahun: number,
	jenis: string,
	provinsiKode: string | null,
) {
	return await db
		.selectFrom('rerata')
		.select(['kelompok', 'kunci', 'simpul', 'jumlah', 'banyak'])
		.where('tahun', '=', tahun)
		.where((eb) =>
			eb.or([
				eb.and([eb('kelompok', '=', 'jenis'), eb('kunci', '=', jenis)]),
				eb.and([eb('kelompok', '=', 'provinsi'), eb('kunci', '=', provinsiKode ?? '')]),
			]),
		)
		.execute();
}
export type BarisRerata = Awaited<ReturnType<typeof listRerata>>[number];

/** How many institutions of the year share this index: in all, in the type, the province, the island. */
export async function countSeindeks(
	db: Kysely<Tables>,
	hasil: { tahun: number; indeks: number },
	instansi: BarisInstansi,
) {
	return await db
		.selectFrom('hasil')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select((eb) => {
			const banyak = eb.fn.countAll();
			return [
				eb.cast<number>(banyak, 'integer').as('nasional'),
				eb.cast<number>(banyak.filterWhere('instansi.jenis', '=', instansi.jenis), 'integer').as('jenis'),
				eb
					.cast<number>(
						banyak.filterWhere('instansi.provinsi_kode', '=', instansi.provinsiKode ?? ''),
						'integer',
					)
					.as('provinsi'),
				eb
					.cast<number>(banyak.filterWhere('provinsi.pulau', '=', instansi.pulau ?? ''), 'integer')
					.as('pulau'),
			];
		})
		.where('hasil.tahun', '=', hasil.tahun)
		.where('hasil.indeks', '=', hasil.indeks)
		.executeTakeFirstOrThrow();
}
export type Seindeks = Awaited<ReturnType<typeof countSeindeks>>;
