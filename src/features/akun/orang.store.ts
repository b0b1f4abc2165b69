import { type Kysely, sql } from 'kysely';
import type { PeranBerlaku } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export async function countOrang(db: Db): Promise<number> {
	const { n } = await db
		.selectFrom('orang')
		.select(sql<number>`count(*)::int`.as('n'))
		.executeTakeFirstOrThrow();
	return n;
}

export interface OrangBaru {
	nama: string;
	surel: string;
	telepon?: string | null | undefined;
	nip?: string | null | undefined;
	dibuat: Date;
}

/** The new person's id; undefined where the address is taken. */
export async function insertOrang(
	db: Db,
	{ nama, surel, telepon = null, nip = null, dibuat }: OrangBaru,
): Promise<number | undefined> {
	const baris = await db
		.insertInto('orang')
		.values({ nama, surel, telepon, nip, dibuat, nonaktif: null })
		.onConflict((oc) => oc.column('surel').doNothing())
		.returning('id')
		.executeTakeFirst();
	return baris?.id;
}

export async function findOrangBySurel(db: Db, surel: string) {
	return await db
		.selectFrom('orang')
		.leftJoin('kata_sandi', 'kata_sandi.orang_id', 'orang.id')
		.select([
			'orang.id',
			'orang.nama',
			'orang.surel',
			'orang.nonaktif',
			'kata_sandi.sandi',
			'kata_sandi.diubah',
		])
		.where('orang.surel', '=', surel)
		.executeTakeFirst();
}

export async function findOrang(db: Db, id: number) {
	return await db.selectFrom('orang').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function findSandi(db: Db, orangId: number) {
	return await db.selectFrom('kata_sandi').selectAll().where('orang_id', '=', orangId).executeTakeFirst();
}

export async function upsertSandi(
	db: Db,
	{
		orangId,
		sandi,
		diubah,
		lampau,
	}: { orangId: number; sandi: string; diubah: Date; lampau: readonly string[] },
): Promise<void> {
	const isi = { sandi, diubah, lampau: JSON.stringify(lampau) };
	await db
		.insertInto('kata_sandi')
		.values({ orang_id: orangId, ...isi })
		.onConflict((oc) => oc.column('orang_id').doUpdateSet(isi))
		.execute();
}

/** The person's roles as they stand, in one expression beside a query on `orang`. */
export const peranBerlaku = sql<PeranBerlaku[]>`coalesce((
	select json_agg(json_build_object('peran', p.peran, 'instansiId', p.instansi_id, 'unitId', p.unit_id, 'jalur', u.jalur) order by p.id)
	from peran p left join unit u on u.id = p.unit_id
	where p.orang_id = orang.id and p.dicabut is null), '[]'::json)`;
