import { readOrang } from '#features/akun/read-orang.ts';
import { authorize } from '#features/akun/require-orang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { enterScope, inScope } from '#platform/database/scope.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import {
	type HasilPekerjaan,
	listPekerjaan,
	runPekerjaan,
	startPekerjaan,
} from '#platform/jobs/pekerjaan.ts';
import {
	type BukaNasionalMasukan,
	type BukaNasionalOutcome,
	bukaNasional,
	prepareNasional,
} from './open-putaran.ts';

const JENIS = 'buka_nasional';
const ULANG = 3;
const SEHARI = 86_400_000;

export type MintaNasionalOutcome =
	| { ok: true; value: { pekerjaanId: number; peserta: number } }
	| Extract<BukaNasionalOutcome, { ok: false }>;

/**
 * Asks for a round of many institutions to be opened in the background. What cannot be opened is refused at once; the
 * rest is done whole or not at all.
 */
export async function requestPutaranNasional(
	ctx: Ctx,
	input: BukaNasionalMasukan,
): Promise<MintaNasionalOutcome> {
	const boleh = authorize(ctx, 'putaran.kelola', { instansiId: null });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx): Promise<MintaNasionalOutcome> => {
		const siap = await prepareNasional(ctx, trx, input);
		if (!siap.ok) return siap;
		const peserta = siap.value.peserta.length;
		const pekerjaanId = await startPekerjaan(ctx, trx, {
			jenis: JENIS,
			instansiId: null,
			jumlah: peserta,
			isi: input,
			oleh: boleh.orang.id,
		});
		return { ok: true, value: { pekerjaanId, peserta } };
	});
}

/** Opens the rounds that were asked for, with the rights that the person has when it is done. */
export function pekerjaNasional(ctx: Ctx): Pekerja {
	return {
		batas: 300,
		ulang: ULANG,
		jeda: 5,
		kerjakan: (isi) =>
			runPekerjaan(ctx, isi, ULANG + 1, async (trx, p): Promise<HasilPekerjaan> => {
				const orang = await readOrang(trx, p.oleh);
				const boleh = orang && authorize({ who: orang }, 'putaran.kelola', { instansiId: null });
				if (!boleh?.ok) return { ok: false, reason: 'tidak_berwenang' };
				await enterScope(trx, boleh.orang);
				const hasil = await bukaNasional(ctx, trx, p.oleh, p.isi as BukaNasionalMasukan);
				if (!hasil.ok) return hasil;
				const { peserta, putaranId } = hasil.value;
				return { ok: true, hasil: `/kerja/nasional/${putaranId}`, jumlah: peserta };
			}),
	};
}

/** National rounds being opened, and those that failed within a day. */
export async function listPembukaan(ctx: Ctx) {
	const boleh = authorize(ctx, 'putaran.kelola', { instansiId: null });
	if (!boleh.ok) return [];
	const sejak = new Date(ctx.clock().getTime() - SEHARI);
	return await inScope(ctx, boleh.orang, (trx) => listPekerjaan(trx, JENIS, sejak));
}
