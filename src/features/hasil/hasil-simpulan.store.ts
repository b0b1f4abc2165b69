import { sql } from 'kysely';
import type { SalahSatu } from './hasil.schema.ts';
import type { HasilSimpulan } from './hasil-simpulan.rules.ts';
import { rekaman, type Trx } from './tulis-hasil.store.ts';

/** What is published of the results with these ids, or of all. */
export async function listTerbitan(trx: Trx, ids: readonly number[] | 'semua') {
	let query = trx
		.selectFrom('hasil as h')
		.innerJoin('tahun_evaluasi as t', 't.tahun', 'h.tahun')
		.select([
			'h.id',
			'h.tahun',
			'h.instrumen',
			'h.indeks',
			'h.predikat',
			'h.predikat_turunan as predikatTurunan',
			'h.salah_satu as salahSatu',
			't.lengkap',
			't.aturan_predikat as aturan',
			sql<Record<
				string,
				number
			> | null>`(select jsonb_object_agg(v.simpul, v.nilai) from hasil_nilai v where v.hasil_id = h.id)`.as(
				'nilai',
			),
		])
		.orderBy('h.id');
	if (ids !== 'semua')
		query = query.where(
			'h.id',
			'in',
			sql<number>`(select x.id from ${rekaman(ids.map((id) => ({ id })))} as x (id int))`,
		);
	const rows = await query.execute();
	return rows.map((row) => ({
		...row,
		nilai: row.nilai ?? {},
		salahSatu: (row.salahSatu ?? []) as SalahSatu[],
	}));
}

/** Stores what follows; rows that come out the same are not written. */
export async function updateSimpulan(
	trx: Trx,
	isi: readonly (HasilSimpulan & { id: number })[],
): Promise<void> {
	if (isi.length === 0) return;
	await sql`
		update hasil h set status = x.status, alasan = x.alasan, simpulan = x.simpulan
		from ${rekaman(isi)} as x (id int, status text, alasan text, simpulan jsonb)
		where h.id = x.id and (h.status, h.alasan, h.simpulan) is distinct from (x.status, x.alasan, x.simpulan)`.execute(
		trx,
	);
}
