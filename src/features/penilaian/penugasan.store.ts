import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Assignments of an assessment with their unit. */
export function queryPenugasan(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('penugasan')
		.innerJoin('unit', (join) =>
			join.onRef('unit.id', '=', 'penugasan.unit_id').onRef('unit.instansi_id', '=', 'penugasan.instansi_id'),
		)
		.leftJoin('orang', 'orang.id', 'penugasan.orang_id')
		.select([
			'penugasan.id',
			'penugasan.indikator',
			'penugasan.unit_id as unitId',
			'unit.nama as unit',
			'unit.jalur',
			'penugasan.tenggat',
			'penugasan.tingkat',
			'penugasan.orang_id as orangId',
			'orang.nama as orang',
		])
		.where('penugasan.instansi_id', '=', instansiId)
		.where('penugasan.penilaian_id', '=', penilaianId)
		.orderBy('penugasan.indikator')
		.orderBy(sql`lower(unit.nama) collate "C"`);
}
export const listPenugasan = (db: Db, instansiId: number, penilaianId: number) =>
	queryPenugasan(db, instansiId, penilaianId).execute();
export type Penugasan = Awaited<ReturnType<typeof listPenugasan>>[number];

/** Where these indicators of an assessment are assigned: what rights are judged by, without the names that a page shows. */
export function queryLetakTugas(
	db: Db,
	instansiId: number,
	penilaianId: number,
	indikator: readonly string[],
) {
	return db
		.selectFrom('penugasan')
		.innerJoin('unit', (join) =>
			join.onRef('unit.id', '=', 'penugasan.unit_id').onRef('unit.instansi_id', '=', 'penugasan.instansi_id'),
		)
		.select(['penugasan.indikator', 'unit.jalur'])
		.where('penugasan.instansi_id', '=', instansiId)
		.where('penugasan.penilaian_id', '=', penilaianId)
		.where('penugasan.indikator', '=', sql<string>`any(${[...new Set(indikator)]}::text[])`);
}

/** Assigns an indicator, or one level of it, to a unit; again: moves its due date and person. */
export async function upsertPenugasan(
	db: Db,
	p: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		unitId: number;
		tingkat: number | null;
		orangId: number | null;
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
			tingkat: p.tingkat,
			orang_id: p.orangId,
			tenggat: p.tenggat,
			dibuat: p.dibuat,
			dibuat_oleh: p.oleh,
		})
		.onConflict((oc) =>
			oc.constraint('penugasan_satu').doUpdateSet({ tenggat: p.tenggat, orang_id: p.orangId }),
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

/** Whether the person may answer for the unit: by a role there, above it, or for the whole institution. */
export async function isPelaksana(
	db: Db,
	p: { instansiId: number; orangId: number; jalur: string; peran: readonly string[] },
): Promise<boolean> {
	const ada = await db
		.selectFrom('peran')
		.leftJoin('unit', 'unit.id', 'peran.unit_id')
		.select('peran.id')
		.where('peran.instansi_id', '=', p.instansiId)
		.where('peran.orang_id', '=', p.orangId)
		.where('peran.dicabut', 'is', null)
		.where('peran.peran', 'in', p.peran)
		.where((eb) =>
			eb.or([
				eb('peran.unit_id', 'is', null),
				eb(sql<boolean>`starts_with(${p.jalur}, unit.jalur)`, '=', true),
			]),
		)
		.executeTakeFirst();
	return ada !== undefined;
}
