import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** How many institutions of each complete year have each predicate. */
export async function countPredikat(db: Kysely<Tables>) {
	return await db
		.selectFrom('hasil')
		.innerJoin('tahun_evaluasi', 'tahun_evaluasi.tahun', 'hasil.tahun')
		.select(['hasil.tahun', 'hasil.predikat', sql<number>`count(*)::int`.as('banyak')])
		.where('tahun_evaluasi.lengkap', '=', true)
		.groupBy(['hasil.tahun', 'hasil.predikat'])
		.execute();
}

/** Sum and count of the index by province, of all or of one kind of institution. */
export async function listRerataProvinsi(db: Kysely<Tables>, tahun: number, jenis: string | null) {
	return await db
		.selectFrom('rerata')
		.select(['kunci', 'jumlah', 'banyak'])
		.where('tahun', '=', tahun)
		.where('simpul', '=', 'indeks')
		.where('kelompok', '=', jenis === null ? 'provinsi' : 'provinsi_jenis')
		.$if(jenis !== null, (q) => q.where('kunci', 'like', `__ ${jenis}`))
		.execute();
}

/** Those whose index rose most and fell most in a year, so many of each. */
export async function listPenggerak(db: Kysely<Tables>, tahun: number, banyak: number) {
	const dasar = db
		.selectFrom('hasil')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.leftJoin('hasil as lalu', (join) =>
			join.onRef('lalu.instansi_id', '=', 'hasil.instansi_id').on('lalu.tahun', '=', tahun - 1),
		)
		.select([
			'instansi.slug',
			'instansi.nama',
			'hasil.indeks',
			'hasil.selisih',
			'hasil.status',
			'hasil.alasan',
			'lalu.status as statusLalu',
			'lalu.alasan as alasanLalu',
		])
		.where('hasil.tahun', '=', tahun)
		.limit(banyak);
	const urutSlug = sql`instansi.slug collate "C"`;
	const naik = await dasar
		.where('hasil.selisih', '>', 0)
		.orderBy('hasil.selisih', 'desc')
		.orderBy(urutSlug)
		.execute();
	const turun = await dasar
		.where('hasil.selisih', '<', 0)
		.orderBy('hasil.selisih')
		.orderBy(urutSlug)
		.execute();
	return { naik, turun };
}
export type Penggerak = Awaited<ReturnType<typeof listPenggerak>>['naik'][number];
