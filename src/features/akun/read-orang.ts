import type { Kysely } from 'kysely';
import type { Orang } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';
import { peranBerlaku } from './orang.store.ts';

/**
 * A person with the roles that hold at this moment, for work done for them in the background; null once they were
 * deactivated. No session stands behind it.
 */
export async function readOrang(db: Kysely<Tables>, id: number): Promise<Orang | null> {
	const orang = await db
		.selectFrom('orang')
		.select(['orang.id', 'orang.nama', peranBerlaku.as('peran')])
		.where('orang.id', '=', id)
		.where('orang.nonaktif', 'is', null)
		.executeTakeFirst();
	return orang ? { jenis: 'orang', ...orang, sesiId: 0, ditegaskan: new Date(0) } : null;
}
