import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

export interface BerkasPustaka {
	id: number;
	sha256: string;
	/** Bytes. */
	ukuran: number;
	/** Words of its newest use. */
	judul: string;
	namaBerkas: string | null;
	tanggal: string | null;
	penunjuk: string;
	dipakai: { indikator: string; huruf: number; tahun: number }[];
}

/** One more than a page, so that the reader can say that there is more. */
export const PUSTAKA_SEHALAMAN = 50;

/**
 * Files of the institution's evidence, newest use first, whose title or name holds the words. With paths, only those
 * that serve indicators given to units at or below them. `sha256` picks one.
 */
export async function listPustaka(
	db: Db,
	k: { instansiId: number; cari: string; jalur: 'semua' | readonly string[]; sha256?: string },
): Promise<BerkasPustaka[]> {
	const pola = `%${k.cari.replace(/[\\%_]/g, (c) => `\\${c}`)}%`;
	const milik =
		k.jalur === 'semua'
			? sql``
			: sql`and exists (select from bukti_revisi sr join bukti sb on sb.id = sr.bukti_id
				join penugasan t on t.penilaian_id = sb.penilaian_id and t.indikator = sb.indikator
				join unit u on u.id = t.unit_id and u.instansi_id = t.instansi_id
				where sr.instansi_id = f.instansi_id and sr.berkas_id = f.id
					and exists (select from unnest(${[...k.jalur]}::text[]) j where u.jalur like j || '%'))`;
	const { rows } = await sql<
		Omit<BerkasPustaka, 'ukuran' | 'dipakai'> & { ukuran: bigint; dipakai: BerkasPustaka['dipakai'] | null }
	>`
		select f.id, f.sha256, f.ukuran, r.judul, r.nama_berkas as "namaBerkas", r.tanggal::text as tanggal, r.penunjuk,
			(select jsonb_agg(distinct jsonb_build_object('indikator', b.indikator, 'huruf', b.huruf, 'tahun', p.tahun))
				from bukti_revisi br join bukti b on b.id = br.bukti_id and b.status <> 'ditarik'
				join penilaian n on n.id = b.penilaian_id join putaran p on p.id = n.putaran_id
				where br.instansi_id = f.instansi_id and br.berkas_id = f.id) as dipakai
		from berkas f
		join lateral (select * from bukti_revisi x where x.instansi_id = f.instansi_id and x.berkas_id = f.id
			order by x.id desc limit 1) r on true
		where f.instansi_id = ${k.instansiId} ${k.sha256 === undefined ? sql`` : sql`and f.sha256 = ${k.sha256}`} ${milik}
			and (r.judul ilike ${pola} or coalesce(r.nama_berkas, '') ilike ${pola})
		order by r.id desc limit ${PUSTAKA_SEHALAMAN + 1}`.execute(db);
	return rows.map((r) => ({ ...r, ukuran: Number(r.ukuran), dipakai: r.dipakai ?? [] }));
}
