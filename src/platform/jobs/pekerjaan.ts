import { type Kysely, sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import { asMachine, type Trx } from '../database/scope.ts';
import type { Tables } from '../database/tables.ts';

type Db = Kysely<Tables>;
export type KeadaanPekerjaan = Tables['pekerjaan']['keadaan'];

export interface PekerjaanBaru {
	jenis: string;
	instansiId: number | null;
	/** How many things are to be done; 0 where it is not known beforehand. */
	jumlah: number;
	isi: object;
	oleh: number;
}

/** Hands over work that somebody follows, within the transaction of the act. @returns its id, for its page */
export async function startPekerjaan(ctx: Ctx, trx: Trx, p: PekerjaanBaru): Promise<number> {
	return await asMachine(trx, async () => {
		const { id } = await trx
			.insertInto('pekerjaan')
			.values({
				jenis: p.jenis,
				instansi_id: p.instansiId,
				jumlah: p.jumlah,
				isi: JSON.stringify(p.isi),
				oleh: p.oleh,
				dibuat: ctx.clock(),
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		await ctx.jobs.enqueue(trx, p.jenis, { pekerjaan: id });
		return id;
	});
}

/** What a piece of work came to: done, with the page that shows it, or refused with a reason that will not change. */
export type HasilPekerjaan = { ok: true; hasil: string; jumlah: number } | { ok: false; reason: string };

/**
 * Does work that somebody follows in one transaction with its own end mark: a second run finds the mark and does
 * nothing, and one that fails leaves nothing. Shown as failed once its attempts are used up.
 */
export async function runPekerjaan(
	ctx: Ctx,
	muatan: unknown,
	percobaanMaks: number,
	kerjakan: (trx: Trx, p: { isi: unknown; oleh: number }) => Promise<HasilPekerjaan>,
): Promise<void> {
	const id = (muatan as { pekerjaan: number }).pekerjaan;
	const { db } = ctx;
	const { rows } = await sql<{ percobaan: number }>`
		update pekerjaan set keadaan = 'berjalan', percobaan = percobaan + 1
		where id = ${id} and keadaan in ('menunggu', 'berjalan') returning percobaan`.execute(db);
	if (!rows[0]) return;
	try {
		await db.transaction().execute(async (trx) => {
			const p = await lockPekerjaan(trx, id);
			if (!p) return;
			const hasil = await kerjakan(trx, p);
			await asMachine(trx, () => endPekerjaan(trx, id, ctx.clock(), hasil));
		});
	} catch (error) {
		if (rows[0].percobaan >= percobaanMaks)
			await endPekerjaan(db, id, ctx.clock(), { ok: false, reason: 'tak_terduga' });
		throw error;
	}
}

/**
 * Does long work that somebody follows in many short transactions of its own, so that nobody waits for it; `lapor` tells
 * how far it is. What it makes must be safe to make twice. `selesai` writes the last of it with the end mark.
 */
export async function runPekerjaanPanjang(
	ctx: Ctx,
	muatan: unknown,
	percobaanMaks: number,
	kerjakan: (
		p: { id: number; isi: unknown; oleh: number },
		lapor: (selesai: number) => Promise<void>,
	) => Promise<HasilPekerjaan & { selesai?: (trx: Trx) => Promise<void> }>,
): Promise<void> {
	const id = (muatan as { pekerjaan: number }).pekerjaan;
	const { db } = ctx;
	const { rows } = await sql<{ percobaan: number; isi: unknown; oleh: number }>`
		update pekerjaan set keadaan = 'berjalan', percobaan = percobaan + 1
		where id = ${id} and keadaan in ('menunggu', 'berjalan') returning percobaan, isi, oleh`.execute(db);
	const [p] = rows;
	if (!p) return;
	try {
		const hasil = await kerjakan({ id, isi: p.isi, oleh: p.oleh }, async (selesai) => {
			await db.updateTable('pekerjaan').set({ selesai }).where('id', '=', id).execute();
		});
		await db.transaction().execute(async (trx) => {
			if (!(await lockPekerjaan(trx, id))) return;
			await hasil.selesai?.(trx);
			await endPekerjaan(trx, id, ctx.clock(), hasil);
		});
	} catch (error) {
		if (p.percobaan >= percobaanMaks)
			await endPekerjaan(db, id, ctx.clock(), { ok: false, reason: 'tak_terduga' });
		throw error;
	}
}

async function lockPekerjaan(trx: Trx, id: number): Promise<{ isi: unknown; oleh: number } | undefined> {
	return await trx
		.selectFrom('pekerjaan')
		.select([sql<unknown>`isi`.as('isi'), 'oleh'])
		.where('id', '=', id)
		.where('keadaan', '=', 'berjalan')
		.forUpdate()
		.executeTakeFirst();
}

async function endPekerjaan(db: Db, id: number, berakhir: Date, hasil: HasilPekerjaan): Promise<void> {
	await db
		.updateTable('pekerjaan')
		.set(
			hasil.ok
				? { keadaan: 'selesai', berakhir, hasil: hasil.hasil, jumlah: hasil.jumlah, selesai: hasil.jumlah }
				: { keadaan: 'gagal', berakhir, galat: hasil.reason },
		)
		.where('id', '=', id)
		.execute();
}

const kolom = [
	'id',
	'jenis',
	'keadaan',
	'selesai',
	'jumlah',
	'galat',
	'hasil',
	'dibuat',
	'berakhir',
	'oleh',
] as const;

/** One piece of work, for its page; the caller is limited to what the person may see. */
export async function findPekerjaan(db: Db, id: number) {
	return await db.selectFrom('pekerjaan').select(kolom).where('id', '=', id).executeTakeFirst();
}
export type Pekerjaan = NonNullable<Awaited<ReturnType<typeof findPekerjaan>>>;

/** The same work asked for by the same person and not finished yet; undefined where there is none. */
export async function findSama(
	db: Db,
	p: Pick<PekerjaanBaru, 'jenis' | 'isi' | 'oleh'>,
): Promise<number | undefined> {
	const ada = await db
		.selectFrom('pekerjaan')
		.select('id')
		.where('jenis', '=', p.jenis)
		.where('oleh', '=', p.oleh)
		.where('keadaan', 'in', ['menunggu', 'berjalan'])
		.where(sql<boolean>`isi = ${JSON.stringify(p.isi)}::jsonb`)
		.orderBy('id', 'desc')
		.executeTakeFirst();
	return ada?.id;
}

/** Work of one kind that is not finished, or failed after `sejak`; newest first. */
export async function listPekerjaan(db: Db, jenis: string, sejak: Date): Promise<Pekerjaan[]> {
	return await db
		.selectFrom('pekerjaan')
		.select(kolom)
		.where('jenis', '=', jenis)
		.where((eb) =>
			eb.or([
				eb('keadaan', 'in', ['menunggu', 'berjalan']),
				eb.and([eb('keadaan', '=', 'gagal'), eb('berakhir', '>', sejak)]),
			]),
		)
		.orderBy('id', 'desc')
		.limit(20)
		.execute();
}
