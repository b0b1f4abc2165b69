import { type Kysely, sql } from 'kysely';
import type { Tables } from '../database/tables.ts';
import type { Surat } from './mail.ts';

type Db = Kysely<Tables>;

export async function insertSurat(db: Db, s: Surat): Promise<number> {
	const { id } = await db
		.insertInto('surat')
		.values({
			kepada: s.kepada.alamat,
			kepada_nama: satuBaris(s.kepada.nama),
			perihal: satuBaris(s.perihal),
			isi: s.isi,
			jenis: s.jenis,
			dibuat: s.dibuat,
			sampai: s.sampai,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** A mail that still waits; undefined where it left before or was given up. */
export async function findSurat(db: Db, id: number) {
	return await db
		.selectFrom('surat')
		.selectAll()
		.where('id', '=', id)
		.where('terkirim', 'is', null)
		.where('batal', 'is', null)
		.executeTakeFirst();
}
export type SuratTersimpan = NonNullable<Awaited<ReturnType<typeof findSurat>>>;

/** It left, or is given up; its text, which may hold a link, goes. */
export async function endSurat(
	db: Db,
	id: number,
	akhir: { terkirim: Date } | { batal: Date },
): Promise<void> {
	await db
		.updateTable('surat')
		.set({ ...akhir, isi: '' })
		.where('id', '=', id)
		.execute();
}

export async function noteGagal(db: Db, id: number, galat: string): Promise<void> {
	await db
		.updateTable('surat')
		.set({ percobaan: sql`percobaan + 1`, galat: galat.slice(0, 500) })
		.where('id', '=', id)
		.execute();
}

/** One line without control characters, for a header. */
const satuBaris = (teks: string): string =>
	teks
		.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
		.trim()
		.slice(0, 200);
