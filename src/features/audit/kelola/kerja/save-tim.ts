import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { PeranTim } from '../aturan/audit.rules.ts';
import { type Gangguan, listGangguan } from '../aturan/independensi.rules.ts';
import { deleteBagian, insertTim, listJalurOrang } from './audit.store.ts';
import { SUSUN, type TolakAudit, withAudit } from './require-audit.ts';

type Tempat = { instansiId: number; auditId: number };
export type TimOutcome =
	| { ok: true }
	| TolakAudit
	| {
			ok: false;
			reason: 'tim_salah' | 'tim_sudah_ada' | 'tim_tidak_ada' | 'unit_tidak_ada' | 'orang_tidak_ada';
	  }
	| { ok: false; reason: 'tidak_independen'; gangguan: Gangguan[] };

/** Adds somebody to the team: a person of the institution, or an outsider by name. Nobody audits their own work. */
export async function addTim(
	ctx: Ctx,
	input: Tempat & {
		orangId: number | null;
		/** Only of outsiders. */
		nama: string;
		peran: PeranTim;
		unitId: number | null;
		sertifikat: string;
	},
): Promise<TimOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, orangId, peran, unitId } = input;
	return await withAudit<TimOutcome>(ctx, input, SUSUN, async (trx, oleh, audit) => {
		const orang =
			orangId === null ? undefined : (await listOrangInstansi(trx, instansiId)).find((o) => o.id === orangId);
		if (orangId !== null && !orang) return { ok: false, reason: 'orang_tidak_ada' };
		const nama = (orang?.nama ?? input.nama).trim();
		const sertifikat = input.sertifikat.trim();
		if (nama === '' || nama.length > 200 || sertifikat.length > 300)
			return { ok: false, reason: 'tim_salah' };
		const unit = unitId === null ? undefined : await findUnit(trx, instansiId, unitId);
		if (unitId !== null && !unit) return { ok: false, reason: 'unit_tidak_ada' };
		const jalur = [
			...(unit ? [unit.jalur] : []),
			...(orangId === null ? [] : await listJalurOrang(trx, instansiId, orangId)),
		];
		const gangguan = listGangguan({ orangId, jalur }, audit.lingkup, audit.penanggungJawab);
		if (gangguan.length > 0) return { ok: false, reason: 'tidak_independen', gangguan };
		if (!(await insertTim(trx, { instansiId, auditId, orangId, nama, peran, unitId, sertifikat })))
			return { ok: false, reason: 'tim_sudah_ada' };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: oleh.id, tindakan: 'audit.tim', objek: `audit/${auditId}` },
			rincian: { orang: orangId, peran },
		});
		return { ok: true };
	});
}

/** Takes somebody out of the team. */
export async function removeTim(ctx: Ctx, input: Tempat & { id: number }): Promise<TimOutcome> {
	const { instansiId, auditId } = input;
	const waktu = ctx.clock();
	return await withAudit<TimOutcome>(ctx, input, SUSUN, async (trx, orang) => {
		if (!(await deleteBagian(trx, 'audit_tim', input))) return { ok: false, reason: 'tim_tidak_ada' };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.tim_hapus', objek: `audit/${auditId}` },
			rincian: { id: input.id },
		});
		return { ok: true };
	});
}
