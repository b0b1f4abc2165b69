import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { toDesimal } from '#scoring';
import { kalimatAsal } from './asal.copy.ts';
import { hitungRencana } from './hitung-rencana.ts';
import { bacaMinta, type Kueri, tulisKueri } from './minta.rules.ts';
import { lengkapi, susunKeadaan } from './open-susun.ts';
import { readBahan } from './read-bahan.ts';
import { findSimpanan, insertRencana, markArsip } from './rencana.store.ts';
import { requireRencana, type TolakRencana } from './require-rencana.ts';

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
	const nama = input.nama.trim().slice(0, 200);
	if (nama === '') return { ok: false, reason: 'nama_kosong' };
	const bahan = await readBahan(ctx, orang, instansiId, input.kueri);
	const awal = await susunKeadaan(ctx, instansiId, bahan, true);
	const kueri = lengkapi(input.kueri, awal);
	const { minta, masalah } = bacaMinta(bahan.awal.instrumen, kueri);
	if (masalah.length > 0) return { ok: false, reason: 'tidak_ada_rencana' };
	const susunan = await hitungRencana(ctx, bahan, minta, kueri);
	if (susunan.keadaan !== 'ada') return { ok: false, reason: 'tidak_ada_rencana' };
	const dibuat = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<SimpanOutcome> => {
		const id = await insertRencana(trx, {
			...{ instansiId, tahun: bahan.tahun, nama, jenis: 'rencana', instrumen: bahan.awal.instrumen.id },
			masukan: {
				awal: awal.kode,
				asal: { id: kalimatAsal.id(awal), en: kalimatAsal.en(awal) },
				kueri: tulisKueri(kueri),
				target: minta.target && toDesimal(minta.target),
			},
			hasil: susunan.hasil,
			...{ alasan: input.alasan.trim().slice(0, 5000), dibuat, oleh: orang.id },
		});
		await recordActivity(trx, {
			...{ instansiId, waktu: dibuat, orangId: orang.id, tindakan: 'rencana.simpan', objek: `rencana/${id}` },
			rincian: { jenis: 'rencana', tahun: bahan.tahun, indeks: susunan.hasil.indeks },
		});
		return { ok: true, value: { id } };
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
