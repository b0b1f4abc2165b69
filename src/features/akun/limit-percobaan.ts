import type { Kysely } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';
import { batasPercobaan, isTerlaluSering, kunciPercobaan, networkOf } from './percobaan.rules.ts';
import { addPercobaan, clearPercobaan, listPercobaan } from './percobaan.store.ts';

type Db = Kysely<Tables>;

export interface Percobaan {
	/** Too many failures: judge nothing more. */
	sering: boolean;
	/** Counts one failure more. */
	gagal: (db: Db) => Promise<void>;
	/** Forgets the account's failures from this network. */
	berhasil: (db: Db) => Promise<void>;
}

/** Failures of one subject from one network, and of the network, within the window. */
export async function limitPercobaan(ctx: Ctx, subjek: string, alamat: string): Promise<Percobaan> {
	const kini = ctx.clock();
	const sejak = new Date(kini.getTime() - batasPercobaan.jendelaMs);
	const kunci = kunciPercobaan(subjek, alamat);
	const banyak = await listPercobaan(ctx.db, [kunci.akun, kunci.jaringan], sejak);
	return {
		sering: isTerlaluSering(banyak, kunci),
		gagal: (db) => addPercobaan(db, [kunci.akun, kunci.jaringan], kini, sejak),
		berhasil: (db) => clearPercobaan(db, kunci.akun),
	};
}

/** Beginnings of one kind from one network within the window; a whole office shares one network. */
const batasTerbuka = 300;

/** Counts a beginning that anybody may ask for and that leaves a row behind; false where there were too many. */
export async function countTerbuka(ctx: Ctx, jenis: 'tantangan' | 'sso', alamat: string): Promise<boolean> {
	const kini = ctx.clock();
	const sejak = new Date(kini.getTime() - batasPercobaan.jendelaMs);
	const kunci = `${jenis} ${networkOf(alamat)}`;
	const banyak = await listPercobaan(ctx.db, [kunci], sejak);
	if ((banyak.get(kunci) ?? 0) >= batasTerbuka) return false;
	await addPercobaan(ctx.db, [kunci], kini, sejak);
	return true;
}
