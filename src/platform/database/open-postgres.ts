import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { createStatistik, type Database, DatabaseError } from './database.ts';
import { NamedClient } from './named-client.ts';
import type { Tables } from './tables.ts';

const minimumVersion = 150000;
const asText = (text: string) => text;

/** Same shapes as `open-pglite.ts`: int8 → bigint, numeric and date → text. */
const parsers = new Map<number, (text: string) => unknown>([
	[pg.types.builtins.INT8, BigInt],
	[pg.types.builtins.NUMERIC, asText],
	[pg.types.builtins.DATE, asText],
]);
const typeOverrides = {
	getTypeParser: (oid: number, format?: 'text' | 'binary') =>
		(format === 'binary' ? undefined : parsers.get(oid)) ?? pg.types.getTypeParser(oid, format),
};

/**
 * Connects to PostgreSQL ≥ 15.
 * @throws DatabaseError when it cannot be reached, refuses, or is too old. The address is never echoed
 * with its password.
 */
export async function openPostgres(url: string, max = 10): Promise<Database> {
	const pool = new pg.Pool({
		Client: NamedClient,
		connectionString: url,
		max,
		types: typeOverrides as pg.CustomTypesConfig,
		connectionTimeoutMillis: 10_000,
		idleTimeoutMillis: 300_000, // a connection knows its prepared statements; a rush need not make new ones
		application_name: 'matang',
	});
	pool.on('error', () => {}); // an idle connection that breaks is replaced by the pool at the next query
	// One that breaks while in use fails its query or the next one; without a listener it would end the process.
	pool.on('connect', (client) => client.on('error', () => {}));
	const version = await readVersion(pool, url).catch(async (cause) => {
		await pool.end();
		throw cause;
	});
	const { statistik, log } = createStatistik();
	return {
		jenis: 'postgres',
		versi: version,
		kysely: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log }),
		statistik,
		execScript: async (script) => {
			await pool.query(script);
		},
		antrean: { db: { executeSql: (text, values) => runPlain(pool, text, values) } },
		close: () => pool.end(),
	};
}

/**
 * A statement of the job queue, with the driver's own types. What fails may have left a transaction open in a script
 * of several statements: that connection is not used again.
 */
async function runPlain(pool: pg.Pool, text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> {
	const client = await pool.connect();
	try {
		const hasil = await client.query({ text, values, types: pg.types });
		client.release();
		return hasil;
	} catch (cause) {
		client.release(true);
		throw cause;
	}
}

async function readVersion(pool: pg.Pool, url: string): Promise<string> {
	const address = new URL(url).host || 'setempat';
	let row: { nomor: number; nama: string } | undefined;
	try {
		const { rows } = await pool.query(
			"select current_setting('server_version_num')::int as nomor, current_setting('server_version') as nama",
		);
		row = rows[0];
	} catch (cause) {
		throw new DatabaseError(
			`PostgreSQL di ${address} tidak dapat dihubungi (${(cause as Error).message || (cause as NodeJS.ErrnoException).code}). Periksa DATABASE_URL, bahwa peladennya hidup, dan hak masuknya.`,
			{ cause },
		);
	}
	if (!row || row.nomor < minimumVersion)
		throw new DatabaseError(
			`PostgreSQL di ${address} berversi ${row?.nama ?? '?'}; Matang memerlukan versi 15 atau lebih baru.`,
		);
	return row.nama;
}
