import { type Kysely, sql } from 'kysely';
import type { SkorTersimpan } from '#features/penilaian/penilaian.rules.ts';
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

/** The newest entry of every indicator in every stage, with its words and who made it. */
export async function listEntri(
	db: Kysely<Tables>,
	instansiId: number,
	penilaianId: number,
	indikator?: string,
) {
	return await db
		.selectFrom('nilai')
		.leftJoin('orang', 'orang.id', 'nilai.orang_id')
		.distinctOn(['nilai.indikator', 'nilai.tahap'])
		.select([
			...(['nilai.id', 'nilai.indikator', 'nilai.tahap', 'nilai.nilai', 'nilai.fakta'] as const),
			...(['nilai.analisis', 'nilai.justifikasi', 'nilai.waktu', 'orang.nama as oleh'] as const),
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.$if(indikator !== undefined, (q) => q.where('nilai.indikator', '=', indikator ?? ''))
		.orderBy('nilai.indikator')
		.orderBy('nilai.tahap')
		.orderBy('nilai.id', 'desc')
		.execute();
}
export type Entri = Awaited<ReturnType<typeof listEntri>>[number];

/** Entries of an assessment's ledger: the newest of every indicator, and those with these ids. */
export async function listEntriLembar(
	db: Kysely<Tables>,
	instansiId: number,
	penilaianId: number,
	id: readonly bigint[] = [],
) {
	return await db
		.selectFrom('nilai')
		.leftJoin('orang', 'orang.id', 'nilai.orang_id')
		.select([
			...(['nilai.id', 'nilai.indikator', 'nilai.nilai', 'nilai.fakta', 'nilai.analisis'] as const),
			...(['nilai.justifikasi', 'nilai.luar', 'nilai.waktu', 'orang.nama as oleh'] as const),
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.where((eb) =>
			eb.or([
				...(id.length > 0 ? [eb('nilai.id', 'in', [...id])] : []),
				eb(
					'nilai.id',
					'in',
					eb
						.selectFrom('nilai as baru')
						.distinctOn('baru.indikator')
						.select('baru.id')
						.where('baru.instansi_id', '=', instansiId)
						.where('baru.penilaian_id', '=', penilaianId)
						.orderBy('baru.indikator')
						.orderBy('baru.id', 'desc'),
				),
			]),
		)
		.orderBy('nilai.id')
		.execute();
}
export type EntriLembar = Awaited<ReturnType<typeof listEntriLembar>>[number];

/** Assessments of a national round, by name of the institution. */
export async function listPesertaPutaran(db: Kysely<Tables>, putaranId: number) {
	return await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.innerJoin('instansi', 'instansi.id', 'penilaian.instansi_id')
		.select(['penilaian.id', 'instansi.id as instansiId', 'instansi.slug', 'instansi.nama', 'instansi.jenis'])
		.select(['penilaian.tahap', 'penilaian.terjawab', 'putaran.nama as putaran', 'putaran.tahun'])
		.select(sql<SkorTersimpan | null>`penilaian.skor`.as('skor'))
		.where('putaran.penyelenggara_id', 'is', null)
		.where('penilaian.putaran_id', '=', putaranId)
		.orderBy(sql`lower(instansi.nama) collate "C"`)
		.orderBy('penilaian.id')
		.execute();
}
export type PesertaPutaran = Awaited<ReturnType<typeof listPesertaPutaran>>[number];

/** The newest value of every stage of these assessments, by assessment and indicator. */
export async function listNilaiPutaran(db: Kysely<Tables>, penilaianId: readonly number[]) {
	return await db
		.selectFrom('nilai')
		.distinctOn(['penilaian_id', 'indikator', 'tahap'])
		.select([
			'penilaian_id as penilaianId',
			'indikator',
			'tahap',
			'nilai',
			'fakta',
			'analisis',
			'justifikasi',
		])
		.where('penilaian_id', 'in', [...penilaianId])
		.orderBy('penilaian_id')
		.orderBy('indikator')
		.orderBy('tahap')
		.orderBy('id', 'desc')
		.execute();
}
