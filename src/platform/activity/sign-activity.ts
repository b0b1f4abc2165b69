import { type Kysely, sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { Tables } from '../database/tables.ts';
import { appendSaksi, openKunci } from './kunci-aktivitas.ts';
import { akarMerkle } from './merkle.ts';
import type { Titik } from './titik.ts';
import { hashKejadian } from './verify-activity.ts';

/** A chain gets a checkpoint after so many entries, or so long after the one before. */
export const batasTitik = { entri: 1000n, umurMs: 60 * 60_000 } as const;

/** Entries of one checkpoint at most: what a proof has to read. */
const SERENTANG = 5000n;

interface Ujung {
	rantai: number;
	nomor: bigint;
	lalu: bigint;
	hash: string;
	waktu: Date | null;
}

/**
 * Signs the end of every chain that is due, or of all that have grown (`semua`), or of one. A chain whose new entries
 * do not follow from one another is not signed.
 * @returns chains signed, and chains refused
 */
export async function signActivity(
	ctx: Pick<Ctx, 'db' | 'clock' | 'dir'>,
	pilih: 'jatuh_tempo' | 'semua' | { rantai: number },
): Promise<{ ditandai: number[]; ditolak: number[] }> {
	const kini = ctx.clock();
	const hasil = { ditandai: [] as number[], ditolak: [] as number[] };
	for (const ujung of await listUjung(ctx.db)) {
		if (
			typeof pilih === 'object'
				? ujung.rantai !== pilih.rantai
				: pilih === 'jatuh_tempo' && !isTempo(ujung, kini)
		)
			continue;
		const utuh = await signSampai(ctx, ujung, kini);
		(utuh ? hasil.ditandai : hasil.ditolak).push(ujung.rantai);
	}
	return hasil;
}

/** Signs up to the end of the chain, a checkpoint for so many entries at a time; false where it does not hold together. */
async function signSampai(ctx: Pick<Ctx, 'db' | 'dir'>, ujung: Ujung, kini: Date): Promise<boolean> {
	let { lalu, hash } = ujung;
	while (lalu < ujung.nomor) {
		const sampai = ujung.nomor - lalu > SERENTANG ? lalu + SERENTANG : ujung.nomor;
		const baru = await readBaru(ctx.db, { rantai: ujung.rantai, lalu, sampai, hash });
		if (!baru) return false;
		hash = baru.at(-1) ?? '';
		const titik = openKunci(ctx.dir.data).sign({
			rantai: ujung.rantai,
			nomor: String(sampai),
			hash,
			dari: String(lalu + 1n),
			akar: akarMerkle(baru),
			waktu: kini.toISOString(),
		});
		if (await insertTitik(ctx.db, titik)) appendSaksi(ctx.dir.data, titik);
		lalu = sampai;
	}
	return true;
}

const isTempo = (u: Ujung, kini: Date) =>
	u.nomor - u.lalu >= batasTitik.entri ||
	u.waktu === null ||
	kini.getTime() - u.waktu.getTime() >= batasTitik.umurMs;

/** Chains with entries that no checkpoint covers yet. */
async function listUjung(db: Kysely<Tables>): Promise<Ujung[]> {
	const { rows } = await sql<Ujung>`
		select k.rantai, k.nomor, coalesce(t.nomor, 0) as lalu, coalesce(t.hash, '') as hash, t.waktu
		from activity_kepala k
		left join lateral (
			select nomor, hash, waktu from activity_titik t where t.rantai = k.rantai order by nomor desc limit 1
		) t on true
		where k.nomor > coalesce(t.nomor, 0) order by k.rantai`.execute(db);
	return rows.map((u) => ({ ...u, lalu: BigInt(u.lalu) }));
}

/** Hashes of the entries after `lalu` up to `sampai`; null where one does not follow from the one before. */
async function readBaru(
	db: Kysely<Tables>,
	r: { rantai: number; lalu: bigint; sampai: bigint; hash: string },
): Promise<string[] | null> {
	const rows = await db
		.selectFrom('activity')
		.select(['nomor', 'isi', 'hash'])
		.where('rantai', '=', r.rantai)
		.where('nomor', '>', r.lalu)
		.where('nomor', '<=', r.sampai)
		.orderBy('nomor')
		.execute();
	let sebelum = r.hash;
	for (const [i, row] of rows.entries()) {
		if (row.nomor !== r.lalu + BigInt(i + 1) || row.hash !== hashKejadian(sebelum, row.isi)) return null;
		sebelum = row.hash;
	}
	return BigInt(rows.length) === r.sampai - r.lalu ? rows.map((row) => row.hash) : null;
}

/** False where another process signed the same end a moment ago. */
async function insertTitik(db: Kysely<Tables>, t: Titik): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto('activity_titik')
		.values({ ...t, nomor: BigInt(t.nomor), dari: BigInt(t.dari), waktu: new Date(t.waktu) })
		.onConflict((oc) => oc.columns(['rantai', 'nomor']).doNothing())
		.executeTakeFirst();
	return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
