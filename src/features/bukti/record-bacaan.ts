import { isLuar } from '#features/akun/izin.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';

/** Records that somebody from outside was shown evidence, in the transaction that read it; nothing where none was. */
export async function recordBacaan(
	trx: Trx,
	{ instansiId, objek, waktu, who }: { instansiId: number; objek: string; waktu: Date; who: Orang },
	rincian: Record<string, string | number>,
): Promise<void> {
	if (!isLuar(who, instansiId) || Object.keys(rincian).length === 0) return;
	await recordActivity(trx, { instansiId, waktu, orangId: who.id, tindakan: 'bukti.baca', objek, rincian });
}
