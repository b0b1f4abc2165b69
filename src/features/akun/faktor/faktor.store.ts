import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Whether the person has a second factor: codes that are confirmed, or a passkey. */
export async function hasFaktor(db: Db, orangId: number): Promise<boolean> {
	const { ada } = await db
		.selectNoFrom(
			sql<boolean>`exists (select from kode_masuk where orang_id = ${orangId} and aktif is not null)
				or exists (select from kunci where orang_id = ${orangId})`.as('ada'),
		)
		.executeTakeFirstOrThrow();
	return ada;
}

/** Which ways to prove themselves the person has; `pemulihan` counts recovery codes that were not used. */
export async function readFaktor(db: Db, orangId: number) {
	return await db
		.selectNoFrom([
			sql<boolean>`exists (select from kata_sandi where orang_id = ${orangId})`.as('sandi'),
			sql<Date | null>`(select aktif from kode_masuk where orang_id = ${orangId})`.as('kode'),
			sql<number>`(select count(*)::int from kunci where orang_id = ${orangId})`.as('kunci'),
			sql<number>`(select count(*)::int from kode_pemulihan where orang_id = ${orangId} and dipakai is null)`.as(
				'pemulihan',
			),
		])
		.executeTakeFirstOrThrow();
}

export async function findKode(db: Db, orangId: number) {
	return await db.selectFrom('kode_masuk').selectAll().where('orang_id', '=', orangId).executeTakeFirst();
}

/** Keeps a new secret that waits to be confirmed; false where codes are active already. */
export async function insertKode(
	db: Db,
	{ orangId, rahasia, kini }: { orangId: number; rahasia: Buffer; kini: Date },
): Promise<boolean> {
	const isi = { rahasia, dibuat: kini };
	const { numInsertedOrUpdatedRows = 0n } = await db
		.insertInto('kode_masuk')
		.values({ orang_id: orangId, ...isi, aktif: null })
		.onConflict((oc) => oc.column('orang_id').doUpdateSet(isi).where('kode_masuk.aktif', 'is', null))
		.executeTakeFirst();
	return numInsertedOrUpdatedRows > 0n;
}

/** Activates codes with the first one; false where they were active already or the code had been taken. */
export async function activateKode(db: Db, orangId: number, langkah: bigint, kini: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('kode_masuk')
		.set({ aktif: kini, langkah })
		.where('orang_id', '=', orangId)
		.where('aktif', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Takes a time step; false where it or a later one was taken before. */
export async function useLangkah(db: Db, orangId: number, langkah: bigint): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('kode_masuk')
		.set({ langkah })
		.where('orang_id', '=', orangId)
		.where('aktif', 'is not', null)
		.where('langkah', '<', langkah)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function deleteKode(db: Db, orangId: number): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('kode_masuk')
		.where('orang_id', '=', orangId)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** New recovery codes in place of all earlier ones; an empty list takes them away. */
export async function replacePemulihan(
	db: Db,
	orangId: number,
	sidik: readonly Buffer[],
	kini: Date,
): Promise<void> {
	await db.deleteFrom('kode_pemulihan').where('orang_id', '=', orangId).execute();
	if (sidik.length > 0)
		await db
			.insertInto('kode_pemulihan')
			.values(sidik.map((s) => ({ orang_id: orangId, sidik: s, dibuat: kini, dipakai: null })))
			.execute();
}

/** Uses a recovery code up; false where it is none, or was used. */
export async function usePemulihan(db: Db, orangId: number, sidik: Buffer, kini: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('kode_pemulihan')
		.set({ dipakai: kini })
		.where('orang_id', '=', orangId)
		.where('sidik', '=', sidik)
		.where('dipakai', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
