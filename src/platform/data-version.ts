import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';

/** The number that rises by one with every import that changed something. */
export async function readDataVersion(db: Kysely<Tables>): Promise<bigint> {
	const row = await db.selectFrom('versi_data').select('nomor').executeTakeFirst();
	return row?.nomor ?? 0n;
}

/**
 * Follows the data version, also when another process imports into the same PostgreSQL: looks once a
 * second, and at once on `refresh`.
 */
export class DataVersion {
	#value = '';
	#timer: NodeJS.Timeout;
	readonly #db: Kysely<Tables>;
	readonly #onError: (error: unknown) => void;

	constructor(db: Kysely<Tables>, onError: (error: unknown) => void) {
		this.#db = db;
		this.#onError = onError;
		this.#timer = setInterval(() => void this.refresh(), 1000).unref();
	}

	get value(): string {
		return this.#value;
	}

	async refresh(): Promise<void> {
		try {
			this.#value = String(await readDataVersion(this.#db));
		} catch (error) {
			this.#onError(error);
		}
	}

	stop(): void {
		clearInterval(this.#timer);
	}
}
