import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { canPeriksa, susunIzin } from '../periksa/izin-periksa.rules.ts';
import { type Target, tulisTarget } from '../periksa/sasaran.rules.ts';
import { listIzinBerlaku } from './izin.store.ts';
import { isTampak } from './lihat-sistem.rules.ts';
import {
	findJadwal,
	findPeriksa,
	type Jadwal,
	listRiwayat,
	listTerakhir,
	type PeriksaRingkas,
	type PeriksaUtuh,
} from './periksa.store.ts';
import { type BarisSistem, barisSistem } from './ringkas-sistem.rules.ts';
import { findSistem, listSistemStore } from './sistem.store.ts';

export type TolakSistem = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'sistem_tidak_ada' | 'periksa_tidak_ada';
};

export interface BolehSistem {
	kelola: boolean;
	jalankan: boolean;
}

export interface RegisterSistem {
	daftar: BarisSistem[];
	jadwal: Jadwal | null;
	boleh: BolehSistem;
	kini: string;
}

const bolehOf = (who: Parameters<typeof canAct>[0], instansiId: number): BolehSistem => ({
	kelola: canAct(who, 'sistem.kelola', { instansiId }).ok,
	jalankan: canAct(who, 'periksa.jalankan', { instansiId }).ok,
});

/** The systems that the person may see, with what is known of each. */
export async function listSistem(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: RegisterSistem } | TolakSistem> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	if (listJalur(who, 'sistem.lihat', instansiId).length === 0)
		return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const terakhir = await listTerakhir(trx, instansiId);
		const semua = await listSistemStore(trx, instansiId);
		return {
			ok: true as const,
			value: {
				daftar: semua.filter((s) => isTampak(who, instansiId, s)).map((s) => barisSistem(s, terakhir)),
				jadwal: (await findJadwal(trx, instansiId)) ?? null,
				boleh: bolehOf(who, instansiId),
				kini: hariIni(ctx.clock()),
			},
		};
	});
}

export interface PilihanSistem {
	unit: { id: number; nama: string }[];
}
const pilihan = async (trx: Trx, instansiId: number): Promise<PilihanSistem> => ({
	unit: (await listUnitStore(trx, instansiId)).filter((u) => u.aktif).map(({ id, nama }) => ({ id, nama })),
});

/** What the form of a new system needs. */
export async function readSistemBaru(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: PilihanSistem } | TolakSistem> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if (!canAct(ctx.who, 'sistem.kelola', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, ctx.who, async (trx) => ({
		ok: true as const,
		value: await pilihan(trx, instansiId),
	}));
}

export interface SistemTerbuka {
	sistem: BarisSistem;
	/** Its addresses, each with its last look and the permit that covers it now. */
	alamat: { teks: string; terakhir: PeriksaRingkas | null; izin: string | null }[];
	riwayat: PeriksaRingkas[];
	pilihan: PilihanSistem;
	boleh: BolehSistem;
}

/** One system with its last results and its history. */
export async function readSistem(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true; value: SistemTerbuka } | TolakSistem> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: SistemTerbuka } | TolakSistem> => {
		const s = await findSistem(trx, instansiId, id);
		if (!s) return { ok: false, reason: 'sistem_tidak_ada' };
		if (!isTampak(who, instansiId, s)) return { ok: false, reason: 'tidak_berwenang' };
		const terakhir = (await listTerakhir(trx, instansiId)).filter((p) => p.sistemId === id);
		const boleh = bolehOf(who, instansiId);
		const izin = await cariIzin(trx, instansiId, s.alamat, hariIni(ctx.clock()));
		const alamat = s.alamat.map((t) => ({
			teks: tulisTarget(t),
			terakhir: terakhir.find((p) => p.host === t.host && p.porta === t.porta) ?? null,
			izin: izin.get(tulisTarget(t)) ?? null,
		}));
		return {
			ok: true,
			value: {
				sistem: barisSistem(s, terakhir),
				alamat,
				riwayat: await listRiwayat(trx, instansiId, id),
				pilihan: boleh.kelola ? await pilihan(trx, instansiId) : { unit: [] },
				boleh,
			},
		};
	});
}

async function cariIzin(trx: Trx, instansiId: number, alamat: readonly Target[], hari: string) {
	const izin = (await listIzinBerlaku(trx, instansiId, hari)).flatMap((i) => {
		const utuh = susunIzin(i);
		return utuh.ok ? [{ nomor: i.nomor, utuh: utuh.value }] : [];
	});
	return new Map(
		alamat.flatMap((t) => {
			const ada = izin.find(({ utuh }) => canPeriksa(utuh, t, hari).ok);
			return ada ? [[tulisTarget(t), ada.nomor] as const] : [];
		}),
	);
}

/** One look at one address, whole. */
export async function readPeriksa(
	ctx: Ctx,
	k: { instansiId: number; sistemId: number; id: number },
): Promise<
	{ ok: true; value: { sistem: { id: number; nama: string }; periksa: PeriksaUtuh } } | TolakSistem
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	return await inScope(ctx, who, async (trx) => {
		const s = await findSistem(trx, k.instansiId, k.sistemId);
		if (!s) return { ok: false as const, reason: 'sistem_tidak_ada' as const };
		if (!isTampak(who, k.instansiId, s)) return { ok: false as const, reason: 'tidak_berwenang' as const };
		const periksa = await findPeriksa(trx, k);
		if (!periksa) return { ok: false as const, reason: 'periksa_tidak_ada' as const };
		return { ok: true as const, value: { sistem: { id: s.id, nama: s.nama }, periksa } };
	});
}
