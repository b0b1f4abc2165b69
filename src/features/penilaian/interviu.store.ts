import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface Tanya {
	id: number;
	indikator: string;
	jenis: 'pertanyaan' | 'kunjungan';
	tahap: string;
	isi: string;
	oleh: string | null;
	/** ISO, as the database writes it in JSON. */
	waktu: string;
	jawaban: { isi: string; oleh: string | null; waktu: string }[];
}

/** Interview questions and visit notes of an assessment with their answers, oldest first. */
export async function listTanya(db: Db, instansiId: number, penilaianId: number): Promise<Tanya[]> {
	const { rows } = await sql<Tanya>`
		select u.id, u.indikator, u.jenis, u.tahap, u.isi, o.nama as oleh, to_jsonb(u.waktu) #>> '{}' as waktu,
			coalesce((select jsonb_agg(jsonb_build_object('isi', j.isi, 'oleh', p.nama, 'waktu', j.waktu) order by j.id)
				from utas j left join orang p on p.id = j.orang_id where j.balas_id = u.id), '[]') as jawaban
		from utas u left join orang o on o.id = u.orang_id
		where u.instansi_id = ${instansiId} and u.penilaian_id = ${penilaianId}
			and u.jenis in ('pertanyaan', 'kunjungan') and u.indikator is not null
		order by u.id`.execute(db);
	return rows;
}

export interface BuktiTambahan {
	indikator: string;
	huruf: number;
	judul: string;
	penunjuk: string;
	tahap: string;
}

/** Evidence that was accepted in the interview or at the visit. */
export async function listBuktiTambahan(
	db: Db,
	instansiId: number,
	penilaianId: number,
): Promise<BuktiTambahan[]> {
	const { rows } = await sql<BuktiTambahan>`
		select b.indikator, b.huruf, r.judul, r.penunjuk, p.tahap
		from bukti b
		join lateral (select tahap, putusan from bukti_putusan where bukti_id = b.id order by id desc limit 1) p on true
		join lateral (select judul, penunjuk from bukti_revisi where bukti_id = b.id order by nomor desc limit 1) r on true
		where b.instansi_id = ${instansiId} and b.penilaian_id = ${penilaianId} and b.status = 'diterima'
			and p.putusan = 'diterima' and p.tahap in ('interviu', 'visitasi')
		order by b.indikator, b.huruf`.execute(db);
	return rows;
}

/** The newest entry of every indicator in every stage, with who made it. */
export function queryNilaiTahap(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('nilai')
		.leftJoin('orang', 'orang.id', 'nilai.orang_id')
		.distinctOn(['nilai.indikator', 'nilai.tahap'])
		.select([
			'nilai.id',
			'nilai.indikator',
			'nilai.tahap',
			'nilai.nilai',
			'nilai.justifikasi',
			'nilai.orang_id as orangId',
			'orang.nama as oleh',
			'nilai.waktu',
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.orderBy('nilai.indikator')
		.orderBy('nilai.tahap')
		.orderBy('nilai.id', 'desc');
}
export const listNilaiTahap = (db: Db, instansiId: number, penilaianId: number) =>
	queryNilaiTahap(db, instansiId, penilaianId).execute();
export type NilaiTahapTersimpan = Awaited<ReturnType<typeof listNilaiTahap>>[number];

export interface Pertemuan {
	jenis: 'interviu' | 'visitasi';
	/** ISO date. */
	tanggal: string;
	tempat: string;
	/** One person a line. */
	hadir: string;
	ringkasan: string;
}

export async function listPertemuan(db: Db, instansiId: number, penilaianId: number): Promise<Pertemuan[]> {
	return await db
		.selectFrom('berita_acara')
		.select(['jenis', 'tanggal', 'tempat', 'hadir', 'ringkasan'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.execute();
}

export async function upsertPertemuan(
	db: Db,
	p: Pertemuan & { instansiId: number; penilaianId: number; orangId: number; waktu: Date },
): Promise<void> {
	const { instansiId, penilaianId, orangId, jenis, ...sisa } = p;
	const isi = { ...sisa, orang_id: orangId };
	await db
		.insertInto('berita_acara')
		.values({ instansi_id: instansiId, penilaian_id: penilaianId, jenis, ...isi })
		.onConflict((oc) => oc.columns(['penilaian_id', 'jenis']).doUpdateSet(isi))
		.execute();
}
