import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type SetelanBaru, upsertSetelan } from './akses.store.ts';
import type { TolakAkses } from './izin-akses.ts';
import { ambangAsing } from './mesin/setelan.rules.ts';
import { readAturanAkses } from './read-aturan-akses.ts';

export const RETENSI = { paling: 30, terlama: 3650 } as const;

/** Settles thresholds, forbidden pairs, names of units and how long accounts are kept. They hold from the next file on. */
export async function saveSetelanAkses(
	ctx: Ctx,
	input: { instansiId: number } & SetelanBaru,
): Promise<{ ok: true } | TolakAkses | { ok: false; reason: 'retensi_salah' | 'ambang_salah' }> {
	const { instansiId, retensi, ambang } = input;
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	if (!Number.isInteger(retensi) || retensi < RETENSI.paling || retensi > RETENSI.terlama)
		return { ok: false, reason: 'retensi_salah' };
	if (ambangAsing(readAturanAkses(ctx), ambang).length > 0) return { ok: false, reason: 'ambang_salah' };
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		await upsertSetelan(trx, { ...input, waktu, oleh: boleh.orang.id });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id, tindakan: 'akses.setelan', objek: 'akses/setelan' },
			rincian: { retensi, pasangan: input.pasangan?.length ?? null },
		});
		return { ok: true as const };
	});
}
