import { authorize } from '#features/akun/require-orang.ts';
import { copyBukti } from '#features/bukti/bukti.store.ts';
import { bacaPencari } from '#features/instansi/tulis-instansi.store.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listInstrumen, requireRegistri } from '#features/instrumen/instrumen.ts';
import { recordActivityMany } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { skorPenilaian, type Tahap } from './penilaian.rules.ts';
import {
	findPenilaian,
	insertPenilaian,
	insertPutaran,
	listInstansiJenis,
	setDari,
} from './penilaian.store.ts';

export interface PutaranMasukan {
	nama: string;
	tahun: number;
	jenis: 'evaluasi' | 'pemantauan';
	instrumen: string;
	/** Stages and windows with their dates, ISO; one left out is not held. */
	tahap: readonly { tahap: Tahap; mulai: string; selesai: string }[];
}

export interface BukaMasukan extends PutaranMasukan {
	instansiId: number;
	/**
	 * Assessment of an earlier year to go on from: its evidence is brought along as drafts and its explanations are
	 * suggested. Where the crosswalk leads from another instrument only hints are given, never values.
	 */
	dariPenilaianId?: number | null;
}

type Tolak<R extends string> = { ok: false; reason: R };
type Dasar = 'belum_masuk' | 'tidak_berwenang' | 'instrumen_tidak_dikenal' | 'tanggal_terbalik';

export type BukaOutcome =
	| { ok: true; value: { penilaianId: number; bukti: number } }
	| Tolak<Dasar | 'penilaian_tidak_ada' | 'instrumen_lain'>;

/** Opens an institution's own round on a frozen copy of the instrument, with its one assessment. */
export async function openPutaran(ctx: Ctx, input: BukaMasukan): Promise<BukaOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'penilaian.buka', { instansiId });
	if (!boleh.ok) return boleh;
	const dasar = canBuka(ctx, input);
	if (!dasar.ok) return dasar;
	const dibuat = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<BukaOutcome> => {
		const dari = input.dariPenilaianId
			? await findPenilaian(trx, instansiId, input.dariPenilaianId)
			: undefined;
		if (input.dariPenilaianId && !dari) return { ok: false, reason: 'penilaian_tidak_ada' };
		const sama = dari?.rangka.id === dasar.instrumen.id;
		if (dari && !sama && !hasPadanan(ctx, dari.rangka.id, dasar.instrumen.id))
			return { ok: false, reason: 'instrumen_lain' };
		const { penilaianId } = await buka(
			trx,
			input,
			dasar.instrumen,
			instansiId,
			[instansiId],
			dibuat,
			boleh.orang.id,
		);
		if (dari) await setDari(trx, { instansiId, id: penilaianId[0] ?? 0, dariId: dari.id });
		const bukti =
			dari && sama
				? await copyBukti(trx, {
						instansiId,
						dari: dari.id,
						ke: penilaianId[0] ?? 0,
						dibuat,
						oleh: boleh.orang.id,
					})
				: 0;
		return { ok: true, value: { penilaianId: penilaianId[0] ?? 0, bukti } };
	});
}

const hasPadanan = (ctx: Ctx, dari: string, ke: string): boolean =>
	requireRegistri(ctx).padanan.pasangan.some((p) => p.dari.instrumen === dari && p.ke.instrumen === ke);

export interface BukaNasionalMasukan extends PutaranMasukan {
	/** Kinds of institution that all take part. */
	pesertaJenis: readonly string[];
	/** Further participants by name or recorded variant. */
	pesertaNama: readonly string[];
}

export type BukaNasionalOutcome =
	| { ok: true; value: { peserta: number; putaranId: number } }
	| Tolak<Dasar | 'peserta_kosong' | 'bukan_instrumen_tahun'>
	| { ok: false; reason: 'peserta_tidak_dikenal'; nama: string[] };

/** Opens a round of many institutions; its determinations are published among the official results. */
export async function openPutaranNasional(
	ctx: Ctx,
	input: BukaNasionalMasukan,
): Promise<BukaNasionalOutcome> {
	const boleh = authorize(ctx, 'putaran.kelola', { instansiId: null });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, (trx) => bukaNasional(ctx, trx, boleh.orang.id, input));
}

/** The same within a transaction that has begun, after the caller has authorised. */
export async function bukaNasional(
	ctx: Ctx,
	trx: Trx,
	oleh: number,
	input: BukaNasionalMasukan,
): Promise<BukaNasionalOutcome> {
	const siap = await prepareNasional(ctx, trx, input);
	if (!siap.ok) return siap;
	const { instrumen, peserta } = siap.value;
	const { putaranId } = await buka(trx, input, instrumen, null, peserta, ctx.clock(), oleh);
	return { ok: true, value: { peserta: peserta.length, putaranId } };
}

/** What is opened, and for whom; or why it cannot be. */
export async function prepareNasional(
	ctx: Ctx,
	trx: Trx,
	input: BukaNasionalMasukan,
): Promise<
	| { ok: true; value: { instrumen: InstrumenLengkap; peserta: number[] } }
	| Extract<BukaNasionalOutcome, { ok: false }>
> {
	const dasar = canBuka(ctx, input);
	if (!dasar.ok) return dasar;
	if (requireRegistri(ctx).forTahun(input.tahun)?.id !== dasar.instrumen.id)
		return { ok: false, reason: 'bukan_instrumen_tahun' };
	const pencari = await bacaPencari(trx);
	const cocok = input.pesertaNama.map((nama) => ({ nama, id: pencari.cari(nama)?.id }));
	const asing = cocok.filter((c) => c.id === undefined).map((c) => c.nama);
	if (asing.length > 0) return { ok: false, reason: 'peserta_tidak_dikenal', nama: asing };
	const peserta = new Set([
		...(await listInstansiJenis(trx, input.pesertaJenis)),
		...cocok.flatMap((c) => c.id ?? []),
	]);
	if (peserta.size === 0) return { ok: false, reason: 'peserta_kosong' };
	return { ok: true, value: { instrumen: dasar.instrumen, peserta: [...peserta] } };
}

function canBuka(
	ctx: Ctx,
	input: PutaranMasukan,
): { ok: true; instrumen: InstrumenLengkap } | Tolak<'instrumen_tidak_dikenal' | 'tanggal_terbalik'> {
	const instrumen = listInstrumen(ctx).find((i) => i.id === input.instrumen);
	if (!instrumen) return { ok: false, reason: 'instrumen_tidak_dikenal' };
	if (input.tahap.some((t) => t.selesai < t.mulai)) return { ok: false, reason: 'tanggal_terbalik' };
	return { ok: true, instrumen };
}

async function buka(
	trx: Trx,
	input: PutaranMasukan,
	instrumen: InstrumenLengkap,
	penyelenggaraId: number | null,
	peserta: readonly number[],
	dibuat: Date,
	oleh: number,
): Promise<{ putaranId: number; penilaianId: number[] }> {
	const { nama, tahun, jenis, tahap } = input;
	const putaranId = await insertPutaran(trx, {
		nama,
		tahun,
		jenis,
		instrumen,
		penyelenggaraId,
		tahap,
		dibuat,
		oleh,
	});
	const { skor } = skorPenilaian(instrumen, tahun, new Map());
	const penilaian = await insertPenilaian(trx, { putaranId, peserta, skor });
	await recordActivityMany(
		trx,
		penilaian.map(({ id, instansiId }) => ({
			instansiId,
			waktu: dibuat,
			orangId: oleh,
			tindakan: 'putaran.buka',
			objek: `penilaian/${id}`,
			rincian: { tahun, instrumen: instrumen.id },
		})),
	);
	return { putaranId, penilaianId: penilaian.map((p) => p.id) };
}
