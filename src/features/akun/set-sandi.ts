import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { type AlasanSandi, kebijakanSandi, listAlasanSandi } from './kebijakan-sandi.rules.ts';
import { nilaiKekuatan } from './kekuatan-sandi.ts';
import { findSandi, upsertSandi } from './orang.store.ts';
import { hashSandi, verifySandi } from './sandi.ts';

export type SandiOutcome =
	| { ok: true; value: { simpan: (trx: Trx, orangId: number) => Promise<void> } }
	| SandiDitolak;
export interface SandiDitolak {
	ok: false;
	reason: 'sandi_ditolak';
	alasan: AlasanSandi[];
}

/**
 * Judges a new password under the installation's policy and hashes it; saving is left to the caller's transaction.
 * @param pemilik whose it will be; `id` null for somebody who does not exist yet
 */
export async function prepareSandi(
	ctx: Ctx,
	pemilik: { id: number | null; nama: string; surel: string },
	sandi: string,
): Promise<SandiOutcome> {
	const kebijakan = kebijakanSandi[ctx.setelan.kebijakanSandi];
	const tersimpan = pemilik.id === null ? undefined : await findSandi(ctx.db, pemilik.id);
	const lampau = [...(tersimpan ? [tersimpan.sandi] : []), ...(tersimpan?.lampau ?? [])].slice(
		0,
		kebijakan.lampau,
	);
	const alasan = listAlasanSandi(kebijakan, sandi, {
		kekuatan: nilaiKekuatan(sandi, [pemilik.nama, pemilik.surel]),
		pernah: await isPernah(sandi, lampau),
	});
	if (alasan.length > 0) return { ok: false, reason: 'sandi_ditolak', alasan };
	const hash = await hashSandi(sandi);
	const diubah = ctx.clock();
	return {
		ok: true,
		value: { simpan: (trx, orangId) => upsertSandi(trx, { orangId, sandi: hash, diubah, lampau }) },
	};
}

async function isPernah(sandi: string, lampau: readonly string[]): Promise<boolean> {
	for (const satu of lampau) if (await verifySandi(sandi, satu)) return true;
	return false;
}
