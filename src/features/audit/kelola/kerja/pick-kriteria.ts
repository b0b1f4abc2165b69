import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { deleteBagian } from './audit.store.ts';
import { type Butir, insertKriteria, listDaftar, listKriteria } from './kriteria.store.ts';
import { readKendali } from './read-kendali.ts';
import { SUSUN, type TolakAudit, withAudit } from './require-audit.ts';

type Tempat = { instansiId: number; auditId: number };
export type PilihOutcome =
	| { ok: true; value: { baru: number } }
	| TolakAudit
	| {
			ok: false;
			reason:
				| 'kriteria_tidak_dipilih'
				| 'daftar_tidak_ada'
				| 'kriteria_tidak_ada'
				| 'kriteria_terlalu_banyak'
				| 'kriteria_sudah_diuji';
	  };

/** Criteria that one audit can have. */
const MAKS = 500;

/**
 * Takes criteria into an audit: these controls, or a whole list of the institution. What is there stays.
 * @param input.kode codes of controls of BSSN 4/2021
 */
export async function pickKriteria(
	ctx: Ctx,
	input: Tempat & { kode: readonly string[]; daftarId: number | null },
): Promise<PilihOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId } = input;
	return await withAudit<PilihOutcome>(ctx, input, SUSUN, async (trx, orang, audit) => {
		const daftar =
			input.daftarId === null
				? undefined
				: (await listDaftar(trx, instansiId)).find((d) => d.id === input.daftarId);
		if (input.daftarId !== null && !daftar) return { ok: false, reason: 'daftar_tidak_ada' };
		const kendali = readKendali(ctx).kendali.filter((k) => input.kode.includes(k.kode));
		const butir: Butir[] = [...kendali, ...(daftar?.butir ?? [])].map(({ kode, area, teks, sumber }) => ({
			kode,
			area,
			teks,
			sumber,
		}));
		if (butir.length === 0) return { ok: false, reason: 'kriteria_tidak_dipilih' };
		if (audit.jumlah.kriteria + butir.length > MAKS) return { ok: false, reason: 'kriteria_terlalu_banyak' };
		const baru = await insertKriteria(trx, { instansiId, auditId }, butir);
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.kriteria', objek: `audit/${auditId}` },
			rincian: { baru, daftar: input.daftarId },
		});
		return { ok: true, value: { baru } };
	});
}

/** Takes a criterion out again that nobody has tested. */
export async function dropKriteria(ctx: Ctx, input: Tempat & { id: number }): Promise<PilihOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, id } = input;
	return await withAudit<PilihOutcome>(ctx, input, SUSUN, async (trx, orang) => {
		const ada = (await listKriteria(trx, instansiId, auditId)).find((k) => k.id === id);
		if (!ada) return { ok: false, reason: 'kriteria_tidak_ada' };
		if (ada.versi > 0) return { ok: false, reason: 'kriteria_sudah_diuji' };
		await deleteBagian(trx, 'audit_kriteria', input);
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'audit.kriteria_hapus',
				objek: `audit/${auditId}`,
			},
			rincian: { kode: ada.kode },
		});
		return { ok: true, value: { baru: 0 } };
	});
}
