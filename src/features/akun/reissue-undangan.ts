import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asOwner, inScope } from '#platform/database/scope.ts';
import { issueTautan } from './issue-tautan.ts';
import { mailTautan } from './mail-tautan.ts';
import { findOrang, findSandi } from './orang.store.ts';
import { canOpenAkun } from './peran.rules.ts';
import { countPeranOrang, listPeranOrang } from './peran.store.ts';
import { authorize } from './require-orang.ts';

export type UlangUndanganOutcome =
	| { ok: true; value: { nama: string; tautan: string; surel: boolean } }
	| {
			ok: false;
			reason: 'belum_masuk' | 'tidak_berwenang' | 'orang_tidak_ada' | 'sudah_bersandi' | 'peran_di_luar';
	  };

/**
 * A new link for somebody of the institution who has not set a password yet; the earlier one stops working. Who has
 * a password may work for other institutions too: their reset is for national administrators.
 */
export async function reissueUndangan(
	ctx: Ctx,
	input: { instansiId: number; orangId: number },
): Promise<UlangUndanganOutcome> {
	const boleh = authorize(ctx, 'orang.kelola', { instansiId: input.instansiId });
	if (!boleh.ok) return boleh;
	const kini = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<UlangUndanganOutcome> => {
		if ((await countPeranOrang(trx, input.instansiId, input.orangId)) === 0)
			return { ok: false, reason: 'orang_tidak_ada' };
		const nasional = boleh.orang.peran.some((p) => p.peran === 'admin_nasional');
		const keadaan = await asOwner(trx, async () => ({
			orang: await findOrang(trx, input.orangId),
			bersandi: (await findSandi(trx, input.orangId)) !== undefined,
			peran: await listPeranOrang(trx, input.orangId),
		}));
		if (!keadaan.orang) return { ok: false, reason: 'orang_tidak_ada' };
		if (keadaan.bersandi && !nasional) return { ok: false, reason: 'sudah_bersandi' };
		if (!canOpenAkun(boleh.orang, keadaan.peran)) return { ok: false, reason: 'peran_di_luar' };
		const guna = keadaan.bersandi ? 'setel_ulang' : 'undangan';
		const tautan = await asOwner(trx, () => issueTautan(trx, guna, input.orangId, kini));
		await recordActivity(trx, {
			instansiId: input.instansiId,
			waktu: kini,
			orangId: boleh.orang.id,
			tindakan: `tautan.terbit_${guna}`,
			objek: `orang/${input.orangId}`,
		});
		const { nama, surel } = keadaan.orang;
		const { instansiId } = input;
		const dikirim = surel !== null && (await mailTautan(ctx, trx, { guna, nama, surel, tautan, instansiId }));
		return { ok: true, value: { nama, tautan, surel: dikirim } };
	});
}
