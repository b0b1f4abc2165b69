import { canAct, listJalur, type Tindakan } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { gatherCalls } from '#platform/gather.ts';
import { listInstansiById, listInstansiBySlug } from './unit.store.ts';
import { zonaOf } from './zona.rules.ts';

export interface InstansiRuang {
	id: number;
	slug: string;
	nama: string;
	jenis: string;
}

/** Pages of the room that not everybody there may open, and the time it lives in. */
export interface BolehRuang {
	bolehOrang: boolean;
	bolehNotula: boolean;
	bolehAktivitas: boolean;
	bolehKebijakan: boolean;
	bolehRencana: boolean;
	bolehTindakan: boolean;
	bolehPimpinan: boolean;
	bolehAkses: boolean;
	bolehAudit: boolean;
	bolehSistem: boolean;
	bolehIzinPeriksa: boolean;
	zona: 'WIB' | 'WITA' | 'WIT';
}

export type RuangOutcome =
	| { ok: true; value: InstansiRuang & BolehRuang }
	| { ok: false; reason: 'belum_masuk' | 'instansi_tidak_ada' };

/**
 * The institution being worked in, for somebody with any role there. One without a role gets the same answer as for
 * an institution that does not exist.
 */
export async function readRuang(ctx: Ctx, slug: string): Promise<RuangOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const ada = await cariInstansi(ctx, slug);
	const berperan = who.peran.some((p) => p.instansiId === null || p.instansiId === ada?.id);
	if (!ada || !berperan) return { ok: false, reason: 'instansi_tidak_ada' };
	const { provinsi, ...instansi } = ada;
	const boleh = (tindakan: Tindakan) => canAct(who, tindakan, { instansiId: instansi.id }).ok;
	return {
		ok: true,
		value: {
			...instansi,
			zona: zonaOf(provinsi),
			bolehOrang: boleh('orang.lihat'),
			bolehNotula: boleh('notula.lihat'),
			bolehAktivitas: boleh('aktivitas.lihat'),
			bolehRencana: boleh('rencana.lihat'),
			bolehKebijakan: listJalur(who, 'kebijakan.lihat', instansi.id).length > 0,
			bolehTindakan: listJalur(who, 'rencana.lihat', instansi.id).length > 0,
			bolehPimpinan: boleh('pimpinan.lihat'),
			bolehAkses: boleh('akses.kelola') || listJalur(who, 'akses.putuskan', instansi.id).length > 0,
			bolehAudit: listJalur(who, 'audit.lihat', instansi.id).length > 0,
			bolehSistem: listJalur(who, 'sistem.lihat', instansi.id).length > 0,
			bolehIzinPeriksa: boleh('sistem.lihat'),
		},
	};
}

type Dikenal = Awaited<ReturnType<typeof listInstansiBySlug>>[number];
/** Names of institutions are looked up again after so long; rights never stand here. */
const ingatMs = 5000;
const dikenal = new WeakMap<object, Map<string, { instansi: Dikenal; sampai: number }>>();

async function cariInstansi(ctx: Ctx, slug: string): Promise<Dikenal | undefined> {
	const milik = dikenal.get(ctx.db) ?? new Map<string, { instansi: Dikenal; sampai: number }>();
	dikenal.set(ctx.db, milik);
	const ada = milik.get(slug);
	if (ada && ada.sampai > performance.now()) return ada.instansi;
	const instansi = await bacaInstansi(ctx.db, '', { ctx, slug });
	if (instansi) milik.set(slug, { instansi, sampai: performance.now() + ingatMs });
	return instansi;
}

const bacaInstansi = gatherCalls(async (daftar: readonly { ctx: Ctx; slug: string }[]) => {
	const [{ ctx }] = daftar as [(typeof daftar)[number]];
	const ada = await listInstansiBySlug(ctx.db, [...new Set(daftar.map((d) => d.slug))]);
	return daftar.map((d) => ada.find((i) => i.slug === d.slug));
});

/** Institutions the person has a role in; national roles are not counted. */
export async function listRuang(ctx: Ctx): Promise<InstansiRuang[]> {
	if (ctx.who.jenis !== 'orang') return [];
	return await listInstansiById(ctx.db, [...new Set(ctx.who.peran.flatMap((p) => p.instansiId ?? []))]);
}
