import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { toDesimal } from '#scoring';
import { hitungRencana } from './hitung-rencana.ts';
import { bacaMinta, type Kueri, tulisKueri } from './minta.rules.ts';
import { lengkapi, susunKeadaan } from './open-susun.ts';
import { readBahan } from './read-bahan.ts';
import { findSimpanan, markArsip } from './rencana.store.ts';
import { requireRencana, type TolakRencana } from './require-rencana.ts';
import { keepHasil, NAMA_TERPANJANG } from './simpan-hasil.ts';

export interface SimpanMasukan {
	instansiId: number;
	/** The address of the plan: what is kept is computed from it again. */
	kueri: Kueri;
	nama: string;
	alasan: string;
}

export type SimpanOutcome =
	| { ok: true; value: { id: number } }
	| TolakRencana
	| { ok: false; reason: 'nama_kosong' | 'tidak_ada_rencana' };

/** Keeps a plan under a name, with where it starts from and what came out. */
export async function saveRencana(ctx: Ctx, input: SimpanMasukan): Promise<SimpanOutcome> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	const nama = input.nama.trim().slice(0, NAMA_TERPANJANG);
	if (nama === '') return { ok: false, reason: 'nama_kosong' };
	const bahan = await readBahan(ctx, orang, instansiId, input.kueri);
	const awal = await susunKeadaan(ctx, instansiId, bahan, true);
	const kueri = lengkapi(input.kueri, awal);
	const { minta, masalah } = bacaMinta(bahan.awal.instrumen, kueri);
	if (masalah.length > 0) return { ok: false, reason: 'tidak_ada_rencana' };
	const susunan = await hitungRencana(ctx, bahan, minta, kueri);
	if (susunan.keadaan !== 'ada') return { ok: false, reason: 'tidak_ada_rencana' };
	return await keepHasil(ctx, orang, {
		...{ instansiId, tahun: bahan.tahun, nama, alasan: input.alasan, jenis: 'rencana' },
		...{ instrumen: bahan.awal.instrumen.id, awal, hasil: susunan.hasil },
		diminta: { kueri: tulisKueri(kueri), target: minta.target && toDesimal(minta.target) },
	});
}

/** Sets a kept plan or scenario aside; it stays readable. */
export async function archiveRencana(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true } | TolakRencana | { ok: false; reason: 'rencana_tidak_ada' | 'sudah_diarsipkan' }> {
	const { instansiId, id } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		if (!(await findSimpanan(trx, instansiId, id)))
			return { ok: false as const, reason: 'rencana_tidak_ada' as const };
		if (!(await markArsip(trx, { instansiId, id, waktu })))
			return { ok: false as const, reason: 'sudah_diarsipkan' as const };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id, tindakan: 'rencana.arsip', objek: `rencana/${id}` },
		});
		return { ok: true as const };
	});
}
