import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Ends of self-assessments that are not over yet, newest round first. */
export async function listBatasMandiri(db: Db, instansiId: number, kini: string) {
	const { rows } = await sql<{ putaran: string; instrumen: string; selesai: string }>`
		select p.nama as putaran, p.instrumen, t.selesai::text as selesai
		from penilaian a
		join putaran p on p.id = a.putaran_id
		join putaran_tahap t on t.putaran_id = p.id and t.tahap = 'mandiri'
		where a.instansi_id = ${instansiId} and a.tahap = 'mandiri' and t.selesai >= ${kini}::date
		order by p.tahun desc, a.id desc`.execute(db);
	return rows;
}

/** What the institution wants of its index. Hundredths. */
export async function listSasaranIndeks(db: Db, instansiId: number) {
	return await db
		.selectFrom('sasaran')
		.select(['tahun', 'nilai', sql<string | null>`null`.as('sumber')])
		.where('instansi_id', '=', instansiId)
		.where('simpul', '=', 'indeks')
		.execute();
}
