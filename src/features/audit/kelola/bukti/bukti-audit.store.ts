import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface ButirAudit {
	id: number;
	tingkat: number;
	kunci: string;
	sidik: string;
	revisi: number;
}

/** Items of an indicator that came from the audit room and still stand. */
export async function listBuktiAudit(
	db: Db,
	p: { instansiId: number; penilaianId: number; indikator: string },
): Promise<ButirAudit[]> {
	const { rows } = await sql<ButirAudit>`
		select b.id, b.tingkat, k.kunci, k.sidik,
			(select max(r.nomor) from bukti_revisi r where r.bukti_id = b.id) as revisi
		from bukti b join audit_bukti k on k.bukti_id = b.id
		where b.instansi_id = ${p.instansiId} and b.penilaian_id = ${p.penilaianId} and b.indikator = ${p.indikator}
			and b.status <> 'ditarik'`.execute(db);
	return rows;
}

/** Says which paper an item is, and what it said then. */
export async function upsertBuktiAudit(
	db: Db,
	b: { buktiId: number; instansiId: number; kunci: string; sidik: string },
): Promise<void> {
	await db
		.insertInto('audit_bukti')
		.values({ bukti_id: b.buktiId, instansi_id: b.instansiId, kunci: b.kunci, sidik: b.sidik })
		.onConflict((oc) => oc.column('bukti_id').doUpdateSet({ sidik: b.sidik }))
		.execute();
}
