import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { authorize } from '#features/akun/require-orang.ts';
import { daftarAlasan } from '#features/bukti/bukti.rules.ts';
import { insertPutusan, listBukti, updateBukti } from '#features/bukti/bukti.store.ts';
import { bacaIsi, bacaLembar } from '#features/hasil/import-berkas.ts';
import { BerkasDitolak } from '#features/hasil/import-masalah.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import {
	type BarisPortal,
	type KamusPortal,
	type MasalahPortal,
	petakanPortal,
	type RencanaImpor,
	rencanakan,
} from './impor-portal.rules.ts';
import { listCentang } from './paket.store.ts';

const kata = z.array(z.string().toLowerCase());
const kamusSchema = z.object({
	kolom: z.strictObject({ indikator: kata, butir: kata, status: kata, alasan: kata }),
	status: z.strictObject({ diterima: kata, dikembalikan: kata, menunggu: kata }),
	alasan: z.array(z.strictObject({ alasan: z.enum(daftarAlasan), kata })),
});
const terbaca = new Map<string, KamusPortal>();

/** The portal's words, data/portal-status.json; read once. @throws ZodError when damaged. */
export function readKamusPortal(ctx: Pick<Ctx, 'dir'>): KamusPortal {
	const path = join(ctx.dir.project, 'data', 'portal-status.json');
	const kamus = terbaca.get(path) ?? kamusSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	terbaca.set(path, kamus);
	return kamus;
}

/** Rows of one file; a national portal has at most some hundred items per institution. */
export const BARIS_PORTAL = 5000;
/** Text of all rows together: it travels once more with the confirmation. */
export const HURUF_PORTAL = 500_000;

export type BacaPortal = { ok: true; baris: BarisPortal[] } | { ok: false; masalah: MasalahPortal[] };

/** Reads a CSV or XLSX that came back from the portal. */
export async function readPortal(ctx: Pick<Ctx, 'dir'>, isi: Uint8Array): Promise<BacaPortal> {
	try {
		const lembar = await bacaLembar(await bacaIsi(isi));
		const peta = petakanPortal(lembar.kepala, lembar.nomorKepala, readKamusPortal(ctx));
		if (!peta.ok) return peta;
		const { kolom } = peta;
		const baris = lembar.baris.map(({ nomor, sel }) => ({
			...{ nomor, indikator: sel[kolom.indikator] ?? '', butir: sel[kolom.butir] ?? '' },
			...{ status: sel[kolom.status] ?? '', alasan: (sel[kolom.alasan] ?? '').slice(0, 5000) },
		}));
		const huruf = baris.reduce((n, b) => n + b.alasan.length + b.butir.length + b.status.length, 0);
		if (baris.length <= BARIS_PORTAL && huruf <= HURUF_PORTAL) return { ok: true, baris };
		const pesan = `Berkas memuat lebih dari ${BARIS_PORTAL} baris atau ${HURUF_PORTAL} huruf. Bagi menurut indikator, lalu muat satu per satu.`;
		return { ok: false, masalah: [{ baris: null, kolom: null, pesan }] };
	} catch (error) {
		if (error instanceof BerkasDitolak) return { ok: false, masalah: error.masalah };
		throw error;
	}
}

export const daftarTahapPortal = ['dokumen', 'interviu', 'visitasi'] as const;
export type TahapPortal = (typeof daftarTahapPortal)[number];

export interface ImporPortalMasukan {
	instansiId: number;
	penilaianId: number;
	baris: readonly BarisPortal[];
	/** Stage in which the portal judged. */
	tahap: TahapPortal;
	/** Fingerprint of the plan that was shown; null only to see it. */
	sidik: string | null;
}

export type ImporPortalOutcome =
	| { ok: true; value: { rencana: RencanaImpor; sidik: string; tertulis: boolean } }
	| {
			ok: false;
			reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada';
	  }
	| { ok: false; reason: 'berubah_sejak_pratinjau'; rencana: RencanaImpor; sidik: string };

/**
 * Shows what statuses from the portal would change, and carries out exactly the plan that was shown: verdicts with
 * their stage and the portal as their source. What has changed since is shown anew. Twice changes nothing.
 */
export async function importPortal(ctx: Ctx, input: ImporPortalMasukan): Promise<ImporPortalOutcome> {
	const { instansiId, penilaianId } = input;
	const boleh = authorize(ctx, 'portal.impor', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx): Promise<ImporPortalOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const rencana = rencanakan(
			input.baris,
			await listDikenal(trx, instansiId, penilaianId),
			readKamusPortal(ctx),
		);
		const sidik = createHash('sha256')
			.update(JSON.stringify([rencana.masuk, input.tahap]))
			.digest('hex');
		if (input.sidik === null) return { ok: true, value: { rencana, sidik, tertulis: false } };
		if (input.sidik !== sidik) return { ok: false, reason: 'berubah_sejak_pratinjau', rencana, sidik };
		await tulis(ctx, trx, boleh.orang.id, input, rencana);
		return { ok: true, value: { rencana, sidik, tertulis: true } };
	});
}

async function listDikenal(trx: Trx, instansiId: number, penilaianId: number) {
	const centang = await listCentang(trx, instansiId, penilaianId);
	return (await listBukti(trx, instansiId, penilaianId)).map((b) => ({
		...{ id: b.id, indikator: b.indikator, huruf: b.huruf, status: b.status, putusan: b.putusan },
		revisi: b.revisi[0]?.nomor ?? 0,
		dimasukkan: centang.find((c) => c.buktiId === b.id)?.revisi ?? null,
	}));
}

async function tulis(
	ctx: Ctx,
	trx: Trx,
	orangId: number,
	{ instansiId, penilaianId, tahap }: ImporPortalMasukan,
	{ masuk }: RencanaImpor,
): Promise<void> {
	const waktu = ctx.clock();
	for (const { buktiId, indikator, revisi, revisiLama, putusan, alasan, catatan } of masuk) {
		await insertPutusan(trx, {
			...{ instansiId, buktiId, revisi, tahap, putusan, alasan, catatan, orangId, waktu },
			sumber: 'portal',
		});
		if (!revisiLama) await updateBukti(trx, { instansiId, id: buktiId, status: putusan });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId, tindakan: `bukti.${putusan}` },
			objek: `penilaian/${penilaianId}/${indikator}`,
			rincian: { bukti: buktiId, revisi, alasan, sumber: 'portal' },
		});
	}
}
