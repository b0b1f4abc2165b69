import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type {
	JenisAudit,
	KeadaanAudit,
	Lembaga,
	Opini,
	Pelaksana,
	PeranTim,
	Pokok,
} from '../aturan/audit.rules.ts';

type Db = Kysely<Tables>;

export interface Lingkup {
	id: number;
	nama: string;
	unitId: number | null;
	unit: string | null;
	jalur: string | null;
	sistemId: number | null;
}
export interface AnggotaTim {
	id: number;
	orangId: number | null;
	nama: string;
	peran: PeranTim;
	unitId: number | null;
	unit: string | null;
	sertifikat: string;
	/** Paths of the units the person works in, by the team's own word and by roles. */
	jalur: string[];
}
export interface Audit {
	id: number;
	programId: number | null;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	lembaga: Lembaga | null;
	namaLembaga: string;
	judul: string;
	tujuan: string;
	mulai: string;
	selesai: string;
	keadaan: KeadaanAudit;
	stNomor: string;
	stTanggal: string | null;
	stPemberi: string;
	pokok: Pokok[];
	opini: Opini | null;
	opiniHitung: Opini | null;
	opiniAlasan: string;
	kesimpulan: string;
	reviuOleh: string | null;
	reviuWaktu: string | null;
	reviuCatatan: string;
	dilaporkan: string | null;
	batalAlasan: string;
	/** Milliseconds; what a form saw last. */
	diubah: number;
	lingkup: Lingkup[];
	tim: AnggotaTim[];
	/** People who answer for actions of the audited units or for findings. */
	penanggungJawab: number[];
	/** Criteria, those with every test, requests not closed. */
	jumlah: { kriteria: number; teruji: number; permintaan: number };
	temuan: {
		id: number;
		keadaan: string;
		berbukti: boolean;
		sampai: string | null;
		sikap: string | null;
		tenggat: string;
		risiko: string;
	}[];
}

const kolomAudit = sql`a.id, a.program_id as "programId", a.jenis, a.pelaksana, a.lembaga, a.nama_lembaga as "namaLembaga",
	a.judul, a.tujuan, a.mulai, a.selesai, a.keadaan, a.st_nomor as "stNomor", a.st_tanggal as "stTanggal",
	a.st_pemberi as "stPemberi", a.pokok, a.opini, a.opini_hitung as "opiniHitung", a.opini_alasan as "opiniAlasan",
	a.kesimpulan, (select nama from orang where id = a.reviu_oleh) as "reviuOleh", to_jsonb(a.reviu_waktu) #>> '{}' as "reviuWaktu",
	a.reviu_catatan as "reviuCatatan", a.dilaporkan, a.batal_alasan as "batalAlasan",
	floor(extract(epoch from a.diubah) * 1000)::float8 as diubah,
	coalesce((select jsonb_agg(jsonb_build_object('id', l.id, 'nama', l.nama, 'unitId', l.unit_id, 'unit', u.nama,
		'jalur', u.jalur, 'sistemId', l.sistem_id) order by l.id)
		from audit_lingkup l left join unit u on u.id = l.unit_id where l.audit_id = a.id), '[]') as lingkup,
	coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'orangId', t.orang_id, 'nama', t.nama, 'peran', t.peran,
		'unitId', t.unit_id, 'unit', u.nama, 'sertifikat', t.sertifikat,
		'jalur', (select coalesce(jsonb_agg(distinct x.jalur), '[]') from (
			select u.jalur where u.jalur is not null
			union select pu.jalur from peran p join unit pu on pu.id = p.unit_id
				where p.orang_id = t.orang_id and p.instansi_id = a.instansi_id and p.dicabut is null) x)) order by t.id)
		from audit_tim t left join unit u on u.id = t.unit_id where t.audit_id = a.id), '[]') as tim,
	coalesce((select jsonb_agg(distinct x.orang_id) from (
		select k.orang_id from tindakan k join unit ku on ku.id = k.unit_id
			join audit_lingkup l on l.audit_id = a.id join unit lu on lu.id = l.unit_id
			where k.instansi_id = a.instansi_id and k.orang_id is not null and k.keadaan <> 'batal'
				and ku.jalur like lu.jalur || '%'
		union select f.orang_id from audit_temuan f where f.audit_id = a.id and f.orang_id is not null) x), '[]') as "penanggungJawab",
	jsonb_build_object(
		'kriteria', (select count(*) from audit_kriteria c where c.audit_id = a.id),
		'teruji', (select count(*) from audit_kriteria c where c.audit_id = a.id and c.edk is not null and c.efk is not null
			and (c.edk = 'TM' or c.eik is not null)),
		'permintaan', (select count(*) from audit_permintaan r where r.audit_id = a.id and r.keadaan <> 'ditutup')) as jumlah,
	coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'keadaan', f.keadaan, 'sampai', f.terima_sampai, 'sikap', f.sikap,
		'tenggat', f.tenggat, 'risiko', f.risiko, 'berbukti', f.bukti <> '' and (f.tautan <> '' or f.berkas_id is not null)) order by f.nomor)
		from audit_temuan f where f.audit_id = a.id), '[]') as temuan`;

/** Audits of the institution, newest first, without those called off. */
export async function listAuditStore(db: Db, instansiId: number): Promise<Audit[]> {
	const { rows } = await sql<Audit>`select ${kolomAudit} from audit a
		where a.instansi_id = ${instansiId} and a.keadaan <> 'batal' order by a.mulai desc, a.id desc`.execute(
		db,
	);
	return rows;
}

/** One audit; `kunci` keeps it for this transaction. */
export async function findAudit(
	db: Db,
	instansiId: number,
	id: number,
	kunci = false,
): Promise<Audit | undefined> {
	if (kunci)
		await sql`select from audit where instansi_id = ${instansiId} and id = ${id} for update`.execute(db);
	const { rows } = await sql<Audit>`select ${kolomAudit} from audit a
		where a.instansi_id = ${instansiId} and a.id = ${id}`.execute(db);
	return rows[0];
}

export interface AuditTulis {
	programId: number | null;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	lembaga: Lembaga | null;
	namaLembaga: string;
	judul: string;
	tujuan: string;
	mulai: string;
	selesai: string;
}

const kolomTulis = (a: AuditTulis) => ({
	program_id: a.programId,
	jenis: a.jenis,
	pelaksana: a.pelaksana,
	lembaga: a.lembaga,
	nama_lembaga: a.namaLembaga,
	judul: a.judul,
	tujuan: a.tujuan,
	mulai: a.mulai,
	selesai: a.selesai,
});

export async function insertAudit(
	db: Db,
	a: AuditTulis & { instansiId: number; oleh: number; waktu: Date },
): Promise<number> {
	const { id } = await db
		.insertInto('audit')
		.values({
			...kolomTulis(a),
			instansi_id: a.instansiId,
			dibuat: a.waktu,
			oleh: a.oleh,
			diubah: a.waktu,
			st_tanggal: null,
			opini: null,
			opini_hitung: null,
			reviu_oleh: null,
			reviu_waktu: null,
			dilaporkan: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export type UbahAudit = Partial<
	Omit<
		Tables['audit'],
		| 'id'
		| 'instansi_id'
		| 'pokok'
		| 'diubah'
		| 'dibuat'
		| 'oleh'
		| 'keadaan'
		| 'nama_lembaga'
		| 'tujuan'
		| 'st_nomor'
		| 'st_pemberi'
		| 'opini_alasan'
		| 'kesimpulan'
		| 'reviu_catatan'
		| 'batal_alasan'
	>
> & {
	keadaan?: KeadaanAudit;
	nama_lembaga?: string;
	tujuan?: string;
	st_nomor?: string;
	st_pemberi?: string;
	opini_alasan?: string;
	kesimpulan?: string;
	reviu_catatan?: string;
	batal_alasan?: string;
	pokok?: readonly string[];
};

/** Changes columns of an audit. */
export async function updateAudit(
	db: Db,
	p: { instansiId: number; id: number; waktu: Date },
	ubah: UbahAudit,
): Promise<void> {
	const { pokok, ...lain } = ubah;
	await db
		.updateTable('audit')
		.set({ ...lain, ...(pokok && { pokok: JSON.stringify(pokok) }), diubah: p.waktu })
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
}

export const updateIsiAudit = (db: Db, p: { instansiId: number; id: number; waktu: Date }, a: AuditTulis) =>
	updateAudit(db, p, kolomTulis(a));

/** @returns false where it is there already */
export async function insertLingkup(
	db: Db,
	l: { instansiId: number; auditId: number; nama: string; unitId: number | null; sistemId: number | null },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('audit_lingkup')
		.values({
			instansi_id: l.instansiId,
			audit_id: l.auditId,
			nama: l.nama,
			unit_id: l.unitId,
			sistem_id: l.sistemId,
		})
		.onConflict((oc) => oc.columns(['audit_id', 'nama']).doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) === 1;
}

/** @returns false where the person is in the team already */
export async function insertTim(
	db: Db,
	t: {
		instansiId: number;
		auditId: number;
		orangId: number | null;
		nama: string;
		peran: PeranTim;
		unitId: number | null;
		sertifikat: string;
	},
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('audit_tim')
		.values({
			instansi_id: t.instansiId,
			audit_id: t.auditId,
			orang_id: t.orangId,
			nama: t.nama,
			peran: t.peran,
			unit_id: t.unitId,
			sertifikat: t.sertifikat,
		})
		.onConflict((oc) => oc.columns(['audit_id', 'nama']).doNothing())
		.executeTakeFirst();
	return Number(numInsertedOrUpdatedRows) === 1;
}

/** @returns whether it was there */
export async function deleteBagian(
	db: Db,
	tabel: 'audit_lingkup' | 'audit_tim' | 'audit_kriteria',
	p: { instansiId: number; auditId: number; id: number },
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom(tabel)
		.where('instansi_id', '=', p.instansiId)
		.where('audit_id', '=', p.auditId)
		.where('id', '=', p.id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}

/** Unit paths of somebody's roles in the institution. */
export async function listJalurOrang(db: Db, instansiId: number, orangId: number): Promise<string[]> {
	const rows = await db
		.selectFrom('peran')
		.innerJoin('unit', 'unit.id', 'peran.unit_id')
		.select('unit.jalur')
		.where('peran.instansi_id', '=', instansiId)
		.where('peran.orang_id', '=', orangId)
		.where('peran.dicabut', 'is', null)
		.execute();
	return rows.map((r) => r.jalur);
}
