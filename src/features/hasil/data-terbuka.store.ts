import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Filters by stored keys; an absent one lets everything through. */
export interface SaringTerbuka {
	tahun?: number | undefined;
	jenis?: string | undefined;
	provinsiKode?: string | undefined;
	pulau?: string | undefined;
	instansiId?: number | undefined;
	/** Only these institutions (a search); an empty list lets nothing through. */
	slug?: readonly string[] | undefined;
	/** Predicate in the regulation's words. */
	predikat?: string | undefined;
}

export type Kepala = ExpressionBuilder<Tables, 'instansi' | 'provinsi'>;

/** The part of a filter that is about the institution, not about its result. */
export function saringInstansi(eb: Kepala, saring: SaringTerbuka) {
	return eb.and([
		eb('instansi.contoh', '=', false),
		...(saring.jenis === undefined ? [] : [eb('instansi.jenis', '=', saring.jenis)]),
		...(saring.provinsiKode === undefined ? [] : [eb('instansi.provinsi_kode', '=', saring.provinsiKode)]),
		...(saring.pulau === undefined ? [] : [eb('provinsi.pulau', '=', saring.pulau)]),
		...(saring.instansiId === undefined ? [] : [eb('instansi.id', '=', saring.instansiId)]),
		...(saring.slug === undefined
			? []
			: [saring.slug.length === 0 ? eb.lit(false) : eb('instansi.slug', 'in', saring.slug)]),
	]);
}

/** The same order on every database, whatever its collation. */
export const urutSlug = sql`instansi.slug collate "C"`;
const hitung = sql<number>`count(*)::int`;

export async function countInstansiTerbuka(db: Kysely<Tables>, saring: SaringTerbuka): Promise<number> {
	const { banyak } = await db
		.selectFrom('instansi')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select(hitung.as('banyak'))
		.where((eb) => saringInstansi(eb, saring))
		.executeTakeFirstOrThrow();
	return banyak;
}

/** Institutions by slug with the years that have a result. */
export async function listInstansiTerbuka(
	db: Kysely<Tables>,
	saring: SaringTerbuka,
	halaman: { mulai: number; per: number },
) {
	return await db
		.selectFrom('instansi')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select([
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'instansi.kode_wilayah as kodeWilayah',
			'instansi.provinsi_kode as provinsiKode',
			'provinsi.nama as provinsi',
			'provinsi.pulau',
			sql<number[]>`array(select h.tahun from hasil h where h.instansi_id = instansi.id order by h.tahun)`.as(
				'tahun',
			),
		])
		.where((eb) => saringInstansi(eb, saring))
		.orderBy(urutSlug)
		.limit(halaman.per)
		.offset(halaman.mulai)
		.execute();
}
export type BarisInstansiTerbuka = Awaited<ReturnType<typeof listInstansiTerbuka>>[number];

export async function countHasilTerbuka(db: Kysely<Tables>, saring: SaringTerbuka): Promise<number> {
	const { banyak } = await db
		.selectFrom('hasil')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select(hitung.as('banyak'))
		.where((eb) => saringInstansi(eb as unknown as Kepala, saring))
		.$if(saring.tahun !== undefined, (q) => q.where('hasil.tahun', '=', saring.tahun ?? 0))
		.$if(saring.predikat !== undefined, (q) => q.where('hasil.predikat', '=', saring.predikat ?? ''))
		.executeTakeFirstOrThrow();
	return banyak;
}

/** Results, newest year and highest index first, with the published node values. */
export async function listHasilTerbuka(
	db: Kysely<Tables>,
	saring: SaringTerbuka,
	halaman: { mulai: number; per: number },
) {
	return await db
		.selectFrom('hasil')
		.innerJoin('tahun_evaluasi', 'tahun_evaluasi.tahun', 'hasil.tahun')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.selectAll('hasil')
		.select([
			'tahun_evaluasi.lengkap',
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'instansi.kode_wilayah as kodeWilayah',
			'instansi.provinsi_kode as provinsiKode',
			'provinsi.nama as provinsi',
			'provinsi.pulau',
			sql<
				{ simpul: string; nilai: number; sumber: string | null }[]
			>`coalesce((select json_agg(json_build_object('simpul', v.simpul, 'nilai', v.nilai, 'sumber', v.sumber) order by v.simpul) from hasil_nilai v where v.hasil_id = hasil.id), '[]'::json)`.as(
				'nilai',
			),
		])
		.where((eb) => saringInstansi(eb as unknown as Kepala, saring))
		.$if(saring.tahun !== undefined, (q) => q.where('hasil.tahun', '=', saring.tahun ?? 0))
		.orderBy('hasil.tahun', 'desc')
		.orderBy('hasil.indeks', 'desc')
		.orderBy(urutSlug)
		.limit(halaman.per)
		.offset(halaman.mulai)
		.execute();
}
export type BarisHasilTerbuka = Awaited<ReturnType<typeof listHasilTerbuka>>[number];

export async function listProvinsi(db: Kysely<Tables>) {
	return await db.selectFrom('provinsi').select(['kode', 'nama', 'pulau']).orderBy('kode').execute();
}

export async function findInstansiId(db: Kysely<Tables>, slug: string): Promise<number | undefined> {
	const baris = await db
		.selectFrom('instansi')
		.select('id')
		.where('slug', '=', slug)
		.where('contoh', '=', false)
		.executeTakeFirst();
	return baris?.id;
}

/** Years with results, oldest first. */
export async function listTahunTerbuka(db: Kysely<Tables>) {
	return await db
		.selectFrom('tahun_evaluasi')
		.select(['tahun', 'lengkap', 'instrumen'])
		.orderBy('tahun')
		.execute();
}
