import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { JenisUnit, Unit } from './unit.rules.ts';

type Db = Kysely<Tables>;

/** Units of the institution, by path and name. `jalur` limits to a subtree. */
export function queryUnit(db: Db, instansiId: number, jalur?: string) {
	return db
		.selectFrom('unit')
		.select(['id', 'induk_id as indukId', 'nama', 'jenis', 'kode', 'jalur', 'aktif'])
		.where('instansi_id', '=', instansiId)
		.$if(jalur !== undefined, (q) => q.where('jalur', 'like', `${jalur}%`))
		.orderBy(sql`lower(nama) collate "C"`)
		.orderBy('id');
}
export const listUnitStore = (db: Db, instansiId: number, jalur?: string): Promise<Unit[]> =>
	queryUnit(db, instansiId, jalur).execute();

export interface UnitBaru {
	instansiId: number;
	indukId: number | null;
	nama: string;
	jenis: JenisUnit;
	kode: string | null;
}

export async function insertUnit(db: Db, u: UnitBaru): Promise<{ id: number; jalur: string }> {
	return await db
		.insertInto('unit')
		.values({
			instansi_id: u.instansiId,
			induk_id: u.indukId,
			nama: u.nama,
			jenis: u.jenis,
			kode: u.kode,
			jalur: '', // set by the database, which knows the id
		})
		.returning(['id', 'jalur'])
		.executeTakeFirstOrThrow();
}

export async function updateUnit(
	db: Db,
	instansiId: number,
	id: number,
	isi: { nama: string; jenis: JenisUnit; kode: string | null },
): Promise<void> {
	await db.updateTable('unit').set(isi).where('instansi_id', '=', instansiId).where('id', '=', id).execute();
}

export async function listInstansiBySlug(db: Db, slug: readonly string[]) {
	return await db
		.selectFrom('instansi')
		.select(['id', 'slug', 'nama', 'jenis', 'provinsi_kode as provinsi'])
		.where('slug', '=', sql<string>`any(${slug}::text[])`)
		.execute();
}
export const findInstansiBySlug = async (db: Db, slug: string) => (await listInstansiBySlug(db, [slug]))[0];

export async function findInstansiSlug(db: Db, id: number): Promise<{ slug: string }> {
	return await db.selectFrom('instansi').select('slug').where('id', '=', id).executeTakeFirstOrThrow();
}

export async function listInstansiById(db: Db, id: readonly number[]) {
	if (id.length === 0) return [];
	return await db
		.selectFrom('instansi')
		.select(['id', 'slug', 'nama', 'jenis'])
		.where('id', 'in', id)
		.orderBy('nama')
		.execute();
}
