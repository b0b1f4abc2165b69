import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { limitPercobaan } from '../limit-percobaan.ts';
import { findSandi } from '../orang.store.ts';
import { canTegas } from '../penegasan.rules.ts';
import { verifySandi } from '../sandi.ts';
import { deleteKode, hasFaktor, replacePemulihan } from './faktor.store.ts';
import { deleteKunci } from './kunci.store.ts';
import { createPemulihan } from './pemulihan.ts';

export type LepasOutcome =
	| { ok: true }
	| {
			ok: false;
			reason: 'belum_masuk' | 'perlu_penegasan' | 'sandi_salah' | 'terlalu_sering' | 'faktor_tidak_ada';
	  };

/**
 * Removes the authenticator or one passkey of the person signed in. Asks for a fresh proof and, of those who have
 * one, for the password. With the last factor the recovery codes go too.
 */
export async function removeFaktor(
	ctx: Ctx,
	input: { faktor: 'kode' | { kunciId: number }; sandi: string; alamat: string },
): Promise<LepasOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const kini = ctx.clock();
	const tegas = canTegas(ctx.who, kini);
	if (!tegas.ok) return tegas;
	const orangId = ctx.who.id;
	const { faktor } = input;
	const batas = await limitPercobaan(ctx, `tegas ${orangId}`, input.alamat);
	if (batas.sering) return { ok: false, reason: 'terlalu_sering' };
	const tersimpan = await findSandi(ctx.db, orangId);
	if (tersimpan && !(await verifySandi(input.sandi, tersimpan.sandi))) {
		await batas.gagal(ctx.db);
		return { ok: false, reason: 'sandi_salah' };
	}
	return await ctx.db.transaction().execute(async (trx): Promise<LepasOutcome> => {
		const lepas =
			faktor === 'kode' ? await deleteKode(trx, orangId) : await deleteKunci(trx, orangId, faktor.kunciId);
		if (!lepas) return { ok: false, reason: 'faktor_tidak_ada' };
		if (!(await hasFaktor(trx, orangId))) await replacePemulihan(trx, orangId, [], kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: faktor === 'kode' ? 'kode_masuk.lepas' : 'kunci.lepas',
			objek: faktor === 'kode' ? `orang/${orangId}` : `kunci/${faktor.kunciId}`,
		});
		return { ok: true };
	});
}

export type PemulihanOutcome =
	| { ok: true; value: { pemulihan: string[] } }
	| { ok: false; reason: 'belum_masuk' | 'perlu_penegasan' | 'faktor_tidak_ada' };

/** New recovery codes, shown once; all earlier ones stop working. */
export async function renewPemulihan(ctx: Ctx): Promise<PemulihanOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const kini = ctx.clock();
	const tegas = canTegas(ctx.who, kini);
	if (!tegas.ok) return tegas;
	const orangId = ctx.who.id;
	return await ctx.db.transaction().execute(async (trx): Promise<PemulihanOutcome> => {
		if (!(await hasFaktor(trx, orangId))) return { ok: false, reason: 'faktor_tidak_ada' };
		const { kode, sidik } = createPemulihan();
		await replacePemulihan(trx, orangId, sidik, kini);
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: 'kode_pemulihan.ganti',
			objek: `orang/${orangId}`,
		});
		return { ok: true, value: { pemulihan: kode } };
	});
}
