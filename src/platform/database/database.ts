import type { Kysely, LogEvent } from 'kysely';
import type { ConstructorOptions } from 'pg-boss';
import type { Tables } from './tables.ts';

export interface Database {
	jenis: 'pglite' | 'postgres';
	/** Server version as the server states it, e.g. "15.18". */
	versi: string;
	kysely: Kysely<Tables>;
	/** Statements run through `kysely` since opening, without the bounds of transactions, and the milliseconds they took. */
	statistik: { jumlah: number; ms: number };
	/** Runs a script of several statements on one connection. */
	execScript(script: string): Promise<void>;
	/** How the job queue reaches the same database, outside any transaction of ours. */
	antrean: Pick<ConstructorOptions, 'db' | 'backend'>;
	close(): Promise<void>;
}

/** A database that cannot be opened. The message says, in Indonesian, what is wrong and what to do. */
export class DatabaseError extends Error {}

const batasTransaksi = new Set(['begin', 'commit', 'rollback']);

/** Counts statements and their time for metrics and bench. */
export function createStatistik() {
	const statistik = { jumlah: 0, ms: 0 };
	const log = (event: LogEvent) => {
		if (!batasTransaksi.has(event.query.sql)) statistik.jumlah++;
		statistik.ms += event.queryDurationMillis;
	};
	return { statistik, log };
}
