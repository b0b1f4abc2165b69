import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface LaporanBaru {
	pekerjaanId: number;
	oleh: number;
	instansiId: number | null;
	penilaianId: number | null;
	putaranId: number | null;
	nama: string;
	tipe: string;
	dibuat: Date;
	hapus: Date;
}

/** Begins a report's file; what an earlier attempt left goes. */
export async function insertLaporan(db: Db, l: LaporanBaru): Promise<number> {
	await db.deleteFrom('laporan').where('pekerjaan_id', '=', l.pekerjaanId).execute();
	const { id } = await db
		.insertInto('laporan')
		.values({
			...{
				pekerjaan_id: l.pekerjaanId,
				orang_id: l.oleh,
				instansi_id: l.instansiId,
				penilaian_id: l.penilaianId,
			},
			...{
				putaran_id: l.putaranId,
				nama: l.nama,
				tipe: l.tipe,
				ukuran: 0n,
				dibuat: l.dibuat,
				hapus: l.hapus,
			},
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function insertPotong(db: Db, laporanId: number, nomor: number, isi: Uint8Array): Promise<void> {
	await db.insertInto('laporan_potong').values({ laporan_id: laporanId, nomor, isi }).execute();
}

export async function finishLaporan(
	db: Db,
	l: { id: number; ukuran: bigint; sha256: string; siap: Date },
): Promise<void> {
	const { id, ukuran, sha256, siap } = l;
	await db.updateTable('laporan').set({ ukuran, sha256, siap }).where('id', '=', id).execute();
}

const kolom = [
	...(['id', 'instansi_id as instansiId', 'penilaian_id as penilaianId', 'putaran_id as putaranId'] as const),
	...(['nama', 'tipe', 'ukuran', 'sha256', 'siap', 'hapus'] as const),
] as const;

/** Finished reports of the person that are still kept, newest first. */
export async function listLaporan(db: Db, oleh: number, kini: Date) {
	return await db
		.selectFrom('laporan')
		.select(kolom)
		.where('orang_id', '=', oleh)
		.where('siap', 'is not', null)
		.where('hapus', '>', kini)
		.orderBy('id', 'desc')
		.limit(100)
		.execute();
}
export type LaporanTersimpan = Awaited<ReturnType<typeof listLaporan>>[number];

export async function findLaporan(
	db: Db,
	oleh: number,
	id: number,
	kini: Date,
): Promise<LaporanTersimpan | undefined> {
	return await db
		.selectFrom('laporan')
		.select(kolom)
		.where('orang_id', '=', oleh)
		.where('id', '=', id)
		.where('siap', 'is not', null)
		.where('hapus', '>', kini)
		.executeTakeFirst();
}

/** A piece of a report's file; undefined after the last. */
export async function findPotong(db: Db, laporanId: number, nomor: number): Promise<Uint8Array | undefined> {
	const baris = await db
		.selectFrom('laporan_potong')
		.select('isi')
		.where('laporan_id', '=', laporanId)
		.where('nomor', '=', nomor)
		.executeTakeFirst();
	return baris?.isi;
}
