import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Published national index of each year beside sum and count of the year's list, where there is one. */
export async function listNasionalDanDaftar(db: Kysely<Tables>) {
	return await db
		.selectFrom('nasional')
		.leftJoin('rerata', (join) =>
			join
				.onRef('rerata.tahun', '=', 'nasional.tahun')
				.on('rerata.kelompok', '=', 'daftar')
				.on('rerata.simpul', '=', 'indeks'),
		)
		.select(['nasional.tahun', 'nasional.nilai', 'nasional.sumber', 'rerata.jumlah', 'rerata.banyak'])
		.where('nasional.simpul', '=', 'indeks')
		.orderBy('nasional.tahun')
		.execute();
}

/** Rows that cannot be confirmed, newest year first. */
export async function listMeragukan(db: Kysely<Tables>) {
	return await db
		.selectFrom('hasil')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.select(['instansi.slug', 'instansi.nama', 'hasil.tahun', 'hasil.instrumen', 'hasil.alasan'])
		.where('hasil.status', '=', 'meragukan')
		.orderBy('hasil.tahun', 'desc')
		.orderBy('instansi.nama')
		.execute();
}

export async function listTargetNasional(db: Kysely<Tables>) {
	return await db
		.selectFrom('target')
		.select(['tahun', 'nilai', 'sumber', 'tanggal', 'catatan'])
		.where('instansi_id', 'is', null)
		.orderBy('tahun')
		.orderBy('nilai')
		.execute();
}

/** Published values of one institution's year. */
export async function listNilaiTerbit(db: Kysely<Tables>, slug: string, tahun: number) {
	return await db
		.selectFrom('hasil_nilai')
		.innerJoin('hasil', 'hasil.id', 'hasil_nilai.hasil_id')
		.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
		.select(['hasil_nilai.simpul', 'hasil_nilai.nilai'])
		.where('instansi.slug', '=', slug)
		.where('hasil.tahun', '=', tahun)
		.execute();
}
