import { listJalur } from '#features/akun/izin.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { tulisHuruf } from './bukti.rules.ts';
import { insertBukti, insertRevisi } from './bukti.store.ts';
import { requireBukaBukti } from './can-unggah.ts';
import { type BerkasPustaka, listPustaka, PUSTAKA_SEHALAMAN } from './pustaka.store.ts';

type TolakBukti = Extract<Awaited<ReturnType<typeof requireBukaBukti>>, { ok: false }>;

/** Files that the person may use again for this indicator. */
export async function listBerkas(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; indikator: string; cari: string },
): Promise<{ ok: true; value: { daftar: BerkasPustaka[]; lebih: boolean } } | TolakBukti> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId } = input;
	return await inScope(ctx, who, async (trx) => {
		const buka = await requireBukaBukti(ctx, trx, who, input);
		if (!buka.ok) return buka;
		const jalur = listJalur(who, 'nilai.isi', instansiId);
		const semua = await listPustaka(trx, { instansiId, jalur, cari: input.cari.trim().slice(0, 200) });
		const daftar = semua.slice(0, PUSTAKA_SEHALAMAN);
		return { ok: true as const, value: { daftar, lebih: semua.length > daftar.length } };
	});
}

export type PakaiBerkasOutcome =
	| { ok: true; value: { id: number; kode: string } }
	| TolakBukti
	| { ok: false; reason: 'berkas_hilang' | 'isian_bukti_salah' };

/** A new item of evidence, as a draft, from a file that is there already; nothing is uploaded again. */
export async function reuseBerkas(
	ctx: Ctx,
	input: {
		instansiId: number;
		penilaianId: number;
		indikator: string;
		tingkat: number;
		sha256: string;
		penunjuk: string;
	},
): Promise<PakaiBerkasOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, penilaianId, indikator, tingkat, sha256 } = input;
	if (input.penunjuk.length > 500) return { ok: false, reason: 'isian_bukti_salah' };
	const kini = ctx.clock();
	return await inScope(ctx, who, async (trx): Promise<PakaiBerkasOutcome> => {
		const buka = await requireBukaBukti(ctx, trx, who, input);
		if (!buka.ok) return buka;
		const jalur = listJalur(who, 'nilai.isi', instansiId);
		const [f] = await listPustaka(trx, { instansiId, jalur, cari: '', sha256 });
		if (!f) return { ok: false, reason: 'berkas_hilang' };
		const tempat = { instansiId, penilaianId, indikator, tingkat };
		const { id, huruf } = await insertBukti(trx, { ...tempat, status: 'draf', asalId: null, dibuat: kini });
		await insertRevisi(trx, {
			...{ instansiId, buktiId: id, nomor: 1, jenis: 'berkas', judul: f.judul, berkasId: f.id },
			...{ namaBerkas: f.namaBerkas, isi: '', penunjuk: input.penunjuk.trim(), tanggal: f.tanggal },
			...{ berlakuSampai: null, orangId: who.id, waktu: kini },
		});
		await recordActivity(trx, {
			...{ instansiId, waktu: kini, orangId: who.id, tindakan: 'bukti.tambah' },
			objek: `penilaian/${penilaianId}/${indikator}`,
			rincian: { bukti: id, revisi: 1, jenis: 'berkas', status: 'draf', sha256, pakaiUlang: true },
		});
		return { ok: true, value: { id, kode: `${buka.nomor}.${tulisHuruf(huruf)}` } };
	});
}
