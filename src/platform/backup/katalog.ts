import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;

export interface TabelKatalog {
	nama: string;
	/** In the order of the table; columns that the database computes are left out. */
	kolom: { nama: string; tipe: string }[];
	/** Columns of its order: the primary key, else all that can be sorted as text. */
	kunci: { nama: string; teks: boolean }[];
	/** Sequences behind its columns. */
	urutan: { kolom: string; nama: string }[];
}

/** The schema's own record of migrations belongs to the installation, and a report can be asked for again. */
const bukanIsi = ['migrasi', 'laporan', 'laporan_potong'];

/** Every table of the application, as the database itself lists them; other schemas (jobs) are left out. */
export async function listTabel(db: Db): Promise<TabelKatalog[]> {
	const { rows } = await sql<TabelKatalog>`
		select c.relname as nama,
			(select json_agg(json_build_object('nama', a.attname, 'tipe', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
				from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as kolom,
			coalesce((select json_agg(json_build_object('nama', a.attname, 'teks', a.attcollation <> 0)
					order by array_position(i.indkey::int2[], a.attnum))
				from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey::int2[])
				where i.indrelid = c.oid and i.indisprimary), '[]') as kunci,
			coalesce((select json_agg(json_build_object('kolom', a.attname, 'nama', s.nama) order by a.attnum)
				from pg_attribute a cross join lateral
					(select pg_get_serial_sequence(format('public.%I', c.relname), a.attname) as nama) s
				where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and s.nama is not null), '[]') as urutan
		from pg_class c
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> all (${bukanIsi})
		order by c.relname`.execute(db);
	return rows;
}

/** Text of dates, times and bytes that does not depend on how a server or a connection is set. */
export async function setBentukTeks(db: Db): Promise<void> {
	for (const setelan of [
		sql`set local timezone to 'UTC'`,
		sql`set local datestyle to 'ISO, YMD'`,
		sql`set local bytea_output to 'hex'`,
		sql`set local intervalstyle to 'postgres'`,
		sql`set local extra_float_digits to 1`,
	])
		await setelan.execute(db);
}

/** About so many bytes of rows are asked for at once. */
const SEKALI = 1_000_000;

/**
 * All rows of a table, one line each: a JSON array of the columns as the database writes them as text. The order is that
 * of the primary key by bytes, so that two databases with the same rows give the same lines.
 */
export async function* readBaris(trx: Db, tabel: TabelKatalog): AsyncIterable<string[]> {
	const kolom = sql.join(tabel.kolom.map((k) => sql`${sql.ref(k.nama)}::text`));
	const urut = tabel.kunci.length
		? sql.join(tabel.kunci.map((k) => (k.teks ? sql`${sql.ref(k.nama)} collate "C"` : sql.ref(k.nama))))
		: sql.join(tabel.kolom.map((k) => sql`${sql.ref(k.nama)}::text collate "C"`));
	await sql`declare cadangan no scroll cursor for
		select array_to_json(array[${kolom}]::text[])::text as baris from ${sql.table(tabel.nama)} order by ${urut}`.execute(
		trx,
	);
	let banyak = 50;
	for (;;) {
		const { rows } = await sql<{ baris: string }>`fetch ${sql.raw(String(banyak))} from cadangan`.execute(
			trx,
		);
		if (rows.length === 0) break;
		yield rows.map((r) => r.baris);
		const besar = rows.reduce((n, r) => n + r.baris.length, 0);
		banyak = Math.max(1, Math.min(5000, Math.floor((rows.length * SEKALI) / besar)));
	}
	await sql`close cadangan`.execute(trx);
}

/** Where a column's sequence stands. */
export async function readUrutan(trx: Db, nama: string): Promise<{ nilai: string; terpakai: boolean }> {
	const { rows } = await sql<{ nilai: string; terpakai: boolean }>`
		select last_value::text as nilai, is_called as terpakai from ${sql.raw(nama)}`.execute(trx);
	if (!rows[0]) throw new Error(`urutan ${nama} tidak terbaca`);
	return rows[0];
}

/** Numbers and hashes of the migrations that made the schema. */
export async function readSkema(db: Db): Promise<{ nomor: number; sha256: string }[]> {
	const { rows } = await sql<{ nomor: number; sha256: string }>`
		select nomor, sha256 from migrasi order by nomor`.execute(db);
	return rows;
}
