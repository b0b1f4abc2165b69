import { listJalur } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { listIndikatorUnit } from './kebijakan.store.ts';
import { type HimpunanKebijakan, readAturanKebijakan } from './read-aturan-kebijakan.ts';

export type TolakKebijakan = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'kebijakan_tidak_ada';
};

/** Policies the person may see or write: all of them, or those given to their units. */
export async function listKebijakanBoleh(
	trx: Trx,
	orang: Orang,
	tindakan: 'kebijakan.lihat' | 'kebijakan.tulis',
	instansiId: number,
	himpunan: HimpunanKebijakan,
): Promise<string[]> {
	const jalur = listJalur(orang, tindakan, instansiId);
	const semua = [...himpunan.kebijakan.keys()];
	if (jalur === 'semua') return semua;
	if (jalur.length === 0) return [];
	const { instrumen } = himpunan;
	const tugas = await listIndikatorUnit(trx, { instansiId, instrumen, jalur });
	return semua.filter((id) => tugas.includes(id));
}

/** Whether the person may do it on this policy; what is not theirs is not there. */
export async function requireKebijakan(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	tindakan: 'kebijakan.lihat' | 'kebijakan.tulis',
	p: { instansiId: number; indikator: string },
): Promise<{ ok: true } | TolakKebijakan> {
	const himpunan = readAturanKebijakan(ctx);
	if (!himpunan.kebijakan.has(p.indikator)) return { ok: false, reason: 'kebijakan_tidak_ada' };
	const boleh = await listKebijakanBoleh(trx, orang, tindakan, p.instansiId, himpunan);
	return boleh.includes(p.indikator) ? { ok: true } : { ok: false, reason: 'tidak_berwenang' };
}
