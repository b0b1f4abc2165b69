import { canAct } from '#features/akun/izin.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { adaIndikator, bacaNilai, skorPenilaian } from './penilaian.rules.ts';
import { findPenilaian, insertNilai, listNilaiTerbaru, updateSkor } from './penilaian.store.ts';
import { listPenugasan, type Penugasan } from './penugasan.store.ts';

export interface NilaiMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	/** As typed; empty takes the answer back. */
	nilai: string;
	fakta: string;
	analisis: string;
	/** Id of the newest entry the person saw, "0" for none: a newer one means that somebody else was at it. */
	dasar: string;
}

export type NilaiOutcome =
	| { ok: true; value: { id: bigint; indeks: string | null; terjawab: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'indikator_tidak_ada'
				| 'tahap_lewat'
				| 'bentrok'
				| 'terlalu_panjang';
	  }
	| { ok: false; reason: 'nilai_tidak_sah'; pesan: string };

const PANJANG = 20_000;

/** Appends a self-assessed value with its Fakta and Analisis to the ledger and keeps the score of the assessment. */
export async function recordNilai(ctx: Ctx, input: NilaiMasukan): Promise<NilaiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if (input.fakta.length > PANJANG || input.analisis.length > PANJANG)
		return { ok: false, reason: 'terlalu_panjang' };
	const orang = ctx.who;
	const { instansiId, penilaianId, indikator } = input;
	return await inScope(ctx, orang, async (trx): Promise<NilaiOutcome> => {
		const penilaian = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!penilaian) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!adaIndikator(penilaian.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
		if (!canFill(orang, instansiId, await listPenugasan(trx, instansiId, penilaianId), indikator))
			return { ok: false, reason: 'tidak_berwenang' };
		if (penilaian.tahap !== 'mandiri') return { ok: false, reason: 'tahap_lewat' };
		const terbaca = bacaNilai(penilaian.rangka, indikator, input.nilai);
		if (!terbaca.ok) return terbaca;
		const terbaru = await listNilaiTerbaru(trx, instansiId, penilaianId);
		const kini = terbaru.find((n) => n.indikator === indikator);
		if (String(kini?.id ?? 0n) !== input.dasar) return { ok: false, reason: 'bentrok' };
		const waktu = ctx.clock();
		const id = await insertNilai(trx, {
			instansiId,
			penilaianId,
			tahap: penilaian.tahap,
			indikator,
			nilai: terbaca.nilai,
			fakta: input.fakta,
			analisis: input.analisis,
			orangId: orang.id,
			waktu,
		});
		const nilai = new Map([
			...terbaru.map((n) => [n.indikator, n.nilai] as const),
			[indikator, terbaca.nilai],
		]);
		const { skor, terjawab } = skorPenilaian(penilaian.rangka, penilaian.tahun, nilai);
		await updateSkor(trx, { instansiId, id: penilaianId, skor, terjawab });
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: 'nilai.isi',
			objek: `penilaian/${penilaianId}/${indikator}`,
			rincian: { entri: String(id), nilai: terbaca.nilai },
		});
		return { ok: true, value: { id, indeks: skor.indeks, terjawab } };
	});
}

/** Whole-institution roles fill any indicator; one limited to a unit only what is assigned within it. */
export function canFill(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	penugasan: readonly Pick<Penugasan, 'indikator' | 'jalur'>[],
	indikator: string,
): boolean {
	if (canAct(orang, 'nilai.isi', { instansiId }).ok) return true;
	return penugasan.some(
		(p) => p.indikator === indikator && canAct(orang, 'nilai.isi', { instansiId, jalur: p.jalur }).ok,
	);
}
