import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { DaftarDataPribadi } from './data-pribadi.ts';

type Db = Kysely<Tables>;
type Tabel = DaftarDataPribadi['tabel'][number];

/** Which rows of a registered table are the person's. */
function milikOrang({ orang, lewat }: Tabel, orangId: number) {
	const kolom = sql.ref(orang ?? '');
	if (!lewat) return sql`where ${kolom} = ${orangId}`;
	return sql`where ${kolom} in (select ${sql.ref(lewat.kolom)} from ${sql.table(lewat.tabel)}
		where ${sql.ref(lewat.orang)} = ${orangId})`;
}

/** The person's rows of one registered table: its columns and their context, without secrets. */
export async function readMilikOrang(db: Db, t: Tabel, orangId: number): Promise<unknown[]> {
	if (t.orang === null) return [];
	const kolom = [...t.kolom.filter((k) => !k.rahasia).map((k) => k.nama), ...(t.konteks ?? [])];
	const { rows } = await sql`select ${sql.join(kolom.map((k) => sql.ref(k)))} from ${sql.table(t.tabel)}
		${milikOrang(t, orangId)}`.execute(db);
	return rows;
}

/** Empties or deletes the person's rows of one registered table, as the register says. */
export async function eraseMilikOrang(db: Db, t: Tabel, orangId: number): Promise<void> {
	if (t.orang === null || t.hapus === 'tetap') return;
	const milik = milikOrang(t, orangId);
	if (t.hapus === 'baris') {
		await sql`delete from ${sql.table(t.tabel)} ${milik}`.execute(db);
		return;
	}
	const isi = t.kolom.filter((k) => !k.tetap).map((k) => sql`${sql.ref(k.nama)} = ${k.ganti ?? null}`);
	await sql`update ${sql.table(t.tabel)} set ${sql.join(isi)} ${milik}`.execute(db);
}

/** Attempts counted under the person's address: failed ones, and links asked for. */
export async function deletePercobaanOrang(db: Db, surel: string): Promise<void> {
	for (const awalan of [`akun ${surel} `, `lupa ${surel} `])
		await sql`delete from percobaan where left(kunci, ${awalan.length}) = ${awalan}`.execute(db);
}

/** Takes the person's name out of notices that others got about what the person did in their institutions. */
export async function renamePemberitahuan(
	db: Db,
	p: { orangId: number; nama: string; ganti: string },
): Promise<void> {
	for (const medan of ['oleh', 'dari'])
		await sql`update pemberitahuan set rincian = jsonb_set(rincian, array[${medan}::text], to_jsonb(${p.ganti}::text))
			where rincian ->> ${medan} = ${p.nama}
				and instansi_id in (select instansi_id from peran where orang_id = ${p.orangId})`.execute(db);
}

/** Roles the person holds now. */
export async function listPeranKini(db: Db, orangId: number) {
	return await db
		.selectFrom('peran')
		.select(['peran', 'instansi_id as instansiId'])
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.execute();
}

/** How many others hold an administrator's role; those rows stay as they are until the transaction ends. */
export async function countAdminLain(
	db: Db,
	p: { peran: string; instansiId: number | null; orangId: number },
): Promise<number> {
	const rows = await db
		.selectFrom('peran')
		.select('orang_id')
		.where('peran', '=', p.peran)
		.where('instansi_id', p.instansiId === null ? 'is' : '=', p.instansiId)
		.where('dicabut', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute();
	return rows.filter((r) => r.orang_id !== p.orangId).length;
}

/** Ends every role and the account itself. */
export async function closeOrang(db: Db, orangId: number, kini: Date): Promise<void> {
	await db
		.updateTable('peran')
		.set({ dicabut: kini })
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.execute();
	await db
		.updateTable('orang')
		.set({ nonaktif: kini })
		.where('id', '=', orangId)
		.where('nonaktif', 'is', null)
		.execute();
}
