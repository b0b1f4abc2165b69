import { listJalur } from '#features/akun/izin.rules.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { adaIndikator } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { eksporCuplikan, eksporRantai } from '#platform/activity/ekspor.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import { signActivity } from '#platform/activity/sign-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';

type Ekspor<R extends string> = { ok: true; value: AsyncGenerator<string> } | { ok: false; reason: R };
type Dasar = 'belum_masuk' | 'tidak_berwenang';

/** The institution's whole chain with its checkpoints, for those who may read the log; a fresh checkpoint ends it. */
export async function exportAktivitas(
	ctx: Ctx,
	instansi: { id: number; nama: string },
): Promise<Ekspor<Dasar>> {
	const boleh = authorize(ctx, 'aktivitas.lihat', { instansiId: instansi.id });
	if (!boleh.ok) return boleh;
	await inScope(ctx, boleh.orang, (trx) =>
		recordActivity(trx, {
			instansiId: instansi.id,
			waktu: ctx.clock(),
			orangId: boleh.orang.id,
			tindakan: 'aktivitas.ekspor',
			objek: `instansi/${instansi.id}`,
		}),
	);
	await signActivity(ctx, { rantai: instansi.id });
	return { ok: true, value: eksporRantai(ctx.db, instansi.id, kepala(ctx, instansi.nama)) };
}

/**
 * The history of one assessment or indicator, each entry with its proof, for those who may see that indicator: a unit
 * can verify its own score without seeing anything else of the log.
 */
export async function exportRiwayat(
	ctx: Ctx,
	input: { instansi: { id: number; nama: string }; penilaianId: number; indikator: string | null },
): Promise<Ekspor<Dasar | 'penilaian_tidak_ada'>> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansi, penilaianId, indikator } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansi.id);
	if (jalur !== 'semua' && (jalur.length === 0 || indikator === null))
		return { ok: false, reason: 'tidak_berwenang' };
	const ada = await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansi.id, penilaianId);
		if (!p || (indikator !== null && !adaIndikator(p.rangka, indikator))) return false;
		if (jalur === 'semua') return true;
		const tugas = await listPenugasan(trx, instansi.id, penilaianId);
		return tugas.some((t) => t.indikator === indikator && jalur.some((j) => t.jalur.startsWith(j)));
	});
	if (!ada) return { ok: false, reason: 'penilaian_tidak_ada' };
	await signActivity(ctx, { rantai: instansi.id });
	const objek = `penilaian/${penilaianId}${indikator === null ? '' : `/${indikator}`}`;
	return { ok: true, value: eksporCuplikan(ctx.db, instansi.id, objek, kepala(ctx, instansi.nama)) };
}

const kepala = (ctx: Ctx, nama: string) => ({ instansi: nama, dibuat: ctx.clock().toISOString() });
