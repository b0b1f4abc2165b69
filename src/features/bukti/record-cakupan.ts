import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { canIsiBukti } from '#features/penilaian/alur.rules.ts';
import { adaIndikator } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian, keadaanOf } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { type BarisCakupan, type Keadaan, listCakupan, upsertCakupan } from './cakupan.store.ts';
import { recordBacaan } from './record-bacaan.ts';

type Tolak<R extends string> = { ok: false; reason: R };
type Dasar = 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'indikator_tidak_ada';

export interface MatriksCakupan {
	indikator: { id: string; pendek: string };
	baris: (BarisCakupan & { boleh: boolean })[];
	ya: number;
	dari: number;
}

/**
 * The matrix of units of one indicator; each unit's own people see and fill in their unit, and how many of all there
 * are.
 */
export async function readCakupan(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; indikator: string },
): Promise<{ ok: true; value: MatriksCakupan } | Tolak<Dasar>> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, penilaianId, indikator } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: MatriksCakupan } | Tolak<Dasar>> => {
		const p = await findPenilaian(trx, instansiId, penilaianId);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!adaIndikator(p.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
		const terbuka = canIsiBukti(keadaanOf(p, ctx.clock())).ok;
		const baris = await listCakupan(trx, instansiId, penilaianId, indikator);
		const tercatat = baris.filter((b) => b.keadaan !== null).length;
		const objek = `penilaian/${penilaianId}/${indikator}`;
		await recordBacaan(
			trx,
			{ instansiId, objek, waktu: ctx.clock(), who },
			tercatat > 0 ? { cakupan: tercatat } : {},
		);
		return {
			ok: true,
			value: {
				indikator: {
					id: indikator,
					pendek: listIndikator(p.rangka).find((i) => i.id === indikator)?.pendek ?? '',
				},
				baris: baris
					.filter((b) => jalur === 'semua' || jalur.some((j) => b.jalur.startsWith(j)))
					.map((b) => ({
						...b,
						boleh: terbuka && canAct(who, 'cakupan.isi', { instansiId, jalur: b.jalur }).ok,
					})),
				ya: baris.filter((b) => b.keadaan === 'ya').length,
				dari: baris.filter((b) => b.keadaan !== 'tidak_berlaku').length,
			},
		};
	});
}

/** Records for units whether the indicator covers them. All or none. */
export async function recordCakupan(
	ctx: Ctx,
	input: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		baris: readonly { unitId: number; keadaan: Keadaan; catatan: string }[];
	},
): Promise<
	| { ok: true; value: { banyak: number } }
	| Tolak<Dasar | 'unit_tidak_ada' | 'tahap_lewat' | 'sedang_diperiksa' | 'terlalu_panjang'>
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, indikator } = input;
	if (input.baris.some((b) => b.catatan.length > 1000)) return { ok: false, reason: 'terlalu_panjang' };
	const waktu = ctx.clock();
	return await inScope(ctx, orang, async (trx) => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' } as const;
		if (!adaIndikator(p.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' } as const;
		const terbuka = canIsiBukti(keadaanOf(p, waktu));
		if (!terbuka.ok) return terbuka;
		const unit = new Map((await listCakupan(trx, instansiId, penilaianId, indikator)).map((u) => [u.id, u]));
		for (const b of input.baris) {
			const u = unit.get(b.unitId);
			if (!u) return { ok: false, reason: 'unit_tidak_ada' } as const;
			if (!canAct(orang, 'cakupan.isi', { instansiId, jalur: u.jalur }).ok)
				return { ok: false, reason: 'tidak_berwenang' } as const;
		}
		const berubah = input.baris.filter((b) => {
			const u = unit.get(b.unitId);
			return u?.keadaan !== b.keadaan || (u.catatan ?? '') !== b.catatan;
		});
		for (const b of berubah)
			await upsertCakupan(trx, { instansiId, penilaianId, indikator, ...b, orangId: orang.id, waktu });
		if (berubah.length > 0)
			await recordActivity(trx, {
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'cakupan.isi',
				objek: `penilaian/${penilaianId}/${indikator}`,
				rincian: { unit: berubah.map((b) => `${b.unitId}:${b.keadaan}`).join(' ') },
			});
		return { ok: true, value: { banyak: berubah.length } } as const;
	});
}
