import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface IzinTersimpan {
	id: number;
	nomor: string;
	pemberi: string;
	/** ISO days. */
	berlakuDari: string;
	berlakuSampai: string;
	sasaran: string[];
	tambahan: string[];
	dibuat: Date;
	dicabut: Date | null;
}

export async function listIzin(db: Db, instansiId: number): Promise<IzinTersimpan[]> {
	return await db
		.selectFrom('izin_periksa')
		.select([
			...([
				'id',
				'nomor',
				'pemberi',
				'berlaku_dari as berlakuDari',
				'berlaku_sampai as berlakuSampai',
			] as const),
			...(['sasaran', 'tambahan', 'dibuat', 'dicabut'] as const),
		])
		.where('instansi_id', '=', instansiId)
		.orderBy('id', 'desc')
		.limit(200)
		.execute();
}

export async function insertIzin(
	db: Db,
	i: Omit<IzinTersimpan, 'id' | 'dicabut'> & { instansiId: number; oleh: number },
): Promise<number> {
	const { id } = await db
		.insertInto('izin_periksa')
		.values({
			...{ instansi_id: i.instansiId, nomor: i.nomor, pemberi: i.pemberi, oleh: i.oleh, dibuat: i.dibuat },
			...{ berlaku_dari: i.berlakuDari, berlaku_sampai: i.berlakuSampai },
			...{ sasaran: JSON.stringify(i.sasaran), tambahan: JSON.stringify(i.tambahan) },
			...{ dicabut: null, dicabut_oleh: null },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** @returns false where there is none, or it was revoked before */
export async function revokeIzinStore(
	db: Db,
	i: { instansiId: number; id: number; waktu: Date; oleh: number },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('izin_periksa')
		.set({ dicabut: i.waktu, dicabut_oleh: i.oleh })
		.where('instansi_id', '=', i.instansiId)
		.where('id', '=', i.id)
		.where('dicabut', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Permits that are in force on that day, newest first. */
export const listIzinBerlaku = async (db: Db, instansiId: number, hari: string): Promise<IzinTersimpan[]> =>
	(await listIzin(db, instansiId)).filter(
		(i) => i.dicabut === null && i.berlakuDari <= hari && hari <= i.berlakuSampai,
	);

/** How many checks a permit covered. */
export async function countPeriksaIzin(db: Db, instansiId: number): Promise<Map<number, number>> {
	const { rows } = await sql<{ id: number; n: number }>`select izin_id as id, count(*)::int as n from periksa
		where instansi_id = ${instansiId} and izin_id is not null group by izin_id`.execute(db);
	return new Map(rows.map(({ id, n }) => [id, n]));
}
