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

/** What the institution wants of its index, newest year first: set here, and what it published. Hundredths. */
export async function listSasaranIndeks(db: Db, instansiId: number) {
	const { rows } = await sql<{ tahun: number; nilai: number; sumber: string | null }>`
		select tahun, nilai, sumber from (
			select tahun, nilai, null as sumber, 0 as urut from sasaran
				where instansi_id = ${instansiId} and simpul = 'indeks'
			union all
			select tahun, nilai, sumber, 1 from target where instansi_id = ${instansiId}
		) x order by urut, tahun desc`.execute(db);
	return rows;
}
