import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface Permintaan {
	id: number;
	auditId: number;
	audit: string;
	unitId: number;
	unit: string;
	jalur: string;
	kriteriaId: number | null;
	kode: string | null;
	isi: string;
	tenggat: string;
	keadaan: 'terbuka' | 'dijawab' | 'ditutup';
	jawaban: string;
	tautan: string;
	namaBerkas: string | null;
	sha256: string | null;
	dijawab: string | null;
	dijawabOleh: string | null;
}

/** Requests of an audit, or of all that still run; the nearest due date first. */
export async function listPermintaan(
	db: Db,
	p: { instansiId: number; auditId?: number; id?: number },
): Promise<Permintaan[]> {
	const { rows } = await sql<Permintaan>`
		select r.id, r.audit_id as "auditId", a.judul as audit, r.unit_id as "unitId", u.nama as unit, u.jalur,
			r.kriteria_id as "kriteriaId", k.kode, r.isi, r.tenggat, r.keadaan, r.jawaban, r.tautan, r.nama_berkas as "namaBerkas",
			f.sha256, to_jsonb(r.dijawab) #>> '{}' as dijawab, o.nama as "dijawabOleh"
		from audit_permintaan r join audit a on a.id = r.audit_id join unit u on u.id = r.unit_id
		left join audit_kriteria k on k.id = r.kriteria_id left join berkas f on f.id = r.berkas_id
		left join orang o on o.id = r.dijawab_oleh
		where r.instansi_id = ${p.instansiId} and a.keadaan <> 'batal'
			and (${p.auditId ?? null}::int is null or r.audit_id = ${p.auditId ?? null}::int)
			and (${p.id ?? null}::int is null or r.id = ${p.id ?? null}::int)
		order by r.keadaan = 'ditutup', r.tenggat, r.id`.execute(db);
	return rows;
}

export async function insertPermintaan(
	db: Db,
	r: {
		instansiId: number;
		auditId: number;
		unitId: number;
		kriteriaId: number | null;
		isi: string;
		tenggat: string;
		oleh: number;
		waktu: Date;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('audit_permintaan')
		.values({
			instansi_id: r.instansiId,
			audit_id: r.auditId,
			unit_id: r.unitId,
			kriteria_id: r.kriteriaId,
			isi: r.isi,
			tenggat: r.tenggat,
			berkas_id: null,
			nama_berkas: null,
			dijawab: null,
			dijawab_oleh: null,
			dibuat: r.waktu,
			oleh: r.oleh,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updatePermintaan(
	db: Db,
	p: { instansiId: number; id: number },
	ubah: {
		keadaan: Permintaan['keadaan'];
		jawaban?: string;
		tautan?: string;
		berkas_id?: number;
		nama_berkas?: string;
		dijawab?: Date;
		dijawab_oleh?: number;
	},
): Promise<void> {
	await db
		.updateTable('audit_permintaan')
		.set(ubah)
		.where('instansi_id', '=', p.instansiId)
		.where('id', '=', p.id)
		.execute();
}
