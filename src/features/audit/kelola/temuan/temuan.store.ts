import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { KeadaanAudit } from '../aturan/audit.rules.ts';
import type { Asal, KeadaanTemuan, Risiko, Sikap } from './temuan.rules.ts';

type Db = Kysely<Tables>;

export interface Temuan {
	id: number;
	auditId: number;
	audit: string;
	keadaanAudit: KeadaanAudit;
	nomor: number;
	kriteriaId: number | null;
	asal: Asal | null;
	asalId: string | null;
	judul: string;
	kondisi: string;
	kriteria: string;
	sebab: string;
	akibat: string;
	rekomendasi: string;
	risiko: Risiko;
	unitId: number | null;
	unit: string | null;
	jalur: string | null;
	orangId: number | null;
	orang: string | null;
	tenggat: string;
	sikap: Sikap | null;
	tanggapan: string;
	rencanaAksi: string;
	keadaan: KeadaanTemuan;
	bukti: string;
	tautan: string;
	namaBerkas: string | null;
	sha256: string | null;
	terimaAlasan: string;
	/** ISO; until when the risk is accepted. */
	sampai: string | null;
	terimaOleh: string | null;
	tutup: string | null;
	/** Milliseconds. */
	diubah: number;
	langkah: { keadaan: KeadaanTemuan; catatan: string; oleh: string; orangId: number; waktu: string }[];
}

/** Findings of the institution or of one audit, or one of them, in their order. */
export async function listTemuanStore(
	db: Db,
	p: { instansiId: number; auditId?: number; id?: number; kunci?: boolean },
): Promise<Temuan[]> {
	if (p.kunci && p.id !== undefined)
		await sql`select from audit_temuan where instansi_id = ${p.instansiId} and id = ${p.id} for update`.execute(
			db,
		);
	const { rows } = await sql<Temuan>`
		select t.id, t.audit_id as "auditId", a.judul as audit, a.keadaan as "keadaanAudit", t.nomor, t.kriteria_id as "kriteriaId",
			t.asal, t.asal_id as "asalId", t.judul, t.kondisi, t.kriteria, t.sebab, t.akibat, t.rekomendasi, t.risiko,
			t.unit_id as "unitId", u.nama as unit, u.jalur, t.orang_id as "orangId", o.nama as orang, t.tenggat, t.sikap,
			t.tanggapan, t.rencana_aksi as "rencanaAksi", t.keadaan, t.bukti, t.tautan, t.nama_berkas as "namaBerkas",
			f.sha256, t.terima_alasan as "terimaAlasan", t.terima_sampai as sampai,
			(select nama from orang where id = t.terima_oleh) as "terimaOleh", t.tutup,
			floor(extract(epoch from t.diubah) * 1000)::float8 as diubah,
			coalesce((select jsonb_agg(jsonb_build_object('keadaan', l.keadaan, 'catatan', l.catatan, 'oleh', coalesce(lo.nama, '–'),
				'orangId', l.orang_id, 'waktu', l.waktu) order by l.id)
				from audit_temuan_langkah l left join orang lo on lo.id = l.orang_id where l.temuan_id = t.id), '[]') as langkah
		from audit_temuan t join audit a on a.id = t.audit_id
		left join unit u on u.id = t.unit_id left join orang o on o.id = t.orang_id left join berkas f on f.id = t.berkas_id
		where t.instansi_id = ${p.instansiId} and a.keadaan <> 'batal'
			and (${p.auditId ?? null}::int is null or t.audit_id = ${p.auditId ?? null}::int)
			and (${p.id ?? null}::int is null or t.id = ${p.id ?? null}::int)
		order by t.audit_id desc, t.nomor`.execute(db);
	return rows;
}

export interface TemuanTulis {
	judul: string;
	kondisi: string;
	kriteria: string;
	kriteriaId: number | null;
	sebab: string;
	akibat: string;
	rekomendasi: string;
	risiko: Risiko;
	unitId: number | null;
	orangId: number | null;
	tenggat: string;
}

const kolom = (t: TemuanTulis) => ({
	judul: t.judul,
	kondisi: t.kondisi,
	kriteria: t.kriteria,
	kriteria_id: t.kriteriaId,
	sebab: t.sebab,
	akibat: t.akibat,
	rekomendasi: t.rekomendasi,
	risiko: t.risiko,
	unit_id: t.unitId,
	orang_id: t.orangId,
	tenggat: t.tenggat,
});

/** Adds a finding under the next number of its audit, which the caller has locked. */
export async function insertTemuan(
	db: Db,
	t: TemuanTulis & {
		instansiId: number;
		auditId: number;
		asal: { jenis: Asal; id: string } | null;
		oleh: number;
		waktu: Date;
	},
): Promise<{ id: number; nomor: number } | undefined> {
	return await db
		.insertInto('audit_temuan')
		.values({
			...kolom(t),
			instansi_id: t.instansiId,
			audit_id: t.auditId,
			nomor: sql<number>`(select coalesce(max(nomor), 0) + 1 from audit_temuan where audit_id = ${t.auditId})`,
			asal: t.asal?.jenis ?? null,
			asal_id: t.asal?.id ?? null,
			sikap: null,
			berkas_id: null,
			nama_berkas: null,
			terima_sampai: null,
			terima_oleh: null,
			tutup: null,
			dibuat: t.waktu,
			oleh: t.oleh,
			diubah: t.waktu,
		})
		.onConflict((oc) => oc.columns(['audit_id', 'asal', 'asal_id']).doNothing())
		.returning(['id', 'nomor'])
		.executeTakeFirst();
}

export type UbahTemuan = Partial<TemuanTulis> & {
	keadaan?: KeadaanTemuan;
	sikap?: Sikap;
	tanggapan?: string;
	rencana_aksi?: string;
	bukti?: string;
	tautan?: string;
	berkas_id?: number | null;
	nama_berkas?: string | null;
	terima_alasan?: string;
	terima_sampai?: string | null;
	terima_oleh?: number | null;
	tutup?: string | null;
};

export async function updateTemuan(
	db: Db,
	p: { instansiId: number; id: number; waktu: Date },
	{ kriteriaId, unitId, orangId, ...lain }: UbahTemuan,
): Promise<void> {
	await db
		.updateTable('audit_temuan')
		.set({
			...lain,
			...(kriteriaId !== undefined && { kriteria_id: kriteriaId }),
			...(unitId !== undefined && { unit_id: unitId }),
			...(orangId !== undefined && { orang_id: orangId }),
			diubah: p.waktu,
		})
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
}

/** What became of a finding, kept for good. */
export async function insertLangkah(
	db: Db,
	l: {
		instansiId: number;
		temuanId: number;
		keadaan: KeadaanTemuan;
		catatan: string;
		orangId: number;
		waktu: Date;
	},
): Promise<void> {
	await db
		.insertInto('audit_temuan_langkah')
		.values({
			instansi_id: l.instansiId,
			temuan_id: l.temuanId,
			keadaan: l.keadaan,
			catatan: l.catatan.slice(0, 10_000),
			orang_id: l.orangId,
			waktu: l.waktu,
		})
		.execute();
}
