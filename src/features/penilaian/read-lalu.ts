import { canAct } from '#features/akun/izin.rules.ts';
import { type Basi, listBasi } from '#features/bukti/basi.rules.ts';
import { listBukti } from '#features/bukti/bukti.store.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { findTanpaPadanan, listPendahulu, listPenerus } from '#features/instrumen/padanan.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { hariIni } from './alur.rules.ts';
import { findPenilaian, keadaanOf, listPenjelasanLalu, type PenilaianTersimpan } from './penilaian.store.ts';
import { listPenugasan } from './penugasan.store.ts';
import { canTulis, recordNilai } from './record-nilai.ts';

/** What was said of an indicator the year before. */
export interface SaranLalu {
	tahun: number;
	indikator: string;
	/** Hundredths, only under the same instrument: values never cross a series break. */
	nilai: number | null;
	sama: boolean;
	fakta: string;
	analisis: string;
}

/** Suggestions from the assessment that this one goes on from; none where it goes on from nothing. */
export async function listSaranLalu(
	ctx: Pick<Ctx, 'dir'>,
	trx: Trx,
	instansiId: number,
	p: PenilaianTersimpan,
	indikator: string,
): Promise<SaranLalu[]> {
	if (p.dariId === null) return [];
	const kini = p.rangka.id;
	const lama = listPendahulu(requireRegistri(ctx).padanan, { instrumen: kini, indikator });
	const kunci = [`${kini} ${indikator}`, ...lama.map((x) => `${x.dari.instrumen} ${x.dari.indikator}`)];
	const daftar = await listPenjelasanLalu(trx, instansiId, p.dariId, kunci);
	return daftar
		.map(({ luar: _, instrumen, ...d }) => ({ ...d, sama: instrumen === kini }))
		.map((d) => ({ ...d, nilai: d.sama ? d.nilai : null }))
		.filter((d) => d.fakta !== '' || d.analisis !== '' || d.nilai !== null);
}

export type AmbilOutcome =
	| { ok: true }
	| Exclude<Awaited<ReturnType<typeof recordNilai>>, { ok: true }>
	| { ok: false; reason: 'saran_tidak_ada' };

/** Takes over last year's Fakta and Analisis as this year's beginning; the value stays what it is. */
export async function takeLalu(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; indikator: string; asal: string; dasar: string },
): Promise<AmbilOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, penilaianId, indikator } = input;
	const bahan = await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, penilaianId);
		if (!p) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const keadaan = { ...keadaanOf(p, ctx.clock()), penyelenggaraId: p.penyelenggaraId };
		const tugas = await listPenugasan(trx, instansiId, penilaianId);
		const boleh = canTulis(who, instansiId, indikator, keadaan, tugas);
		if (!boleh.ok) return boleh;
		const saran = await listSaranLalu(ctx, trx, instansiId, p, indikator);
		const [kini] = await listPenjelasanLalu(trx, instansiId, penilaianId, [`${p.rangka.id} ${indikator}`]);
		return { ok: true as const, saran: saran.find((s) => s.indikator === input.asal), kini };
	});
	if (!bahan.ok) return bahan;
	const { saran, kini } = bahan;
	if (!saran) return { ok: false, reason: 'saran_tidak_ada' };
	const n = kini?.nilai ?? null;
	const hasil = await recordNilai(ctx, {
		...{ instansiId, penilaianId, indikator, dasar: input.dasar },
		...{
			fakta: saran.fakta,
			analisis: saran.analisis,
			justifikasi: '',
			luar: tulisSeratus(kini?.luar ?? null),
		},
		nilai: tulisSeratus(n),
	});
	return hasil.ok ? { ok: true } : hasil;
}

/** 325 → "3,25", 300 → "3", null → "". */
function tulisSeratus(n: number | null): string {
	if (n === null) return '';
	return n % 100 === 0 ? String(n / 100) : `${Math.trunc(n / 100)},${String(n % 100).padStart(2, '0')}`;
}

export interface BawaanLalu {
	penilaian: { id: number; nama: string; tahun: number };
	dari: { id: number; nama: string; tahun: number; instrumen: string; sama: boolean } | null;
	/** Items brought along that nobody has touched since. */
	bawaan: { id: number; indikator: string; tingkat: number; judul: string; basi: Basi[] }[];
	/** Under another instrument: what old indicators may be looked at for which new one. */
	petunjuk: {
		indikator: string;
		nama: string;
		ke: { indikator: string; nama: string; kepastian: string; pemakaian: string | null }[];
		/** Why there is no successor. */
		tanpa: string | null;
		bukti: string[];
	}[];
}

export type TolakLalu = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' };

/** What this assessment took along from the earlier one, what of it is stale, and hints across instruments. */
export async function readLalu(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: BawaanLalu } | TolakLalu> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = input;
	if (!canAct(who, 'penilaian.lihat', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, id);
		if (!p) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const dari = p.dariId === null ? undefined : await findPenilaian(trx, instansiId, p.dariId);
		const kini = hariIni(ctx.clock());
		const sama = dari?.rangka.id === p.rangka.id;
		const milik = dari && sama ? await listBukti(trx, instansiId, p.id) : [];
		return {
			ok: true as const,
			value: {
				penilaian: { id: p.id, nama: p.nama, tahun: p.tahun },
				dari: dari
					? { id: dari.id, nama: dari.nama, tahun: dari.tahun, instrumen: dari.rangka.nama, sama }
					: null,
				bawaan: milik
					.filter((b) => b.bawaan && b.status !== 'ditarik' && b.revisi.length === 1)
					.map((b) => ({
						...{ id: b.id, indikator: b.indikator, tingkat: b.tingkat, judul: b.revisi[0]?.judul ?? '' },
						basi: listBasi(b, kini, p.rangka.id),
					})),
				petunjuk: dari && !sama ? await susunPetunjuk(ctx, trx, instansiId, p, dari) : [],
			},
		};
	});
}

async function susunPetunjuk(
	ctx: Ctx,
	trx: Trx,
	instansiId: number,
	p: PenilaianTersimpan,
	dari: PenilaianTersimpan,
): Promise<BawaanLalu['petunjuk']> {
	const { padanan } = requireRegistri(ctx);
	const baru = new Map(listIndikator(p.rangka).map((i) => [i.id, i.pendek]));
	const bukti = (await listBukti(trx, instansiId, dari.id)).filter((b) => b.status !== 'ditarik');
	return listIndikator(dari.rangka).map((i) => {
		const rujukan = { instrumen: dari.rangka.id, indikator: i.id };
		const ke = listPenerus(padanan, rujukan).filter((x) => x.ke.instrumen === p.rangka.id);
		return {
			indikator: i.id,
			nama: i.pendek,
			ke: ke.map((x) => ({
				...{ indikator: x.ke.indikator, nama: baru.get(x.ke.indikator) ?? '', kepastian: x.kepastian },
				pemakaian: x.pemakaianBukti ?? null,
			})),
			tanpa: ke.length > 0 ? null : (findTanpaPadanan(padanan, 'penerus', rujukan)?.alasan ?? ''),
			bukti: [...new Set(bukti.filter((b) => b.indikator === i.id).map((b) => b.revisi[0]?.judul ?? ''))],
		};
	});
}
