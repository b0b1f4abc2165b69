import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface UtasBaru {
	instansiId: number;
	penilaianId: number;
	indikator: string | null;
	buktiId: number | null;
	balasId: number | null;
	jenis: string;
	putusan: 'diterima' | 'ditolak' | null;
	isi: string;
	tahap: string;
	orangId: number;
	waktu: Date;
}

export async function insertUtas(db: Db, u: UtasBaru): Promise<number> {
	const { id } = await db
		.insertInto('utas')
		.values({
			instansi_id: u.instansiId,
			penilaian_id: u.penilaianId,
			indikator: u.indikator,
			bukti_id: u.buktiId,
			balas_id: u.balasId,
			jenis: u.jenis,
			putusan: u.putusan,
			isi: u.isi,
			tahap: u.tahap,
			orang_id: u.orangId,
			waktu: u.waktu,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** What was said about an indicator, oldest first; `null` for the assessment as a whole. */
export function queryUtas(db: Db, instansiId: number, penilaianId: number, indikator: string | null) {
	return db
		.selectFrom('utas')
		.leftJoin('orang', 'orang.id', 'utas.orang_id')
		.select([
			'utas.id',
			'utas.bukti_id as buktiId',
			'utas.balas_id as balasId',
			'utas.jenis',
			'utas.putusan',
			'utas.isi',
			'utas.tahap',
			'utas.waktu',
			'orang.nama as oleh',
		])
		.where('utas.instansi_id', '=', instansiId)
		.where('utas.penilaian_id', '=', penilaianId)
		.where('utas.indikator', indikator === null ? 'is' : '=', indikator)
		.orderBy('utas.id');
}
export const listUtas = (db: Db, instansiId: number, penilaianId: number, indikator: string | null) =>
	queryUtas(db, instansiId, penilaianId, indikator).execute();
export type Ucapan = Awaited<ReturnType<typeof listUtas>>[number];

export async function findUtas(db: Db, instansiId: number, penilaianId: number, id: number) {
	return await db
		.selectFrom('utas')
		.select(['id', 'jenis', 'indikator'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('id', '=', id)
		.executeTakeFirst();
}
