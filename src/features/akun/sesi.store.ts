import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import { peranBerlaku } from './orang.store.ts';

type Db = Kysely<Tables>;

export interface SesiBaru {
	token_hash: Buffer;
	orang_id: number;
	dibuat: Date;
	kedaluwarsa: Date;
	peramban: string;
	alamat: string;
}

export async function insertSesi(db: Db, sesi: SesiBaru): Promise<number> {
	const { id } = await db
		.insertInto('sesi')
		.values({ ...sesi, terakhir: sesi.dibuat, ditegaskan: sesi.dibuat, dicabut: null })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** The live sessions among these tokens, each with its person and their roles as they stand now; in the order asked, undefined for one that is not there. */
export async function listSesi(db: Db, tokenHash: readonly Buffer[], kini: Date) {
	const kunci = tokenHash.map((h) => h.toString('hex'));
	const rows = await db
		.selectFrom('sesi')
		.innerJoin('orang', 'orang.id', 'sesi.orang_id')
		.select([
			'sesi.id',
			sql<string>`encode(sesi.token_hash, 'hex')`.as('kunci'),
			'sesi.terakhir',
			'sesi.ditegaskan',
			'orang.id as orangId',
			'orang.nama',
			peranBerlaku.as('peran'),
			sql<number>`(select count(*)::int from (
				select from pemberitahuan n where n.orang_id = orang.id and n.dibaca is null limit 100) x)`.as(
				'belumDibaca',
			),
		])
		.where(
			'sesi.token_hash',
			'=',
			sql<Buffer>`any(array(select decode(x, 'hex') from unnest(${kunci}::text[]) x))`,
		)
		.where('sesi.dicabut', 'is', null)
		.where('sesi.kedaluwarsa', '>', kini)
		.where('orang.nonaktif', 'is', null)
		.execute();
	const menurutKunci = new Map(rows.map((r) => [r.kunci, r]));
	return kunci.map((k) => menurutKunci.get(k));
}

export async function touchSesi(db: Db, id: number, kini: Date): Promise<void> {
	await db.updateTable('sesi').set({ terakhir: kini }).where('id', '=', id).execute();
}

/** Sessions of a person that are still good, newest use first. */
export async function listSesiOrang(db: Db, orangId: number, kini: Date) {
	return await db
		.selectFrom('sesi')
		.select(['id', 'dibuat', 'terakhir', 'peramban', 'alamat'])
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.where('kedaluwarsa', '>', kini)
		.orderBy('terakhir', 'desc')
		.execute();
}

/** Ends one session of a person, or all but the given one. */
export async function revokeSesiOrang(
	db: Db,
	orangId: number,
	pilih: { id: number } | { kecuali: number | null },
	kini: Date,
): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('sesi')
		.set({ dicabut: kini })
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.$if('id' in pilih, (q) => q.where('id', '=', 'id' in pilih ? pilih.id : 0))
		.$if('kecuali' in pilih && pilih.kecuali !== null, (q) =>
			q.where('id', '!=', 'kecuali' in pilih ? (pilih.kecuali ?? 0) : 0),
		)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** A new token for a session that was proved anew; its end stays. Undefined where the session ended meanwhile. */
export async function renewSesi(
	db: Db,
	p: { id: number; orangId: number; tokenHash: Buffer; kini: Date },
): Promise<Date | undefined> {
	const baris = await db
		.updateTable('sesi')
		.set({ token_hash: p.tokenHash, ditegaskan: p.kini, terakhir: p.kini })
		.where('id', '=', p.id)
		.where('orang_id', '=', p.orangId)
		.where('dicabut', 'is', null)
		.returning('kedaluwarsa')
		.executeTakeFirst();
	return baris?.kedaluwarsa;
}
