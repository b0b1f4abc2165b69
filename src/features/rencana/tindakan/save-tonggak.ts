import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { requireKerjakan, type TolakTindakan } from './require-tindakan.ts';
import { deleteTonggak, insertTonggak, updateTonggak } from './tindakan.store.ts';

type Tempat = { instansiId: number; id: number };
export type TonggakOutcome =
	| { ok: true }
	| TolakTindakan
	| { ok: false; reason: 'tonggak_tidak_ada' | 'tonggak_terlalu_banyak' };

/** Milestones that one action can have. */
const MAKS = 50;

/** A further milestone of an action. */
export const addTonggak = (
	ctx: Ctx,
	p: Tempat & { nama: string; tanggal: string },
): Promise<TonggakOutcome> =>
	ubah(ctx, p, 'tindakan.tonggak', async (trx, banyak) => {
		if (banyak >= MAKS) return { ok: false, reason: 'tonggak_terlalu_banyak' };
		const { instansiId, id: tindakanId, nama, tanggal } = p;
		return { ok: true, tonggak: await insertTonggak(trx, { instansiId, tindakanId, nama, tanggal }) };
	});

/** Ticks a milestone off, or takes that back. */
export const tickTonggak = (
	ctx: Ctx,
	p: Tempat & { tonggakId: number; selesai: boolean },
): Promise<TonggakOutcome> =>
	ubah(ctx, p, p.selesai ? 'tindakan.tonggak_selesai' : 'tindakan.tonggak_buka', async (trx) => {
		const kunci = { instansiId: p.instansiId, tindakanId: p.id, id: p.tonggakId };
		const ada = await updateTonggak(trx, { ...kunci, selesai: p.selesai ? ctx.clock() : null });
		return ada ? { ok: true, tonggak: p.tonggakId } : { ok: false, reason: 'tonggak_tidak_ada' };
	});

/** Takes away a milestone that was a mistake. */
export const removeTonggak = (ctx: Ctx, p: Tempat & { tonggakId: number }): Promise<TonggakOutcome> =>
	ubah(ctx, p, 'tindakan.tonggak_hapus', async (trx) => {
		const ada = await deleteTonggak(trx, { instansiId: p.instansiId, tindakanId: p.id, id: p.tonggakId });
		return ada ? { ok: true, tonggak: p.tonggakId } : { ok: false, reason: 'tonggak_tidak_ada' };
	});

type Hasil =
	| { ok: true; tonggak: number }
	| { ok: false; reason: 'tonggak_tidak_ada' | 'tonggak_terlalu_banyak' };

async function ubah(
	ctx: Ctx,
	p: Tempat,
	tindakan: string,
	kerja: (trx: Trx, banyak: number) => Promise<Hasil>,
): Promise<TonggakOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = p;
	return await inScope(ctx, who, async (trx): Promise<TonggakOutcome> => {
		const boleh = await requireKerjakan(trx, who, p);
		if (!boleh.ok) return boleh;
		const hasil = await kerja(trx, boleh.tindakan.tonggak.length);
		if (!hasil.ok) return hasil;
		await recordActivity(trx, {
			instansiId,
			waktu: ctx.clock(),
			orangId: who.id,
			tindakan,
			objek: `tindakan/${id}`,
			rincian: { tonggak: hasil.tonggak },
		});
		return { ok: true };
	});
}
