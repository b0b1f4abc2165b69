import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findProgram } from '../program/program.store.ts';
import { type AuditTulis, insertAudit, updateIsiAudit } from './audit.store.ts';
import { SUSUN, type TolakAudit, withAudit } from './require-audit.ts';

export type RencanaMasukan = AuditTulis & { instansiId: number };
export type RencanaAuditOutcome =
	| { ok: true; value: { id: number } }
	| TolakAudit
	| {
			ok: false;
			reason: 'isian_audit_salah' | 'tanggal_audit_salah' | 'program_tidak_ada' | 'bentrok_audit';
	  };

type Periksa = { ok: true } | Extract<RencanaAuditOutcome, { ok: false }>;

function periksa(a: AuditTulis): Periksa {
	const panjang = a.judul.length > 300 || a.tujuan.length > 5000 || a.namaLembaga.length > 300;
	if (a.judul.trim() === '' || panjang || (a.pelaksana === 'eksternal') !== (a.lembaga !== null))
		return { ok: false, reason: 'isian_audit_salah' };
	return a.selesai < a.mulai ? { ok: false, reason: 'tanggal_audit_salah' } : { ok: true };
}

/** Plans an audit, from the programme or beside it. */
export async function planAudit(ctx: Ctx, input: RencanaMasukan): Promise<RencanaAuditOutcome> {
	const { instansiId, programId } = input;
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const isi = periksa(input);
	if (!isi.ok) return isi;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<RencanaAuditOutcome> => {
		if (programId !== null && !(await findProgram(trx, instansiId, programId)))
			return { ok: false, reason: 'program_tidak_ada' };
		const id = await insertAudit(trx, { ...input, waktu, oleh: boleh.orang.id });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id, tindakan: 'audit.rencana', objek: `audit/${id}` },
			rincian: { jenis: input.jenis, pelaksana: input.pelaksana, program: programId },
		});
		return { ok: true, value: { id } };
	});
}

/** Changes what an audit is about, while its work is not reported. */
export async function changeAudit(
	ctx: Ctx,
	input: RencanaMasukan & { auditId: number; diubah: number },
): Promise<RencanaAuditOutcome> {
	const isi = periksa(input);
	const waktu = ctx.clock();
	return await withAudit<RencanaAuditOutcome>(ctx, input, SUSUN, async (trx, orang, audit) => {
		if (!isi.ok) return isi;
		if (audit.diubah !== input.diubah) return { ok: false, reason: 'bentrok_audit' };
		const { instansiId, auditId: id } = input;
		await updateIsiAudit(trx, { instansiId, id, waktu }, { ...input, programId: audit.programId });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.ubah', objek: `audit/${id}` },
			rincian: { mulai: input.mulai, selesai: input.selesai },
		});
		return { ok: true, value: { id } };
	});
}
