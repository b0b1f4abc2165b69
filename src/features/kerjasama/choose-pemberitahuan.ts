import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { daftarJenis, type JenisPemberitahuan, type Pilihan, susunPilihan } from './pemberitahuan.rules.ts';
import { listPilihan, upsertPilihan } from './pemberitahuan.store.ts';

type Tolak = { ok: false; reason: 'belum_masuk' };

/** What the person wants to be told about, and how. */
export async function readPilihan(ctx: Ctx): Promise<{ ok: true; value: Pilihan[] } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	return { ok: true, value: susunPilihan(await inScope(ctx, ctx.who, (trx) => listPilihan(trx, [id]))) };
}

/** Sets every kind at once: wanted are those named, the others are muted. */
export async function choosePemberitahuan(
	ctx: Ctx,
	mau: { aplikasi: readonly JenisPemberitahuan[]; surel: readonly JenisPemberitahuan[] },
): Promise<{ ok: true } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { id } = ctx.who;
	await inScope(ctx, ctx.who, async (trx) => {
		for (const { jenis } of daftarJenis)
			await upsertPilihan(trx, {
				orangId: id,
				jenis,
				aplikasi: mau.aplikasi.includes(jenis),
				surel: mau.surel.includes(jenis),
			});
		await recordActivity(trx, {
			instansiId: null,
			waktu: ctx.clock(),
			orangId: id,
			tindakan: 'pemberitahuan.pilih',
			objek: `orang/${id}`,
			rincian: { aplikasi: mau.aplikasi.join(' '), surel: mau.surel.join(' ') },
		});
	});
	return { ok: true };
}
