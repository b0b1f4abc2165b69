import { canAct } from '#features/akun/izin.rules.ts';
import { tellPengisi } from '#features/kerjasama/tell-pengisi.ts';
import { canNilaiEksternal, mayEksternal } from '#features/penilaian/alur.rules.ts';
import { findPenilaian, keadaanOf, type PenilaianTersimpan } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type Alasan, canPindah } from './bukti.rules.ts';
import { findBukti, insertPutusan, updateBukti } from './bukti.store.ts';

export interface PutusanMasukan {
	instansiId: number;
	penilaianId: number;
	/** Items with the revision that was looked at: a newer one is not judged unseen. */
	bukti: readonly { id: number; revisi: number }[];
	putusan: 'diterima' | 'dikembalikan';
	/** Asked for when an item is sent back. */
	alasan: Alasan | null;
	catatan: string;
}

export type PutusanOutcome =
	| { ok: true; value: { banyak: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'bukti_tidak_ada'
				| 'status_tidak_cocok'
				| 'revisi_baru'
				| 'alasan_kosong'
				| 'terlalu_panjang'
				| 'tahap_lewat';
	  };

/** Accepts items of evidence or sends them back with a reason. All or none. */
export async function judgeBukti(ctx: Ctx, input: PutusanMasukan): Promise<PutusanOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if (input.putusan === 'dikembalikan' && !input.alasan) return { ok: false, reason: 'alasan_kosong' };
	if (input.catatan.length > 5000) return { ok: false, reason: 'terlalu_panjang' };
	const orang = ctx.who;
	const { instansiId, penilaianId, putusan } = input;
	const kini = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<PutusanOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const boleh = canPutuskan(orang, instansiId, p, kini);
		if (!boleh.ok) return boleh;
		const kembali: string[] = [];
		for (const { id, revisi } of input.bukti) {
			const b = await findBukti(trx, instansiId, penilaianId, id);
			if (!b) return batalkan('bukti_tidak_ada');
			if (b.revisi !== revisi) return batalkan('revisi_baru');
			if (!canPindah(b.status, putusan).ok) return batalkan('status_tidak_cocok');
			const alasan = putusan === 'dikembalikan' ? input.alasan : null;
			await insertPutusan(trx, {
				instansiId,
				buktiId: id,
				revisi,
				tahap: p.tahap,
				putusan,
				alasan,
				catatan: input.catatan.trim(),
				orangId: orang.id,
				waktu: kini,
			});
			await updateBukti(trx, { instansiId, id, status: putusan });
			kembali.push(b.indikator);
			await recordActivity(trx, {
				instansiId,
				waktu: kini,
				orangId: orang.id,
				tindakan: `bukti.${putusan}`,
				objek: `penilaian/${penilaianId}/${b.indikator}`,
				rincian: { bukti: id, revisi, alasan },
			});
		}
		if (putusan === 'dikembalikan') await tellPengisi(trx, input, kembali, kini);
		return { ok: true, value: { banyak: input.bukti.length } };
	}).catch(tangkap);
}

/** Internal assessors check while the institution fills in; external ones judge afterwards. */
export function canPutuskan(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	p: PenilaianTersimpan,
	kini: Date,
): { ok: true } | { ok: false; reason: 'tidak_berwenang' | 'tahap_lewat' } {
	if (p.tahap === 'mandiri') return canAct(orang, 'bukti.periksa', { instansiId });
	if (!mayEksternal(orang, instansiId, p)) return { ok: false, reason: 'tidak_berwenang' };
	return canNilaiEksternal(keadaanOf(p, kini));
}

type Gagal = Extract<PutusanOutcome, { ok: false }>;
/** Carries a refusal out of the transaction, which undoes what was written before it. */
class Batal extends Error {
	readonly hasil: Gagal;
	constructor(hasil: Gagal) {
		super(hasil.reason);
		this.hasil = hasil;
	}
}
function batalkan(reason: Gagal['reason']): never {
	throw new Batal({ ok: false, reason });
}
function tangkap(cause: unknown): PutusanOutcome {
	if (cause instanceof Batal) return cause.hasil;
	throw cause;
}
