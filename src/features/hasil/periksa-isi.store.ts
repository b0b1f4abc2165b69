import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

export async function listNamaMuatan(db: Kysely<Tables>): Promise<string[]> {
	const rows = await db.selectFrom('muatan').select('nama').orderBy(sql`nama collate "C"`).execute();
	return rows.map(({ nama }) => nama);
}

/** What a check of the installation counts, in one statement. */
export async function countIsi(db: Kysely<Tables>) {
	const { rows } = await sql<{
		hasil: number;
		instansi: number;
		provinsi: number;
		ragu: number;
		tanpaPeringkat: number;
		bedaInstrumen: number;
	}>`select
		(select count(*)::int from hasil) as hasil,
		(select count(*)::int from instansi where not contoh) as instansi,
		(select count(*)::int from provinsi) as provinsi,
		(select count(*)::int from hasil where status = 'meragukan') as ragu,
		(select count(*)::int from hasil h join tahun_evaluasi t using (tahun) where t.lengkap and h.p_nasional is null) as "tanpaPeringkat",
		(select count(*)::int from hasil h join tahun_evaluasi t using (tahun) where h.instrumen <> t.instrumen) as "bedaInstrumen"`.execute(
		db,
	);
	const baris = rows[0];
	if (!baris) throw new Error('basis data tidak menjawab hitungan');
	return baris;
}
