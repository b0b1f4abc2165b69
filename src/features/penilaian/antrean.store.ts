import { type Kysely, type NotNull, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface BarisTugas {
	penilaianId: number;
	indikator: string;
	tenggat: string | null;
	putaran: string;
	instrumen: string;
	unit: string;
	unitId: number;
	jalur: string;
	/** The level whose evidence is asked for; null for the whole indicator. */
	tingkat: number | null;
	/** The one person it is for; null for anybody of the unit. */
	orangId: number | null;
	/** Whether a value stands already; of one level, whether its evidence was handed in. */
	terjawab: boolean;
	/** Items of evidence that were sent back. */
	dikembalikan: number;
}

/** Assignments of open self-assessments with what is still to be done: an answer, or evidence to repair. */
export async function listTugasTerbuka(db: Db, instansiId: number): Promise<BarisTugas[]> {
	const { rows } = await sql<BarisTugas>`
		select * from (
			select t.penilaian_id as "penilaianId", t.indikator, t.tenggat::text as tenggat, p.nama as putaran, p.instrumen,
				u.nama as unit, u.id as "unitId", u.jalur, t.tingkat, t.orang_id as "orangId",
				case when t.tingkat is null
					then exists (select from nilai n where n.penilaian_id = t.penilaian_id and n.indikator = t.indikator
						and n.nilai is not null)
					else exists (select from bukti b where b.penilaian_id = t.penilaian_id and b.indikator = t.indikator
						and b.tingkat = t.tingkat and b.status in ('diajukan', 'diterima'))
				end as terjawab,
				(select count(*)::int from bukti b where b.penilaian_id = t.penilaian_id and b.indikator = t.indikator
					and b.status = 'dikembalikan' and b.tingkat = coalesce(t.tingkat, b.tingkat)) as dikembalikan
			from penugasan t
			join penilaian a on a.id = t.penilaian_id
			join putaran p on p.id = a.putaran_id
			join unit u on u.id = t.unit_id
			where t.instansi_id = ${instansiId} and a.tahap = 'mandiri' and a.langkah = 'pengisian'
		) x
		where not x.terjawab or x.dikembalikan > 0
		order by x.tenggat nulls last, x.indikator`.execute(db);
	return rows;
}

export interface BarisPenilaian {
	id: number;
	putaran: string;
	instrumen: string;
	tahap: string;
	langkah: string;
	latihan: boolean;
	terjawab: number;
	diajukan: number;
	dikembalikan: number;
	/** Objections without an answer. */
	sanggahan: number;
	/** Who proposed the determination, where somebody has. */
	pengusul: number | null;
	/** Last day of the present stage, ISO. */
	selesai: string | null;
}

/** Assessments that are not finished, with what waits in them. */
export async function listPenilaianTerbuka(db: Db, instansiId: number): Promise<BarisPenilaian[]> {
	const { rows } = await sql<BarisPenilaian>`
		select a.id, p.nama as putaran, p.instrumen, a.tahap, a.langkah, p.penyelenggara_id is not null as latihan, a.terjawab,
			(select count(*)::int from bukti b where b.penilaian_id = a.id and b.status = 'diajukan') as diajukan,
			(select count(*)::int from bukti b where b.penilaian_id = a.id and b.status = 'dikembalikan') as dikembalikan,
			(select count(*)::int from utas s where s.penilaian_id = a.id and s.jenis = 'sanggahan'
				and not exists (select from utas j where j.balas_id = s.id)) as sanggahan,
			(select t.orang_id from tanda_tangan t where t.penilaian_id = a.id and t.dokumen = 'penetapan_usul'
				and t.batal is null limit 1) as pengusul,
			(select t.selesai::text from putaran_tahap t where t.putaran_id = p.id and t.tahap = a.tahap) as selesai
		from penilaian a join putaran p on p.id = a.putaran_id
		where a.instansi_id = ${instansiId} and a.tahap <> 'selesai'
		order by selesai nulls last, a.id`.execute(db);
	return rows;
}

export interface OrangUnit {
	unitId: number;
	orangId: number;
	nama: string;
	telepon: string | null;
}

/** Operators of the institution's units, for reminders. */
export function queryOperatorUnit(db: Db, instansiId: number) {
	return db
		.selectFrom('peran')
		.innerJoin('orang', 'orang.id', 'peran.orang_id')
		.select(['peran.unit_id as unitId', 'orang.id as orangId', 'orang.nama', 'orang.telepon'])
		.where('peran.instansi_id', '=', instansiId)
		.where('peran.unit_id', 'is not', null)
		.where('peran.dicabut', 'is', null)
		.where('orang.nonaktif', 'is', null)
		.orderBy('orang.nama')
		.$narrowType<{ unitId: NotNull }>();
}
export const listOperatorUnit = (db: Db, instansiId: number): Promise<OrangUnit[]> =>
	queryOperatorUnit(db, instansiId).execute();
