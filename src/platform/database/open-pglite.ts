import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { fromPglite } from 'pg-boss';
import type { Log } from '../log.ts';
import { createStatistik, type Database, DatabaseError } from './database.ts';
import { holdLock } from './lock.ts';
import type { Tables } from './tables.ts';

/** Same shapes as `open-postgres.ts`: int8 → bigint, numeric and date → text. */
const options: PGliteOptions = {
	relaxedDurability: false,
	parsers: {
		[types.INT8]: (text: string) => BigInt(text),
		[types.NUMERIC]: (text: string) => text,
		[types.DATE]: (text: string) => text,
	},
};

/**
 * Opens the embedded database under `dataDir`, holding its lock until `close`.
 * A new one is made beside and renamed when `prepare` is through.
 * @throws DatabaseError when another process holds the directory or the database cannot be opened.
 */
export async function openPglite(
	dataDir: string,
	log: Log,
	prepare: (db: Database) => Promise<void>,
): Promise<Database> {
	const lock = holdLock(join(dataDir, 'kunci'));
	try {
		removeLeftovers(dataDir);
		const path = join(dataDir, 'pglite');
		if (!existsSync(path)) await create(dataDir, path, prepare);
		else log.debug('basis data tertanam sudah ada');
		const db = await open(path);
		await prepare(db);
		return { ...db, close: () => db.close().finally(lock.release) };
	} catch (cause) {
		lock.release();
		throw cause;
	}
}

async function create(
	dataDir: string,
	path: string,
	prepare: (db: Database) => Promise<void>,
): Promise<void> {
	const fresh = join(dataDir, `pglite.baru-${process.pid}`);
	const db = await open(fresh);
	await prepare(db).finally(() => db.close());
	renameSync(fresh, path);
}

function removeLeftovers(dataDir: string): void {
	for (const name of readdirSync(dataDir))
		if (name.startsWith('pglite.baru-')) rmSync(join(dataDir, name), { recursive: true, force: true });
}

async function open(path: string): Promise<Database> {
	try {
		return await wrapPglite(await PGlite.create(path, options));
	} catch (cause) {
		throw new DatabaseError(
			`Basis data tertanam di ${path} tidak dapat dibuka (${String((cause as Error)?.message ?? cause)}). Pindahkan direktori itu ke tempat lain lalu mulai lagi; data terbitan akan dimuat ulang.`,
			{ cause },
		);
	}
}

/** Makes an in-memory database, from a dump where one is given (tests). */
export async function openMemory(dump?: Blob): Promise<Database & { dump(): Promise<Blob> }> {
	const pglite = await PGlite.create('memory://', dump ? { ...options, loadDataDir: dump } : options);
	return { ...(await wrapPglite(pglite)), dump: () => pglite.dumpDataDir('none') };
}

async function wrapPglite(pglite: PGlite): Promise<Database> {
	const { statistik, log } = createStatistik();
	const kysely = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), log });
	const { rows } = await pglite.query<{ server_version: string }>('show server_version');
	return {
		jenis: 'pglite',
		versi: rows[0]?.server_version ?? '',
		kysely,
		statistik,
		execScript: async (script) => {
			await pglite.exec(script);
		},
		antrean: { db: fromPglite(plain(pglite)), backend: 'pglite' },
		close: () => pglite.close(),
	};
}

/** The queue counts with plain numbers, where everything else reads int8 as bigint. */
function plain(pglite: PGlite) {
	const parsers = { [types.INT8]: Number, [types.NUMERIC]: Number };
	return {
		query: <T>(text: string, values?: unknown[]) => pglite.query<T>(text, values, { parsers }),
		exec: (text: string) => pglite.exec(text, { parsers }),
	};
}
