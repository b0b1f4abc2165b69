import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { KeadaanTindakan } from './tindakan.rules.ts';

type Db = Kysely<Tables>;

export interface Tindakan {
	id: number;
	rencanaId: number | null;
	/** Instrument of the plan it comes from; null where it was written by hand. */
	instrumen: string | null;
	tahun: number;
	judul: string;
	uraian: string;
	indikator: string | null;
	/** Hundredths of a level. */
	dari: number | null;
	ke: number | null;
	unitId: number | null;
	unit: string | null;
	jalur: string | null;
	orangId: number | null;
	orang: string | null;
	/** ISO dates. */
	mulai: string;
	tenggat: string;
	keadaan: KeadaanTindakan;
	/** Percent. */
	kemajuan: number;
	bukti: string;
	program: string;
	kegiatan: string;
	subKegiatan: string;
	kodeRekening: string;
	sumberDana: string;
	/** Rupiah. */
	pagu: bigint | null;
	realisasi: bigint | null;
	diubah: Date;
	selesai: Date | null;
	tonggak: Tonggak[];
	/** Ids of the actions it waits for. */
	menunggu: number[];
}

export interface Tonggak {
	id: number;
	nama: string;
	tanggal: string;
	selesai: boolean;
}

const pilih = sql`
	select t.id, t.rencana_id as "rencanaId", r.instrumen, t.tahun, t.judul, t.uraian, t.indikator, t.dari, t.ke,
		t.unit_id as "unitId", u.nama as unit, u.jalur, t.orang_id as "orangId", o.nama as orang,
		t.mulai::text as mulai, t.tenggat::text as tenggat, t.keadaan, t.kemajuan, t.bukti, t.program, t.kegiatan,
		t.sub_kegiatan as "subKegiatan", t.kode_rekening as "kodeRekening", t.sumber_dana as "sumberDana",
		t.pagu, t.realisasi, t.diubah, t.selesai,
		coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'nama', g.nama, 'tanggal', g.tanggal,
			'selesai', g.selesai is not null) order by g.tanggal, g.id) from tonggak g where g.tindakan_id = t.id), '[]') as tonggak,
		coalesce((select jsonb_agg(s.menunggu_id order by s.menunggu_id) from tindakan_syarat s
			where s.tindakan_id = t.id), '[]') as menunggu
	from tindakan t
	left join rencana r on r.instansi_id = t.instansi_id and r.id = t.rencana_id
	left join unit u on u.id = t.unit_id
	left join orang o on o.id = t.orang_id`;

/** Actions of the institution, of one year where asked, by due date. */
export async function listTindakanStore(db: Db, instansiId: number): Promise<Tindakan[]> {
	const { rows } = await sql<Tindakan>`${pilih}
		where t.instansi_id = ${instansiId} order by t.tenggat, t.id`.execute(db);
	return rows;
}

/** What of an open action a queue shows. */
export type TindakanTerbuka = Pick<
	Tindakan,
	'id' | 'tahun' | 'judul' | 'unit' | 'jalur' | 'orangId' | 'mulai' | 'tenggat' | 'keadaan'
>;

/** Actions that are neither done nor cancelled, by due date. */
export async function listTindakanTerbuka(db: Db, instansiId: number): Promise<TindakanTerbuka[]> {
	const { rows } = await sql<TindakanTerbuka>`
		select t.id, t.tahun, t.judul, u.nama as unit, u.jalur, t.orang_id as "orangId", t.mulai::text as mulai,
			t.tenggat::text as tenggat, t.keadaan
		from tindakan t left join unit u on u.id = t.unit_id
		where t.instansi_id = ${instansiId} and t.keadaan in ('belum', 'berjalan')
		order by t.tenggat, t.id`.execute(db);
	return rows;
}

/** Finished actions that raised an indicator, of a plan with this instrument or of none. */
export async function listTindakanTuntas(db: Db, instansiId: number, instrumen: string) {
	const rows = await db
		.selectFrom('tindakan as t')
		.leftJoin('rencana as r', (j) =>
			j.onRef('r.id', '=', 't.rencana_id').onRef('r.instansi_id', '=', 't.instansi_id'),
		)
		.select([
			't.indikator',
			't.dari',
			't.ke',
			sql<string>`t.mulai::text`.as('mulai'),
			't.selesai',
			't.realisasi',
		])
		.where('t.instansi_id', '=', instansiId)
		.where('t.keadaan', '=', 'selesai')
		.where((e) => e.or([e('r.instrumen', 'is', null), e('r.instrumen', '=', instrumen)]))
		.execute();
	return rows.flatMap(({ indikator, dari, ke, selesai, ...t }) =>
		indikator === null || dari === null || ke === null || selesai === null
			? []
			: [{ ...t, indikator, dari, ke, selesai }],
	);
}

/** Open actions of one person become another's. @returns how many */
export async function passTindakan(
	db: Db,
	t: { instansiId: number; dari: number; kepada: number; waktu: Date },
): Promise<number> {
	const { numUpdatedRows } = await db
		.updateTable('tindakan')
		.set({ orang_id: t.kepada, diubah: t.waktu })
		.where('instansi_id', '=', t.instansiId)
		.where('orang_id', '=', t.dari)
		.where('keadaan', 'in', ['belum', 'berjalan'])
		.executeTakeFirst();
	return Number(numUpdatedRows);
}

/** One action; locked for a change where asked. */
export async function findTindakan(
	db: Db,
	instansiId: number,
	id: number,
	kunci = false,
): Promise<Tindakan | undefined> {
	const { rows } = await sql<Tindakan>`${pilih}
		where t.instansi_id = ${instansiId} and t.id = ${id} ${kunci ? sql`for update of t` : sql``}`.execute(db);
	return rows[0];
}

/** What a form says of an action. */
export interface IsiTindakan {
	tahun: number;
	judul: string;
	uraian: string;
	indikator: string | null;
	dari: number | null;
	ke: number | null;
	unitId: number | null;
	orangId: number | null;
	mulai: string;
	tenggat: string;
	bukti: string;
	program: string;
	kegiatan: string;
	subKegiatan: string;
	kodeRekening: string;
	sumberDana: string;
	pagu: bigint | null;
	realisasi: bigint | null;
}

const kolom = (t: IsiTindakan) => ({
	tahun: t.tahun,
	judul: t.judul,
	uraian: t.uraian,
	indikator: t.indikator,
	dari: t.dari,
	ke: t.ke,
	unit_id: t.unitId,
	orang_id: t.orangId,
	mulai: t.mulai,
	tenggat: t.tenggat,
	bukti: t.bukti,
	program: t.program,
	kegiatan: t.kegiatan,
	sub_kegiatan: t.subKegiatan,
	kode_rekening: t.kodeRekening,
	sumber_dana: t.sumberDana,
	pagu: t.pagu,
	realisasi: t.realisasi,
});

export async function insertTindakan(
	db: Db,
	t: IsiTindakan & { instansiId: number; rencanaId?: number | null; waktu: Date; oleh: number },
): Promise<number> {
	const { id } = await db
		.insertInto('tindakan')
		.values({
			...kolom(t),
			instansi_id: t.instansiId,
			rencana_id: t.rencanaId ?? null,
			dibuat: t.waktu,
			oleh: t.oleh,
			diubah: t.waktu,
			selesai: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

export async function updateTindakan(
	db: Db,
	t: IsiTindakan & { instansiId: number; id: number; waktu: Date },
): Promise<void> {
	await db
		.updateTable('tindakan')
		.set({ ...kolom(t), diubah: t.waktu })
		.where('instansi_id', '=', t.instansiId)
		.where('id', '=', t.id)
		.execute();
}

/** What the unit reports. */
export async function updateKemajuan(
	db: Db,
	t: {
		instansiId: number;
		id: number;
		keadaan: KeadaanTindakan;
		kemajuan: number;
		realisasi: bigint | null;
		selesai: Date | null;
		waktu: Date;
	},
): Promise<void> {
	await db
		.updateTable('tindakan')
		.set({
			keadaan: t.keadaan,
			kemajuan: t.kemajuan,
			realisasi: t.realisasi,
			selesai: t.selesai,
			diubah: t.waktu,
		})
		.where('instansi_id', '=', t.instansiId)
		.where('id', '=', t.id)
		.execute();
}

/** Who waits for whom in the institution; its actions stay locked so that two changes cannot close a circle together. */
export async function lockSyarat(db: Db, instansiId: number): Promise<Map<number, number[]>> {
	await sql`select id from tindakan where instansi_id = ${instansiId} order by id for update`.execute(db);
	const rows = await db
		.selectFrom('tindakan_syarat')
		.select(['tindakan_id as id', 'menunggu_id as menunggu'])
		.where('instansi_id', '=', instansiId)
		.execute();
	const peta = new Map<number, number[]>();
	for (const r of rows) peta.set(r.id, [...(peta.get(r.id) ?? []), r.menunggu]);
	return peta;
}

export async function replaceSyarat(
	db: Db,
	s: { instansiId: number; id: number; menunggu: readonly number[] },
): Promise<void> {
	await db
		.deleteFrom('tindakan_syarat')
		.where('instansi_id', '=', s.instansiId)
		.where('tindakan_id', '=', s.id)
		.execute();
	if (s.menunggu.length > 0)
		await db
			.insertInto('tindakan_syarat')
			.values(s.menunggu.map((m) => ({ instansi_id: s.instansiId, tindakan_id: s.id, menunggu_id: m })))
			.execute();
}

export async function insertTonggak(
	db: Db,
	t: { instansiId: number; tindakanId: number; nama: string; tanggal: string },
): Promise<number> {
	const { id } = await db
		.insertInto('tonggak')
		.values({
			instansi_id: t.instansiId,
			tindakan_id: t.tindakanId,
			nama: t.nama,
			tanggal: t.tanggal,
			selesai: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Ticks a milestone off or takes that back. @returns whether it is there */
export async function updateTonggak(
	db: Db,
	t: { instansiId: number; tindakanId: number; id: number; selesai: Date | null },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('tonggak')
		.set({ selesai: t.selesai })
		.where('instansi_id', '=', t.instansiId)
		.where('tindakan_id', '=', t.tindakanId)
		.where('id', '=', t.id)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}

/** @returns whether it was there */
export async function deleteTonggak(
	db: Db,
	t: { instansiId: number; tindakanId: number; id: number },
): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('tonggak')
		.where('instansi_id', '=', t.instansiId)
		.where('tindakan_id', '=', t.tindakanId)
		.where('id', '=', t.id)
		.executeTakeFirst();
	return numDeletedRows > 0n;
}
