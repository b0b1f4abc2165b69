import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { HasilTersimpan, MasukanTersimpan } from './simpanan.rules.ts';

type Db = Kysely<Tables>;

const dasar = (db: Db, instansiId: number) =>
	db
		.selectFrom('rencana')
		.leftJoin('orang', 'orang.id', 'rencana.oleh')
		.select([
			'rencana.id',
			'rencana.tahun',
			'rencana.nama',
			'rencana.jenis',
			'rencana.instrumen',
			'rencana.alasan',
			'rencana.dibuat',
			'rencana.dipakai',
			'rencana.diarsipkan',
			'orang.nama as oleh',
			sql<MasukanTersimpan>`rencana.masukan`.as('masukan'),
			sql<HasilTersimpan>`rencana.hasil`.as('hasil'),
		])
		.where('rencana.instansi_id', '=', instansiId);

/** Kept plans and scenarios, newest first; set aside ones at the end. */
export async function listSimpanan(db: Db, instansiId: number, banyak = 200) {
	return await dasar(db, instansiId)
		.orderBy(sql`rencana.diarsipkan is not null`)
		.orderBy('rencana.id', 'desc')
		.limit(banyak)
		.execute();
}
export type Simpanan = Awaited<ReturnType<typeof listSimpanan>>[number];

export async function findSimpanan(db: Db, instansiId: number, id: number) {
	return await dasar(db, instansiId).where('rencana.id', '=', id).executeTakeFirst();
}

export async function insertRencana(
	db: Db,
	r: {
		instansiId: number;
		tahun: number;
		nama: string;
		jenis: 'skenario' | 'rencana';
		instrumen: string;
		masukan: MasukanTersimpan;
		hasil: HasilTersimpan;
		alasan: string;
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	const { instansiId, masukan, hasil, ...isi } = r;
	const { id } = await db
		.insertInto('rencana')
		.values({
			instansi_id: instansiId,
			...isi,
			masukan: JSON.stringify(masukan),
			hasil: JSON.stringify(hasil),
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Marks it as put to work. @returns false where that was done before, or it was set aside */
export async function markDipakai(
	db: Db,
	p: { instansiId: number; id: number; waktu: Date },
): Promise<boolean> {
	const baris = await db
		.updateTable('rencana')
		.set({ dipakai: p.waktu })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.where('dipakai', 'is', null)
		.where('diarsipkan', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return baris !== undefined;
}

/** Sets it aside. @returns false where it was already, or is not there */
export async function markArsip(
	db: Db,
	p: { instansiId: number; id: number; waktu: Date },
): Promise<boolean> {
	const baris = await db
		.updateTable('rencana')
		.set({ diarsipkan: p.waktu })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.where('diarsipkan', 'is', null)
		.returning('id')
		.executeTakeFirst();
	return baris !== undefined;
}
