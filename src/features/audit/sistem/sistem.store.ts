import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { Target } from '../periksa/sasaran.rules.ts';
import type { KategoriSistem, Kekritisan, KelasData } from './sistem.rules.ts';

type Db = Kysely<Tables>;

export interface Sistem {
	id: number;
	nama: string;
	uraian: string;
	unitId: number | null;
	unit: string | null;
	jalur: string | null;
	kekritisan: Kekritisan;
	kelasData: KelasData;
	kategori: KategoriSistem | null;
	aktif: boolean;
	diubah: Date;
	alamat: Target[];
}

export interface IsiSistem {
	nama: string;
	uraian: string;
	unitId: number | null;
	kekritisan: Kekritisan;
	kelasData: KelasData;
	kategori: KategoriSistem | null;
	aktif: boolean;
	alamat: readonly Target[];
}

const pilih = sql`
	select s.id, s.nama, s.uraian, s.unit_id as "unitId", u.nama as unit, u.jalur, s.kekritisan,
		s.kelas_data as "kelasData", s.kategori, s.aktif, s.diubah,
		coalesce((select jsonb_agg(jsonb_build_object('host', a.host, 'porta', a.porta) order by a.host, a.porta)
			from sistem_alamat a where a.sistem_id = s.id), '[]') as alamat
	from sistem s left join unit u on u.instansi_id = s.instansi_id and u.id = s.unit_id`;

export async function listSistemStore(db: Db, instansiId: number): Promise<Sistem[]> {
	const { rows } = await sql<Sistem>`${pilih} where s.instansi_id = ${instansiId}
		order by s.aktif desc, lower(s.nama) collate "C", s.id`.execute(db);
	return rows;
}

export async function findSistem(
	db: Db,
	instansiId: number,
	id: number,
	kunci = false,
): Promise<Sistem | undefined> {
	const { rows } = await sql<Sistem>`${pilih} where s.instansi_id = ${instansiId} and s.id = ${id}
		${kunci ? sql`for update of s` : sql``}`.execute(db);
	return rows[0];
}

/** Whether another system has this name already. */
export async function isNamaDipakai(
	db: Db,
	instansiId: number,
	nama: string,
	kecuali: number,
): Promise<boolean> {
	const ada = await db
		.selectFrom('sistem')
		.select('id')
		.where('instansi_id', '=', instansiId)
		.where(sql<boolean>`lower(nama) = lower(${nama})`)
		.where('id', '<>', kecuali)
		.executeTakeFirst();
	return ada !== undefined;
}

type Tulis = IsiSistem & { instansiId: number; waktu: Date };
const kolomOf = (t: Tulis) => ({
	...{ nama: t.nama, uraian: t.uraian, unit_id: t.unitId, kekritisan: t.kekritisan, kelas_data: t.kelasData },
	...{ kategori: t.kategori, aktif: t.aktif, diubah: t.waktu },
});

export async function insertSistem(db: Db, t: Tulis & { oleh: number }): Promise<number> {
	const { id } = await db
		.insertInto('sistem')
		.values({ ...kolomOf(t), instansi_id: t.instansiId, dibuat: t.waktu, oleh: t.oleh })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateSistem(db: Db, t: Tulis & { id: number }): Promise<void> {
	await db
		.updateTable('sistem')
		.set(kolomOf(t))
		.where('instansi_id', '=', t.instansiId)
		.where('id', '=', t.id)
		.execute();
}

/** Addresses that stay keep what is known of them. */
export async function replaceAlamat(
	db: Db,
	t: { instansiId: number; id: number; alamat: readonly Target[] },
): Promise<void> {
	const isi = JSON.stringify(t.alamat.map(({ host, porta }) => ({ host, porta })));
	await sql`delete from sistem_alamat a where a.instansi_id = ${t.instansiId} and a.sistem_id = ${t.id}
		and not exists (select from jsonb_to_recordset(${isi}::jsonb) x (host text, porta integer)
			where x.host = a.host and x.porta = a.porta)`.execute(db);
	await sql`insert into sistem_alamat (instansi_id, sistem_id, host, porta)
		select ${t.instansiId}, ${t.id}, x.host, x.porta from jsonb_to_recordset(${isi}::jsonb) x (host text, porta integer)
		on conflict do nothing`.execute(db);
}
