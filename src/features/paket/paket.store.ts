import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface Penjelasan {
	indikator: string;
	/** Hundredths. */
	nilai: number | null;
	fakta: string;
	analisis: string;
	waktu: Date;
}

/** The institution's own newest answer to every indicator. */
export async function listPenjelasan(db: Db, instansiId: number, penilaianId: number): Promise<Penjelasan[]> {
	return await db
		.selectFrom('nilai')
		.distinctOn('indikator')
		.select(['indikator', 'nilai', 'fakta', 'analisis', 'waktu'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('tahap', '=', 'mandiri')
		.orderBy('indikator')
		.orderBy('id', 'desc')
		.execute();
}

export interface Centang {
	indikator: string;
	buktiId: number | null;
	revisi: number | null;
	oleh: string;
	waktu: Date;
}

/** What is ticked as entered in the ministry's portal. */
export async function listCentang(db: Db, instansiId: number, penilaianId: number): Promise<Centang[]> {
	return await db
		.selectFrom('portal_centang')
		.leftJoin('orang', 'orang.id', 'portal_centang.orang_id')
		.select([
			'portal_centang.indikator',
			'portal_centang.bukti_id as buktiId',
			'portal_centang.revisi',
			sql<string>`coalesce(orang.nama, '–')`.as('oleh'),
			'portal_centang.waktu',
		])
		.where('portal_centang.instansi_id', '=', instansiId)
		.where('portal_centang.penilaian_id', '=', penilaianId)
		.where('portal_centang.batal', 'is', null)
		.execute();
}

export interface SasaranCentang {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	buktiId: number | null;
}

/** Takes a tick back. @returns whether there was one. */
export async function cancelCentang(
	db: Db,
	s: SasaranCentang & { orangId: number; batal: Date },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('portal_centang')
		.set({ batal: s.batal, batal_oleh: s.orangId })
		.where('instansi_id', '=', s.instansiId)
		.where('penilaian_id', '=', s.penilaianId)
		.where('indikator', '=', s.indikator)
		.where('bukti_id', s.buktiId === null ? 'is' : '=', s.buktiId)
		.where('batal', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows) > 0;
}

/** @returns false where it was ticked already. */
export async function insertCentang(
	db: Db,
	s: SasaranCentang & { revisi: number | null; orangId: number; waktu: Date },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('portal_centang')
		.values({
			instansi_id: s.instansiId,
			penilaian_id: s.penilaianId,
			indikator: s.indikator,
			bukti_id: s.buktiId,
			revisi: s.revisi,
			orang_id: s.orangId,
			waktu: s.waktu,
			batal: null,
			batal_oleh: null,
		})
		.onConflict((oc) =>
			oc.columns(['penilaian_id', 'indikator', 'bukti_id']).where('batal', 'is', null).doNothing(),
		)
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}
