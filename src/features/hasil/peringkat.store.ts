import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import { type Kepala, type SaringTerbuka, saringInstansi, urutSlug } from './data-terbuka.store.ts';
import type { Urut } from './peringkat.rules.ts';

/** A place's results of one year, ranked among themselves: ties 1, 1, 3. */
function rankTahun(db: Kysely<Tables>, tahun: number, saring: SaringTerbuka) {
	return db
		.selectFrom('hasil')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.select([
			'hasil.id',
			'hasil.instansi_id',
			sql<number>`(rank() over (order by hasil.indeks desc))::int`.as('p'),
		])
		.where('hasil.tahun', '=', tahun)
		.where((eb) => saringInstansi(eb as unknown as Kepala, saring));
}

/**
 * A year's results with their rank, this year and the year before, among those that pass the filter of kind and
 * place. A predicate only hides rows; it does not change a rank.
 * @param lalu the year before, where its list is complete; null leaves the earlier rank empty
 */
export async function listPeringkat(
	db: Kysely<Tables>,
	minta: { tahun: number; lalu: number | null; saring: SaringTerbuka; urut: Urut },
	halaman: { mulai: number; per: number },
) {
	return await db
		.with('kini', () => rankTahun(db, minta.tahun, minta.saring))
		.with('lampau', () => rankTahun(db, minta.lalu ?? 0, minta.saring))
		.selectFrom('kini')
		.innerJoin('hasil', 'hasil.id', 'kini.id')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('provinsi', 'provinsi.kode', 'instansi.provinsi_kode')
		.leftJoin('lampau', 'lampau.instansi_id', 'hasil.instansi_id')
		.select([
			'kini.p as peringkat',
			'lampau.p as peringkatLalu',
			sql<number | null>`lampau.p - kini.p`.as('perubahan'),
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'instansi.kode_wilayah as kodeWilayah',
			'instansi.provinsi_kode as provinsiKode',
			'provinsi.nama as provinsi',
			'provinsi.pulau',
			'hasil.indeks',
			'hasil.predikat',
			'hasil.predikat_turunan as predikatTurunan',
			'hasil.selisih',
			'hasil.status',
			'hasil.alasan',
			'hasil.p_nasional as nasional',
			'hasil.sumber',
		])
		.$if(minta.saring.predikat !== undefined, (q) =>
			q.where('hasil.predikat', '=', minta.saring.predikat ?? ''),
		)
		.$call((q) => urutkan(q, minta.urut))
		.orderBy(urutSlug)
		.limit(halaman.per)
		.offset(halaman.mulai)
		.execute();
}
export type BarisPeringkat = Awaited<ReturnType<typeof listPeringkat>>[number];

const ungkapan = {
	indeks: sql`hasil.indeks desc`,
	'-indeks': sql`hasil.indeks asc`,
	nama: sql`lower(instansi.nama) collate "C"`,
	selisih: sql`hasil.selisih desc nulls last`,
	'-selisih': sql`hasil.selisih asc nulls last`,
	perubahan: sql`lampau.p - kini.p desc nulls last`,
	'-perubahan': sql`lampau.p - kini.p asc nulls last`,
} satisfies Record<Urut, unknown>;

function urutkan<DB, TB extends keyof DB, O>(q: SelectQueryBuilder<DB, TB, O>, urut: Urut) {
	return q.orderBy(ungkapan[urut]);
}
