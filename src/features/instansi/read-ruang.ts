import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { findInstansiBySlug, listInstansiById } from './unit.store.ts';

export interface InstansiRuang {
	id: number;
	slug: string;
	nama: string;
	jenis: string;
}

export type RuangOutcome =
	| { ok: true; value: InstansiRuang & { bolehOrang: boolean; bolehNotula: boolean } }
	| { ok: false; reason: 'belum_masuk' | 'instansi_tidak_ada' };

/**
 * The institution being worked in, for somebody with any role there. One without a role gets the same answer as for
 * an institution that does not exist.
 */
export async function readRuang(ctx: Ctx, slug: string): Promise<RuangOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const instansi = await findInstansiBySlug(ctx.db, slug);
	const berperan = who.peran.some((p) => p.instansiId === null || p.instansiId === instansi?.id);
	if (!instansi || !berperan) return { ok: false, reason: 'instansi_tidak_ada' };
	const bolehOrang = canAct(who, 'orang.lihat', { instansiId: instansi.id }).ok;
	const bolehNotula = canAct(who, 'notula.lihat', { instansiId: instansi.id }).ok;
	return { ok: true, value: { ...instansi, bolehOrang, bolehNotula } };
}

/** Institutions the person has a role in; national roles are not counted. */
export async function listRuang(ctx: Ctx): Promise<InstansiRuang[]> {
	if (ctx.who.jenis !== 'orang') return [];
	return await listInstansiById(ctx.db, [...new Set(ctx.who.peran.flatMap((p) => p.instansiId ?? []))]);
}
