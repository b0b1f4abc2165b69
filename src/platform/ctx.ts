import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';
import type { Log } from './log.ts';
import type { FileStore } from './storage/file-store.ts';

/** A role as it stands now. `jalur` is the path of ids down to the unit it is limited to; null for the whole. */
export interface PeranBerlaku {
	peran: string;
	/** Null for a national role. */
	instansiId: number | null;
	unitId: number | null;
	jalur: string | null;
}

/** A signed-in person, read from the session at the beginning of the request. */
export interface Orang {
	jenis: 'orang';
	id: number;
	nama: string;
	sesiId: number;
	/** When they last proved who they are. */
	ditegaskan: Date;
	peran: PeranBerlaku[];
}

/** What every use case receives first: who asks, the database, and what tests replace. */
export interface Ctx {
	/** Anonymous visitors read public data; `operator` is the person at the command line of this machine. */
	who: { jenis: 'publik' } | { jenis: 'operator' } | Orang;
	db: Kysely<Tables>;
	clock: () => Date;
	log: Log;
	berkas: FileStore;
	dir: { project: string; data: string };
	/** Called once public data has changed and is committed: kept pages turn over at once instead of within a second. */
	dataBerubah?: () => Promise<void>;
	setelan: { kebijakanSandi: 'asvs-5' | 'bssn-4-2021' };
}

export type Alasan<R extends string> = { ok: false; reason: R };
