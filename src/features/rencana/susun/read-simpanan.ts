import { listUnitStore } from '#features/instansi/unit.store.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { bacaKode } from '../hitung-isian.rules.ts';
import { type KeadaanAwal, susunKeadaan } from './open-susun.ts';
import { readBahan } from './read-bahan.ts';
import { findSimpanan, listSimpanan, type Simpanan } from './rencana.store.ts';
import { mayKelola, requireRencana, type TolakRencana } from './require-rencana.ts';
import { listBeda } from './simpanan.rules.ts';

export type { Simpanan } from './rencana.store.ts';

export interface RencanaInstansi {
	awal: KeadaanAwal;
	simpanan: Simpanan[];
}

/** The front page of planning: where the institution stands, what it wants, and what was kept. */
export async function readRencana(
	ctx: Ctx,
	input: { instansiId: number },
): Promise<{ ok: true; value: RencanaInstansi } | TolakRencana> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const bahan = await readBahan(ctx, orang, instansiId, {});
	const simpanan = await inScope(ctx, orang, (trx) => listSimpanan(trx, instansiId));
	const awal = await susunKeadaan(ctx, instansiId, bahan, mayKelola(orang, instansiId));
	return { ok: true, value: { awal, simpanan } };
}

export interface SimpananTerbuka {
	simpanan: Simpanan;
	/** Units that a step may be given to. */
	unit: { id: number; nama: string }[];
	bolehKelola: boolean;
}

/** One kept plan or scenario as it was then. */
export async function readSimpanan(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: SimpananTerbuka } | TolakRencana | { ok: false; reason: 'rencana_tidak_ada' }> {
	const { instansiId, id } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const bolehKelola = mayKelola(boleh.orang, instansiId);
	return await inScope(ctx, boleh.orang, async (trx) => {
		const simpanan = await findSimpanan(trx, instansiId, id);
		if (!simpanan) return { ok: false as const, reason: 'rencana_tidak_ada' as const };
		const unit = bolehKelola
			? (await listUnitStore(trx, instansiId)).filter((u) => u.aktif).map((u) => ({ id: u.id, nama: u.nama }))
			: [];
		return { ok: true as const, value: { simpanan, unit, bolehKelola } };
	});
}

export const BANDING_TERBANYAK = 4;

export interface BandingTerbuka {
	daftar: Simpanan[];
	/** Indicators on which they differ from where the first starts; levels as texts. */
	beda: ReturnType<typeof listBeda>;
	/** They rest on different instruments: levels cannot be set side by side. */
	lainInstrumen: boolean;
	/** All that may be chosen. */
	semua: { id: number; nama: string }[];
}

/** Up to four kept plans and scenarios side by side. Ids that are not there are left out. */
export async function readBanding(
	ctx: Ctx,
	input: { instansiId: number; id: readonly number[] },
): Promise<{ ok: true; value: BandingTerbuka } | TolakRencana> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const semua = await inScope(ctx, boleh.orang, (trx) => listSimpanan(trx, instansiId));
	const ids = [...new Set(input.id)].slice(0, BANDING_TERBANYAK);
	const daftar = ids.flatMap((id) => semua.find((s) => s.id === id) ?? []);
	const instrumen = requireRegistri(ctx).get(daftar[0]?.instrumen ?? '');
	const lainInstrumen = daftar.some((d) => d.instrumen !== instrumen?.id);
	const isi = (kode: string) => (instrumen && bacaKode(instrumen, kode)) ?? {};
	const beda =
		instrumen && !lainInstrumen
			? listBeda(
					(listIndikator(instrumen) as { id: string; pendek: string }[]).map(({ id, pendek }) => ({
						id,
						pendek,
					})),
					isi(daftar[0]?.masukan.awal ?? ''),
					daftar.map((d) => isi(d.hasil.kode)),
				)
			: [];
	return {
		ok: true,
		value: { daftar, beda, lainInstrumen, semua: semua.map(({ id, nama }) => ({ id, nama })) },
	};
}
