import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface NotulaIsi {
	judul: string;
	/** ISO date. */
	tanggal: string;
	tempat: string;
	agenda: string;
}

export async function insertNotula(
	db: Db,
	n: NotulaIsi & { instansiId: number; dibuat: Date; oleh: number },
): Promise<number> {
	const { id } = await db
		.insertInto('notula')
		.values({
			instansi_id: n.instansiId,
			judul: n.judul,
			tanggal: n.tanggal,
			tempat: n.tempat,
			agenda: n.agenda,
			dibuat: n.dibuat,
			dibuat_oleh: n.oleh,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Changes the head; false where somebody changed it since `revisi`, or it is not there. */
export async function updateNotula(
	db: Db,
	n: NotulaIsi & { instansiId: number; id: number; revisi: number },
): Promise<boolean> {
	const { judul, tanggal, tempat, agenda } = n;
	const { numUpdatedRows } = await db
		.updateTable('notula')
		.set({ judul, tanggal, tempat, agenda, revisi: sql`revisi + 1` })
		.where('instansi_id', '=', n.instansiId)
		.where('id', '=', n.id)
		.where('revisi', '=', n.revisi)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Sets who was there. */
export async function replaceHadir(
	db: Db,
	n: { instansiId: number; id: number; hadir: readonly { orangId: number | null; nama: string }[] },
): Promise<void> {
	await db
		.deleteFrom('notula_hadir')
		.where('instansi_id', '=', n.instansiId)
		.where('notula_id', '=', n.id)
		.execute();
	if (n.hadir.length === 0) return;
	await db
		.insertInto('notula_hadir')
		.values(
			n.hadir.map((h) => ({ instansi_id: n.instansiId, notula_id: n.id, orang_id: h.orangId, nama: h.nama })),
		)
		.execute();
}

export async function insertKeputusan(
	db: Db,
	k: { instansiId: number; notulaId: number; isi: readonly string[]; dibuat: Date; oleh: number },
): Promise<void> {
	if (k.isi.length === 0) return;
	await db
		.insertInto('keputusan')
		.values(
			k.isi.map((isi) => ({
				instansi_id: k.instansiId,
				notula_id: k.notulaId,
				isi,
				dibuat: k.dibuat,
				oleh: k.oleh,
			})),
		)
		.execute();
}

/** Minutes of the institution, newest meeting first, with how many decisions and open tasks each has. */
export async function listNotulaStore(db: Db, instansiId: number) {
	const { rows } = await sql<{
		id: number;
		judul: string;
		tanggal: string;
		tempat: string;
		keputusan: number;
		terbuka: number;
	}>`
		select n.id, n.judul, n.tanggal::text as tanggal, n.tempat,
			(select count(*)::int from keputusan k where k.notula_id = n.id) as keputusan,
			(select count(*)::int from tugas t join keputusan k on k.id = t.keputusan_id
				where k.notula_id = n.id and t.selesai is null) as terbuka
		from notula n where n.instansi_id = ${instansiId} order by n.tanggal desc, n.id desc`.execute(db);
	return rows;
}

export async function findNotula(db: Db, instansiId: number, id: number) {
	return await db
		.selectFrom('notula')
		// who wrote them may not be visible to whoever reads them
		.leftJoin('orang', 'orang.id', 'notula.dibuat_oleh')
		.select([
			'notula.id',
			'notula.judul',
			'notula.tanggal',
			'notula.tempat',
			'notula.agenda',
			'notula.dibuat',
			'notula.revisi',
			sql<string>`coalesce(orang.nama, '–')`.as('notulis'),
		])
		.where('notula.instansi_id', '=', instansiId)
		.where('notula.id', '=', id)
		.executeTakeFirst();
}

export async function listHadir(db: Db, instansiId: number, notulaId: number) {
	return await db
		.selectFrom('notula_hadir')
		.select(['orang_id as orangId', 'nama'])
		.where('instansi_id', '=', instansiId)
		.where('notula_id', '=', notulaId)
		.orderBy('id')
		.execute();
}

export async function listKeputusan(db: Db, instansiId: number, notulaId: number) {
	return await db
		.selectFrom('keputusan')
		.select(['id', 'isi'])
		.where('instansi_id', '=', instansiId)
		.where('notula_id', '=', notulaId)
		.orderBy('id')
		.execute();
}

export async function findKeputusan(db: Db, instansiId: number, id: number) {
	return await db
		.selectFrom('keputusan')
		.select(['id', 'isi', 'notula_id as notulaId'])
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.executeTakeFirst();
}
