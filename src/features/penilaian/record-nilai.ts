import { canAct } from '#features/akun/izin.rules.ts';
import { once } from '#features/luring/kiriman.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { canIsiNilai, canNilaiEksternal, type Keadaan, mayEksternal } from './alur.rules.ts';
import { adaIndikator, bacaLuar, bacaNilai, skorPenilaian } from './penilaian.rules.ts';
import {
	findPenilaian,
	insertNilai,
	keadaanOf,
	listNilaiTerbaru,
	type PenilaianTersimpan,
	updateSkor,
} from './penilaian.store.ts';
import { listPenugasan, type Penugasan } from './penugasan.store.ts';

export interface NilaiMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	/** As typed; empty takes the answer back. */
	nilai: string;
	fakta: string;
	analisis: string;
	/** The assessor's grounds for the level; asked for from the document stage on. */
	justifikasi: string;
	/** Another agency's index, as typed; empty where none is given. */
	luar: string;
	/** Id of the newest entry the person saw, "0" for none: a newer one means that somebody else was at it. */
	dasar: string;
	/** Key of the sending, where it may come twice; a second one gets the first one's answer. */
	kunci?: string | undefined;
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
				| 'sedang_diperiksa'
				| 'justifikasi_kosong'
				| 'luar_tidak_sah'
				| 'bentrok'
				| 'terlalu_panjang'
				| 'kunci_terpakai';
	  }
	| { ok: false; reason: 'nilai_tidak_sah'; pesan: string };

const PANJANG = 20_000;

/**
 * Appends a value with its explanation to the ledger, under the present stage, and keeps the score of the
 * assessment. The institution answers in the self-assessment, external assessors afterwards.
 */
export async function recordNilai(ctx: Ctx, input: NilaiMasukan): Promise<NilaiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if ([input.fakta, input.analisis, input.justifikasi].some((teks) => teks.length > PANJANG))
		return { ok: false, reason: 'terlalu_panjang' };
	const orang = ctx.who;
	const { instansiId, penilaianId, indikator } = input;
	return await inScope(ctx, orang, async (trx): Promise<NilaiOutcome> => {
		const penilaian = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!penilaian) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!adaIndikator(penilaian.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
		const waktu = ctx.clock();
		const boleh = canTulis(
			orang,
			instansiId,
			indikator,
			{ ...keadaanOf(penilaian, waktu), penyelenggaraId: penilaian.penyelenggaraId },
			await listPenugasan(trx, instansiId, penilaianId),
		);
		const kiriman = { orangId: orang.id, instansiId, kunci: input.kunci, isi: input, waktu };
		return await once(trx, kiriman, bacaJawaban, async () =>
			boleh.ok ? await tulisNilai(trx, orang, penilaian, input, waktu) : boleh,
		);
	});
}

const bacaJawaban = (j: { id: string; indeks: string | null; terjawab: number }) => ({
	...j,
	id: BigInt(j.id),
});

async function tulisNilai(
	trx: Trx,
	orang: Orang,
	penilaian: PenilaianTersimpan,
	input: NilaiMasukan,
	waktu: Date,
): Promise<NilaiOutcome> {
	const { instansiId, penilaianId, indikator } = input;
	if (penilaian.tahap !== 'mandiri' && !/\S/.test(input.justifikasi))
		return { ok: false, reason: 'justifikasi_kosong' };
	const luar = bacaLuar(input.luar);
	if (luar === undefined) return { ok: false, reason: 'luar_tidak_sah' };
	const terbaca = bacaNilai(penilaian.rangka, indikator, input.nilai);
	if (!terbaca.ok) return terbaca;
	const terbaru = await listNilaiTerbaru(trx, instansiId, penilaianId);
	const kini = terbaru.find((n) => n.indikator === indikator);
	if (String(kini?.id ?? 0n) !== input.dasar) return { ok: false, reason: 'bentrok' };
	const { fakta, analisis, justifikasi } = input;
	const id = await insertNilai(trx, {
		instansiId,
		penilaianId,
		tahap: penilaian.tahap,
		indikator,
		nilai: terbaca.nilai,
		fakta,
		analisis,
		justifikasi,
		luar,
		orangId: orang.id,
		waktu,
	});
	const nilai = new Map([...terbaru.map((n) => [n.indikator, n.nilai] as const), [indikator, terbaca.nilai]]);
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
}

/** Whether the person writes a value now: the institution while it fills in, external assessors afterwards. */
export function canTulis(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	indikator: string,
	keadaan: Keadaan & { penyelenggaraId: number | null },
	penugasan: readonly Pick<Penugasan, 'indikator' | 'jalur'>[],
): { ok: true } | { ok: false; reason: 'tidak_berwenang' | 'tahap_lewat' | 'sedang_diperiksa' } {
	if (keadaan.tahap !== 'mandiri' && mayEksternal(orang, instansiId, keadaan))
		return canNilaiEksternal(keadaan);
	if (!canFill(orang, instansiId, penugasan, indikator)) return { ok: false, reason: 'tidak_berwenang' };
	return canIsiNilai(keadaan);
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
