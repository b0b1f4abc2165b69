import { type Expression, type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** One of several reads. What JSON cannot carry is named, to become again what it was. */
export interface Bacaan<O> {
	query: Expression<O>;
	/** Columns with a moment in time: Date again. */
	waktu?: readonly (keyof NoInfer<O>)[];
	/** Columns with a large number: bigint again (exact up to 2^53). */
	besar?: readonly (keyof NoInfer<O>)[];
}

type Baris = Record<string, unknown>;

/** Reads that do not depend on one another in one statement, each with its rows in its own order. */
export async function readTogether<T>(
	db: Kysely<Tables>,
	bacaan: { [K in keyof T]: Bacaan<T[K]> },
): Promise<{ [K in keyof T]: T[K][] }> {
	const daftar = Object.entries(bacaan) as [string, Bacaan<Baris>][];
	const kolom = daftar.map(
		([nama, { query }]) =>
			sql`(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (select * from ${query} y) x) as ${sql.id(nama)}`,
	);
	const { rows } = await sql<Record<string, Baris[]>>`select ${sql.join(kolom)}`.execute(db);
	return Object.fromEntries(
		daftar.map(([nama, b]) => [nama, (rows[0]?.[nama] ?? []).map((baris) => hidupkan(baris, b))]),
	) as { [K in keyof T]: T[K][] };
}

function hidupkan(
	baris: Record<string, unknown>,
	b: Bacaan<Record<string, unknown>>,
): Record<string, unknown> {
	const jadi = { ...baris };
	for (const k of b.waktu ?? []) if (jadi[k] !== null) jadi[k] = new Date(String(jadi[k]));
	for (const k of b.besar ?? []) if (jadi[k] !== null) jadi[k] = BigInt(String(jadi[k]));
	return jadi;
}
