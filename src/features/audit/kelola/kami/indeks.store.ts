import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { JenisIndeks, Kategori } from './indeks.rules.ts';

type Db = Kysely<Tables>;

export interface Indeks {
	id: number;
	jenis: JenisIndeks;
	versi: string;
	tanggal: string;
	kategori: Kategori;
	skorKategori: number | null;
	area: Record<string, number>;
	total: number;
	/** As the workbook says, and as the thresholds say; null where there are none. */
	putusan: string;
	putusanHitung: string | null;
	penilai: string;
	catatan: string;
	tautan: string;
	oleh: string;
}

/** Assessments that were not taken back, newest first. */
export async function listIndeks(db: Db, instansiId: number): Promise<Indeks[]> {
	const { rows } = await sql<Indeks>`
		select i.id, i.jenis, i.versi, i.tanggal, i.kategori, i.skor_kategori as "skorKategori", i.area, i.total, i.putusan,
			i.putusan_hitung as "putusanHitung", i.penilai, i.catatan, i.tautan, coalesce(o.nama, '–') as oleh
		from audit_indeks i left join orang o on o.id = i.oleh
		where i.instansi_id = ${instansiId} and i.batal is null order by i.tanggal desc, i.id desc`.execute(db);
	return rows;
}

export async function insertIndeks(
	db: Db,
	i: Omit<Indeks, 'id' | 'oleh'> & { instansiId: number; oleh: number; waktu: Date },
): Promise<number> {
	const { id } = await db
		.insertInto('audit_indeks')
		.values({
			instansi_id: i.instansiId,
			jenis: i.jenis,
			versi: i.versi,
			tanggal: i.tanggal,
			kategori: i.kategori,
			skor_kategori: i.skorKategori,
			area: JSON.stringify(i.area),
			total: i.total,
			putusan: i.putusan,
			putusan_hitung: i.putusanHitung,
			penilai: i.penilai,
			catatan: i.catatan,
			tautan: i.tautan,
			berkas_id: null,
			nama_berkas: null,
			batal: null,
			dibuat: i.waktu,
			oleh: i.oleh,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** @returns whether there was one that still stood */
export async function cancelIndeks(
	db: Db,
	p: { instansiId: number; id: number; batal: Date },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('audit_indeks')
		.set({ batal: p.batal })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.where('batal', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
