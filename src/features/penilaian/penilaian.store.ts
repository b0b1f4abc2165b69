import { type Kysely, sql } from 'kysely';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import type { Tables } from '#platform/database/tables.ts';
import { hariIni, type Jadwal, type Keadaan } from './alur.rules.ts';
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

/** One assessment per participant, all at once. */
export async function insertPenilaian(
	db: Db,
	p: { putaranId: number; peserta: readonly number[]; skor: SkorTersimpan },
): Promise<{ id: number; instansiId: number }[]> {
	const { rows } = await sql<{ id: number; instansiId: number }>`
		insert into penilaian (putaran_id, instansi_id, skor)
		select ${p.putaranId}::integer, x::integer, ${JSON.stringify(p.skor)}::jsonb
		from jsonb_array_elements_text(${JSON.stringify(p.peserta)}::jsonb) x
		returning id, instansi_id as "instansiId"`.execute(db);
	return rows;
}

/** Ids of all institutions of these kinds; demonstrations take no part. */
export async function listInstansiJenis(db: Db, jenis: readonly string[]): Promise<number[]> {
	if (jenis.length === 0) return [];
	const rows = await db
		.selectFrom('instansi')
		.select('id')
		.where('jenis', 'in', jenis)
		.where('contoh', '=', false)
		.orderBy('id')
		.execute();
	return rows.map((r) => r.id);
}

/** National rounds, newest first, with how many assessments stand at which stage. */
export async function listPutaranNasional(db: Db) {
	const { rows } = await sql<{
		id: number;
		nama: string;
		tahun: number;
		jenis: 'evaluasi' | 'pemantauan';
		instrumen: string;
		tahap: Record<string, number>;
	}>`
		select p.id, p.nama, p.tahun, p.jenis, p.instrumen,
			coalesce((select jsonb_object_agg(x.tahap, x.n) from (
				select tahap, count(*)::int as n from penilaian where putaran_id = p.id group by tahap) x), '{}') as tahap
		from putaran p where p.penyelenggara_id is null order by p.tahun desc, p.id desc`.execute(db);
	return rows;
}

/** Participants of a national round with where each stands. */
export async function listPeserta(db: Db, putaranId: number) {
	return await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.innerJoin('instansi', 'instansi.id', 'penilaian.instansi_id')
		.select([
			'penilaian.id',
			'instansi.id as instansiId',
			'instansi.slug',
			'instansi.nama',
			'instansi.jenis',
			'penilaian.tahap',
			'penilaian.terjawab',
			sql<SkorTersimpan | null>`penilaian.skor`.as('skor'),
			sql<
				string[]
			>`coalesce((select jsonb_agg(o.nama order by o.nama) from peran r join orang o on o.id = r.orang_id
				where r.instansi_id = penilaian.instansi_id and r.peran = 'asesor_eksternal' and r.dicabut is null), '[]')`.as(
				'asesor',
			),
		])
		.where('putaran.penyelenggara_id', 'is', null)
		.where('penilaian.putaran_id', '=', putaranId)
		.orderBy(sql`lower(instansi.nama) collate "C"`)
		.execute();
}

/** Says which assessment of an earlier year this one goes on from. */
export async function setDari(db: Db, p: { instansiId: number; id: number; dariId: number }): Promise<void> {
	await db
		.updateTable('penilaian')
		.set({ dari_id: p.dariId })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
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
	const p = await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.select([
			'penilaian.id',
			'penilaian.tahap',
			'penilaian.langkah',
			'penilaian.dibaca',
			'penilaian.terjawab',
			'penilaian.hasil_id as hasilId',
			'penilaian.dari_id as dariId',
			sql<SkorTersimpan | null>`penilaian.skor`.as('skor'),
			'putaran.nama',
			'putaran.tahun',
			'putaran.jenis',
			'putaran.penyelenggara_id as penyelenggaraId',
			'putaran.id as putaranId',
			'putaran.sidik',
			sql<
				Jadwal[]
			>`coalesce((select jsonb_agg(jsonb_build_object('tahap', t.tahap, 'mulai', t.mulai, 'selesai', t.selesai) order by t.mulai)
				from putaran_tahap t where t.putaran_id = putaran.id), '[]')`.as('jadwal'),
		])
		.where('penilaian.instansi_id', '=', instansiId)
		.where('penilaian.id', '=', id)
		.$if(kunci, (q) => q.forUpdate('penilaian'))
		.executeTakeFirst();
	if (!p) return undefined;
	const { putaranId, sidik, ...isi } = p;
	return { ...isi, rangka: await requireRangka(db, putaranId, sidik) };
}

/** Frozen instruments met so far, by hash: a few versions in all, however many rounds. */
const rangkaDikenal = new Map<string, InstrumenLengkap>();

async function requireRangka(db: Db, putaranId: number, sidik: string): Promise<InstrumenLengkap> {
	const ada = rangkaDikenal.get(sidik);
	if (ada) return ada;
	const { rangka } = await db
		.selectFrom('putaran')
		.select(sql<InstrumenLengkap>`rangka`.as('rangka'))
		.where('id', '=', putaranId)
		.executeTakeFirstOrThrow();
	rangkaDikenal.set(sidik, rangka);
	return rangka;
}

export type PenilaianTersimpan = NonNullable<Awaited<ReturnType<typeof findPenilaian>>>;

/** What the rules of the steps ask for. */
export function keadaanOf(p: PenilaianTersimpan, kini: Date): Keadaan {
	const { tahap, langkah, dibaca, jenis, jadwal } = p;
	return { tahap, langkah, dibaca: dibaca !== null, jenis, jadwal, kini: hariIni(kini) };
}

/** The newest entry of every indicator, whatever its stage: what is not touched in a stage carries over. */
export function queryNilaiTerbaru(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('nilai')
		.distinctOn('indikator')
		.select(['id', 'indikator', 'nilai', 'tahap', 'waktu'])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.orderBy('indikator')
		.orderBy('id', 'desc');
}
export const listNilaiTerbaru = (db: Db, instansiId: number, penilaianId: number) =>
	queryNilaiTerbaru(db, instansiId, penilaianId).execute();

/** Every entry of one indicator, newest first, with who made it. */
export function queryRiwayatNilai(db: Db, instansiId: number, penilaianId: number, indikator: string) {
	return db
		.selectFrom('nilai')
		.leftJoin('orang', 'orang.id', 'nilai.orang_id')
		.select([
			'nilai.id',
			'nilai.tahap',
			'nilai.nilai',
			'nilai.fakta',
			'nilai.analisis',
			'nilai.justifikasi',
			'nilai.luar',
			'nilai.waktu',
			'orang.nama as oleh',
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.where('nilai.indikator', '=', indikator)
		.orderBy('nilai.id', 'desc');
}
export const listRiwayatNilai = (db: Db, instansiId: number, penilaianId: number, indikator: string) =>
	queryRiwayatNilai(db, instansiId, penilaianId, indikator).execute();

export interface NilaiBaru {
	instansiId: number;
	penilaianId: number;
	tahap: string;
	indikator: string;
	nilai: number | null;
	fakta: string;
	analisis: string;
	justifikasi: string;
	luar: number | null;
	orangId: number;
	waktu: Date;
}

/** Appends entries to the ledger. @returns their ids in the same order. */
export async function insertNilai(db: Db, daftar: readonly NilaiBaru[]): Promise<bigint[]> {
	const rows = await db
		.insertInto('nilai')
		.values(
			daftar.map((n) => ({
				instansi_id: n.instansiId,
				penilaian_id: n.penilaianId,
				tahap: n.tahap,
				indikator: n.indikator,
				nilai: n.nilai,
				fakta: n.fakta,
				analisis: n.analisis,
				justifikasi: n.justifikasi,
				luar: n.luar,
				orang_id: n.orangId,
				waktu: n.waktu,
			})),
		)
		.returning('id')
		.execute();
	return rows.map((r) => r.id);
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

/** The review team's newest word on each indicator, with the ledger entry it is about. */
export function queryReviu(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('reviu')
		.leftJoin('orang', 'orang.id', 'reviu.orang_id')
		.distinctOn('reviu.indikator')
		.select([
			'reviu.indikator',
			'reviu.nilai_id as nilaiId',
			'reviu.putusan',
			'reviu.alasan',
			'reviu.waktu',
			'orang.nama as oleh',
		])
		.where('reviu.instansi_id', '=', instansiId)
		.where('reviu.penilaian_id', '=', penilaianId)
		.orderBy('reviu.indikator')
		.orderBy('reviu.id', 'desc');
}
export const listReviu = (db: Db, instansiId: number, penilaianId: number) =>
	queryReviu(db, instansiId, penilaianId).execute();
export type ReviuTersimpan = Awaited<ReturnType<typeof listReviu>>[number];

export async function insertReviu(
	db: Db,
	r: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		nilaiId: bigint;
		putusan: 'valid' | 'tidak_valid';
		alasan: string;
		orangId: number;
		waktu: Date;
	},
): Promise<void> {
	await db
		.insertInto('reviu')
		.values({
			instansi_id: r.instansiId,
			penilaian_id: r.penilaianId,
			indikator: r.indikator,
			nilai_id: r.nilaiId,
			putusan: r.putusan,
			alasan: r.alasan,
			orang_id: r.orangId,
			waktu: r.waktu,
		})
		.execute();
}

/**
 * The newest answers of an assessment's self-assessment to these indicators, each named with its instrument
 * ("spbe-2020 I03"): those of another instrument than the round's are not there.
 */
export async function listPenjelasanLalu(
	db: Db,
	instansiId: number,
	penilaianId: number,
	indikator: readonly string[],
) {
	return await db
		.selectFrom('nilai')
		.innerJoin('penilaian', 'penilaian.id', 'nilai.penilaian_id')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.distinctOn('nilai.indikator')
		.select([
			'nilai.indikator',
			'nilai.nilai',
			'nilai.fakta',
			'nilai.analisis',
			'nilai.luar',
			'putaran.tahun',
			'putaran.instrumen',
		])
		.where('nilai.instansi_id', '=', instansiId)
		.where('nilai.penilaian_id', '=', penilaianId)
		.where('nilai.tahap', '=', 'mandiri')
		.where(sql<string>`putaran.instrumen || ' ' || nilai.indikator`, 'in', [...indikator])
		.orderBy('nilai.indikator')
		.orderBy('nilai.id', 'desc')
		.execute();
}
