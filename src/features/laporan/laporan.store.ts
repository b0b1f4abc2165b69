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
