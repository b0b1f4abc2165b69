import { sql } from 'kysely';
import type { Trx } from './tulis-hasil.store.ts';

/**
 * Computes again what depends on other rows: change on the year before, ranks and means. All years at once, in
 * one pass each; rows that come out the same are not written.
 * Ranks are competition ranks (1, 1, 3) by the published index, in complete years only.
 */
export async function hitungUlangPeringkat(trx: Trx): Promise<void> {
	await hitungSelisih(trx);
	await hitungPeringkat(trx);
	await hitungRerata(trx);
	// A list comes in at once: without fresh statistics the planner still reckons with the tables as they were.
	await sql`analyze instansi, hasil, hasil_nilai, rerata`.execute(trx);
}

/** Only across one year and within one instrument: figures of two instruments cannot be compared. */
async function hitungSelisih(trx: Trx): Promise<void> {
	await sql`
		update hasil h set indeks_lalu = x.indeks_lalu, selisih = x.selisih
		from (
			select h.id, lalu.indeks as indeks_lalu, h.indeks - lalu.indeks as selisih
			from hasil h
			left join hasil lalu on lalu.instansi_id = h.instansi_id and lalu.tahun = h.tahun - 1
				and lalu.instrumen = h.instrumen
		) x
		where h.id = x.id and (h.indeks_lalu, h.selisih) is distinct from (x.indeks_lalu, x.selisih)`.execute(
		trx,
	);
}

const urutan = (partisi: string) =>
	sql`rank() over (partition by ${sql.raw(partisi)} order by h.indeks desc)`;
const banyak = (partisi: string) => sql`count(*) over (partition by ${sql.raw(partisi)})`;
const daerah = (nilai: ReturnType<typeof sql>) =>
	sql`case when i.provinsi_kode is not null then ${nilai} end`;

/** `lalu_` is the rank in the complete year before this one, where the instrument is the same. */
async function hitungPeringkat(trx: Trx): Promise<void> {
	await sql`
		with urut as (
			select h.id, h.instansi_id, h.tahun,
				${urutan('h.tahun')}::int as p_nasional, ${banyak('h.tahun')}::int as n_nasional,
				${urutan('h.tahun, i.jenis')}::int as p_jenis, ${banyak('h.tahun, i.jenis')}::int as n_jenis,
				${daerah(urutan('h.tahun, i.provinsi_kode'))}::int as p_provinsi,
				${daerah(banyak('h.tahun, i.provinsi_kode'))}::int as n_provinsi,
				${daerah(urutan('h.tahun, p.pulau'))}::int as p_pulau,
				${daerah(banyak('h.tahun, p.pulau'))}::int as n_pulau
			from hasil h
			join tahun_evaluasi t on t.tahun = h.tahun and t.lengkap
			join instansi i on i.id = h.instansi_id
			left join provinsi p on p.kode = i.provinsi_kode
		), tahun_lalu as (
			select t.tahun, (
				select max(s.tahun) from tahun_evaluasi s
				where s.lengkap and s.tahun < t.tahun and exists (select 1 from hasil k where k.tahun = s.tahun)
			) as sebelum
			from tahun_evaluasi t where t.lengkap
		), hasil_baru as (
			select h.id, u.p_nasional, u.n_nasional, l.p_nasional as lalu_nasional,
				u.p_jenis, u.n_jenis, l.p_jenis as lalu_jenis,
				u.p_provinsi, u.n_provinsi, l.p_provinsi as lalu_provinsi,
				u.p_pulau, u.n_pulau, l.p_pulau as lalu_pulau
			from hasil h
			left join urut u on u.id = h.id
			left join tahun_lalu y on y.tahun = h.tahun
			left join hasil s on s.instansi_id = h.instansi_id and s.tahun = y.sebelum and s.instrumen = h.instrumen
			left join urut l on l.id = s.id
		)
		update hasil h set
			${sql.raw(kolomPeringkat.map((k) => `${k} = x.${k}`).join(', '))}
		from hasil_baru x
		where h.id = x.id and (${daftarKolom('h')}) is distinct from (${daftarKolom('x')})`.execute(trx);
}

const kolomPeringkat = ['nasional', 'jenis', 'provinsi', 'pulau'].flatMap((l) => [
	`p_${l}`,
	`n_${l}`,
	`lalu_${l}`,
]);
const daftarKolom = (alias: string) => sql.raw(kolomPeringkat.map((k) => `${alias}.${k}`).join(', '));

/**
 * Sums and counts of complete years by list, type, province, island, and province with type. A node counts only
 * where at least half of the year's list publishes it: the mean of two known cities is no mean of cities.
 */
async function hitungRerata(trx: Trx): Promise<void> {
	await trx.deleteFrom('rerata').execute();
	await sql`
		with nilai as (
			select h.tahun, h.instansi_id, 'indeks' as simpul, h.indeks as nilai from hasil h
			union all
			select h.tahun, h.instansi_id, v.simpul, v.nilai from hasil h join hasil_nilai v on v.hasil_id = h.id
		), cukup as (
			select n.tahun, n.simpul from nilai n join tahun_evaluasi t on t.tahun = n.tahun and t.lengkap
			group by n.tahun, n.simpul
			having 2 * count(*) >= (select count(*) from hasil h where h.tahun = n.tahun)
		), lengkap as (
			select n.tahun, n.simpul, n.nilai, i.jenis, i.provinsi_kode, p.pulau
			from nilai n
			join cukup c on c.tahun = n.tahun and c.simpul = n.simpul
			join instansi i on i.id = n.instansi_id
			left join provinsi p on p.kode = i.provinsi_kode
		)
		insert into rerata (tahun, kelompok, kunci, simpul, jumlah, banyak)
		select l.tahun, k.kelompok, k.kunci, l.simpul, sum(l.nilai), count(*)
		from lengkap l
		cross join lateral (values
			('daftar', ''),
			('jenis', l.jenis),
			('provinsi', l.provinsi_kode),
			('pulau', l.pulau),
			('provinsi_jenis', l.provinsi_kode || ' ' || l.jenis)
		) as k (kelompok, kunci)
		where k.kunci is not null
		group by l.tahun, k.kelompok, k.kunci, l.simpul`.execute(trx);
}
