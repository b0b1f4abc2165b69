import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;
type Jalan = Tables['sso_jalan'];

/** Keeps a round trip to the provider, and drops those that never came back. */
export async function insertJalan(db: Db, jalan: Jalan, kini: Date): Promise<void> {
	await db.deleteFrom('sso_jalan').where('kedaluwarsa', '<=', kini).execute();
	await db.insertInto('sso_jalan').values(jalan).execute();
}

/** Uses a round trip up; undefined where it is unknown, used or too old. */
export async function takeJalan(db: Db, sidik: Buffer, kini: Date): Promise<Jalan | undefined> {
	return await db
		.deleteFrom('sso_jalan')
		.where('sidik', '=', sidik)
		.where('kedaluwarsa', '>', kini)
		.returningAll()
		.executeTakeFirst();
}

/** Whom an identity of the provider belongs to. */
export async function findSsoAkun(db: Db, penerbit: string, subjek: string) {
	return await db
		.selectFrom('sso_akun')
		.innerJoin('orang', 'orang.id', 'sso_akun.orang_id')
		.select(['orang.id', 'orang.nonaktif'])
		.where('penerbit', '=', penerbit)
		.where('subjek', '=', subjek)
		.executeTakeFirst();
}

/** Whether the person has an identity of that provider. */
export async function isTerhubungSso(db: Db, penerbit: string, orangId: number): Promise<boolean> {
	const ada = await db
		.selectFrom('sso_akun')
		.select('orang_id')
		.where('penerbit', '=', penerbit)
		.where('orang_id', '=', orangId)
		.executeTakeFirst();
	return ada !== undefined;
}

/** Links an identity with a person; false where the person has one of that provider already. */
export async function insertSsoAkun(
	db: Db,
	p: { penerbit: string; subjek: string; orangId: number; kini: Date },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows = 0n } = await db
		.insertInto('sso_akun')
		.values({ penerbit: p.penerbit, subjek: p.subjek, orang_id: p.orangId, dibuat: p.kini, terakhir: p.kini })
		.onConflict((oc) => oc.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows > 0n;
}

export async function touchSsoAkun(db: Db, penerbit: string, subjek: string, kini: Date): Promise<void> {
	await db
		.updateTable('sso_akun')
		.set({ terakhir: kini })
		.where('penerbit', '=', penerbit)
		.where('subjek', '=', subjek)
		.execute();
}

/** Roles of a person that single sign-on gave and that hold. */
export async function listPeranSso(db: Db, orangId: number) {
	return await db
		.selectFrom('peran')
		.select(['id', 'peran', 'instansi_id as instansiId', 'unit_id as unitId'])
		.where('orang_id', '=', orangId)
		.where('sumber', '=', 'sso')
		.where('dicabut', 'is', null)
		.execute();
}

/** Ids of institutions by slug. */
export async function listInstansiSlug(db: Db, slug: readonly string[]): Promise<Map<string, number>> {
	if (slug.length === 0) return new Map();
	const baris = await db.selectFrom('instansi').select(['id', 'slug']).where('slug', 'in', slug).execute();
	return new Map(baris.map((b) => [b.slug, b.id]));
}

/** The id of a unit by its code; undefined where the institution has none of that code in use. */
export async function findUnitKode(db: Db, instansiId: number, kode: string): Promise<number | undefined> {
	const unit = await db
		.selectFrom('unit')
		.select('id')
		.where('instansi_id', '=', instansiId)
		.where('kode', '=', kode)
		.where('aktif', '=', true)
		.executeTakeFirst();
	return unit?.id;
}
