import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import type { Lang } from '#ui/lang.ts';
import { issueTautan } from './issue-tautan.ts';
import { mailTautan } from './mail-tautan.ts';
import { findOrangBySurel } from './orang.store.ts';
import { networkOf } from './percobaan.rules.ts';
import { addPercobaan, listPercobaan } from './percobaan.store.ts';

const MENIT = 60_000;
const JENDELA = 15 * MENIT;
/** Requests within the window: for one address from one network, and from one network. */
const batas = { alamat: 3, jaringan: 20 };
/** A mailbox gets no second link within this time, whoever asks. */
const JEDA = 5 * MENIT;

export type LupaOutcome = { ok: true } | { ok: false; reason: 'terlalu_sering' | 'surel_mati' };

/**
 * Asks for a reset link by mail. Whether the address has an account is looked up afterwards, in the background, so that
 * neither the answer nor its time tells.
 */
export async function requestSetelUlang(
	ctx: Ctx,
	input: { surel: string; alamat: string; lang: Lang },
): Promise<LupaOutcome> {
	if (!ctx.mail.aktif) return { ok: false, reason: 'surel_mati' };
	const kini = ctx.clock();
	const sejak = new Date(kini.getTime() - JENDELA);
	const surel = input.surel.trim().toLowerCase().slice(0, 254);
	const jaringan = networkOf(input.alamat);
	const kunci = { alamat: `lupa ${surel} ${jaringan}`, jaringan: `lupa-jaringan ${jaringan}` };
	return await ctx.db.transaction().execute(async (trx): Promise<LupaOutcome> => {
		const banyak = await listPercobaan(trx, Object.values(kunci), sejak);
		if (
			(banyak.get(kunci.alamat) ?? 0) >= batas.alamat ||
			(banyak.get(kunci.jaringan) ?? 0) >= batas.jaringan
		)
			return { ok: false, reason: 'terlalu_sering' };
		await addPercobaan(trx, Object.values(kunci), kini, sejak);
		await ctx.jobs.enqueue(trx, 'lupa_sandi', { surel, lang: input.lang });
		return { ok: true };
	});
}

/** Issues and mails the links that were asked for; for an address without an active account it does nothing. */
export function pekerjaLupaSandi(ctx: Ctx): Pekerja {
	return {
		batas: 60,
		ulang: 3,
		jeda: 5,
		kerjakan: async (isi) => {
			const { surel, lang } = isi as { surel: string; lang: Lang };
			const kini = ctx.clock();
			await ctx.db.transaction().execute(async (trx) => {
				const orang = await findOrangBySurel(trx, surel);
				if (!orang?.surel || orang.nonaktif) return;
				const baru = await trx
					.selectFrom('tautan')
					.select('id')
					.where('orang_id', '=', orang.id)
					.where('guna', '=', 'setel_ulang')
					.where('dibuat', '>', new Date(kini.getTime() - JEDA))
					.executeTakeFirst();
				if (baru) return;
				const tautan = await issueTautan(trx, 'setel_ulang', orang.id, kini);
				const dikirim = { guna: 'setel_ulang' as const, nama: orang.nama, surel: orang.surel, tautan, lang };
				if (!(await mailTautan(ctx, trx, { ...dikirim, instansiId: null }))) return;
				await recordActivity(trx, {
					instansiId: null,
					waktu: kini,
					orangId: orang.id,
					tindakan: 'tautan.minta_setel_ulang',
					objek: `orang/${orang.id}`,
				});
			});
		},
	};
}
