import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;
export type Setengah = Tables['masuk_setengah'];

/** Attempts at one half-open sign-in, after which it begins anew. */
export const batasSetengah = 5;

/** Adds one, and drops those of all people that are over. */
export async function insertSetengah(
	db: Db,
	baru: Pick<Setengah, 'token_hash' | 'orang_id' | 'langkah' | 'cara' | 'dibuat' | 'kedaluwarsa'>,
): Promise<void> {
	await db.deleteFrom('masuk_setengah').where('kedaluwarsa', '<=', baru.dibuat).execute();
	await db
		.insertInto('masuk_setengah')
		.values({ ...baru, selesai: null })
		.execute();
}

/** A half-open sign-in that still waits for this step, with its person. */
export async function findSetengah(
	db: Db,
	tokenHash: Buffer,
	langkah: Setengah['langkah'],
	kini: Date,
): Promise<{ id: number; orangId: number; nama: string; surel: string | null } | undefined> {
	return await db
		.selectFrom('masuk_setengah')
		.innerJoin('orang', 'orang.id', 'masuk_setengah.orang_id')
		.select(['masuk_setengah.id', 'orang.id as orangId', 'orang.nama', 'orang.surel'])
		.where('token_hash', '=', tokenHash)
		.where('langkah', '=', langkah)
		.where('selesai', 'is', null)
		.where('percobaan', '<', batasSetengah)
		.where('kedaluwarsa', '>', kini)
		.where('orang.nonaktif', 'is', null)
		.executeTakeFirst();
}

/** Counts an attempt before it is judged; undefined where there are no more, or somebody finished it. */
export async function takePercobaan(
	db: Db,
	id: number,
): Promise<{ cara: Setengah['cara']; sisa: number } | undefined> {
	const baris = await db
		.updateTable('masuk_setengah')
		.set({ percobaan: sql`percobaan + 1` })
		.where('id', '=', id)
		.where('percobaan', '<', batasSetengah)
		.where('selesai', 'is', null)
		.returning(['cara', 'percobaan'])
		.executeTakeFirst();
	return baris && { cara: baris.cara, sisa: batasSetengah - baris.percobaan };
}

export async function finishSetengah(db: Db, id: number, kini: Date): Promise<void> {
	await db.updateTable('masuk_setengah').set({ selesai: kini }).where('id', '=', id).execute();
}
