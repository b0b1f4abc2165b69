import { authorize } from '#features/akun/require-orang.ts';
import { findBukti } from '#features/bukti/bukti.store.ts';
import { adaIndikator } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { cancelCentang, insertCentang } from './paket.store.ts';

export interface CentangMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	/** An item; the indicator's level with Fakta and Analisis where null. */
	buktiId: number | null;
	/** Takes the tick back instead. */
	batal: boolean;
}

export type CentangOutcome =
	| { ok: true; value: { berubah: boolean } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'indikator_tidak_ada'
				| 'bukti_tidak_ada';
	  };

/** Notes that something has been entered in the ministry's portal, or takes that back. Ticking anew takes the present revision. */
export async function tickPortal(ctx: Ctx, input: CentangMasukan): Promise<CentangOutcome> {
	const { instansiId, penilaianId, indikator, buktiId, batal } = input;
	const boleh = authorize(ctx, 'portal.catat', { instansiId });
	if (!boleh.ok) return boleh;
	const orangId = boleh.orang.id;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<CentangOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!adaIndikator(p.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
		const b = buktiId === null ? null : await findBukti(trx, instansiId, penilaianId, buktiId);
		if (buktiId !== null && (!b || b.indikator !== indikator || b.status === 'ditarik'))
			return { ok: false, reason: 'bukti_tidak_ada' };
		const sasaran = { instansiId, penilaianId, indikator, buktiId, orangId };
		const dilepas = await cancelCentang(trx, { ...sasaran, batal: waktu });
		const berubah = batal
			? dilepas
			: await insertCentang(trx, { ...sasaran, revisi: b?.revisi ?? null, waktu });
		if (berubah)
			await recordActivity(trx, {
				...{ instansiId, waktu, orangId, tindakan: batal ? 'portal.batal' : 'portal.centang' },
				objek: `penilaian/${penilaianId}/${indikator}`,
				rincian: { bukti: buktiId, revisi: b?.revisi ?? null },
			});
		return { ok: true, value: { berubah } };
	});
}
