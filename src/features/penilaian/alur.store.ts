import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { Hitungan } from './alur.rules.ts';

type Db = Kysely<Tables>;

/** What stands between an assessment and its next step; one statement. `indikator` and `terjawab` come from elsewhere. */
export async function countAlur(db: Db, instansiId: number, penilaianId: number): Promise<HitunganAlur> {
	const { rows } = await queryAlur(instansiId, penilaianId).execute(db);
	return rows[0] ?? hitunganKosong;
}
export type HitunganAlur = Omit<Hitungan, 'indikator' | 'terjawab'>;
export const hitunganKosong: HitunganAlur = { diajukan: 0, dikembalikan: 0, valid: 0, sanggahanTerbuka: 0 };

export function queryAlur(instansiId: number, penilaianId: number) {
	return sql<HitunganAlur>`
		(select
			(select count(*)::int from bukti b where b.penilaian_id = ${penilaianId} and b.status = 'diajukan') as diajukan,
			(select count(*)::int from bukti b where b.penilaian_id = ${penilaianId} and b.status = 'dikembalikan') as dikembalikan,
			(select count(*)::int from (
				select distinct on (n.indikator) n.id, n.indikator from nilai n
				where n.instansi_id = ${instansiId} and n.penilaian_id = ${penilaianId} order by n.indikator, n.id desc
			) n where (select r.putusan from reviu r where r.nilai_id = n.id order by r.id desc limit 1) = 'valid') as valid,
			(select count(*)::int from utas u where u.penilaian_id = ${penilaianId} and u.jenis = 'sanggahan'
				and not exists (select from utas j where j.balas_id = u.id)) as "sanggahanTerbuka")`;
}

export interface TandaTanganBaru {
	instansiId: number;
	penilaianId: number;
	dokumen: string;
	orangId: number;
	nama: string;
	jabatan: string;
	isi: string;
	sidik: string;
	waktu: Date;
	/** Whose side signs, where both do. */
	pihak?: 'instansi' | 'asesor';
}

export async function insertTandaTangan(db: Db, t: TandaTanganBaru): Promise<void> {
	await db
		.insertInto('tanda_tangan')
		.values({
			instansi_id: t.instansiId,
			penilaian_id: t.penilaianId,
			dokumen: t.dokumen,
			orang_id: t.orangId,
			nama: t.nama,
			jabatan: t.jabatan,
			isi: t.isi,
			sidik: t.sidik,
			waktu: t.waktu,
			pihak: t.pihak ?? null,
		})
		.execute();
}

/** Signatures that stand, oldest first. */
export function queryTandaTangan(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('tanda_tangan')
		.select(['dokumen', 'orang_id as orangId', 'nama', 'jabatan', 'isi', 'sidik', 'waktu', 'pihak'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('batal', 'is', null)
		.orderBy('id');
}
export const listTandaTangan = (db: Db, instansiId: number, penilaianId: number) =>
	queryTandaTangan(db, instansiId, penilaianId).execute();
export type TandaTangan = Awaited<ReturnType<typeof listTandaTangan>>[number];

/** Signatures no longer hold; they stay readable in the table. */
export async function voidTandaTangan(
	db: Db,
	instansiId: number,
	penilaianId: number,
	batal: Date,
): Promise<void> {
	await db
		.updateTable('tanda_tangan')
		.set({ batal })
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('batal', 'is', null)
		.execute();
}

/** Signatures under one document no longer hold. */
export async function voidDokumen(
	db: Db,
	instansiId: number,
	penilaianId: number,
	dokumen: string,
	batal: Date,
): Promise<void> {
	await db
		.updateTable('tanda_tangan')
		.set({ batal })
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('dokumen', '=', dokumen)
		.where('batal', 'is', null)
		.execute();
}

export async function updateAlur(
	db: Db,
	p: {
		instansiId: number;
		id: number;
		tahap: string;
		langkah: string;
		dibaca?: Date;
		hasilId?: number | null;
	},
): Promise<void> {
	await db
		.updateTable('penilaian')
		.set({
			tahap: p.tahap,
			langkah: p.langkah,
			...(p.dibaca && { dibaca: p.dibaca }),
			...(p.hasilId !== undefined && { hasil_id: p.hasilId }),
		})
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
}
