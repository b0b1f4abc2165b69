import { listJalur } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type SimpulUnit, susunPohon } from './unit.rules.ts';
import { listUnitStore } from './unit.store.ts';

export type PohonUnitOutcome =
	| { ok: true; value: { pohon: SimpulUnit[]; jumlah: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** The institution's units as a tree; who is limited to units sees those and what is below them. */
export async function listUnit(ctx: Ctx, instansiId: number): Promise<PohonUnitOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const jalur = listJalur(orang, 'unit.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const unit = await inScope(ctx, orang, (trx) => listUnitStore(trx, instansiId));
	const terlihat = jalur === 'semua' ? unit : unit.filter((u) => jalur.some((j) => u.jalur.startsWith(j)));
	return { ok: true, value: { pohon: susunPohon(terlihat), jumlah: terlihat.length } };
}
