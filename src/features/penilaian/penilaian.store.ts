import { type Kysely, sql } from 'kysely';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { SkorTersimpan, Tahap } from './penilaian.rules.ts';

type Db = Kysely<Tables>;

export interface PutaranBaru {
	nama: string;
	tahun: number;
	jenis: 'evaluasi' | 'pemantauan';
	instrumen: InstrumenLengkap;
	penyelenggaraId: number | null;
	tahap: readonly { tahap: Tahap; mulai: string; selesai: string }[];
	dibuat: Date;
	oleh: number;
}

export async function insertPutaran(db: Db, p: PutaranBaru): Promise<number> {
	const { id } = await db
		.insertInto('putaran')
		.values({
			nama: p.nama,
			tahun: p.tahun,
			jenis: p.jenis,
			instrumen: p.instrumen.id,
			rangka: JSON.stringify(p.instrumen),
			penyelenggara_id: p.penyelenggaraId,
			dibuat: p.dibuat,
			dibuat_oleh: p.oleh,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	if (p.tahap.length > 0)
		await db
			.insertInto('putaran_tahap')
			.values(p.tahap.map((t) => ({ putaran_id: id, ...t })))
			.execute();
	return id;
}

export async function insertPenilaian(
	db: Db,
	p: { putaranId: number; instansiId: number; skor: SkorTersimpan },
): Promise<number> {
	const { id } = await db
		.insertInto('penilaian')
		.values({ putaran_id: p.putaranId, instansi_id: p.instansiId, skor: JSON.stringify(p.skor) })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** An institution's assessments, newest year first. */
export async function listPenilaianStore(db: Db, instansiId: number) {
	return await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.select([
			'penilaian.id',
			'putaran.nama',
			'putaran.tahun',
			'putaran.jenis',
			'putaran.instrumen',
			'penilaian.tahap',
			'penilaian.terjawab',
			sql<SkorTersimpan | null>`penilaian.skor`.as('skor'),
		])
		.where('penilaian.instansi_id', '=', instansiId)
		.orderBy('putaran.tahun', 'desc')
		.orderBy('penilaian.id', 'desc')
		.execute();
}

/** One assessment with the round's frozen instrument; locked for a change where asked. */
export async function findPenilaian(db: Db, instansiId: number, id: number, kunci = false) {
	return await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.select([
			'penilaian.id',
			'penilaian.tahap',
			'penilaian.terjawab',
			sql<SkorTersimpan | null>`penilaian.skor`.as('skor'),
			'putaran.nama',
			'putaran.tahun',
			'putaran.jenis',
			sql<InstrumenLengkap>`putaran.rangka`.as('rangka'),
		])
		.where('penilaian.instansi_id', '=', instansiId)
		.where('penilaian.id', '=', id)
		.$if(kunci, (q) => q.forUpdate('penilaian'))
		.executeTakeFirst();
}

export async function listTahap(db: Db, penilaianId: number) {
	return await db
		.selectFrom('putaran_tahap')
		.innerJoin('penilaian', 'penilaian.putaran_id', 'putaran_tahap.putaran_id')
		.select(['putaran_tahap.tahap', 'putaran_tahap.mulai', 'putaran_tahap.selesai'])
		.where('penilaian.id', '=', penilaianId)
		.orderBy('putaran_tahap.mulai')
		.execute();
}

/** The newest entry of every indicator, whatever its stage: what is not touched in a stage carries over. */
export async function listNilaiTerbaru(db: Db, instansiId: number, penilaianId: number) {
	return await db
		.selectFrom('nilai')
		.distinctOn('indikator')
		.select(['id', 'indikator', 'nilai', 'tahap', 'waktu'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.orderBy('indikator')
		.orderBy('id', 'desc')
		.execute();
}

/** Every entry of one indicator, newest first, with who made it. */
export async function listRiwayatNilai(db: Db, instansiId: number, penilaianId: number, indikator: string) {
	return await db
		.selectFrom('nilai')
		.leftJoin('orang', 'orang.id', 'nilai.orang_id')
		.select([
			'nilai.id',
			'nilai.tahap',
			'nilai.nilai',
			'nilai.fakta',
			'nilai.analisis',
			'nilai.justifikasi',
			'nilai.waktu',
			'orang.nama as oleh',
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.where('nilai.indikator', '=', indikator)
		.orderBy('nilai.id', 'desc')
		.execute();
}

export interface NilaiBaru {
	instansiId: number;
	penilaianId: number;
	tahap: string;
	indikator: string;
	nilai: number | null;
	fakta: string;
	analisis: string;
	orangId: number;
	waktu: Date;
}

export async function insertNilai(db: Db, n: NilaiBaru): Promise<bigint> {
	const { id } = await db
		.insertInto('nilai')
		.values({
			instansi_id: n.instansiId,
			penilaian_id: n.penilaianId,
			tahap: n.tahap,
			indikator: n.indikator,
			nilai: n.nilai,
			fakta: n.fakta,
			analisis: n.analisis,
			justifikasi: '',
			orang_id: n.orangId,
			waktu: n.waktu,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateSkor(
	db: Db,
	p: { instansiId: number; id: number; skor: SkorTersimpan; terjawab: number },
): Promise<void> {
	await db
		.updateTable('penilaian')
		.set({ skor: JSON.stringify(p.skor), terjawab: p.terjawab })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
}
