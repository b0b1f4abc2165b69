import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Where one indicator stands, for the list beside the workbench. */
export interface BarisPapan {
	indikator: string;
	/** Hundredths; null while not answered. */
	nilai: number | null;
	tahap: string | null;
	/** Items of evidence by what became of them. */
	diajukan: number;
	dikembalikan: number;
	diterima: number;
	reviu: 'valid' | 'tidak_valid' | null;
}

/** What stood about the same indicator in the institution's assessment before this one. */
export interface NilaiLalu {
	penilaianId: number;
	nama: string;
	tahun: number;
	/** Under another instrument figures are not compared: then there is nothing more than this. */
	instrumen: string;
	sama: boolean;
	nilai: number | null;
	tahap: string | null;
	fakta: string;
	analisis: string;
	justifikasi: string;
	oleh: string | null;
	/** ISO, as the database writes it in JSON. */
	waktu: string | null;
	bukti: {
		huruf: number;
		tingkat: number;
		judul: string;
		penunjuk: string;
		tanggal: string | null;
		status: string;
	}[];
}

export interface SisiMeja {
	papan: BarisPapan[];
	lalu: NilaiLalu | null;
	/** Published values of the indicator under the same instrument, newest first, hundredths. */
	terbit: { tahun: number; nilai: number }[];
	reviu: { putusan: 'valid' | 'tidak_valid'; alasan: string; oleh: string | null } | null;
	cakupan: { ya: number; dari: number; tercatat: number };
}

/** What stands beside the workbench of one indicator, in one statement. */
export async function readSisi(
	db: Db,
	k: { instansiId: number; penilaianId: number; tahun: number; instrumen: string; indikator: string },
): Promise<SisiMeja> {
	const { rows } = await sql<SisiMeja>`
		with n as (
			select distinct on (indikator) id, indikator, nilai, tahap from nilai
			where instansi_id = ${k.instansiId} and penilaian_id = ${k.penilaianId} order by indikator, id desc
		), b as (
			select indikator, count(*) filter (where status = 'diajukan')::int as diajukan,
				count(*) filter (where status = 'dikembalikan')::int as dikembalikan,
				count(*) filter (where status = 'diterima')::int as diterima
			from bukti where instansi_id = ${k.instansiId} and penilaian_id = ${k.penilaianId} and status <> 'ditarik'
			group by indikator
		), r as (
			select distinct on (r.nilai_id) r.nilai_id, r.putusan, r.alasan, o.nama as oleh
			from reviu r left join orang o on o.id = r.orang_id
			where r.instansi_id = ${k.instansiId} and r.penilaian_id = ${k.penilaianId} order by r.nilai_id, r.id desc
		), l as (
			select a.id, p.nama, p.tahun, p.instrumen from penilaian a join putaran p on p.id = a.putaran_id
			where a.instansi_id = ${k.instansiId} and a.id <> ${k.penilaianId} and p.tahun < ${k.tahun}
			order by p.tahun desc, (a.tahap = 'selesai') desc, (p.penyelenggara_id is null) desc, a.id desc limit 1
		), ln as (
			select v.* from nilai v join l on l.id = v.penilaian_id
			where v.instansi_id = ${k.instansiId} and v.indikator = ${k.indikator} and l.instrumen = ${k.instrumen}
			order by v.id desc limit 1
		)
		select
			coalesce((select jsonb_agg(jsonb_build_object('indikator', coalesce(n.indikator, b.indikator),
				'nilai', n.nilai, 'tahap', n.tahap, 'diajukan', coalesce(b.diajukan, 0),
				'dikembalikan', coalesce(b.dikembalikan, 0), 'diterima', coalesce(b.diterima, 0), 'reviu', r.putusan))
				from n full join b on b.indikator = n.indikator left join r on r.nilai_id = n.id), '[]') as papan,
			(select jsonb_build_object('penilaianId', l.id, 'nama', l.nama, 'tahun', l.tahun, 'instrumen', l.instrumen,
				'sama', l.instrumen = ${k.instrumen}, 'nilai', ln.nilai, 'tahap', ln.tahap, 'fakta', coalesce(ln.fakta, ''),
				'analisis', coalesce(ln.analisis, ''), 'justifikasi', coalesce(ln.justifikasi, ''), 'oleh', o.nama,
				'waktu', ln.waktu, 'bukti', coalesce((
					select jsonb_agg(jsonb_build_object('huruf', x.huruf, 'tingkat', x.tingkat, 'judul', v.judul,
						'penunjuk', v.penunjuk, 'tanggal', v.tanggal, 'status', x.status) order by x.huruf)
					from bukti x join lateral (
						select judul, penunjuk, tanggal from bukti_revisi where bukti_id = x.id order by nomor desc limit 1
					) v on true
					where x.penilaian_id = l.id and x.indikator = ${k.indikator} and x.status <> 'ditarik'
						and l.instrumen = ${k.instrumen}), '[]'))
				from l left join ln on true left join orang o on o.id = ln.orang_id) as lalu,
			coalesce((select jsonb_agg(jsonb_build_object('tahun', h.tahun, 'nilai', v.nilai) order by h.tahun desc)
				from hasil h join hasil_nilai v on v.hasil_id = h.id and v.simpul = ${k.indikator}
				where h.instansi_id = ${k.instansiId} and h.instrumen = ${k.instrumen} and h.tahun < ${k.tahun}), '[]') as terbit,
			(select jsonb_build_object('putusan', r.putusan, 'alasan', r.alasan, 'oleh', r.oleh)
				from n join r on r.nilai_id = n.id where n.indikator = ${k.indikator}) as reviu,
			(select jsonb_build_object('ya', count(*) filter (where c.keadaan = 'ya'),
				'dari', count(*) - count(*) filter (where c.keadaan = 'tidak_berlaku'),
				'tercatat', count(c.keadaan))
				from unit u left join cakupan c on c.unit_id = u.id and c.penilaian_id = ${k.penilaianId}
					and c.indikator = ${k.indikator}
				where u.instansi_id = ${k.instansiId} and u.aktif) as cakupan`.execute(db);
	if (!rows[0]) throw new Error('sisi meja kosong');
	return rows[0];
}
