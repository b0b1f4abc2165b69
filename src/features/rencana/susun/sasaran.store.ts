import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** What an institution wants of its years, with who set it. */
export async function listSasaran(db: Db, instansiId: number) {
	return await db
		.selectFrom('sasaran')
		.leftJoin('orang', 'orang.id', 'sasaran.oleh')
		.select([
			'sasaran.tahun',
			'sasaran.simpul',
			'sasaran.nilai',
			'sasaran.alasan',
			'sasaran.waktu',
			'orang.nama as oleh',
		])
		.where('sasaran.instansi_id', '=', instansiId)
		.orderBy('sasaran.tahun', 'desc')
		.orderBy('sasaran.simpul')
		.execute();
}
export type Sasaran = Awaited<ReturnType<typeof listSasaran>>[number];

export async function upsertSasaran(
	db: Db,
	s: {
		instansiId: number;
		tahun: number;
		simpul: string;
		nilai: number;
		alasan: string;
		waktu: Date;
		oleh: number;
	},
): Promise<void> {
	const isi = { nilai: s.nilai, alasan: s.alasan, waktu: s.waktu, oleh: s.oleh };
	await db
		.insertInto('sasaran')
		.values({ instansi_id: s.instansiId, tahun: s.tahun, simpul: s.simpul, ...isi })
		.onConflict((oc) => oc.columns(['instansi_id', 'tahun', 'simpul']).doUpdateSet(isi))
		.execute();
}

/** @returns whether it was there */
export async function deleteSasaran(
	db: Db,
	s: { instansiId: number; tahun: number; simpul: string },
): Promise<boolean> {
	const ada = await db
		.deleteFrom('sasaran')
		.where('instansi_id', '=', s.instansiId)
		.where('tahun', '=', s.tahun)
		.where('simpul', '=', s.simpul)
		.returning('tahun')
		.executeTakeFirst();
	return ada !== undefined;
}

/** Index of everybody else in the newest year with a complete list, highest first; hundredths. */
export async function listLapangan(
	db: Db,
	instansiId: number,
): Promise<{ tahun: number; indeks: number[] } | null> {
	const tahun = await db
		.selectFrom('tahun_evaluasi')
		.select('tahun')
		.where('lengkap', '=', true)
		.where((eb) =>
			eb.exists(eb.selectFrom('hasil').select('id').whereRef('hasil.tahun', '=', 'tahun_evaluasi.tahun')),
		)
		.orderBy('tahun', 'desc')
		.executeTakeFirst();
	if (!tahun) return null;
	const baris = await db
		.selectFrom('hasil')
		.select('indeks')
		.where('tahun', '=', tahun.tahun)
		.where('instansi_id', '<>', instansiId)
		.orderBy('indeks', 'desc')
		.execute();
	return { tahun: tahun.tahun, indeks: baris.map((b) => b.indeks) };
}

/** Levels by assessment, indicator and stage, newest entry of each: what was claimed and what assessors gave. */
export async function listNilaiTiapTahap(db: Db, instansiId: number, instrumen: string) {
	return await db
		.selectFrom('nilai')
		.innerJoin('penilaian', 'penilaian.id', 'nilai.penilaian_id')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.distinctOn(['nilai.penilaian_id', 'nilai.indikator', 'nilai.tahap'])
		.select([
			'nilai.penilaian_id as penilaianId',
			'nilai.indikator',
			'nilai.tahap',
			'nilai.nilai',
			'nilai.id',
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('putaran.instrumen', '=', instrumen)
		.where('penilaian.tahap', '<>', 'mandiri')
		.orderBy('nilai.penilaian_id')
		.orderBy('nilai.indikator')
		.orderBy('nilai.tahap')
		.orderBy('nilai.id', 'desc')
		.execute();
}
