import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Opini, Pokok } from '../aturan/audit.rules.ts';
import { simpulkanArea, simpulkanSemua } from '../aturan/opini.rules.ts';
import { readAturanAudit } from '../aturan/read-aturan-audit.ts';
import { updateAudit } from './audit.store.ts';
import { listKriteria } from './kriteria.store.ts';
import { KERJA, type TolakAudit, withAudit } from './require-audit.ts';

type Tempat = { instansiId: number; auditId: number };
export type SimpulOutcome =
	| { ok: true; value: { hitung: Opini | null } }
	| TolakAudit
	| { ok: false; reason: 'kesimpulan_salah' | 'opini_tanpa_alasan' | 'reviu_oleh_tim' | 'reviu_kosong' };

/**
 * Writes the conclusion: matters that were examined, the opinion, and why it is another one than the rule comes to.
 * An earlier quality review was of other words and falls away.
 */
export async function concludeAudit(
	ctx: Ctx,
	input: Tempat & { pokok: readonly Pokok[]; opini: Opini | null; alasan: string; kesimpulan: string },
): Promise<SimpulOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId: id, opini, pokok } = input;
	return await withAudit<SimpulOutcome>(ctx, input, KERJA, async (trx, orang) => {
		const [alasan, kesimpulan] = [input.alasan.trim(), input.kesimpulan.trim()];
		if (opini === null || kesimpulan === '' || kesimpulan.length > 10_000 || alasan.length > 5000)
			return { ok: false, reason: 'kesimpulan_salah' };
		const aturan = readAturanAudit(ctx).opini;
		const hitung = simpulkanSemua(simpulkanArea(await listKriteria(trx, instansiId, id), aturan), aturan);
		if (opini !== hitung && alasan === '') return { ok: false, reason: 'opini_tanpa_alasan' };
		await updateAudit(
			trx,
			{ instansiId, id, waktu },
			{
				...{ pokok, opini, opini_hitung: hitung, opini_alasan: alasan, kesimpulan },
				...{ reviu_oleh: null, reviu_waktu: null, reviu_catatan: '' },
			},
		);
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.opini', objek: `audit/${id}` },
			rincian: { opini, hitung, pokok: pokok.join(' ') },
		});
		return { ok: true, value: { hitung } };
	});
}

/** Records that the work was reviewed for its quality, by somebody who did not do it. */
export async function reviewAudit(ctx: Ctx, input: Tempat & { catatan: string }): Promise<SimpulOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId: id } = input;
	return await withAudit<SimpulOutcome>(ctx, input, ['pelaporan'], async (trx, orang, audit) => {
		const catatan = input.catatan.trim().slice(0, 5000);
		if (catatan === '') return { ok: false, reason: 'reviu_kosong' };
		if (audit.tim.some((t) => t.orangId === orang.id && (t.peran === 'ketua' || t.peran === 'anggota')))
			return { ok: false, reason: 'reviu_oleh_tim' };
		await updateAudit(
			trx,
			{ instansiId, id, waktu },
			{ reviu_oleh: orang.id, reviu_waktu: waktu, reviu_catatan: catatan },
		);
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.reviu', objek: `audit/${id}` },
		});
		return { ok: true, value: { hitung: audit.opiniHitung } };
	});
}
