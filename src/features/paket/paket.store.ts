import { type Kysely, sql } from 'kysely';
import type { JenisBukti, StatusBukti } from '#features/bukti/bukti.rules.ts';
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
export function queryPenjelasan(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('nilai')
		.distinctOn('indikator')
		.select(['indikator', 'nilai', 'fakta', 'analisis', 'waktu'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('tahap', '=', 'mandiri')
		.orderBy('indikator')
		.orderBy('id', 'desc')
		.$castTo<Penjelasan>();
}

export interface ButirTersimpan {
	id: number;
	indikator: string;
	huruf: number;
	status: StatusBukti;
	revisi: number;
	jenis: JenisBukti;
	judul: string;
	/** Address of a link, or the words of a note. */
	isi: string;
	penunjuk: string;
	/** ISO. */
	waktu: string;
	namaBerkas: string | null;
	sha256: string | null;
	/** Bytes. */
	ukuran: number | null;
	tipe: string | null;
}

/**
 * Items of an assessment that are not withdrawn, each with its newest revision only, in the order of their letters.
 * Without people, verdicts and other uses, which a package does not name: it is quick for hundreds of items.
 */
export function queryButir(instansiId: number, penilaianId: number) {
	return sql<ButirTersimpan>`
		(select b.id, b.indikator, b.huruf, b.status, r.nomor as revisi, r.jenis, r.judul, r.isi, r.penunjuk, r.waktu,
			r.nama_berkas as "namaBerkas", f.sha256, f.ukuran, f.tipe
		from bukti b
		join lateral (select * from bukti_revisi r where r.bukti_id = b.id order by r.nomor desc limit 1) r on true
		left join berkas f on f.id = r.berkas_id
		where b.instansi_id = ${instansiId} and b.penilaian_id = ${penilaianId} and b.status <> 'ditarik'
		order by b.indikator, b.huruf)`;
}

export interface Centang {
	indikator: string;
	buktiId: number | null;
	revisi: number | null;
	oleh: string;
	waktu: Date;
}

/** What is ticked as entered in the ministry's portal. */
export function queryCentang(db: Db, instansiId: number, penilaianId: number) {
	return db
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
		.$castTo<Centang>();
}

export const listCentang = (db: Db, instansiId: number, penilaianId: number): Promise<Centang[]> =>
	queryCentang(db, instansiId, penilaianId).execute();

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
