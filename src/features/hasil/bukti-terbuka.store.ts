import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

/** Evidence behind a determined value: what it is called and where it says so, never the document itself. */
export interface BuktiTerbuka {
	indikator: string;
	tingkat: number;
	huruf: number;
	judul: string;
	jenis: 'berkas' | 'tautan' | 'catatan';
	/** ISO date of the document. */
	tanggal: string | null;
	penunjuk: string;
}

/**
 * Accepted evidence of the assessment that determined a published result: of a national round, finished, whose
 * institution has signed the publication consent. Nothing where any of these is missing.
 */
export async function listBuktiTerbuka(
	db: Kysely<Tables>,
	k: { slug: string; tahun: number; indikator?: string },
): Promise<BuktiTerbuka[]> {
	const { rows } = await sql<BuktiTerbuka>`
		select b.indikator, b.tingkat, b.huruf, r.judul, r.jenis, r.tanggal, r.penunjuk
		from instansi i
		join hasil h on h.instansi_id = i.id and h.tahun = ${k.tahun}
		join lateral (
			select a.id from penilaian a join putaran p on p.id = a.putaran_id
			where a.hasil_id = h.id and a.instansi_id = i.id and a.tahap = 'selesai' and p.penyelenggara_id is null
			order by a.id desc limit 1
		) a on true
		join bukti b on b.penilaian_id = a.id and b.status = 'diterima'
		join lateral (
			select judul, jenis, tanggal, penunjuk from bukti_revisi where bukti_id = b.id order by nomor desc limit 1
		) r on true
		where i.slug = ${k.slug} and not i.contoh
			and exists (select from tanda_tangan t where t.penilaian_id = a.id and t.dokumen = 'persetujuan_publikasi'
				and t.batal is null)
			${k.indikator === undefined ? sql`` : sql`and b.indikator = ${k.indikator}`}
		order by b.indikator, b.tingkat, b.huruf`.execute(db);
	return rows;
}
