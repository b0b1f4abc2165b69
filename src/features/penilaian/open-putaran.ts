import { authorize } from '#features/akun/require-orang.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { skorPenilaian, type Tahap } from './penilaian.rules.ts';
import { insertPenilaian, insertPutaran } from './penilaian.store.ts';

export interface BukaMasukan {
	instansiId: number;
	nama: string;
	tahun: number;
	jenis: 'evaluasi' | 'pemantauan';
	instrumen: string;
	/** Stages with their dates, ISO; a stage left out is not held. */
	tahap: readonly { tahap: Tahap; mulai: string; selesai: string }[];
}

export type BukaOutcome =
	| { ok: true; value: { penilaianId: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'instrumen_tidak_dikenal' | 'tanggal_terbalik' };

/** Opens an institution's own round on a frozen copy of the instrument, with its one assessment. */
export async function openPutaran(ctx: Ctx, input: BukaMasukan): Promise<BukaOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'penilaian.buka', { instansiId });
	if (!boleh.ok) return boleh;
	const instrumen = listInstrumen(ctx).find((i) => i.id === input.instrumen);
	if (!instrumen) return { ok: false, reason: 'instrumen_tidak_dikenal' };
	if (input.tahap.some((t) => t.selesai < t.mulai)) return { ok: false, reason: 'tanggal_terbalik' };
	const dibuat = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<BukaOutcome> => {
		const putaranId = await insertPutaran(trx, {
			nama: input.nama,
			tahun: input.tahun,
			jenis: input.jenis,
			instrumen,
			penyelenggaraId: instansiId,
			tahap: input.tahap,
			dibuat,
			oleh: boleh.orang.id,
		});
		const { skor } = skorPenilaian(instrumen, input.tahun, new Map());
		const penilaianId = await insertPenilaian(trx, { putaranId, instansiId, skor });
		await recordActivity(trx, {
			instansiId,
			waktu: dibuat,
			orangId: boleh.orang.id,
			tindakan: 'putaran.buka',
			objek: `penilaian/${penilaianId}`,
			rincian: { tahun: input.tahun, instrumen: instrumen.id },
		});
		return { ok: true, value: { penilaianId } };
	});
}
