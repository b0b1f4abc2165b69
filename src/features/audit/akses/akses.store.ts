import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** Systems in use with the path of their owner unit. */
export async function listSistemAkses(db: Db, instansiId: number) {
	return await db
		.selectFrom('sistem as s')
		.leftJoin('unit as u', (j) =>
			j.onRef('u.id', '=', 's.unit_id').onRef('u.instansi_id', '=', 's.instansi_id'),
		)
		.select(['s.id', 's.nama', 'u.nama as unit', 'u.jalur as jalur', 's.unit_id as unitId'])
		.where('s.instansi_id', '=', instansiId)
		.where('s.aktif', '=', true)
		.orderBy(sql`lower(s.nama)`)
		.execute();
}
export type SistemAkses = Awaited<ReturnType<typeof listSistemAkses>>[number];

export async function findSetelan(db: Db, instansiId: number) {
	return await db
		.selectFrom('akses_setelan')
		.select([
			'retensi',
			sql<Record<string, Record<string, number | null>>>`ambang`.as('ambang'),
			sql<[string, string][] | null>`pasangan`.as('pasangan'),
			sql<string[][]>`unit_sama`.as('unitSama'),
			'waktu',
		])
		.where('instansi_id', '=', instansiId)
		.executeTakeFirst();
}

export interface SetelanBaru {
	retensi: number;
	ambang: Record<string, Record<string, number | null>>;
	pasangan: readonly (readonly [string, string])[] | null;
	unitSama: readonly (readonly string[])[];
}

export async function upsertSetelan(
	db: Db,
	s: SetelanBaru & { instansiId: number; waktu: Date; oleh: number },
): Promise<void> {
	const isi = {
		retensi: s.retensi,
		ambang: JSON.stringify(s.ambang),
		pasangan: s.pasangan === null ? null : JSON.stringify(s.pasangan),
		unit_sama: JSON.stringify(s.unitSama),
		waktu: s.waktu,
		oleh: s.oleh,
	};
	await db
		.insertInto('akses_setelan')
		.values({ instansi_id: s.instansiId, ...isi })
		.onConflict((oc) => oc.column('instansi_id').doUpdateSet(isi))
		.execute();
}

export interface PetaTersimpan {
	peta: Record<string, string>;
	urutan: 'otomatis' | 'hari_dulu' | 'bulan_dulu';
	publik: boolean | null;
}

export async function findPeta(
	db: Db,
	instansiId: number,
	sistemId: number | null,
): Promise<PetaTersimpan | undefined> {
	return await db
		.selectFrom('akses_peta')
		.select([sql<Record<string, string>>`peta`.as('peta'), 'urutan', 'publik'])
		.where('instansi_id', '=', instansiId)
		.where('sistem_id', '=', sistemId ?? 0)
		.executeTakeFirst();
}

export async function upsertPeta(
	db: Db,
	p: PetaTersimpan & { instansiId: number; sistemId: number | null; waktu: Date; oleh: number },
): Promise<void> {
	const isi = {
		peta: JSON.stringify(p.peta),
		urutan: p.urutan,
		publik: p.publik,
		waktu: p.waktu,
		oleh: p.oleh,
	};
	await db
		.insertInto('akses_peta')
		.values({ instansi_id: p.instansiId, sistem_id: p.sistemId ?? 0, ...isi })
		.onConflict((oc) => oc.columns(['instansi_id', 'sistem_id']).doUpdateSet(isi))
		.execute();
}
