import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { HasilTerbit, SalahSatu } from './hasil.schema.ts';
import type { HasilTersimpan, NilaiBaru } from './hasil-banding.rules.ts';

export type Trx = Transaction<Tables>;

/** Rows as one parameter, whatever their number. */
export function rekaman(rows: readonly unknown[]) {
	return sql`jsonb_to_recordset(cast(${JSON.stringify(rows)} as text)::jsonb)`;
}

const kunciTulis = 7_309_143;

/** Writers wait for one another until the transaction ends; readers do not. */
export async function kunciPenulis(trx: Trx): Promise<void> {
	await sql`select pg_advisory_xact_lock(${sql.lit(kunciTulis)})`.execute(trx);
}

/** Stored results of the years, with their published node values. */
export async function listTersimpan(db: Kysely<Tables>, tahun: readonly number[]): Promise<HasilTersimpan[]> {
	if (tahun.length === 0) return [];
	const rows = await db
		.selectFrom('hasil as h')
		.select([
			'h.id',
			'h.instansi_id as instansiId',
			'h.tahun',
			'h.instrumen',
			'h.indeks',
			'h.predikat',
			'h.predikat_turunan as predikatTurunan',
			'h.sumber',
			'h.catatan',
			'h.status',
			'h.impor_id as imporId',
			'h.salah_satu as salahSatu',
			sql<
				HasilTersimpan['nilai'] | null
			>`(select jsonb_object_agg(v.simpul, jsonb_build_object('nilai', v.nilai, 'sumber', v.sumber)) from hasil_nilai v where v.hasil_id = h.id)`.as(
				'nilai',
			),
		])
		.where('h.tahun', 'in', tahun)
		.execute();
	return rows.map(({ salahSatu, nilai, ...row }) => ({
		...row,
		nilai: nilai ?? {},
		...(salahSatu === null ? {} : { salahSatu: salahSatu as SalahSatu[] }),
	}));
}

const kolomHasil = sql`instansi_id int, tahun int, instrumen text, indeks int, predikat text, predikat_turunan boolean, sumber text, catatan text, salah_satu jsonb`;

function keBaris(terbit: HasilTerbit) {
	return {
		instansi_id: terbit.instansiId,
		tahun: terbit.tahun,
		instrumen: terbit.instrumen,
		indeks: terbit.indeks,
		predikat: terbit.predikat,
		predikat_turunan: terbit.predikatTurunan,
		sumber: terbit.sumber,
		catatan: terbit.catatan,
		salah_satu: terbit.salahSatu ?? null,
	};
}

export interface Catatan {
	imporId: number | null;
	kini: Date;
}

/** Inserts new results, their status still to be judged. @returns ids in the order of `terbit`. */
export async function insertHasil(
	trx: Trx,
	terbit: readonly HasilTerbit[],
	{ imporId, kini }: Catatan,
): Promise<number[]> {
	if (terbit.length === 0) return [];
	const { rows } = await sql<{ id: number; instansi_id: number; tahun: number }>`
		insert into hasil (instansi_id, tahun, instrumen, indeks, predikat, predikat_turunan, sumber, catatan, salah_satu, status, impor_id, dicatat)
		select x.*, 'belum_lengkap', ${imporId}::int, ${kini}::timestamptz
		from ${rekaman(terbit.map(keBaris))} as x (${kolomHasil})
		returning id, instansi_id, tahun`.execute(trx);
	const id = new Map(rows.map((r) => [`${r.instansi_id} ${r.tahun}`, r.id]));
	return terbit.map((t) => id.get(`${t.instansiId} ${t.tahun}`) ?? 0);
}

/** Replaces the figures of stored results; `salahSatu` stays where the row does not state it. */
export async function updateHasil(
	trx: Trx,
	baris: readonly { id: number; terbit: HasilTerbit }[],
	{ imporId, kini }: Catatan,
): Promise<void> {
	if (baris.length === 0) return;
	const isi = baris.map(({ id, terbit }) => ({ id, ...keBaris(terbit) }));
	await sql`
		update hasil h set instrumen = x.instrumen, indeks = x.indeks, predikat = x.predikat,
			predikat_turunan = x.predikat_turunan, sumber = x.sumber, catatan = x.catatan,
			salah_satu = coalesce(x.salah_satu, h.salah_satu), impor_id = ${imporId}::int, dicatat = ${kini}::timestamptz
		from ${rekaman(isi)} as x (id int, ${kolomHasil})
		where h.id = x.id`.execute(trx);
}

export async function upsertNilai(
	trx: Trx,
	nilai: readonly (NilaiBaru & { hasil_id: number })[],
): Promise<void> {
	if (nilai.length === 0) return;
	await sql`
		insert into hasil_nilai (hasil_id, simpul, nilai, sumber)
		select x.* from ${rekaman(nilai)} as x (hasil_id int, simpul text, nilai int, sumber text)
		on conflict (hasil_id, simpul) do update set nilai = excluded.nilai, sumber = excluded.sumber`.execute(
		trx,
	);
}

export async function insertRiwayat(
	trx: Trx,
	lama: readonly { hasil_id: number; isi: unknown; sumber: string }[],
	{ imporId, kini }: Catatan,
): Promise<void> {
	if (lama.length === 0) return;
	await sql`
		insert into hasil_riwayat (hasil_id, isi, sumber, diganti, impor_id)
		select x.*, ${kini}::timestamptz, ${imporId}::int
		from ${rekaman(lama)} as x (hasil_id int, isi jsonb, sumber text)`.execute(trx);
}

/** Tells every reader that data changed. */
export async function naikkanVersi(trx: Trx, kini: Date): Promise<void> {
	await trx
		.updateTable('versi_data')
		.set((eb) => ({ nomor: eb('nomor', '+', 1n), diubah: kini }))
		.execute();
}
