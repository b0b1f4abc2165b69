import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;
export type GunaTantangan = Tables['tantangan']['guna'];

/** Keeps a challenge that waits for its answer, and drops those nobody answered. */
export async function insertTantangan(
	db: Db,
	baru: { sidik: Buffer; guna: GunaTantangan; orang_id: number | null; kedaluwarsa: Date },
	kini: Date,
): Promise<void> {
	await db.deleteFrom('tantangan').where('kedaluwarsa', '<=', kini).execute();
	await db.insertInto('tantangan').values(baru).execute();
}

/** Uses a challenge up; false where it is unknown, used, too old, or was given for something or somebody else. */
export async function takeTantangan(
	db: Db,
	p: { sidik: Buffer; guna: GunaTantangan; orangId: number | null; kini: Date },
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('tantangan')
		.where('sidik', '=', p.sidik)
		.where('guna', '=', p.guna)
		.where('orang_id', p.orangId === null ? 'is' : '=', p.orangId)
		.where('kedaluwarsa', '>', p.kini)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

export interface KunciBaru {
	orangId: number;
	kredensial: string;
	kunciPublik: Buffer;
	hitungan: number;
	transport: readonly string[];
	nama: string;
	dibuat: Date;
}

/** The new passkey's id; undefined where somebody has registered it already. */
export async function insertKunci(db: Db, k: KunciBaru): Promise<number | undefined> {
	const baris = await db
		.insertInto('kunci')
		.values({
			orang_id: k.orangId,
			kredensial: k.kredensial,
			kunci_publik: k.kunciPublik,
			hitungan: BigInt(k.hitungan),
			transport: [...k.transport],
			nama: k.nama,
			dibuat: k.dibuat,
			terakhir: null,
		})
		.onConflict((oc) => oc.column('kredensial').doNothing())
		.returning('id')
		.executeTakeFirst();
	return baris?.id;
}

export async function findKunci(db: Db, kredensial: string) {
	return await db
		.selectFrom('kunci')
		.innerJoin('orang', 'orang.id', 'kunci.orang_id')
		.select(['kunci.id', 'orang_id as orangId', 'kunci_publik', 'hitungan', 'transport'])
		.where('kredensial', '=', kredensial)
		.where('orang.nonaktif', 'is', null)
		.executeTakeFirst();
}

/** Marks a use; false where the counter did not go on, as happens with a copy of the authenticator. */
export async function touchKunci(db: Db, id: number, hitungan: number, kini: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('kunci')
		.set({ hitungan: BigInt(hitungan), terakhir: kini })
		.where('id', '=', id)
		.where((eb) =>
			eb.or([
				eb('hitungan', '<', BigInt(hitungan)),
				eb.and([eb('hitungan', '=', 0n), eb.lit(hitungan === 0)]),
			]),
		)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Passkeys of a person, oldest first. */
export async function listKunciOrang(db: Db, orangId: number) {
	return await db
		.selectFrom('kunci')
		.select(['id', 'kredensial', 'transport', 'nama', 'dibuat', 'terakhir'])
		.where('orang_id', '=', orangId)
		.orderBy('id')
		.execute();
}

export async function deleteKunci(db: Db, orangId: number, id: number): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('kunci')
		.where('orang_id', '=', orangId)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows === 1n;
}
