import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Failed attempts of these keys that still count. */
export async function listPercobaan(
	db: Db,
	kunci: readonly string[],
	sejak: Date,
): Promise<Map<string, number>> {
	const baris = await db
		.selectFrom('percobaan')
		.select(['kunci', 'banyak'])
		.where('kunci', 'in', kunci)
		.where('sejak', '>', sejak)
		.execute();
	return new Map(baris.map((b) => [b.kunci, b.banyak]));
}

/** Counts one failure more for each key; counting begins anew once the first is older than `sejak`. */
export async function addPercobaan(db: Db, kunci: readonly string[], kini: Date, sejak: Date): Promise<void> {
	await db
		.insertInto('percobaan')
		.values(kunci.map((k) => ({ kunci: k, banyak: 1, sejak: kini })))
		.onConflict((oc) =>
			oc.column('kunci').doUpdateSet({
				banyak: sql`case when percobaan.sejak > ${sejak} then percobaan.banyak + 1 else 1 end`,
				sejak: sql`case when percobaan.sejak > ${sejak} then percobaan.sejak else excluded.sejak end`,
			}),
		)
		.execute();
	await db.deleteFrom('percobaan').where('sejak', '<=', sejak).execute();
}

export async function clearPercobaan(db: Db, kunci: string): Promise<void> {
	await db.deleteFrom('percobaan').where('kunci', '=', kunci).execute();
}
