import { bacaTautan } from '#features/bukti/bukti.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { cancelReviu, findVersi, insertReviuKebijakan } from './kebijakan.store.ts';
import { requireKebijakan, type TolakKebijakan } from './require-kebijakan.ts';
import { type BerkasMasuk, keepBerkasKebijakan } from './save-dokumen.ts';

export interface ReviuMasukan {
	instansiId: number;
	indikator: string;
	dokumenId: number;
	/** ISO. */
	tanggal: string | null;
	temuan: string;
	rekomendasi: string;
	tautan: string;
	penunjuk: string;
	berkas: BerkasMasuk;
}

export type ReviuOutcome =
	| { ok: true; value: { id: number } }
	| TolakKebijakan
	| {
			ok: false;
			reason:
				| 'isian_reviu_salah'
				| 'tanggal_reviu_nanti'
				| 'tautan_tidak_sah'
				| 'dokumen_tidak_ada'
				| 'jenis_berkas_ditolak_kebijakan';
	  };

/** Records a review of a policy: the day, what was found, what it recommends. */
export async function saveReviu(ctx: Ctx, input: ReviuMasukan): Promise<ReviuOutcome> {
	try {
		return await simpan(ctx, input);
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

async function simpan(ctx: Ctx, input: ReviuMasukan): Promise<ReviuOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const { instansiId, indikator, dokumenId, tanggal } = input;
	const [temuan, rekomendasi] = [input.temuan.trim(), input.rekomendasi.trim()];
	const terlalu = Math.max(temuan.length, rekomendasi.length) > 5000 || input.penunjuk.length > 500;
	if (tanggal === null || temuan === '' || rekomendasi === '' || terlalu)
		return { ok: false, reason: 'isian_reviu_salah' };
	if (tanggal > hariIni(waktu)) return { ok: false, reason: 'tanggal_reviu_nanti' };
	const tautan = input.tautan.trim() === '' ? '' : bacaTautan(input.tautan.trim());
	if (tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
	return await inScope(ctx, orang, async (trx): Promise<ReviuOutcome> => {
		const boleh = await requireKebijakan(ctx, trx, orang, 'kebijakan.tulis', input);
		if (!boleh.ok) return boleh;
		if (!(await findVersi(trx, instansiId, indikator, dokumenId)))
			return { ok: false, reason: 'dokumen_tidak_ada' };
		const berkas = await keepBerkasKebijakan(ctx, trx, orang, instansiId, input.berkas);
		if (berkas === 'ditolak') return { ok: false, reason: 'jenis_berkas_ditolak_kebijakan' };
		const id = await insertReviuKebijakan(trx, {
			...{ instansiId, indikator, dokumenId, tanggal, temuan, rekomendasi, tautan },
			berkasId: berkas?.id ?? null,
			namaBerkas: berkas?.nama ?? null,
			penunjuk: input.penunjuk.trim(),
			orangId: orang.id,
			waktu,
		});
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: 'kebijakan.reviu',
			objek: `kebijakan/${indikator}/${dokumenId}`,
			rincian: { reviu: id, tanggal, sha256: berkas?.sha256 ?? null },
		});
		return { ok: true, value: { id } };
	});
}

/** Takes a review back that was recorded by mistake; it stays readable. */
export async function withdrawReviu(
	ctx: Ctx,
	input: { instansiId: number; indikator: string; reviuId: number },
): Promise<{ ok: true } | TolakKebijakan | { ok: false; reason: 'reviu_tidak_ada' }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const { instansiId, indikator, reviuId } = input;
	return await inScope(ctx, orang, async (trx) => {
		const boleh = await requireKebijakan(ctx, trx, orang, 'kebijakan.tulis', input);
		if (!boleh.ok) return boleh;
		if (!(await cancelReviu(trx, { instansiId, indikator, id: reviuId, batal: waktu })))
			return { ok: false as const, reason: 'reviu_tidak_ada' as const };
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: 'kebijakan.reviu_batal',
			objek: `kebijakan/${indikator}`,
			rincian: { reviu: reviuId },
		});
		return { ok: true as const };
	});
}
