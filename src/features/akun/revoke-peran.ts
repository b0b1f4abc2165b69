import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { canGrant } from './peran.rules.ts';
import { countPeran, revokePeranById } from './peran.store.ts';
import { authorize } from './require-orang.ts';

export type CabutOutcome =
	| { ok: true; value: { orangId: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'peran_tidak_ada' | 'admin_terakhir' };

type Sebab = 'admin_terakhir' | 'tidak_berwenang';
class Batal extends Error {
	readonly reason: Sebab;
	constructor(reason: Sebab) {
		super(reason);
		this.reason = reason;
	}
}

/** Takes a role away; it is dead at the person's next request. An institution keeps at least one administrator. */
export async function revokePeran(
	ctx: Ctx,
	input: { instansiId: number; peranId: number },
): Promise<CabutOutcome> {
	const boleh = authorize(ctx, 'peran.kelola', { instansiId: input.instansiId });
	if (!boleh.ok) return boleh;
	const kini = ctx.clock();
	try {
		return await inScope(ctx, boleh.orang, async (trx): Promise<CabutOutcome> => {
			const peran = await revokePeranById(trx, input.instansiId, input.peranId, kini);
			if (!peran) return { ok: false, reason: 'peran_tidak_ada' };
			// nobody dismisses their own judge either
			if (!canGrant(boleh.orang, { peran: peran.peran, instansiId: input.instansiId }).ok)
				throw new Batal('tidak_berwenang');
			if (
				peran.peran === 'admin_instansi' &&
				(await countPeran(trx, 'admin_instansi', input.instansiId)) === 0
			)
				throw new Batal('admin_terakhir');
			await recordActivity(trx, {
				instansiId: input.instansiId,
				waktu: kini,
				orangId: boleh.orang.id,
				tindakan: 'peran.cabut',
				objek: `orang/${peran.orangId}`,
				rincian: { peran: peran.peran, unit: peran.unitId },
			});
			return { ok: true, value: { orangId: peran.orangId } };
		});
	} catch (error) {
		if (error instanceof Batal) return { ok: false, reason: error.reason };
		throw error;
	}
}
