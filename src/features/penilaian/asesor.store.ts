import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface Asesor {
	id: number;
	nama: string;
	surel: string | null;
	/** Assessments of the round that are theirs, and all unfinished ones. */
	putaran: number;
	terbuka: number;
}

/** External assessors with their load, the least burdened first. */
export async function listAsesor(db: Db, putaranId: number): Promise<Asesor[]> {
	const { rows } = await sql<Asesor>`
		select o.id, o.nama, o.surel,
			count(distinct a.id) filter (where a.putaran_id = ${putaranId})::int as putaran,
			count(distinct a.id) filter (where a.tahap <> 'selesai')::int as terbuka
		from orang o join peran r on r.orang_id = o.id and r.peran = 'asesor_eksternal' and r.dicabut is null
		left join penilaian a on a.instansi_id = r.instansi_id
			and a.putaran_id in (select id from putaran where penyelenggara_id is null)
		where o.nonaktif is null
		group by o.id, o.nama, o.surel order by putaran, terbuka, lower(o.nama) collate "C"`.execute(db);
	return rows;
}

/** Roles at an institution, held or once held, that keep a person from judging it. */
export async function listPeranKonflik(
	db: Db,
	instansiId: number,
	surel: string,
): Promise<{ peran: string; masih: boolean }[]> {
	const { rows } = await sql<{ peran: string; masih: boolean }>`
		select p.peran, bool_or(p.dicabut is null) as masih from peran p join orang o on o.id = p.orang_id
		where o.surel = ${surel} and p.instansi_id = ${instansiId} and p.peran <> 'asesor_eksternal'
		group by p.peran order by p.peran`.execute(db);
	return rows;
}
