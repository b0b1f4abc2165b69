import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { Edk, Efk, Eik } from '../aturan/opini.rules.ts';

type Db = Kysely<Tables>;

export interface Butir {
	kode: string;
	area: string;
	teks: string;
	sumber: string;
}
export interface Kriteria extends Butir {
	id: number;
	edk: Edk | null;
	eik: Eik | null;
	efk: Efk | null;
	diperiksa: string;
	sampel: string;
	catatan: string;
	tautan: string;
	oleh: string | null;
	waktu: string | null;
	versi: number;
}

/** Criteria of an audit with their papers, in the order in which they were chosen. */
export async function listKriteria(db: Db, instansiId: number, auditId: number): Promise<Kriteria[]> {
	const { rows } = await sql<Kriteria>`
		select k.id, k.kode, k.area, k.teks, k.sumber, k.edk, k.eik, k.efk, k.diperiksa, k.sampel, k.catatan, k.tautan,
			o.nama as oleh, to_jsonb(k.waktu) #>> '{}' as waktu, k.versi
		from audit_kriteria k left join orang o on o.id = k.oleh
		where k.instansi_id = ${instansiId} and k.audit_id = ${auditId}
		order by min(k.id) over (partition by k.area), k.id`.execute(db);
	return rows;
}

/** @returns how many were not there yet */
export async function insertKriteria(
	db: Db,
	p: { instansiId: number; auditId: number },
	butir: readonly Butir[],
): Promise<number> {
	const { rows } = await sql<{ id: number }>`
		insert into audit_kriteria (instansi_id, audit_id, kode, area, teks, sumber)
		select ${p.instansiId}, ${p.auditId}, x.kode, x.area, x.teks, x.sumber
		from jsonb_to_recordset(${JSON.stringify(butir)}::jsonb) as x (kode text, area text, teks text, sumber text)
		on conflict (audit_id, kode) do nothing returning id`.execute(db);
	return rows.length;
}

export interface KertasTulis {
	edk: Edk | null;
	eik: Eik | null;
	efk: Efk | null;
	diperiksa: string;
	sampel: string;
	catatan: string;
	tautan: string;
}

/** @returns false where somebody else wrote it since */
export async function updateKertas(
	db: Db,
	p: { instansiId: number; auditId: number; id: number; versi: number; oleh: number; waktu: Date },
	k: KertasTulis,
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('audit_kriteria')
		.set({ ...k, oleh: p.oleh, waktu: p.waktu, versi: p.versi + 1 })
		.where('instansi_id', '=', p.instansiId)
		.where('audit_id', '=', p.auditId)
		.where('id', '=', p.id)
		.where('versi', '=', p.versi)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** Lists that the institution brought itself. */
export async function listDaftar(db: Db, instansiId: number) {
	return await db
		.selectFrom('audit_daftar')
		.select(['id', 'nama', 'butir'])
		.where('instansi_id', '=', instansiId)
		.orderBy('nama')
		.execute();
}

/** Keeps a list under its name; one of the same name is replaced. */
export async function upsertDaftar(
	db: Db,
	d: { instansiId: number; nama: string; butir: readonly Butir[]; oleh: number; waktu: Date },
): Promise<number> {
	const isi = { butir: JSON.stringify(d.butir), dibuat: d.waktu, oleh: d.oleh };
	const { id } = await db
		.insertInto('audit_daftar')
		.values({ instansi_id: d.instansiId, nama: d.nama, ...isi })
		.onConflict((oc) => oc.columns(['instansi_id', 'nama']).doUpdateSet(isi))
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
