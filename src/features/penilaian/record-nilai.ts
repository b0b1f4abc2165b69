import { canAct } from '#features/akun/izin.rules.ts';
import { claimKiriman, settleKiriman } from '#features/luring/kiriman.store.ts';
import { recordActivityMany } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { readTogether } from '#platform/database/read-together.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import { gatherCalls } from '#platform/gather.ts';
import { canIsiNilai, canNilaiEksternal, type Keadaan, mayEksternal } from './alur.rules.ts';
import { adaIndikator, bacaLuar, bacaNilai, skorPenilaian } from './penilaian.rules.ts';
import {
	findPenilaian,
	insertNilai,
	keadaanOf,
	type NilaiBaru,
	type PenilaianTersimpan,
	queryNilaiTerbaru,
	updateSkor,
} from './penilaian.store.ts';
import { type Penugasan, queryLetakTugas } from './penugasan.store.ts';

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

interface Permintaan {
	ctx: Ctx;
	orang: Orang;
	input: NilaiMasukan;
}

/**
 * Appends a value with its explanation to the ledger, under the present stage, and keeps the score of the
 * assessment. The institution answers in the self-assessment, external assessors afterwards. What arrives for one
 * assessment at the same moment is written in one transaction; each is judged by itself, in order of arrival.
 */
export async function recordNilai(ctx: Ctx, input: NilaiMasukan): Promise<NilaiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if ([input.fakta, input.analisis, input.justifikasi].some((teks) => teks.length > PANJANG))
		return { ok: false, reason: 'terlalu_panjang' };
	const { instansiId, penilaianId } = input;
	if (!ctx.who.peran.some((p) => p.instansiId === null || p.instansiId === instansiId))
		return { ok: false, reason: 'penilaian_tidak_ada' };
	return await tulisBersama(ctx.db, `${instansiId}/${penilaianId}`, { ctx, orang: ctx.who, input });
}

const tulisBersama = gatherCalls(async (daftar: readonly Permintaan[]): Promise<NilaiOutcome[]> => {
	// The same sending twice in one turn: the second one gets its answer after the first is written.
	const kunciOf = (p: Permintaan) => `${p.orang.id} ${p.input.kunci}`;
	const kembar = daftar.filter(
		(p, n) => p.input.kunci && daftar.findIndex((q) => kunciOf(q) === kunciOf(p)) < n,
	);
	const hasil = new Map<Permintaan, NilaiOutcome>();
	const sekali = daftar.filter((p) => !kembar.includes(p));
	for (const [n, h] of (await tulisSekaligus(sekali)).entries()) hasil.set(sekali[n] as Permintaan, h);
	for (const p of kembar) hasil.set(p, (await tulisSekaligus([p]))[0] as NilaiOutcome);
	return daftar.map((p) => hasil.get(p) as NilaiOutcome);
});

/** Everybody in the list has a role in the institution; of several, the transaction sees that institution only. */
const lingkupOf = (daftar: readonly Permintaan[], instansiId: number): Orang => {
	const [pertama] = daftar as [Permintaan, ...Permintaan[]];
	if (daftar.length === 1) return pertama.orang;
	return { ...pertama.orang, peran: [{ peran: 'entri_data', instansiId, unitId: null, jalur: null }] };
};

async function tulisSekaligus(daftar: readonly Permintaan[]): Promise<NilaiOutcome[]> {
	const [pertama] = daftar;
	if (!pertama) return [];
	const { ctx } = pertama;
	const { instansiId, penilaianId } = pertama.input;
	return await inScope(ctx, lingkupOf(daftar, instansiId), async (trx) => {
		const semua = (reason: 'penilaian_tidak_ada') => daftar.map(() => ({ ok: false, reason }) as const);
		const penilaian = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!penilaian) return semua('penilaian_tidak_ada');
		const waktu = ctx.clock();
		const kiriman = daftar.map(({ orang, input }) => ({
			orangId: orang.id,
			instansiId,
			kunci: adaIndikator(penilaian.rangka, input.indikator) ? input.kunci : undefined,
			isi: input,
			waktu,
		}));
		// Sendings belong to their people, whom this transaction is not limited to.
		const atasOrang = <T>(work: () => Promise<T>) => (daftar.length > 1 ? asOwner(trx, work) : work());
		const dulu = kiriman.some((k) => k.kunci !== undefined)
			? await atasOrang(() => claimKiriman<JawabanTersimpan>(trx, kiriman))
			: kiriman.map(() => null);
		const baru = await tulisYangBaru(
			trx,
			penilaian,
			daftar.filter((_, n) => !dulu[n]),
			waktu,
		);
		const hasil = daftar.map((p, n) => {
			const d = dulu[n];
			return d ? bacaDulu(d) : (baru.get(p) as NilaiOutcome);
		});
		const diselesaikan = kiriman.flatMap((k, n) => {
			const h = hasil[n] as NilaiOutcome;
			return k.kunci === undefined || dulu[n] ? [] : [{ kiriman: k, jawaban: h.ok ? h.value : null }];
		});
		if (diselesaikan.length > 0) await atasOrang(() => settleKiriman(trx, diselesaikan));
		return hasil;
	});
}

type JawabanTersimpan = { id: string; indeks: string | null; terjawab: number };
const bacaDulu = (
	d: { ok: true; jawaban: JawabanTersimpan } | { ok: false; reason: 'kunci_terpakai' },
): NilaiOutcome => (d.ok ? { ok: true, value: { ...d.jawaban, id: BigInt(d.jawaban.id) } } : d);

/** Judges each in turn, then writes all that hold: entries, one score, and the activity. */
async function tulisYangBaru(
	trx: Trx,
	penilaian: PenilaianTersimpan,
	daftar: readonly Permintaan[],
	waktu: Date,
): Promise<Map<Permintaan, NilaiOutcome>> {
	const hasil = new Map<Permintaan, NilaiOutcome>();
	const [pertama] = daftar;
	if (!pertama) return hasil;
	const { instansiId, penilaianId } = pertama.input;
	const { tugas, terbaru } = await readTogether(trx, {
		tugas: {
			query: queryLetakTugas(
				trx,
				instansiId,
				penilaianId,
				daftar.map((p) => p.input.indikator),
			),
		},
		terbaru: { query: queryNilaiTerbaru(trx, instansiId, penilaianId), besar: ['id'] },
	});
	const dasar = new Map(terbaru.map((n) => [n.indikator, String(n.id)]));
	const nilai = new Map(terbaru.map((n) => [n.indikator, n.nilai]));
	const tulis: { p: Permintaan; isi: NilaiBaru }[] = [];
	for (const p of daftar) {
		const isi = periksaNilai(penilaian, p, { tugas, dasar, waktu });
		if (!isi.ok) hasil.set(p, isi);
		else {
			tulis.push({ p, isi: isi.value });
			nilai.set(p.input.indikator, isi.value.nilai);
			dasar.set(p.input.indikator, ''); // newer than anything that somebody in this turn has seen
		}
	}
	if (tulis.length === 0) return hasil;
	const id = await insertNilai(
		trx,
		tulis.map((t) => t.isi),
	);
	const { skor, terjawab } = skorPenilaian(penilaian.rangka, penilaian.tahun, nilai);
	await updateSkor(trx, { instansiId, id: penilaianId, skor, terjawab });
	await recordActivityMany(
		trx,
		tulis.map(({ p, isi }, n) => ({
			instansiId,
			waktu,
			orangId: p.orang.id,
			tindakan: 'nilai.isi',
			objek: `penilaian/${penilaianId}/${p.input.indikator}`,
			rincian: { entri: String(id[n]), nilai: isi.nilai },
		})),
	);
	for (const [n, { p }] of tulis.entries())
		hasil.set(p, { ok: true, value: { id: id[n] as bigint, indeks: skor.indeks, terjawab } });
	return hasil;
}

/** The entry to write, or why not. */
function periksaNilai(
	penilaian: PenilaianTersimpan,
	{ orang, input }: Permintaan,
	kini: {
		tugas: readonly Pick<Penugasan, 'indikator' | 'jalur'>[];
		dasar: ReadonlyMap<string, string>;
		waktu: Date;
	},
): { ok: true; value: NilaiBaru } | Exclude<NilaiOutcome, { ok: true }> {
	const { instansiId, penilaianId, indikator, fakta, analisis, justifikasi } = input;
	if (!adaIndikator(penilaian.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
	const keadaan = { ...keadaanOf(penilaian, kini.waktu), penyelenggaraId: penilaian.penyelenggaraId };
	const boleh = canTulis(orang, instansiId, indikator, keadaan, kini.tugas);
	if (!boleh.ok) return boleh;
	if (penilaian.tahap !== 'mandiri' && !/\S/.test(justifikasi))
		return { ok: false, reason: 'justifikasi_kosong' };
	const luar = bacaLuar(input.luar);
	if (luar === undefined) return { ok: false, reason: 'luar_tidak_sah' };
	const terbaca = bacaNilai(penilaian.rangka, indikator, input.nilai);
	if (!terbaca.ok) return terbaca;
	if ((kini.dasar.get(indikator) ?? '0') !== input.dasar) return { ok: false, reason: 'bentrok' };
	const { tahap } = penilaian;
	const { nilai } = terbaca;
	const isi = { instansiId, penilaianId, tahap, indikator, nilai, fakta, analisis, justifikasi, luar };
	return { ok: true, value: { ...isi, orangId: orang.id, waktu: kini.waktu } };
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
