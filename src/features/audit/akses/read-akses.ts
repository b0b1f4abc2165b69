import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import type { AturanAkses } from './akses.schema.ts';
import { findSetelan, listSistemAkses, type SistemAkses } from './akses.store.ts';
import { isMilik, requireAkses, type TolakAkses } from './izin-akses.ts';
import { type AngkaKampanye, type Kampanye, listAngkaKampanye, listKampanyeStore } from './kampanye.store.ts';
import { listMuatMenunggu, listMuatTerbaru, type Muat } from './muat.store.ts';
import { readAturanAkses } from './read-aturan-akses.ts';

export interface RingkasAkses {
	/** Null for who sees campaigns of their units only. */
	kelola: {
		sistem: (SistemAkses & { muat: Muat | null })[];
		pegawai: Muat | null;
		menunggu: Muat[];
	} | null;
	kampanye: (Kampanye & { angka: AngkaKampanye | null })[];
	kini: string;
}

/** Systems with their newest export, the personnel list, and campaigns. */
export async function readAkses(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: RingkasAkses } | TolakAkses> {
	const boleh = requireAkses(ctx, instansiId);
	if (!boleh.ok) return boleh;
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, boleh.orang, async (trx) => {
		const angka = new Map((await listAngkaKampanye(trx, instansiId, kini)).map((a) => [a.id, a]));
		const kampanye = (await listKampanyeStore(trx, instansiId))
			.filter((k) => isMilik(boleh.jalur, k.jalur))
			.map((k) => ({ ...k, angka: angka.get(k.id) ?? null }));
		if (!boleh.kelola) return { ok: true as const, value: { kelola: null, kampanye, kini } };
		const terbaru = await listMuatTerbaru(trx, instansiId);
		const sistem = (await listSistemAkses(trx, instansiId)).map((s) => ({
			...s,
			muat: terbaru.find((m) => m.sistemId === s.id) ?? null,
		}));
		const pegawai = terbaru.find((m) => m.sistemId === null) ?? null;
		const menunggu = await listMuatMenunggu(trx, instansiId);
		return { ok: true as const, value: { kelola: { sistem, pegawai, menunggu }, kampanye, kini } };
	});
}

export interface SetelanTerbuka {
	aturan: AturanAkses;
	sendiri: Awaited<ReturnType<typeof findSetelan>> | null;
}

/** Rules with their thresholds and sources, and what the institution settled otherwise. */
export async function readSetelanAkses(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: SetelanTerbuka } | TolakAkses> {
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const sendiri = await inScope(ctx, boleh.orang, (trx) => findSetelan(trx, instansiId));
	return { ok: true, value: { aturan: readAturanAkses(ctx), sendiri: sendiri ?? null } };
}
