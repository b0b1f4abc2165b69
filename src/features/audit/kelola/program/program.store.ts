import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { JenisAudit, Pelaksana } from '../aturan/audit.rules.ts';

type Db = Kysely<Tables>;

export interface Program {
	id: number;
	tahun: number;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	objek: string;
	petaId: number | null;
	/** The audit that was planned from it, and its state. */
	auditId: number | null;
	keadaan: string | null;
}

const query = (db: Db, instansiId: number) =>
	db
		.selectFrom('audit_program as p')
		.leftJoin('audit as a', (j) =>
			j
				.onRef('a.program_id', '=', 'p.id')
				.onRef('a.instansi_id', '=', 'p.instansi_id')
				.on('a.keadaan', '<>', 'batal'),
		)
		.select([
			'p.id',
			'p.tahun',
			'p.jenis',
			'p.pelaksana',
			'p.objek',
			'p.peta_id as petaId',
			'a.id as auditId',
			'a.keadaan',
		])
		.where('p.instansi_id', '=', instansiId);

/** The programme by year, each row once. */
export async function listProgram(db: Db, instansiId: number): Promise<Program[]> {
	const rows = await query(db, instansiId)
		.orderBy('p.tahun')
		.orderBy('p.jenis')
		.orderBy('p.pelaksana', 'desc')
		.orderBy('a.id', 'desc')
		.execute();
	return rows.filter((r, n) => rows.findIndex((x) => x.id === r.id) === n);
}

export const findProgram = (db: Db, instansiId: number, id: number): Promise<Program | undefined> =>
	query(db, instansiId).where('p.id', '=', id).executeTakeFirst();

/** @returns the row's id; undefined where that year has one of the kind */
export async function insertProgram(
	db: Db,
	p: {
		instansiId: number;
		tahun: number;
		jenis: JenisAudit;
		pelaksana: Pelaksana;
		objek: string;
		waktu: Date;
		oleh: number;
	},
): Promise<number | undefined> {
	const baris = await db
		.insertInto('audit_program')
		.values({
			instansi_id: p.instansiId,
			tahun: p.tahun,
			jenis: p.jenis,
			pelaksana: p.pelaksana,
			objek: p.objek,
			peta_id: null,
			dibuat: p.waktu,
			oleh: p.oleh,
		})
		.onConflict((oc) => oc.columns(['instansi_id', 'tahun', 'jenis', 'pelaksana']).doNothing())
		.returning('id')
		.executeTakeFirst();
	return baris?.id;
}

export async function deleteProgram(db: Db, instansiId: number, id: number): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('audit_program')
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

export async function updatePetaProgram(
	db: Db,
	instansiId: number,
	id: number,
	petaId: number,
): Promise<void> {
	await db
		.updateTable('audit_program')
		.set({ peta_id: petaId })
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.execute();
}

/** Keeps the programme for this transaction. */
export async function lockProgram(db: Db, instansiId: number): Promise<void> {
	await sql`select from audit_program where instansi_id = ${instansiId} order by id for update`.execute(db);
}
