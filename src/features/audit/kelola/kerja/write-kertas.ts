import { bacaTautan } from '#features/bukti/bukti.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type KertasTulis, listKriteria, updateKertas } from './kriteria.store.ts';
import { KERJA, type TolakAudit, withAudit } from './require-audit.ts';

export type KertasOutcome =
	| { ok: true }
	| TolakAudit
	| {
			ok: false;
			reason:
				| 'kriteria_tidak_ada'
				| 'kertas_salah'
				| 'tautan_tidak_sah'
				| 'diperiksa_kosong'
				| 'eik_tanpa_desain'
				| 'bentrok_kertas';
	  };

/** Writes the working paper of one criterion: what was examined, on which sample, and what the three tests came to. */
export async function writeKertas(
	ctx: Ctx,
	input: KertasTulis & { instansiId: number; auditId: number; id: number; versi: number },
): Promise<KertasOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, id, versi, edk, eik, efk } = input;
	return await withAudit<KertasOutcome>(ctx, input, KERJA, async (trx, orang) => {
		const ada = (await listKriteria(trx, instansiId, auditId)).find((k) => k.id === id);
		if (!ada) return { ok: false, reason: 'kriteria_tidak_ada' };
		const { diperiksa, sampel, catatan } = input;
		if (diperiksa.length > 5000 || sampel.length > 2000 || catatan.length > 5000)
			return { ok: false, reason: 'kertas_salah' };
		const tautan = input.tautan.trim() === '' ? '' : bacaTautan(input.tautan.trim());
		if (tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
		if ((edk ?? eik ?? efk) !== null && diperiksa.trim() === '')
			return { ok: false, reason: 'diperiksa_kosong' };
		if (edk === 'TM' && eik !== null) return { ok: false, reason: 'eik_tanpa_desain' };
		const isi = { edk, eik, efk, diperiksa, sampel, catatan, tautan };
		if (!(await updateKertas(trx, { instansiId, auditId, id, versi, oleh: orang.id, waktu }, isi)))
			return { ok: false, reason: 'bentrok_kertas' };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.kertas', objek: `audit/${auditId}` },
			rincian: { kode: ada.kode, edk, eik, efk },
		});
		return { ok: true };
	});
}
