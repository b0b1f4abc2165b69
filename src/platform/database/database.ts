import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

export interface Database {
	jenis: 'pglite' | 'postgres';
	/** Server version as the server states it, e.g. "15.18". */
	versi: string;
	kysely: Kysely<Tables>;
	/** Runs a script of several statements on one connection. */
	execScript(script: string): Promise<void>;
	close(): Promise<void>;
}

/** A database that cannot be opened. The message says, in Indonesian, what is wrong and what to do. */
export class DatabaseError extends Error {}
