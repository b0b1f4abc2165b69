import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { amankanNama, bacaTautan, type JenisBukti, type StatusBukti, tulisHuruf } from './bukti.rules.ts';
import {
	findBerkasTerakhir,
	findBukti,
	insertBukti,
	insertRevisi,
	updateBukti,
	upsertBerkas,
} from './bukti.store.ts';
import { requireBukaBukti, type SebabTertutup } from './can-unggah.ts';
import { type BerkasTersimpan, findUnggahan, keepBerkas } from './keep-berkas.ts';

export interface BuktiMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	/** A revision of this item; a new item without it. */
	buktiId?: number | undefined;
	tingkat: number;
	judul: string;
	/** A received file, still to be judged. Taken over or discarded by this call, whatever happens. */
	berkas?: { titipan: Titipan; nama: string } | undefined;
	/** Id of a complete upload in pieces, instead of `berkas`. Given up only once the evidence is written. */
	unggahan?: string | undefined;
	tautan: string;
	catatan: string;
	penunjuk: string;
	/** ISO dates. */
	tanggal: string | null;
	berlakuSampai: string | null;
	/** Submit at once instead of keeping a draft. */
	ajukan: boolean;
}

type Sebab =
	| SebabTertutup
	| 'bukti_tidak_ada'
	| 'isian_bukti_salah'
	| 'tautan_tidak_sah'
	| 'unggahan_tidak_ada'
	| 'penyimpanan_penuh'
	| 'penyimpanan_gagal';

export type BuktiOutcome =
	| {
			ok: true;
			value: {
				id: number;
				/** "1.a": as the ministry's portal names files. */
				kode: string;
				status: StatusBukti;
				/** SHA-256 of the file, hex: the receipt. */
				sha256: string | null;
				/** The words are kept as a draft, the file is not. */
				peringatan: Ditolak | null;
			};
	  }
	| { ok: false; reason: Sebab };

type Ditolak = 'jenis_berkas_ditolak' | 'berkas_terinfeksi';
type BerkasMasuk = NonNullable<BuktiMasukan['berkas']>;

/** Adds an item of evidence, or a revision of one. Earlier revisions and their verdicts stay. */
export async function saveBukti(ctx: Ctx, input: BuktiMasukan): Promise<BuktiOutcome> {
	try {
		if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
		const orang = ctx.who;
		const { unggahan } = input;
		if (unggahan === undefined) return await simpan(ctx, orang, input, input.berkas);
		return await ctx.berkas.unggahan.exclusive(unggahan, () => simpanUnggahan(ctx, orang, input, unggahan));
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

/** The same form sent twice is answered twice with what was written once. */
async function simpanUnggahan(
	ctx: Ctx,
	orang: Orang,
	input: BuktiMasukan,
	id: string,
): Promise<BuktiOutcome> {
	const u = await findUnggahan(ctx.berkas, orang, input, id);
	if (!u) return { ok: false, reason: 'unggahan_tidak_ada' };
	if (u.hasil !== undefined) return u.hasil as BuktiOutcome;
	const hasil = await simpan(ctx, orang, input, { titipan: ctx.berkas.unggahan.titipan(u), nama: u.nama });
	if (hasil.ok)
		await ctx.berkas.unggahan.settle(id, hasil).catch((error) => {
			ctx.log.error({ err: error }, 'melepas unggahan'); // the evidence is written; the bytes expire by themselves
		});
	return hasil;
}

async function simpan(
	ctx: Ctx,
	orang: Orang,
	input: BuktiMasukan,
	masuk: BerkasMasuk | undefined,
): Promise<BuktiOutcome> {
	const judul = input.judul.trim() || (masuk ? amankanNama(masuk.nama) : '');
	if (judul === '' || judul.length > 300 || input.catatan.length > 20_000 || input.penunjuk.length > 500)
		return { ok: false, reason: 'isian_bukti_salah' };
	const tautan = input.tautan.trim() === '' ? null : bacaTautan(input.tautan.trim());
	if (input.tautan.trim() !== '' && tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
	// Judging, scanning and storing may take minutes: not within the transaction that writes.
	const siap = masuk
		? await siapkan(ctx, orang, input, masuk)
		: { ok: true as const, berkas: null, ditolak: null };
	return siap.ok ? await tulis(ctx, orang, { ...input, judul }, tautan, siap) : siap;
}

async function siapkan(
	ctx: Ctx,
	orang: Orang,
	input: BuktiMasukan,
	masuk: BerkasMasuk,
): Promise<({ ok: true } & Siap) | { ok: false; reason: Sebab }> {
	const boleh = await inScope(ctx, orang, (trx) => requireBukaBukti(ctx, trx, orang, input));
	if (!boleh.ok) return boleh;
	const simpan = await keepBerkas(ctx, masuk);
	if (simpan.ok) return { ok: true, berkas: simpan.value, ditolak: null };
	const { reason } = simpan;
	if (reason === 'penyimpanan_penuh' || reason === 'penyimpanan_gagal') return { ok: false, reason };
	return { ok: true, berkas: null, ditolak: reason };
}

interface Siap {
	berkas: BerkasTersimpan | null;
	ditolak: Ditolak | null;
}

async function tulis(
	ctx: Ctx,
	orang: Orang,
	input: BuktiMasukan,
	tautan: string | null,
	{ berkas, ditolak }: Siap,
): Promise<BuktiOutcome> {
	const kini = ctx.clock();
	const { judul } = input;
	return await inScope(ctx, orang, async (trx): Promise<BuktiOutcome> => {
		const buka = await requireBukaBukti(ctx, trx, orang, input);
		if (!buka.ok) return buka;
		const lama =
			input.buktiId === undefined
				? null
				: await findBukti(trx, input.instansiId, input.penilaianId, input.buktiId);
		if (
			input.buktiId !== undefined &&
			(!lama || lama.indikator !== input.indikator || lama.status === 'ditarik')
		)
			return { ok: false, reason: 'bukti_tidak_ada' };
		const dari =
			berkas === null && lama ? await findBerkasTerakhir(trx, input.instansiId, lama.id) : undefined;
		const berkasId = berkas
			? await upsertBerkas(trx, { ...berkas, instansiId: input.instansiId, dibuat: kini, oleh: orang.id })
			: (dari?.berkasId ?? null);
		const jenis: JenisBukti =
			berkasId !== null || ditolak !== null
				? 'berkas'
				: tautan
					? 'tautan'
					: input.catatan.trim()
						? 'catatan'
						: 'berkas';
		const lengkap = jenis !== 'berkas' || (berkasId !== null && ditolak === null);
		const status: StatusBukti = input.ajukan && lengkap ? 'diajukan' : 'draf';
		const id = await tulisButir(trx, input, lama, status, kini);
		await insertRevisi(trx, {
			instansiId: input.instansiId,
			buktiId: id.id,
			nomor: (lama?.revisi ?? 0) + 1,
			jenis,
			judul,
			berkasId,
			namaBerkas: berkas?.nama ?? dari?.namaBerkas ?? null,
			isi: jenis === 'tautan' ? (tautan ?? '') : input.catatan.trim(),
			penunjuk: input.penunjuk.trim(),
			tanggal: input.tanggal,
			berlakuSampai: input.berlakuSampai,
			orangId: orang.id,
			waktu: kini,
		});
		const kode = `${buka.nomor}.${tulisHuruf(id.huruf)}`;
		await recordActivity(trx, {
			instansiId: input.instansiId,
			waktu: kini,
			orangId: orang.id,
			tindakan: lama ? 'bukti.revisi' : 'bukti.tambah',
			objek: `penilaian/${input.penilaianId}/${input.indikator}`,
			rincian: {
				bukti: id.id,
				revisi: (lama?.revisi ?? 0) + 1,
				jenis,
				status,
				sha256: berkas?.sha256 ?? null,
			},
		});
		return {
			ok: true,
			value: {
				id: id.id,
				kode,
				status,
				sha256: berkas?.sha256 ?? null,
				peringatan: ditolak,
			},
		};
	});
}

async function tulisButir(
	trx: Trx,
	input: BuktiMasukan,
	lama: { id: number; huruf: number } | null | undefined,
	status: StatusBukti,
	dibuat: Date,
): Promise<{ id: number; huruf: number }> {
	const { instansiId, penilaianId, indikator, tingkat } = input;
	if (!lama)
		return await insertBukti(trx, {
			instansiId,
			penilaianId,
			indikator,
			tingkat,
			status,
			asalId: null,
			dibuat,
		});
	await updateBukti(trx, { instansiId, id: lama.id, status, tingkat });
	return lama;
}
