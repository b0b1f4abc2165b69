import { sql, type Transaction } from 'kysely';
import type { Ctx, Orang } from '../ctx.ts';
import type { Tables } from './tables.ts';

export type Trx = Transaction<Tables>;

/** National roles see every institution; everybody else those they have a role in. */
const nasional = new Set(['admin_nasional', 'tim_reviu']);

/**
 * One transaction as the application role, limited by row-level security to the person's institutions. Whatever a
 * query forgets to filter, rows of other institutions are not there.
 */
export async function inScope<T>(ctx: Ctx, orang: Orang, work: (trx: Trx) => Promise<T>): Promise<T> {
	return await ctx.db.transaction().execute(async (trx) => {
		await enterScope(trx, orang);
		return await work(trx);
	});
}

/** Limits the rest of a transaction to the person's institutions. */
export async function enterScope(trx: Trx, orang: Pick<Orang, 'id' | 'peran'>): Promise<void> {
	const instansi = [...new Set(orang.peran.flatMap((p) => p.instansiId ?? []))].join(',');
	const semua = orang.peran.some((p) => nasional.has(p.peran)) ? 'ya' : '';
	await sql`select set_config('matang.orang', ${String(orang.id)}, true),
		set_config('matang.instansi', ${instansi}, true),
		set_config('matang.nasional', ${semua}, true),
		set_config('role', 'matang_aplikasi', true)`.execute(trx);
}

/**
 * Leaves the limits for one piece of work within the same transaction: for tables the application role may not
 * touch (people, sessions), after the use case has authorised.
 */
export async function asOwner<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
	await sql`set local role none`.execute(trx);
	const hasil = await work();
	await sql`set local role matang_aplikasi`.execute(trx);
	return hasil;
}

/** As `asOwner`, also where the transaction is not limited to a person; afterwards it is as it was. */
export async function asMachine<T>(trx: Trx, work: () => Promise<T>): Promise<T> {
	const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(trx);
	await sql`set local role none`.execute(trx);
	const hasil = await work();
	await sql`select set_config('role', ${rows[0]?.role ?? 'none'}, true)`.execute(trx);
	return hasil;
}
