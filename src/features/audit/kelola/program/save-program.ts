import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { insertPeta } from '#features/rencana/peta/peta.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { indikatorAudit, type JenisAudit, type Pelaksana } from '../aturan/audit.rules.ts';
import { usulkanProgram } from '../aturan/program.rules.ts';
import { readAturanAudit } from '../aturan/read-aturan-audit.ts';
import {
	deleteProgram,
	findProgram,
	insertProgram,
	listProgram,
	lockProgram,
	updatePetaProgram,
} from './program.store.ts';
import { listSistemProgram } from './sistem-program.ts';

export type TolakProgram = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };
type Isi = { tahun: number; jenis: JenisAudit; pelaksana: Pelaksana; objek: string };

/** Plans one audit of a year. */
export async function addProgram(
	ctx: Ctx,
	input: Isi & { instansiId: number },
): Promise<
	| { ok: true; value: { id: number } }
	| TolakProgram
	| { ok: false; reason: 'isian_program_salah' | 'program_sudah_ada' }
> {
	const { instansiId, tahun, jenis, pelaksana } = input;
	const boleh = authorize(ctx, 'audit.program', { instansiId });
	if (!boleh.ok) return boleh;
	const objek = input.objek.trim();
	const tahunIni = Number(hariIni(ctx.clock()).slice(0, 4));
	if (objek === '' || objek.length > 1000 || tahun < tahunIni - 5 || tahun > tahunIni + 20)
		return { ok: false, reason: 'isian_program_salah' };
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		const id = await insertProgram(trx, {
			...{ instansiId, tahun, jenis, pelaksana, objek, waktu },
			oleh: boleh.orang.id,
		});
		if (id === undefined) return { ok: false as const, reason: 'program_sudah_ada' as const };
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'audit.program',
				objek: `audit/program/${id}`,
			},
			rincian: { tahun, jenis, pelaksana },
		});
		return { ok: true as const, value: { id } };
	});
}

/**
 * Fills the years ahead from the register of systems; what is planned stays as it is.
 * @param seringkali kinds in which the institution runs something common or national
 */
export async function suggestProgram(
	ctx: Ctx,
	{ instansiId, seringkali }: { instansiId: number; seringkali: readonly JenisAudit[] },
): Promise<{ ok: true; value: { baru: number } } | TolakProgram> {
	const boleh = authorize(ctx, 'audit.program', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		const usul = usulkanProgram(
			Number(hariIni(waktu).slice(0, 4)),
			await listSistemProgram(trx, instansiId),
			seringkali,
			await listProgram(trx, instansiId),
			readAturanAudit(ctx).program,
		);
		let baru = 0;
		for (const u of usul)
			if ((await insertProgram(trx, { ...u, instansiId, waktu, oleh: boleh.orang.id })) !== undefined) baru++;
		if (baru > 0)
			await recordActivity(trx, {
				...{
					instansiId,
					waktu,
					orangId: boleh.orang.id,
					tindakan: 'audit.program_usulan',
					objek: 'audit/program',
				},
				rincian: { baru },
			});
		return { ok: true as const, value: { baru } };
	});
}

/** Takes a row away that no audit was planned from. */
export async function removeProgram(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true } | TolakProgram | { ok: false; reason: 'program_tidak_ada' | 'program_terpakai' }> {
	const boleh = authorize(ctx, 'audit.program', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const ada = await findProgram(trx, instansiId, id);
		if (!ada) return { ok: false as const, reason: 'program_tidak_ada' as const };
		if (ada.auditId !== null) return { ok: false as const, reason: 'program_terpakai' as const };
		await deleteProgram(trx, instansiId, id);
		await recordActivity(trx, {
			...{ instansiId, waktu: ctx.clock(), orangId: boleh.orang.id, tindakan: 'audit.program_hapus' },
			objek: `audit/program/${id}`,
			rincian: { tahun: ada.tahun, jenis: ada.jenis },
		});
		return { ok: true as const };
	});
}

/** A row of the Peta Rencana for every planned audit that has none; who leads the plan does it. */
export async function enterPeta(
	ctx: Ctx,
	{ instansiId }: { instansiId: number },
): Promise<{ ok: true; value: { baru: number } } | TolakProgram> {
	const boleh = authorize(ctx, 'rencana.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		await lockProgram(trx, instansiId); // two at once would both add
		const belum = (await listProgram(trx, instansiId)).filter((p) => p.petaId === null);
		for (const p of belum) {
			const petaId = await insertPeta(trx, {
				...{
					instansiId,
					tahun: p.tahun,
					muatan: 'audit_tik',
					judul: judulPeta(p),
					indikator: indikatorAudit[p.jenis],
				},
				...{ unitId: null, kebutuhan: null, anggaran: null, subKegiatan: '', tindakanId: null, waktu },
				oleh: boleh.orang.id,
			});
			await updatePetaProgram(trx, instansiId, p.id, petaId);
		}
		if (belum.length > 0)
			await recordActivity(trx, {
				...{ instansiId, waktu, orangId: boleh.orang.id, tindakan: 'audit.program_peta', objek: 'peta' },
				rincian: { baru: belum.length },
			});
		return { ok: true as const, value: { baru: belum.length } };
	});
}

const judulPeta = (p: Isi): string => `Audit ${p.jenis} SPBE (${p.pelaksana}): ${p.objek}`.slice(0, 300);
