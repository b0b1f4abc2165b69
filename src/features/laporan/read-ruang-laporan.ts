import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { listPertemuan } from '#features/penilaian/interviu.store.ts';
import { findPenilaian, keadaanOf } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { canTulis } from '#features/penilaian/record-nilai.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';

export interface RuangLaporan {
	id: number;
	nama: string;
	tahun: number;
	/** May read the assessment whole. */
	utuh: boolean;
	/** Indicators the person sees. */
	indikator: { id: string; pendek: string }[];
	/** Meetings whose minutes are written. */
	pertemuan: ('interviu' | 'visitasi')[];
	/** May fill in something now: the workbook is there. */
	lembar: boolean;
}

/** Which documents of an assessment the person may have. */
export async function readRuangLaporan(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<
	| { ok: true; value: RuangLaporan }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, id);
		if (!p) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const tugas = await listPenugasan(trx, instansiId, id);
		const utuh = canAct(who, 'penilaian.lihat', { instansiId }).ok;
		const milik = (i: string) =>
			jalur === 'semua' || tugas.some((t) => t.indikator === i && jalur.some((j) => t.jalur.startsWith(j)));
		const semua = listIndikator(p.rangka);
		const keadaan = { ...keadaanOf(p, ctx.clock()), penyelenggaraId: p.penyelenggaraId };
		const value: RuangLaporan = {
			...{ id: p.id, nama: p.nama, tahun: p.tahun, utuh },
			indikator: semua.filter((i) => milik(i.id)).map(({ id, pendek }) => ({ id, pendek })),
			pertemuan: utuh ? (await listPertemuan(trx, instansiId, id)).map((x) => x.jenis) : [],
			lembar: semua.some((i) => canTulis(who, instansiId, i.id, keadaan, tugas).ok),
		};
		return { ok: true as const, value };
	});
}
