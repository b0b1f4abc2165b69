import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { JenisBukti, StatusBukti } from './bukti.rules.ts';

type Db = Kysely<Tables>;

export interface RevisiBukti {
	nomor: number;
	jenis: JenisBukti;
	judul: string;
	namaBerkas: string | null;
	sha256: string | null;
	/** Bytes. */
	ukuran: number | null;
	tipe: string | null;
	tanda: string[];
	isi: string;
	penunjuk: string;
	tanggal: string | null;
	berlakuSampai: string | null;
	oleh: string;
	/** ISO, as the database writes it in JSON. */
	waktu: string;
}

export interface PutusanBukti {
	revisi: number;
	tahap: string;
	putusan: 'diterima' | 'dikembalikan';
	alasan: string | null;
	catatan: string;
	/** Judged here, or brought in from the ministry's portal. */
	sumber: 'matang' | 'portal';
	oleh: string;
	waktu: string;
}

export interface BuktiTersimpan {
	id: number;
	indikator: string;
	tingkat: number;
	huruf: number;
	status: StatusBukti;
	asalId: number | null;
	/** Newest first. */
	revisi: RevisiBukti[];
	/** Newest first. */
	putusan: PutusanBukti[];
	/** Other indicators of the assessment that the same file serves. */
	jugaDi: string[];
	/** Taken from the policy register: `baru` where the register has gone on since, `gugur` where its source no longer counts. */
	register: { indikator: string; baru: boolean; gugur: boolean } | null;
	/** Where the same file serves in other assessments of the institution. */
	dipakai: { indikator: string; huruf: number; tahun: number }[];
	/** Year and instrument of the assessment it was brought along from. */
	bawaan: { tahun: number; instrumen: string } | null;
}

/** Items of an assessment with all revisions and verdicts, in the order of their letters; one statement. */
export async function listBukti(db: Db, instansiId: number, penilaianId: number): Promise<BuktiTersimpan[]> {
	const { rows } = await queryBukti(instansiId, penilaianId).execute(db);
	return rows;
}

export function queryBukti(instansiId: number, penilaianId: number, indikator?: string) {
	return sql<BuktiTersimpan>`
		(select b.id, b.indikator, b.tingkat, b.huruf, b.status, b.asal_id as "asalId",
			(select jsonb_agg(jsonb_build_object('nomor', r.nomor, 'jenis', r.jenis, 'judul', r.judul,
				'namaBerkas', r.nama_berkas, 'sha256', f.sha256, 'ukuran', f.ukuran, 'tipe', f.tipe,
				'tanda', coalesce(to_jsonb(f.tanda), '[]'), 'isi', r.isi, 'penunjuk', r.penunjuk, 'tanggal', r.tanggal,
				'berlakuSampai', r.berlaku_sampai, 'oleh', coalesce(o.nama, '–'), 'waktu', r.waktu) order by r.nomor desc)
				from bukti_revisi r left join berkas f on f.id = r.berkas_id left join orang o on o.id = r.orang_id
				where r.bukti_id = b.id) as revisi,
			coalesce((select jsonb_agg(jsonb_build_object('revisi', p.revisi, 'tahap', p.tahap, 'putusan', p.putusan,
				'alasan', p.alasan, 'catatan', p.catatan, 'sumber', p.sumber, 'oleh', coalesce(o.nama, '–'), 'waktu', p.waktu) order by p.id desc)
				from bukti_putusan p left join orang o on o.id = p.orang_id where p.bukti_id = b.id), '[]') as putusan,
			coalesce((select jsonb_agg(distinct lain.indikator order by lain.indikator)
				from bukti lain join bukti_revisi lr on lr.bukti_id = lain.id
				where lain.penilaian_id = b.penilaian_id and lain.indikator <> b.indikator and lain.status <> 'ditarik'
					and lr.berkas_id in (select s.berkas_id from bukti_revisi s where s.bukti_id = b.id)), '[]') as "jugaDi",
			(select jsonb_build_object('indikator', k.indikator,
				'baru', k.versi < (select max(v.versi) from kebijakan_versi v where v.dokumen_id = k.dokumen_id),
				'gugur', coalesce((select v.status = 'dicabut' from kebijakan_versi v where v.dokumen_id = k.dokumen_id
						order by v.versi desc limit 1), false)
					or exists (select from kebijakan_reviu kr where kr.id = k.reviu_id and kr.batal is not null)
					or exists (select from kebijakan_dokumen kd where kd.induk_id = k.dokumen_id and kd.hubungan = 'mencabut'
						and (select v.status from kebijakan_versi v where v.dokumen_id = kd.id order by v.versi desc limit 1)
							not in ('draf', 'dicabut')))
				from kebijakan_bukti k where k.bukti_id = b.id) as register,
			coalesce((select jsonb_agg(distinct jsonb_build_object('indikator', lain.indikator, 'huruf', lain.huruf,
				'tahun', lu.tahun))
				from bukti_revisi br join bukti_revisi lr on lr.instansi_id = br.instansi_id and lr.berkas_id = br.berkas_id
				join bukti lain on lain.id = lr.bukti_id and lain.status <> 'ditarik' and lain.penilaian_id <> b.penilaian_id
				join penilaian lp on lp.id = lain.penilaian_id join putaran lu on lu.id = lp.putaran_id
				where br.bukti_id = b.id), '[]') as dipakai,
			(select jsonb_build_object('tahun', au.tahun, 'instrumen', au.instrumen)
				from bukti ab join penilaian ap on ap.id = ab.penilaian_id join putaran au on au.id = ap.putaran_id
				where ab.id = b.asal_id) as bawaan
		from bukti b
		where b.instansi_id = ${instansiId} and b.penilaian_id = ${penilaianId}
			${indikator === undefined ? sql`` : sql`and b.indikator = ${indikator}`}
		order by b.indikator, b.huruf)`;
}

export interface HitunganBukti {
	indikator: string;
	status: StatusBukti;
	banyak: number;
}

/** How many items of each indicator stand at which status. */
export function queryHitunganBukti(db: Db, instansiId: number, penilaianId: number) {
	return db
		.selectFrom('bukti')
		.select(['indikator', 'status', sql<number>`count(*)::int`.as('banyak')])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('status', '<>', 'ditarik')
		.groupBy(['indikator', 'status']);
}

/** One item, locked for a change. */
export async function findBukti(db: Db, instansiId: number, penilaianId: number, id: number) {
	return await db
		.selectFrom('bukti')
		.select((eb) => [
			'id',
			'indikator',
			'tingkat',
			'huruf',
			'status',
			eb
				.selectFrom('bukti_revisi')
				.select((s) => s.fn.max('nomor').as('n'))
				.whereRef('bukti_revisi.bukti_id', '=', 'bukti.id')
				.as('revisi'),
		])
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirst();
}

export async function insertBukti(
	db: Db,
	b: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		tingkat: number;
		status: StatusBukti;
		asalId: number | null;
		dibuat: Date;
	},
): Promise<{ id: number; huruf: number }> {
	const { rows } = await sql<{ id: number; huruf: number }>`
		insert into bukti (instansi_id, penilaian_id, indikator, tingkat, huruf, status, asal_id, dibuat)
		select ${b.instansiId}, ${b.penilaianId}, ${b.indikator}, ${b.tingkat}::int,
			coalesce((select max(huruf) from bukti where penilaian_id = ${b.penilaianId} and indikator = ${b.indikator}), 0) + 1,
			${b.status}, ${b.asalId}::int, ${b.dibuat}::timestamptz
		returning id, huruf`.execute(db);
	if (!rows[0]) throw new Error('bukti tidak tertulis');
	return rows[0];
}

export async function updateBukti(
	db: Db,
	b: { instansiId: number; id: number; status: StatusBukti; tingkat?: number },
): Promise<void> {
	await db
		.updateTable('bukti')
		.set({ status: b.status, ...(b.tingkat !== undefined && { tingkat: b.tingkat }) })
		.where('instansi_id', '=', b.instansiId)
		.where('id', '=', b.id)
		.execute();
}

/** Drafts and returned items become submitted, accepted ones too: outsiders judge anew. @returns how many. */
export async function submitSemuaBukti(db: Db, instansiId: number, penilaianId: number): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('bukti')
		.set({ status: 'diajukan' })
		.where('instansi_id', '=', instansiId)
		.where('penilaian_id', '=', penilaianId)
		.where('status', 'in', ['draf', 'diterima', 'dikembalikan'])
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

export interface RevisiBaru {
	instansiId: number;
	buktiId: number;
	nomor: number;
	jenis: JenisBukti;
	judul: string;
	berkasId: number | null;
	namaBerkas: string | null;
	isi: string;
	penunjuk: string;
	tanggal: string | null;
	berlakuSampai: string | null;
	orangId: number;
	waktu: Date;
}

export async function insertRevisi(db: Db, r: RevisiBaru): Promise<void> {
	await db
		.insertInto('bukti_revisi')
		.values({
			instansi_id: r.instansiId,
			bukti_id: r.buktiId,
			nomor: r.nomor,
			jenis: r.jenis,
			judul: r.judul,
			berkas_id: r.berkasId,
			nama_berkas: r.namaBerkas,
			isi: r.isi,
			penunjuk: r.penunjuk,
			tanggal: r.tanggal,
			berlaku_sampai: r.berlakuSampai,
			orang_id: r.orangId,
			waktu: r.waktu,
		})
		.execute();
}

/** The file and the name it had in an item's newest revision, to be kept where only the words change. */
export async function findBerkasTerakhir(db: Db, instansiId: number, buktiId: number) {
	return await db
		.selectFrom('bukti_revisi')
		.select(['jenis', 'berkas_id as berkasId', 'nama_berkas as namaBerkas'])
		.where('instansi_id', '=', instansiId)
		.where('bukti_id', '=', buktiId)
		.orderBy('nomor', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Row of a file that the institution keeps; the same content has one row. */
export async function upsertBerkas(
	db: Db,
	f: {
		instansiId: number;
		sha256: string;
		ukuran: number;
		tipe: string;
		tanda: string[];
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	await db
		.insertInto('berkas')
		.values({
			instansi_id: f.instansiId,
			sha256: f.sha256,
			ukuran: BigInt(f.ukuran),
			tipe: f.tipe,
			tanda: f.tanda,
			dibuat: f.dibuat,
			dibuat_oleh: f.oleh,
		})
		.onConflict((oc) => oc.columns(['instansi_id', 'sha256']).doNothing())
		.execute();
	const { id } = await db
		.selectFrom('berkas')
		.select('id')
		.where('instansi_id', '=', f.instansiId)
		.where('sha256', '=', f.sha256)
		.executeTakeFirstOrThrow();
	return id;
}

export async function insertPutusan(
	db: Db,
	p: {
		instansiId: number;
		buktiId: number;
		revisi: number;
		tahap: string;
		putusan: 'diterima' | 'dikembalikan';
		alasan: string | null;
		catatan: string;
		orangId: number;
		waktu: Date;
		/** Came back from the ministry's portal, instead of being given here. */
		sumber?: 'portal';
	},
): Promise<void> {
	await db
		.insertInto('bukti_putusan')
		.values({
			instansi_id: p.instansiId,
			bukti_id: p.buktiId,
			revisi: p.revisi,
			tahap: p.tahap,
			putusan: p.putusan,
			alasan: p.alasan,
			catatan: p.catatan,
			...(p.sumber && { sumber: p.sumber }),
			orang_id: p.orangId,
			waktu: p.waktu,
		})
		.execute();
}

/** The file of one revision, with what its indicator is assigned to decided elsewhere. */
export async function findBerkasRevisi(
	db: Db,
	k: { instansiId: number; penilaianId: number; buktiId: number; revisi: number },
) {
	return await db
		.selectFrom('bukti_revisi')
		.innerJoin('bukti', 'bukti.id', 'bukti_revisi.bukti_id')
		.innerJoin('berkas', 'berkas.id', 'bukti_revisi.berkas_id')
		.select([
			'bukti.indikator',
			'bukti_revisi.nama_berkas as nama',
			'berkas.sha256',
			'berkas.ukuran',
			'berkas.tipe',
			'berkas.tanda',
		])
		.where('bukti.instansi_id', '=', k.instansiId)
		.where('bukti.penilaian_id', '=', k.penilaianId)
		.where('bukti.id', '=', k.buktiId)
		.where('bukti_revisi.nomor', '=', k.revisi)
		.executeTakeFirst();
}

/** Brings items along from another assessment of the institution, newest revision each, as drafts. @returns how many. */
export async function copyBukti(
	db: Db,
	k: { instansiId: number; dari: number; ke: number; dibuat: Date; oleh: number },
): Promise<number> {
	const { rows } = await sql<{ id: number }>`
		with asal as (
			select b.id, b.indikator, b.tingkat,
				row_number() over (partition by b.indikator order by b.huruf)::int as huruf
			from bukti b where b.instansi_id = ${k.instansiId} and b.penilaian_id = ${k.dari} and b.status <> 'ditarik'
		), baru as (
			insert into bukti (instansi_id, penilaian_id, indikator, tingkat, huruf, status, asal_id, dibuat)
			select ${k.instansiId}, ${k.ke}, a.indikator, a.tingkat, a.huruf, 'draf', a.id, ${k.dibuat}::timestamptz from asal a
			returning id, asal_id
		)
		insert into bukti_revisi (instansi_id, bukti_id, nomor, jenis, judul, berkas_id, nama_berkas, isi, penunjuk,
			tanggal, berlaku_sampai, orang_id, waktu)
		select ${k.instansiId}, n.id, 1, r.jenis, r.judul, r.berkas_id, r.nama_berkas, r.isi, r.penunjuk, r.tanggal,
			r.berlaku_sampai, ${k.oleh}, ${k.dibuat}::timestamptz
		from baru n join lateral (
			select * from bukti_revisi r where r.bukti_id = n.asal_id order by r.nomor desc limit 1
		) r on true
		returning id`.execute(db);
	return rows.length;
}
