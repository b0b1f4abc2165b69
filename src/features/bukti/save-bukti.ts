import { canIsiBukti } from '#features/penilaian/alur.rules.ts';
import { adaIndikator } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian, keadaanOf } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { canFill } from '#features/penilaian/record-nilai.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { judgeFile } from '#platform/storage/judge-file.ts';
import { amankanNama, bacaTautan, type JenisBukti, type StatusBukti, tulisHuruf } from './bukti.rules.ts';
import {
	findBerkasTerakhir,
	findBukti,
	insertBukti,
	insertRevisi,
	updateBukti,
	upsertBerkas,
} from './bukti.store.ts';

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
	| 'belum_masuk'
	| 'tidak_berwenang'
	| 'penilaian_tidak_ada'
	| 'indikator_tidak_ada'
	| 'bukti_tidak_ada'
	| 'tingkat_tidak_ada'
	| 'tahap_lewat'
	| 'sedang_diperiksa'
	| 'isian_bukti_salah'
	| 'tautan_tidak_sah';

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
				peringatan: 'jenis_berkas_ditolak' | null;
			};
	  }
	| { ok: false; reason: Sebab };

type Berkas = { sha256: string; ukuran: number; tipe: string; tanda: string[]; nama: string };

/** Adds an item of evidence, or a revision of one. Earlier revisions and their verdicts stay. */
export async function saveBukti(ctx: Ctx, input: BuktiMasukan): Promise<BuktiOutcome> {
	try {
		return await simpan(ctx, input);
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

async function simpan(ctx: Ctx, input: BuktiMasukan): Promise<BuktiOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const judul = input.judul.trim() || (input.berkas ? amankanNama(input.berkas.nama) : '');
	if (judul === '' || judul.length > 300 || input.catatan.length > 20_000 || input.penunjuk.length > 500)
		return { ok: false, reason: 'isian_bukti_salah' };
	const tautan = input.tautan.trim() === '' ? null : bacaTautan(input.tautan.trim());
	if (input.tautan.trim() !== '' && tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
	const kini = ctx.clock();
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
		const berkas = input.berkas ? await keepBerkas(ctx, input.berkas) : null;
		const ditolak = input.berkas !== undefined && berkas === null;
		const dari =
			berkas === null && lama ? await findBerkasTerakhir(trx, input.instansiId, lama.id) : undefined;
		const berkasId = berkas
			? await upsertBerkas(trx, { ...berkas, instansiId: input.instansiId, dibuat: kini, oleh: orang.id })
			: (dari?.berkasId ?? null);
		const jenis: JenisBukti =
			berkasId !== null || ditolak
				? 'berkas'
				: tautan
					? 'tautan'
					: input.catatan.trim()
						? 'catatan'
						: 'berkas';
		const lengkap = jenis !== 'berkas' || (berkasId !== null && !ditolak);
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
				peringatan: ditolak ? 'jenis_berkas_ditolak' : null,
			},
		};
	});
}

/** Whether the person may add evidence to the indicator now; asked before a file is received, and again after. */
export async function requireBukaBukti(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	input: { instansiId: number; penilaianId: number; indikator: string; tingkat?: number },
): Promise<{ ok: true; nomor: number } | { ok: false; reason: Sebab }> {
	const p = await findPenilaian(trx, input.instansiId, input.penilaianId, true);
	if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
	if (!adaIndikator(p.rangka, input.indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
	const tugas = await listPenugasan(trx, input.instansiId, input.penilaianId);
	if (!canFill(orang, input.instansiId, tugas, input.indikator))
		return { ok: false, reason: 'tidak_berwenang' };
	const terbuka = canIsiBukti(keadaanOf(p, ctx.clock()));
	if (!terbuka.ok) return terbuka;
	const { min, maks } = p.rangka.skala;
	const { tingkat } = input;
	if (tingkat !== undefined && (!Number.isInteger(tingkat) || tingkat * 100 < min || tingkat * 100 > maks))
		return { ok: false, reason: 'tingkat_tidak_ada' };
	return { ok: true, nomor: Number(input.indikator.replace(/\D/g, '')) };
}

/** The same question on its own, for a door that is about to receive a large file. */
export async function canUnggah(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; indikator: string },
): Promise<{ ok: true } | { ok: false; reason: Sebab }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	return await inScope(ctx, orang, (trx) => requireBukaBukti(ctx, trx, orang, input));
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

/** Null for a kind of file that is not kept. */
async function keepBerkas(
	ctx: Ctx,
	{ titipan, nama }: { titipan: Titipan; nama: string },
): Promise<Berkas | null> {
	const dinilai = titipan.ukuran > 0 ? await judgeFile(titipan.path, titipan.ukuran) : null;
	if (!dinilai) return null;
	await ctx.berkas.keep(titipan);
	return { sha256: titipan.sha256, ukuran: titipan.ukuran, ...dinilai, nama: amankanNama(nama) };
}
