import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Assignments of an assessment with their unit. */
export async function listPenugasan(db: Db, instansiId: number, penilaianId: number) {
	return await db
		.selectFrom('penugasan')
		.innerJoin('unit', (join) =>
			join.onRef('unit.id', '=', 'penugasan.unit_id').onRef('unit.instansi_id', '=', 'penugasan.instansi_id'),
		)
		.select([
			'penugasan.id',
			'penugasan.indikator',
			'penugasan.unit_id as unitId',
			'unit.nama as unit',
			'unit.jalur',
			'penugasan.tenggat',
		])
		.where('penugasan.instansi_id', '=', instansiId)
		.where('penugasan.penilaian_id', '=', penilaianId)
		.orderBy('penugasan.indikator')
		.orderBy(sql`lower(unit.nama) collate "C"`)
		.execute();
}
export type Penugasan = Awaited<ReturnType<typeof listPenugasan>>[number];

/** Assigns an indicator to a unit, or moves its due date. */
export async function upsertPenugasan(
	db: Db,
	p: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		unitId: number;
		tenggat: string | null;
		dibuat: Date;
		oleh: number;
	},
): Promise<void> {
	await db
		.insertInto('penugasan')
		.values({
			instansi_id: p.instansiId,
			penilaian_id: p.penilaianId,
			indikator: p.indikator,
			unit_id: p.unitId,
			tenggat: p.tenggat,
			dibuat: p.dibuat,
			dibuat_oleh: p.oleh,
		})
		.onConflict((oc) =>
			oc.columns(['penilaian_id', 'indikator', 'unit_id']).doUpdateSet({ tenggat: p.tenggat }),
		)
		.execute();
}

export async function deletePenugasan(db: Db, instansiId: number, penilaianId: number, id: number) {
	return await db
		.deleteFrom('penugasan')
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('id', '=', id)
		.returning(['indikator', 'unit_id as unitId'])
		.executeTakeFirst();
}

export async function findUnit(db: Db, instansiId: number, id: number) {
	return await db
		.selectFrom('unit')
		.select(['id', 'nama', 'jalur'])
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.where('aktif', '=', true)
		.executeTakeFirst();
}
