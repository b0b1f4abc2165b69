import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';
import type { Log } from './log.ts';

/** What every use case receives first: who asks, the database, and what tests replace. */
export interface Ctx {
	/** Anonymous visitors read public data; `operator` is the person at the command line of this machine. */
	who: { jenis: 'publik' } | { jenis: 'operator' };
	db: Kysely<Tables>;
	clock: () => Date;
	log: Log;
	dir: { project: string; data: string };
}

export type Alasan<R extends string> = { ok: false; reason: R };
