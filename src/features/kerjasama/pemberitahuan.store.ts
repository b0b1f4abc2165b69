import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { JenisPemberitahuan } from './pemberitahuan.rules.ts';

type Db = Kysely<Tables>;

export interface PemberitahuanBaru {
	orangId: readonly number[];
	/** Null for what belongs to no institution. */
	instansiId: number | null;
	jenis: JenisPemberitahuan;
	rincian: Readonly<Record<string, string | number>>;
	/** Path of the page where it can be acted upon. */
	tujuan: string;
	dibuat: Date;
}

/** Tells these people within the application; those who muted the kind are passed over. */
export async function insertPemberitahuan(db: Db, p: PemberitahuanBaru): Promise<void> {
	await sql`insert into pemberitahuan (orang_id, instansi_id, jenis, rincian, tujuan, dibuat)
		select x.id::integer, ${p.instansiId}, ${p.jenis}, ${JSON.stringify(p.rincian)}::jsonb, ${p.tujuan}, ${p.dibuat}
		from jsonb_array_elements_text(${JSON.stringify([...new Set(p.orangId)])}::jsonb) x (id)
		where not exists (select from pilihan_pemberitahuan c
			where c.orang_id = x.id::integer and c.jenis = ${p.jenis} and not c.aplikasi)`.execute(db);
}

export async function listPemberitahuan(db: Db, orangId: number, batas: number) {
	return await db
		.selectFrom('pemberitahuan')
		.leftJoin('instansi', 'instansi.id', 'pemberitahuan.instansi_id')
		.select([
			'pemberitahuan.id',
			'pemberitahuan.jenis',
			sql<Record<string, string | number>>`pemberitahuan.rincian`.as('rincian'),
			'pemberitahuan.tujuan',
			'pemberitahuan.dibuat',
			'pemberitahuan.dibaca',
			'instansi.nama as instansi',
		])
		.where('pemberitahuan.orang_id', '=', orangId)
		.orderBy('pemberitahuan.id', 'desc')
		.limit(batas)
		.execute();
}
export type Pemberitahuan = Awaited<ReturnType<typeof listPemberitahuan>>[number];

/** How many the person has not read, up to a hundred. */
export async function countBaru(db: Db, orangId: number): Promise<number> {
	const { rows } = await sql<{ n: number }>`select count(*)::int as n from (
		select from pemberitahuan where orang_id = ${orangId} and dibaca is null limit 100) x`.execute(db);
	return rows[0]?.n ?? 0;
}

/** Marks one as read, or all; a second time changes nothing. @returns where the one leads */
export async function readPemberitahuan(
	db: Db,
	orangId: number,
	pilih: { id: number } | 'semua',
	kini: Date,
): Promise<void> {
	await db
		.updateTable('pemberitahuan')
		.set({ dibaca: kini })
		.where('orang_id', '=', orangId)
		.where('dibaca', 'is', null)
		.$if(pilih !== 'semua', (q) => q.where('id', '=', pilih === 'semua' ? 0 : pilih.id))
		.execute();
}

export async function listPilihan(db: Db, orangId: readonly number[]) {
	if (orangId.length === 0) return [];
	return await db.selectFrom('pilihan_pemberitahuan').selectAll().where('orang_id', 'in', orangId).execute();
}

export async function upsertPilihan(
	db: Db,
	p: { orangId: number; jenis: JenisPemberitahuan; aplikasi: boolean; surel: boolean },
): Promise<void> {
	const isi = { aplikasi: p.aplikasi, surel: p.surel };
	await db
		.insertInto('pilihan_pemberitahuan')
		.values({ orang_id: p.orangId, jenis: p.jenis, ...isi })
		.onConflict((oc) => oc.columns(['orang_id', 'jenis']).doUpdateSet(isi))
		.execute();
}

/** People whose role is limited to this unit or one above it, and who fill in there. */
export async function listPengisiUnit(
	db: Db,
	instansiId: number,
	unitId: number,
): Promise<{ id: number; nama: string; surel: string | null }[]> {
	const { rows } = await sql<{ id: number; nama: string; surel: string | null }>`
		select distinct o.id, o.nama, o.surel from unit u
		join unit atas on atas.instansi_id = u.instansi_id and u.jalur like atas.jalur || '%'
		join peran p on p.instansi_id = u.instansi_id and p.unit_id = atas.id and p.dicabut is null
			and p.peran in ('operator', 'entri_data', 'penanggung_jawab', 'asesor_internal')
		join orang o on o.id = p.orang_id and o.nonaktif is null
		where u.instansi_id = ${instansiId} and u.id = ${unitId}
		order by o.nama`.execute(db);
	return rows;
}
