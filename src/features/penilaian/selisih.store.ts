import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Differences between what one assessor set and what the institutions had set themselves, summed exactly. */
export interface JumlahAsesor {
	orangId: number;
	nama: string | null;
	/** Kind of institution. */
	jenis: string;
	/** Indicators judged that the institution had answered, and in how many assessments. */
	banyak: number;
	penilaian: number;
	/** Sum of assessor − self, hundredths. */
	jumlah: number;
	naik: number;
	turun: number;
}

/** Where two assessors judged the same indicator of the same assessment. */
export interface PasanganAsesor {
	satu: string | null;
	dua: string | null;
	banyak: number;
	sama: number;
	/** Sum of absolute differences, hundredths. */
	jumlah: number;
}

type Lingkup = { penilaianId: number } | { putaranId: number };

const saring = (l: Lingkup) =>
	'putaranId' in l ? sql`a.putaran_id = ${l.putaranId}` : sql`a.id = ${l.penilaianId}`;

/** Each assessor's newest word on each indicator of the assessments in question. */
const kataAsesor = (l: Lingkup) => sql`
	select distinct on (n.orang_id, n.penilaian_id, n.indikator) n.orang_id, n.penilaian_id, n.indikator, n.nilai
	from nilai n join penilaian a on a.id = n.penilaian_id
	where ${saring(l)} and n.tahap <> 'mandiri'
	order by n.orang_id, n.penilaian_id, n.indikator, n.id desc`;

export async function listJumlahAsesor(db: Db, lingkup: Lingkup): Promise<JumlahAsesor[]> {
	const { rows } = await sql<JumlahAsesor>`
		with m as (
			select distinct on (n.penilaian_id, n.indikator) n.penilaian_id, n.indikator, n.nilai
			from nilai n join penilaian a on a.id = n.penilaian_id
			where ${saring(lingkup)} and n.tahap = 'mandiri' order by n.penilaian_id, n.indikator, n.id desc
		), x as (${kataAsesor(lingkup)})
		select x.orang_id as "orangId", o.nama, i.jenis, count(*)::int as banyak,
			count(distinct x.penilaian_id)::int as penilaian, sum(x.nilai - m.nilai)::int as jumlah,
			count(*) filter (where x.nilai > m.nilai)::int as naik, count(*) filter (where x.nilai < m.nilai)::int as turun
		from x join m on m.penilaian_id = x.penilaian_id and m.indikator = x.indikator
		join penilaian a on a.id = x.penilaian_id join instansi i on i.id = a.instansi_id
		left join orang o on o.id = x.orang_id
		where x.nilai is not null and m.nilai is not null
		group by x.orang_id, o.nama, i.jenis order by o.nama collate "C", i.jenis`.execute(db);
	return rows;
}

export async function listPasanganAsesor(db: Db, lingkup: Lingkup): Promise<PasanganAsesor[]> {
	const { rows } = await sql<PasanganAsesor>`
		with x as (${kataAsesor(lingkup)})
		select o1.nama as satu, o2.nama as dua, count(*)::int as banyak,
			count(*) filter (where x1.nilai = x2.nilai)::int as sama, sum(abs(x1.nilai - x2.nilai))::int as jumlah
		from x x1 join x x2 on x2.penilaian_id = x1.penilaian_id and x2.indikator = x1.indikator and x2.orang_id > x1.orang_id
		left join orang o1 on o1.id = x1.orang_id left join orang o2 on o2.id = x2.orang_id
		where x1.nilai is not null and x2.nilai is not null
		group by x1.orang_id, x2.orang_id, o1.nama, o2.nama order by o1.nama collate "C", o2.nama collate "C"`.execute(
		db,
	);
	return rows;
}
