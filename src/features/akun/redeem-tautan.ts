import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { advanceMasuk } from './advance-masuk.ts';
import { insertOrang } from './orang.store.ts';
import { insertPeran } from './peran.store.ts';
import { revokeSesiOrang } from './sesi.store.ts';
import { prepareSandi, type SandiDitolak } from './set-sandi.ts';
import type { Asal, SesiTerbuka } from './start-sesi.ts';
import { findTautan, type Guna, useTautan } from './tautan.store.ts';
import { hashToken } from './token.ts';

export interface TautanTerbuka {
	guna: Guna;
	/** Whom it is for; null for the first administrator. */
	nama: string | null;
	surel: string | null;
}

/** What a link is for, without using it up; null where it is unknown, used, or too old. */
export async function readTautan(ctx: Ctx, token: string): Promise<TautanTerbuka | null> {
	const tautan = await findTautan(ctx.db, hashToken(token), ctx.clock());
	return tautan ? { guna: tautan.guna, nama: tautan.nama, surel: tautan.surel } : null;
}

export interface TebusMasukan extends Asal {
	token: string;
	/** For the first administrator only. */
	nama?: string | undefined;
	surel?: string | undefined;
	/** For all but a demonstration. */
	sandi?: string | undefined;
}

export type TebusOutcome =
	| { ok: true; value: SesiTerbuka & { guna: Guna } }
	| { ok: false; reason: 'tautan_tidak_berlaku' | 'surel_terpakai' | 'isian_kurang' }
	| SandiDitolak;

/**
 * Uses a one-time link up: makes the first administrator, sets a password, or opens a demonstration; then signs in.
 * A refused password or a missing field leaves the link usable.
 */
export async function redeemTautan(ctx: Ctx, input: TebusMasukan): Promise<TebusOutcome> {
	const kini = ctx.clock();
	const tautan = await findTautan(ctx.db, hashToken(input.token), kini);
	if (!tautan) return { ok: false, reason: 'tautan_tidak_berlaku' };
	const pemilik = {
		id: tautan.orangId,
		nama: tautan.nama ?? input.nama ?? '',
		surel: tautan.surel ?? input.surel ?? '',
	};
	const berSandi = tautan.guna !== 'contoh';
	if (berSandi && !(pemilik.nama && pemilik.surel && input.sandi))
		return { ok: false, reason: 'isian_kurang' };
	const sandi = berSandi ? await prepareSandi(ctx, pemilik, input.sandi ?? '') : null;
	if (sandi && !sandi.ok) return sandi;
	return await ctx.db.transaction().execute(async (trx): Promise<TebusOutcome> => {
		if (!(await useTautan(trx, tautan.id, kini))) return { ok: false, reason: 'tautan_tidak_berlaku' };
		const orangId = pemilik.id ?? (await insertAdmin(trx, pemilik, kini));
		if (orangId === undefined) throw new Error('tautan admin pertama dipakai saat akun sudah ada');
		await sandi?.value.simpan(trx, orangId);
		if (tautan.guna === 'setel_ulang') await revokeSesiOrang(trx, orangId, { kecuali: null }, kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: `tautan.${tautan.guna}`,
			objek: `orang/${orangId}`,
		});
		const sesi = await advanceMasuk(ctx, trx, { orangId, asal: input, cara: 'tautan' });
		return { ok: true, value: { ...sesi, guna: tautan.guna } };
	});
}

/** The first administrator of the installation, with the national role. */
async function insertAdmin(
	trx: Trx,
	orang: { nama: string; surel: string },
	kini: Date,
): Promise<number | undefined> {
	const id = await insertOrang(trx, { nama: orang.nama, surel: orang.surel, dibuat: kini });
	if (id === undefined) return undefined;
	await insertPeran(trx, {
		orangId: id,
		peran: 'admin_nasional',
		instansiId: null,
		unitId: null,
		diberi: kini,
		oleh: null,
	});
	return id;
}
