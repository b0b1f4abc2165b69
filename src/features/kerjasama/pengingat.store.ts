import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

export interface Pengingat {
	unitId: number;
	waktu: Date;
	oleh: string;
}

/** Who reminded which units on this day; the newest of each. */
export async function listPengingat(
	db: Kysely<Tables>,
	instansiId: number,
	hari: string,
): Promise<Pengingat[]> {
	const { rows } = await sql<Pengingat>`
		select distinct on (p.unit_id) p.unit_id as "unitId", p.waktu, o.nama as oleh
		from pengingat p join orang o on o.id = p.orang_id
		where p.instansi_id = ${instansiId} and p.hari = ${hari}
		order by p.unit_id, p.id desc`.execute(db);
	return rows;
}
