import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { Hubungan, JenisDokumen, StatusDokumen } from './kebijakan.rules.ts';

type Db = Kysely<Tables>;

export interface VersiTersimpan {
	versi: number;
	jenis: JenisDokumen;
	nomor: string;
	judul: string;
	status: StatusDokumen;
	tanggal: string | null;
	namaBerkas: string | null;
	sha256: string | null;
	tautan: string;
	oleh: string;
	/** ISO, as the database writes it in JSON. */
	waktu: string;
}
export interface DokumenTersimpan {
	id: number;
	indikator: string;
	indukId: number | null;
	hubungan: Hubungan | null;
	reviuId: number | null;
	/** Newest first. */
	versi: VersiTersimpan[];
}
export interface ReviuTersimpan {
	id: number;
	indikator: string;
	dokumenId: number;
	tanggal: string;
	temuan: string;
	rekomendasi: string;
	namaBerkas: string | null;
	sha256: string | null;
	tautan: string;
	penunjuk: string;
	oleh: string;
	waktu: string;
	batal: boolean;
}
export interface PasalTersimpan {
	indikator: string;
	dokumenId: number;
	syarat: string;
	penunjuk: string;
}
export interface RegisterTersimpan {
	dokumen: DokumenTersimpan[];
	/** Newest first, with those taken back. */
	reviu: ReviuTersimpan[];
	pasal: PasalTersimpan[];
}

/** The register of an institution, or of one policy; one statement. */
export async function readRegister(
	db: Db,
	instansiId: number,
	indikator?: string,
): Promise<RegisterTersimpan> {
	const milik = (tabel: string) =>
		indikator === undefined
			? sql`${sql.ref(tabel)}.instansi_id = ${instansiId}`
			: sql`${sql.ref(tabel)}.instansi_id = ${instansiId} and ${sql.ref(tabel)}.indikator = ${indikator}`;
	const { rows } = await sql<RegisterTersimpan>`select
		coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'indikator', d.indikator, 'indukId', d.induk_id,
			'hubungan', d.hubungan, 'reviuId', d.reviu_id,
			'versi', (select jsonb_agg(jsonb_build_object('versi', v.versi, 'jenis', v.jenis, 'nomor', v.nomor,
				'judul', v.judul, 'status', v.status, 'tanggal', v.tanggal, 'namaBerkas', v.nama_berkas, 'sha256', f.sha256,
				'tautan', v.tautan, 'oleh', coalesce(o.nama, '–'), 'waktu', v.waktu) order by v.versi desc)
				from kebijakan_versi v left join berkas f on f.id = v.berkas_id left join orang o on o.id = v.orang_id
				where v.dokumen_id = d.id)) order by d.id)
			from kebijakan_dokumen d where ${milik('d')}), '[]') as dokumen,
		coalesce((select jsonb_agg(jsonb_build_object('id', r.id, 'indikator', r.indikator, 'dokumenId', r.dokumen_id,
			'tanggal', r.tanggal, 'temuan', r.temuan, 'rekomendasi', r.rekomendasi, 'namaBerkas', r.nama_berkas,
			'sha256', f.sha256, 'tautan', r.tautan, 'penunjuk', r.penunjuk, 'oleh', coalesce(o.nama, '–'),
			'waktu', r.waktu, 'batal', r.batal is not null) order by r.tanggal desc, r.id desc)
			from kebijakan_reviu r left join berkas f on f.id = r.berkas_id left join orang o on o.id = r.orang_id
			where ${milik('r')}), '[]') as reviu,
		coalesce((select jsonb_agg(jsonb_build_object('indikator', p.indikator, 'dokumenId', p.dokumen_id,
			'syarat', p.syarat, 'penunjuk', p.penunjuk) order by p.id)
			from kebijakan_pasal p where ${milik('p')} and p.batal is null), '[]') as pasal`.execute(db);
	if (!rows[0]) throw new Error('register tidak terbaca');
	return rows[0];
}

/** Indicators that running assessments on this instrument give to units at or below these paths. */
export async function listIndikatorUnit(
	db: Db,
	p: { instansiId: number; instrumen: string; jalur: readonly string[] },
): Promise<string[]> {
	const { rows } = await sql<{ indikator: string }>`
		select distinct t.indikator from penugasan t
		join unit u on u.id = t.unit_id and u.instansi_id = t.instansi_id
		join penilaian n on n.id = t.penilaian_id
		join putaran r on r.id = n.putaran_id
		where t.instansi_id = ${p.instansiId} and r.instrumen = ${p.instrumen} and n.tahap <> 'selesai'
			and exists (select from unnest(${[...p.jalur]}::text[]) j where u.jalur like j || '%')`.execute(db);
	return rows.map((r) => r.indikator);
}

export async function insertDokumen(
	db: Db,
	d: {
		instansiId: number;
		indikator: string;
		indukId: number | null;
		hubungan: Hubungan | null;
		reviuId: number | null;
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('kebijakan_dokumen')
		.values({
			instansi_id: d.instansiId,
			indikator: d.indikator,
			induk_id: d.indukId,
			hubungan: d.hubungan,
			reviu_id: d.reviuId,
			dibuat: d.dibuat,
			dibuat_oleh: d.oleh,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** A document's newest version and its file. */
export async function findVersi(db: Db, instansiId: number, indikator: string, id: number) {
	const { rows } = await sql<{ versi: number; berkasId: number | null; namaBerkas: string | null }>`
		select v.versi, v.berkas_id as "berkasId", v.nama_berkas as "namaBerkas" from kebijakan_versi v
		where v.instansi_id = ${instansiId} and v.indikator = ${indikator} and v.dokumen_id = ${id}
		order by v.versi desc limit 1`.execute(db);
	return rows[0];
}

export interface VersiBaru {
	instansiId: number;
	indikator: string;
	dokumenId: number;
	versi: number;
	jenis: JenisDokumen;
	nomor: string;
	judul: string;
	status: StatusDokumen;
	tanggal: string | null;
	berkasId: number | null;
	namaBerkas: string | null;
	tautan: string;
	orangId: number;
	waktu: Date;
}

/** @returns false where somebody else has just written that version. */
export async function insertVersi(db: Db, v: VersiBaru): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('kebijakan_versi')
		.values({
			instansi_id: v.instansiId,
			indikator: v.indikator,
			dokumen_id: v.dokumenId,
			versi: v.versi,
			jenis: v.jenis,
			nomor: v.nomor,
			judul: v.judul,
			status: v.status,
			tanggal: v.tanggal,
			berkas_id: v.berkasId,
			nama_berkas: v.namaBerkas,
			tautan: v.tautan,
			orang_id: v.orangId,
			waktu: v.waktu,
		})
		.onConflict((oc) => oc.columns(['dokumen_id', 'versi']).doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) === 1;
}

export async function insertReviuKebijakan(
	db: Db,
	r: {
		instansiId: number;
		indikator: string;
		dokumenId: number;
		tanggal: string;
		temuan: string;
		rekomendasi: string;
		berkasId: number | null;
		namaBerkas: string | null;
		tautan: string;
		penunjuk: string;
		orangId: number;
		waktu: Date;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('kebijakan_reviu')
		.values({
			instansi_id: r.instansiId,
			indikator: r.indikator,
			dokumen_id: r.dokumenId,
			tanggal: r.tanggal,
			temuan: r.temuan,
			rekomendasi: r.rekomendasi,
			berkas_id: r.berkasId,
			nama_berkas: r.namaBerkas,
			tautan: r.tautan,
			penunjuk: r.penunjuk,
			orang_id: r.orangId,
			waktu: r.waktu,
			batal: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** @returns whether there was such a review that still stood. */
export async function cancelReviu(
	db: Db,
	p: { instansiId: number; indikator: string; id: number; batal: Date },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('kebijakan_reviu')
		.set({ batal: p.batal })
		.where('instansi_id', '=', p.instansiId)
		.where('indikator', '=', p.indikator)
		.where('id', '=', p.id)
		.where('batal', 'is', null)
		.executeTakeFirst();
	return Number(numUpdatedRows) === 1;
}

/** Replaces the pointer of a document to one point; an empty one takes it away. */
export async function writePasal(
	db: Db,
	p: {
		instansiId: number;
		indikator: string;
		dokumenId: number;
		syarat: string;
		penunjuk: string;
		orangId: number;
		waktu: Date;
	},
): Promise<void> {
	await db
		.updateTable('kebijakan_pasal')
		.set({ batal: p.waktu })
		.where('instansi_id', '=', p.instansiId)
		.where('dokumen_id', '=', p.dokumenId)
		.where('syarat', '=', p.syarat)
		.where('batal', 'is', null)
		.execute();
	if (p.penunjuk === '') return;
	await db
		.insertInto('kebijakan_pasal')
		.values({
			instansi_id: p.instansiId,
			indikator: p.indikator,
			dokumen_id: p.dokumenId,
			syarat: p.syarat,
			penunjuk: p.penunjuk,
			orang_id: p.orangId,
			waktu: p.waktu,
			batal: null,
		})
		.onConflict((oc) =>
			oc
				.columns(['dokumen_id', 'syarat'])
				.where('batal', 'is', null)
				.doUpdateSet({ penunjuk: p.penunjuk, orang_id: p.orangId, waktu: p.waktu }),
		)
		.execute();
}

/** A file that the policy refers to, by its hash, with the name it was last given. */
export async function findBerkasKebijakan(
	db: Db,
	p: { instansiId: number; indikator: string; sha256: string },
) {
	const { rows } = await sql<{ id: number; nama: string; tipe: string; ukuran: bigint }>`
		select f.id, x.nama_berkas as nama, f.tipe, f.ukuran from berkas f
		join (
			select berkas_id, nama_berkas, waktu from kebijakan_versi
				where instansi_id = ${p.instansiId} and indikator = ${p.indikator}
			union all select berkas_id, nama_berkas, waktu from kebijakan_reviu
				where instansi_id = ${p.instansiId} and indikator = ${p.indikator}
		) x on x.berkas_id = f.id
		where f.instansi_id = ${p.instansiId} and f.sha256 = ${p.sha256} order by x.waktu desc limit 1`.execute(
		db,
	);
	return rows[0];
}

/** Id of a file of the institution by its hash. */
export async function findBerkasId(db: Db, instansiId: number, sha256: string): Promise<number | null> {
	const baris = await db
		.selectFrom('berkas')
		.select('id')
		.where('instansi_id', '=', instansiId)
		.where('sha256', '=', sha256)
		.executeTakeFirst();
	return baris?.id ?? null;
}

export interface PenilaianTerbuka {
	id: number;
	nama: string;
	tahun: number;
	instrumen: string;
}

/** Assessments whose evidence the institution still writes, newest year first. */
export async function listPenilaianTerbuka(db: Db, instansiId: number): Promise<PenilaianTerbuka[]> {
	return await db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.select(['penilaian.id', 'putaran.nama', 'putaran.tahun', 'putaran.instrumen'])
		.where('penilaian.instansi_id', '=', instansiId)
		.where('penilaian.tahap', 'not in', ['reviu', 'penetapan', 'selesai'])
		.orderBy('putaran.tahun', 'desc')
		.orderBy('penilaian.id', 'desc')
		.execute();
}

export interface ButirTerpakai {
	id: number;
	tingkat: number;
	revisi: number;
	penunjuk: string;
	dokumenId: number | null;
	reviuId: number | null;
	versi: number | null;
}

/** Items of an indicator that came from the register and still stand. */
export async function listButirTerpakai(
	db: Db,
	p: { instansiId: number; penilaianId: number; indikator: string },
): Promise<ButirTerpakai[]> {
	const { rows } = await sql<ButirTerpakai>`
		select b.id, b.tingkat, r.nomor as revisi, r.penunjuk, k.dokumen_id as "dokumenId", k.reviu_id as "reviuId", k.versi
		from bukti b join kebijakan_bukti k on k.bukti_id = b.id
		join lateral (select nomor, penunjuk from bukti_revisi where bukti_id = b.id order by nomor desc limit 1) r on true
		where b.instansi_id = ${p.instansiId} and b.penilaian_id = ${p.penilaianId} and b.indikator = ${p.indikator}
			and b.status <> 'ditarik'`.execute(db);
	return rows;
}

/** Says which version of the register an item was taken at. */
export async function upsertKebijakanBukti(
	db: Db,
	k: {
		buktiId: number;
		instansiId: number;
		indikator: string;
		dokumenId: number | null;
		versi: number | null;
		reviuId: number | null;
	},
): Promise<void> {
	await db
		.insertInto('kebijakan_bukti')
		.values({
			bukti_id: k.buktiId,
			instansi_id: k.instansiId,
			indikator: k.indikator,
			dokumen_id: k.dokumenId,
			versi: k.versi,
			reviu_id: k.reviuId,
		})
		.onConflict((oc) => oc.column('bukti_id').doUpdateSet({ versi: k.versi }))
		.execute();
}
