import type { Kysely } from 'kysely';
import type { Tables } from './database/tables.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Log } from './log.ts';
import type { Mail } from './mail/mail.ts';
import type { Pindai } from './storage/clamav.ts';
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
	/** Notices not read yet as the request began, at most 100. */
	belumDibaca?: number;
}

/** What every use case receives first: who asks, the database, and what tests replace. */
export interface Ctx {
	/** Anonymous visitors read public data; `operator` is the person at the command line of this machine. */
	who: { jenis: 'publik' } | { jenis: 'operator' } | Orang;
	db: Kysely<Tables>;
	clock: () => Date;
	log: Log;
	berkas: FileStore;
	jobs: Jobs;
	mail: Mail;
	/** Looks for viruses; absent where no scanner is set. */
	pindai?: Pindai | undefined;
	dir: { project: string; data: string };
	/** Called once public data has changed and is committed: kept pages turn over at once instead of within a second. */
	dataBerubah?: () => Promise<void>;
	setelan: Setelan;
}

/** Settings that use cases read. */
export interface Setelan {
	kebijakanSandi: 'asvs-5' | 'bssn-4-2021';
	/** Public origin, "https://matang.contoh.go.id"; null takes that of the request, on this machine only. */
	alamat: string | null;
	/** Seals secrets at rest; null takes the key file of the data directory. */
	kunciRahasia: Buffer | null;
	sso: SetelanSso | null;
}

/** Single sign-on by OpenID Connect. */
export interface SetelanSso {
	/** Label of the button. */
	nama: string;
	penerbit: string;
	klien: string;
	rahasia: string;
	lingkup: string;
	klaimGrup: string;
	peta: readonly PetaGrup[];
}

/** Which role a group of the identity provider gives. */
export interface PetaGrup {
	grup: string;
	peran: string;
	/** Slug of the institution; null for a national role. */
	instansi: string | null;
	/** Code of the unit it is limited to. */
	unit: string | null;
}

export type Alasan<R extends string> = { ok: false; reason: R };
