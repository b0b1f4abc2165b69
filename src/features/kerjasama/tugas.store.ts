import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface Tugas {
	id: number;
	keputusanId: number;
	notulaId: number;
	/** Title of the meeting it comes from. */
	rapat: string;
	isi: string;
	unitId: number | null;
	unit: string | null;
	/** Path of the unit. */
	jalur: string | null;
	orangId: number | null;
	orang: string | null;
	/** ISO date. */
	tenggat: string;
	selesai: Date | null;
	selesaiOleh: string | null;
}

const pilih = sql`
	select t.id, t.keputusan_id as "keputusanId", k.notula_id as "notulaId", n.judul as rapat, t.isi,
		t.unit_id as "unitId", u.nama as unit, u.jalur, t.orang_id as "orangId", o.nama as orang,
		t.tenggat::text as tenggat, t.selesai, s.nama as "selesaiOleh"
	from tugas t
	join keputusan k on k.id = t.keputusan_id
	join notula n on n.id = k.notula_id
	left join unit u on u.id = t.unit_id
	left join orang o on o.id = t.orang_id
	left join orang s on s.id = t.selesai_oleh`;

/** Tasks of the institution that are not done, most urgent first; what was done since `sejak` follows where asked. */
export async function listTugas(db: Db, instansiId: number, sejak?: Date): Promise<Tugas[]> {
	const { rows } = await sql<Tugas>`${pilih}
		where t.instansi_id = ${instansiId} and (t.selesai is null or t.selesai > ${sejak ?? null}::timestamptz)
		order by t.selesai is not null, t.tenggat, t.id`.execute(db);
	return rows;
}

export async function listTugasNotula(db: Db, instansiId: number, notulaId: number): Promise<Tugas[]> {
	const { rows } = await sql<Tugas>`${pilih}
		where t.instansi_id = ${instansiId} and k.notula_id = ${notulaId} order by t.id`.execute(db);
	return rows;
}

export async function findTugas(db: Db, instansiId: number, id: number): Promise<Tugas | undefined> {
	const { rows } = await sql<Tugas>`${pilih}
		where t.instansi_id = ${instansiId} and t.id = ${id} for update of t`.execute(db);
	return rows[0];
}

export async function insertTugas(
	db: Db,
	t: {
		instansiId: number;
		keputusanId: number;
		isi: string;
		unitId: number | null;
		orangId: number | null;
		tenggat: string;
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('tugas')
		.values({
			instansi_id: t.instansiId,
			keputusan_id: t.keputusanId,
			isi: t.isi,
			unit_id: t.unitId,
			orang_id: t.orangId,
			tenggat: t.tenggat,
			dibuat: t.dibuat,
			oleh: t.oleh,
			selesai: null,
			selesai_oleh: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Marks it done, or takes that back. */
export async function endTugas(
	db: Db,
	t: { instansiId: number; id: number; selesai: { waktu: Date; oleh: number } | null },
): Promise<void> {
	await db
		.updateTable('tugas')
		.set({ selesai: t.selesai?.waktu ?? null, selesai_oleh: t.selesai?.oleh ?? null })
		.where('instansi_id', '=', t.instansiId)
		.where('id', '=', t.id)
		.execute();
}

/** Open tasks of one person become another's. @returns how many */
export async function passTugas(
	db: Db,
	t: { instansiId: number; dari: number; kepada: number },
): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('tugas')
		.set({ orang_id: t.kepada })
		.where('instansi_id', '=', t.instansiId)
		.where('orang_id', '=', t.dari)
		.where('selesai', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows);
}
