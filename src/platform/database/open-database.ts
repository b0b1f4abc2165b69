import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import type { Database } from './database.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

/**
 * Opens PostgreSQL where DATABASE_URL is set, else the embedded database in the data directory.
 * `prepare` fills a new embedded database before it gets its final name, so that a process killed
 * half-way leaves nothing that looks complete; on PostgreSQL and on an existing one it runs at once.
 * @throws DatabaseError
 */
export async function openDatabase(
	config: Config,
	log: Log,
	prepare: (db: Database) => Promise<void>,
): Promise<Database> {
	if (!config.databaseUrl) return openPglite(config.dataDir, log, prepare);
	const db = await openPostgres(config.databaseUrl);
	try {
		await prepare(db);
		return db;
	} catch (cause) {
		await db.close();
		throw cause;
	}
}
