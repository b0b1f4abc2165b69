import { authorize } from '#features/akun/require-orang.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findSama, startPekerjaan } from '#platform/jobs/pekerjaan.ts';
import { listIndikator } from '#scoring';
import { listPesertaPutaran } from './laporan.store.ts';

export const JENIS_LAPORAN = 'laporan';

/** What is to be made, as it stands in the work's row. */
export type PermintaanLaporan =
	| { apa: 'kertas_kerja'; instansiId: number; penilaianId: number }
	| { apa: 'buku_pdf' | 'buku_zip'; putaranId: number };

export type MintaOutcome =
	| { ok: true; value: { pekerjaanId: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' };

/** Asks for the working papers of every indicator, in the background. What is being made already is not begun twice. */
export async function mintaKertasKerja(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number },
): Promise<MintaOutcome> {
	const { instansiId, penilaianId } = input;
	const boleh = authorize(ctx, 'penilaian.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const oleh = boleh.orang.id;
	return await inScope(ctx, boleh.orang, async (trx): Promise<MintaOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const isi: PermintaanLaporan = { apa: 'kertas_kerja', instansiId, penilaianId };
		const sama = await findSama(trx, { jenis: JENIS_LAPORAN, isi, oleh });
		if (sama !== undefined) return { ok: true, value: { pekerjaanId: sama } };
		const jumlah = listIndikator(p.rangka).length;
		const pekerjaanId = await startPekerjaan(ctx, trx, {
			jenis: JENIS_LAPORAN,
			instansiId,
			jumlah,
			isi,
			oleh,
		});
		await recordActivity(trx, {
			...{ instansiId, waktu: ctx.clock(), orangId: oleh, tindakan: 'laporan.minta' },
			objek: `penilaian/${penilaianId}`,
			rincian: { apa: isi.apa },
		});
		return { ok: true, value: { pekerjaanId } };
	});
}

/** Asks for the book of a national round: one PDF, or a ZIP with a report for every institution. */
export async function mintaBuku(
	ctx: Ctx,
	input: { putaranId: number; bentuk: 'pdf' | 'zip' },
): Promise<MintaOutcome> {
	const boleh = authorize(ctx, 'putaran.kelola', { instansiId: null });
	if (!boleh.ok) return boleh;
	const oleh = boleh.orang.id;
	const { putaranId } = input;
	return await inScope(ctx, boleh.orang, async (trx): Promise<MintaOutcome> => {
		const jumlah = (await listPesertaPutaran(trx, putaranId)).length;
		if (jumlah === 0) return { ok: false, reason: 'penilaian_tidak_ada' };
		const isi: PermintaanLaporan = { apa: `buku_${input.bentuk}`, putaranId };
		const sama = await findSama(trx, { jenis: JENIS_LAPORAN, isi, oleh });
		if (sama !== undefined) return { ok: true, value: { pekerjaanId: sama } };
		const pekerjaanId = await startPekerjaan(ctx, trx, {
			jenis: JENIS_LAPORAN,
			instansiId: null,
			jumlah,
			isi,
			oleh,
		});
		await recordActivity(trx, {
			...{ instansiId: null, waktu: ctx.clock(), orangId: oleh, tindakan: 'laporan.minta' },
			objek: `putaran/${putaranId}`,
			rincian: { apa: isi.apa },
		});
		return { ok: true, value: { pekerjaanId } };
	});
}
