import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;
export type Guna = Tables['tautan']['guna'];

export async function insertTautan(
	db: Db,
	tautan: { token_hash: Buffer; guna: Guna; orang_id: number | null; dibuat: Date; kedaluwarsa: Date },
): Promise<void> {
	await db
		.insertInto('tautan')
		.values({ ...tautan, dipakai: null })
		.execute();
}

/** A link that can still be used, with the person it is for. */
export async function findTautan(db: Db, tokenHash: Buffer, kini: Date) {
	return await db
		.selectFrom('tautan')
		.leftJoin('orang', 'orang.id', 'tautan.orang_id')
		.select([
			'tautan.id',
			'tautan.guna',
			'tautan.orang_id as orangId',
			'orang.nama',
			'orang.surel',
			'tautan.kedaluwarsa',
		])
		.where('tautan.token_hash', '=', tokenHash)
		.where('tautan.dipakai', 'is', null)
		.where('tautan.kedaluwarsa', '>', kini)
		.where('orang.nonaktif', 'is', null)
		.executeTakeFirst();
}

/** Marks it used; false where somebody was faster. */
export async function useTautan(db: Db, id: number, kini: Date): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('tautan')
		.set({ dipakai: kini })
		.where('id', '=', id)
		.where('dipakai', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Ends links that were not used, so that only the newest works. */
export async function voidTautan(
	db: Db,
	pilih: { guna: Guna; orangId: number | null },
	kini: Date,
): Promise<void> {
	await db
		.updateTable('tautan')
		.set({ dipakai: kini })
		.where('guna', '=', pilih.guna)
		.where('dipakai', 'is', null)
		.where('orang_id', pilih.orangId === null ? 'is' : '=', pilih.orangId)
		.execute();
}
