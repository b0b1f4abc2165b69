import type { Ctx, Orang } from '#platform/ctx.ts';
import { gatherCalls } from '#platform/gather.ts';
import { listSesi, touchSesi } from './sesi.store.ts';
import { hashToken } from './token.ts';

const MENIT = 60_000;
/** A session that nobody used for so long ends. */
export const diamMaks = 3 * 24 * 60 * MENIT;

/**
 * Who a session's token belongs to, with the roles that hold at this moment; null where the session is unknown,
 * ended, expired or unused too long, or the person was deactivated.
 */
export async function readSesi(
	ctx: Pick<Ctx, 'db' | 'clock'>,
	token: string | undefined,
): Promise<Orang | null> {
	if (!token || !/^[\w-]{43}$/.test(token)) return null;
	const kini = ctx.clock();
	const sesi = await cariSesi(ctx.db, '', { ctx, hash: hashToken(token) });
	if (!sesi || kini.getTime() - sesi.terakhir.getTime() > diamMaks) return null;
	if (kini.getTime() - sesi.terakhir.getTime() > 5 * MENIT) await touchSesi(ctx.db, sesi.id, kini);
	return {
		jenis: 'orang',
		id: sesi.orangId,
		nama: sesi.nama,
		sesiId: sesi.id,
		ditegaskan: sesi.ditegaskan,
		peran: sesi.peran,
		belumDibaca: sesi.belumDibaca,
	};
}

/** Requests that arrive together are looked up together, each after it arrived: a revoked right is dead on the next one. */
const cariSesi = gatherCalls((daftar: readonly { ctx: Pick<Ctx, 'db' | 'clock'>; hash: Buffer }[]) => {
	const [{ ctx }] = daftar as [(typeof daftar)[number]];
	return listSesi(
		ctx.db,
		daftar.map((d) => d.hash),
		ctx.clock(),
	);
});
