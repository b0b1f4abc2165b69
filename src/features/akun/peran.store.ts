import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { NamaPeran } from './akun.schema.ts';

type Db = Kysely<Tables>;

export interface PeranBaru {
	orangId: number;
	peran: NamaPeran;
	instansiId: number | null;
	unitId: number | null;
	diberi: Date;
	/** Who gave it; null for the machine. */
	oleh: number | null;
	/** Where it came from; what single sign-on gave, it also takes away. */
	sumber?: 'tangan' | 'sso';
}

/** Gives a role; undefined where the person has it already. */
export async function insertPeran(db: Db, p: PeranBaru): Promise<number | undefined> {
	const baris = await db
		.insertInto('peran')
		.values({
			orang_id: p.orangId,
			peran: p.peran,
			instansi_id: p.instansiId,
			unit_id: p.unitId,
			diberi: p.diberi,
			diberi_oleh: p.oleh,
			dicabut: null,
			sumber: p.sumber ?? 'tangan',
		})
		.onConflict((oc) =>
			oc.columns(['orang_id', 'peran', 'instansi_id', 'unit_id']).where('dicabut', 'is', null).doNothing(),
		)
		.returning('id')
		.executeTakeFirst();
	return baris?.id;
}

/** Takes a role of the institution away; undefined where it is not there or was taken before. */
export async function revokePeranById(db: Db, instansiId: number | null, id: number, kini: Date) {
	return await db
		.updateTable('peran')
		.set({ dicabut: kini })
		.where('id', '=', id)
		.where('instansi_id', instansiId === null ? 'is' : '=', instansiId)
		.where('dicabut', 'is', null)
		.returning(['orang_id as orangId', 'peran', 'unit_id as unitId'])
		.$narrowType<{ peran: NamaPeran }>()
		.executeTakeFirst();
}

/** People with a role in the institution, with those roles; by name. */
export async function listOrangInstansi(db: Db, instansiId: number) {
	return await db
		.selectFrom('orang')
		.select([
			'orang.id',
			'orang.nama',
			'orang.surel',
			'orang.telepon',
			sql<boolean>`is_bersandi(orang.id)`.as('bersandi'),
			sql<{ id: number; peran: NamaPeran; unitId: number | null; unit: string | null }[]>`(
				select json_agg(json_build_object('id', p.id, 'peran', p.peran, 'unitId', p.unit_id, 'unit', u.nama) order by p.id)
				from peran p left join unit u on u.id = p.unit_id
				where p.orang_id = orang.id and p.instansi_id = ${instansiId} and p.dicabut is null)`.as('peran'),
		])
		.where('orang.nonaktif', 'is', null)
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('peran')
					.select('peran.id')
					.whereRef('peran.orang_id', '=', 'orang.id')
					.where('peran.instansi_id', '=', instansiId)
					.where('peran.dicabut', 'is', null),
			),
		)
		.orderBy(sql`lower(orang.nama) collate "C"`)
		.execute();
}

/** Roles that a person holds anywhere. */
export async function listPeranOrang(db: Db, orangId: number) {
	return await db
		.selectFrom('peran')
		.select(['peran', 'instansi_id as instansiId'])
		.$narrowType<{ peran: NamaPeran }>()
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.execute();
}

/** The institution that somebody leads as a whole, where it is the only one they have a role in; its slug. */
export async function findInstansiPimpinan(db: Db, orangId: number): Promise<string | undefined> {
	const rows = await db
		.selectFrom('peran')
		.leftJoin('instansi', 'instansi.id', 'peran.instansi_id')
		.select([
			'instansi.slug',
			sql<boolean>`bool_or(peran.peran = 'pimpinan' and peran.unit_id is null)`.as('memimpin'),
		])
		.where('peran.orang_id', '=', orangId)
		.where('peran.dicabut', 'is', null)
		.groupBy('instansi.slug')
		.execute();
	const [satu] = rows;
	return rows.length === 1 && satu?.memimpin ? (satu.slug ?? undefined) : undefined;
}

/** Roles that a person holds or held in the institution. */
export async function listPeranPernah(db: Db, instansiId: number, orangId: number) {
	return await db
		.selectFrom('peran')
		.select(['peran', 'dicabut'])
		.where('instansi_id', '=', instansiId)
		.where('orang_id', '=', orangId)
		.execute();
}

/** How many people hold a role of the institution, or a national role. */
export async function countPeran(db: Db, peran: NamaPeran, instansiId: number | null): Promise<number> {
	const { n } = await db
		.selectFrom('peran')
		.select(sql<number>`count(distinct orang_id)::int`.as('n'))
		.where('peran', '=', peran)
		.where('instansi_id', instansiId === null ? 'is' : '=', instansiId)
		.where('dicabut', 'is', null)
		.executeTakeFirstOrThrow();
	return n;
}

/** How many roles a person holds in the institution. */
export async function countPeranOrang(db: Db, instansiId: number, orangId: number): Promise<number> {
	const { n } = await db
		.selectFrom('peran')
		.select(sql<number>`count(*)::int`.as('n'))
		.where('instansi_id', '=', instansiId)
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.executeTakeFirstOrThrow();
	return n;
}
