import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { sealSecret } from '#platform/secret.ts';
import { findOrang } from '../orang.store.ts';
import { canTegas } from '../penegasan.rules.ts';
import { konteksKode, openRahasia } from './check-kode.ts';
import { activateKode, findKode, insertKode } from './faktor.store.ts';
import { ensurePemulihan } from './register-kunci.ts';
import { createRahasiaTotp, langkahKode, tulisRahasia, uriTotp } from './totp.ts';

export type MulaiKodeOutcome =
	| { ok: true }
	| { ok: false; reason: 'belum_masuk' | 'perlu_penegasan' | 'kode_sudah_aktif' };

/** Makes a new secret for the person's authenticator; it does nothing until a code confirms it. */
export async function beginKode(ctx: Ctx): Promise<MulaiKodeOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const tegas = canTegas(ctx.who, ctx.clock());
	if (!tegas.ok) return tegas;
	const orangId = ctx.who.id;
	const rahasia = sealSecret(ctx, createRahasiaTotp(), konteksKode(orangId));
	return (await insertKode(ctx.db, { orangId, rahasia, kini: ctx.clock() }))
		? { ok: true }
		: { ok: false, reason: 'kode_sudah_aktif' };
}

export interface KodeMenunggu {
	/** Address for the picture. */
	uri: string;
	/** The same as text, in groups of four. */
	rahasia: string;
}

/** The secret that waits to be confirmed, for its owner's eyes; null where none does. */
export async function readKodeMenunggu(ctx: Ctx): Promise<KodeMenunggu | null> {
	if (ctx.who.jenis !== 'orang' || !canTegas(ctx.who, ctx.clock()).ok) return null;
	const { id } = ctx.who;
	const tersimpan = await findKode(ctx.db, id);
	const rahasia = tersimpan && !tersimpan.aktif ? openRahasia(ctx, id, tersimpan.rahasia) : null;
	if (!rahasia) return null;
	const orang = await findOrang(ctx.db, id);
	return { uri: uriTotp(rahasia, orang?.surel ?? String(id)), rahasia: tulisRahasia(rahasia) };
}

export type AktifkanKodeOutcome =
	/** Recovery codes come with the first second factor; they are shown once. */
	| { ok: true; value: { pemulihan: string[] | null } }
	| { ok: false; reason: 'belum_masuk' | 'perlu_penegasan' | 'kode_belum_dimulai' | 'kode_salah' };

/** Activates the codes with the first one: from now on the password alone does not sign in. */
export async function confirmKode(ctx: Ctx, kode: string): Promise<AktifkanKodeOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const kini = ctx.clock();
	const tegas = canTegas(ctx.who, kini);
	if (!tegas.ok) return tegas;
	const orangId = ctx.who.id;
	const tersimpan = await findKode(ctx.db, orangId);
	const rahasia = tersimpan && !tersimpan.aktif ? openRahasia(ctx, orangId, tersimpan.rahasia) : null;
	if (!rahasia) return { ok: false, reason: 'kode_belum_dimulai' };
	const langkah = langkahKode(rahasia, kode.replace(/\s/g, ''), kini);
	if (langkah === null) return { ok: false, reason: 'kode_salah' };
	return await ctx.db.transaction().execute(async (trx): Promise<AktifkanKodeOutcome> => {
		if (!(await activateKode(trx, orangId, langkah, kini)))
			return { ok: false, reason: 'kode_belum_dimulai' };
		await recordActivity(trx, {
			instansiId: null,
			waktu: kini,
			orangId,
			tindakan: 'kode_masuk.aktifkan',
			objek: `orang/${orangId}`,
		});
		return { ok: true, value: { pemulihan: await ensurePemulihan(trx, orangId, kini) } };
	});
}
