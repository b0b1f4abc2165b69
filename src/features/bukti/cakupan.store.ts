import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;
export type Keadaan = 'ya' | 'belum' | 'tidak_berlaku';

/** Every active unit with what is recorded for it; null where nothing is. */
export async function listCakupan(db: Db, instansiId: number, penilaianId: number, indikator: string) {
	return await db
		.selectFrom('unit')
		.leftJoin('cakupan', (join) =>
			join
				.onRef('cakupan.unit_id', '=', 'unit.id')
				.onRef('cakupan.instansi_id', '=', 'unit.instansi_id')
				.on('cakupan.penilaian_id', '=', penilaianId)
				.on('cakupan.indikator', '=', indikator),
		)
		.select([
			'unit.id',
			'unit.nama',
			'unit.jenis',
			'unit.jalur',
			'cakupan.keadaan',
			'cakupan.catatan',
			'cakupan.waktu',
		])
		.where('unit.instansi_id', '=', instansiId)
		.where('unit.aktif', '=', true)
		.orderBy('unit.jenis')
		.orderBy(sql`lower(unit.nama) collate "C"`)
		.execute();
}
export type BarisCakupan = Awaited<ReturnType<typeof listCakupan>>[number];

/** How many units are covered, of how many it applies to; `tercatat` counts those with any word. */
export async function countCakupan(
	db: Db,
	instansiId: number,
	penilaianId: number,
	indikator: string,
): Promise<{ ya: number; dari: number; tercatat: number }> {
	const { rows } = await sql<{ ya: number; dari: number; tercatat: number }>`
		select count(*) filter (where c.keadaan = 'ya')::int as ya,
			count(*) filter (where c.keadaan is distinct from 'tidak_berlaku')::int as dari,
			count(c.keadaan)::int as tercatat
		from unit u left join cakupan c on c.unit_id = u.id and c.penilaian_id = ${penilaianId} and c.indikator = ${indikator}
		where u.instansi_id = ${instansiId} and u.aktif`.execute(db);
	return rows[0] ?? { ya: 0, dari: 0, tercatat: 0 };
}

export async function upsertCakupan(
	db: Db,
	c: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		unitId: number;
		keadaan: Keadaan;
		catatan: string;
		orangId: number;
		waktu: Date;
	},
): Promise<void> {
	await db
		.insertInto('cakupan')
		.values({
			instansi_id: c.instansiId,
			penilaian_id: c.penilaianId,
			indikator: c.indikator,
			unit_id: c.unitId,
			keadaan: c.keadaan,
			catatan: c.catatan,
			orang_id: c.orangId,
			waktu: c.waktu,
		})
		.onConflict((oc) =>
			oc.columns(['penilaian_id', 'indikator', 'unit_id']).doUpdateSet((eb) => ({
				keadaan: eb.ref('excluded.keadaan'),
				catatan: eb.ref('excluded.catatan'),
				orang_id: eb.ref('excluded.orang_id'),
				waktu: eb.ref('excluded.waktu'),
			})),
		)
		.execute();
}
