import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { IsiPeta, Muatan } from './peta.rules.ts';

type Db = Kysely<Tables>;

export interface BarisPeta extends IsiPeta {
	indikator: string | null;
	unitId: number | null;
	unit: string | null;
	jalur: string | null;
	tindakanId: number | null;
	tindakan: string | null;
}

/** The roadmap's rows by year and content. */
export async function listPetaStore(db: Db, instansiId: number): Promise<BarisPeta[]> {
	const { rows } = await sql<BarisPeta>`
		select p.id, p.tahun, p.muatan, p.judul, p.indikator, p.unit_id as "unitId", u.nama as unit, u.jalur,
			p.kebutuhan, p.anggaran, p.sub_kegiatan as "subKegiatan", p.tindakan_id as "tindakanId", t.judul as tindakan
		from peta_rencana p
		left join unit u on u.id = p.unit_id
		left join tindakan t on t.id = p.tindakan_id
		where p.instansi_id = ${instansiId}
		order by p.tahun, array_position(array['tata_kelola', 'manajemen', 'layanan', 'infrastruktur', 'aplikasi',
			'keamanan', 'audit_tik'], p.muatan), p.id`.execute(db);
	return rows;
}

export interface PetaTulis {
	instansiId: number;
	tahun: number;
	muatan: Muatan;
	judul: string;
	indikator: string | null;
	unitId: number | null;
	kebutuhan: bigint | null;
	anggaran: bigint | null;
	subKegiatan: string;
	tindakanId: number | null;
	waktu: Date;
	oleh: number;
}

const kolom = (p: PetaTulis) => ({
	tahun: p.tahun,
	muatan: p.muatan,
	judul: p.judul,
	indikator: p.indikator,
	unit_id: p.unitId,
	kebutuhan: p.kebutuhan,
	anggaran: p.anggaran,
	sub_kegiatan: p.subKegiatan,
	tindakan_id: p.tindakanId,
	waktu: p.waktu,
	oleh: p.oleh,
});

export async function insertPeta(db: Db, p: PetaTulis): Promise<number> {
	const { id } = await db
		.insertInto('peta_rencana')
		.values({ instansi_id: p.instansiId, ...kolom(p) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** @returns whether the row is there */
export async function updatePeta(db: Db, p: PetaTulis & { id: number }): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('peta_rencana')
		.set(kolom(p))
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** @returns whether it was there */
export async function deletePeta(db: Db, instansiId: number, id: number): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('peta_rencana')
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}
