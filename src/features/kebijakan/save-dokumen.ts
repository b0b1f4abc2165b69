import { amankanNama, bacaTautan } from '#features/bukti/bukti.rules.ts';
import { upsertBerkas } from '#features/bukti/bukti.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { judgeFile } from '#platform/storage/judge-file.ts';
import type { Hubungan, JenisDokumen, StatusDokumen } from './kebijakan.rules.ts';
import { findVersi, insertDokumen, insertVersi, readRegister } from './kebijakan.store.ts';
import { requireKebijakan, type TolakKebijakan } from './require-kebijakan.ts';

/** A received file, still to be judged. Taken over or discarded by the call, whatever happens. */
export type BerkasMasuk = { titipan: Titipan; nama: string } | undefined;

export interface DokumenMasukan {
	instansiId: number;
	indikator: string;
	/** A new version of this document; a new document without it. */
	dokumenId?: number | undefined;
	/** Version that was seen; a newer one means that somebody else was at it. */
	dasar?: number | undefined;
	jenis: JenisDokumen;
	nomor: string;
	judul: string;
	status: StatusDokumen;
	/** ISO day of enactment. */
	tanggal: string | null;
	tautan: string;
	berkas: BerkasMasuk;
	/** Only of a new document. */
	indukId: number | null;
	hubungan: Hubungan | null;
	reviuId: number | null;
}

export type DokumenOutcome =
	| { ok: true; value: { id: number; versi: number } }
	| TolakKebijakan
	| {
			ok: false;
			reason:
				| 'isian_kebijakan_salah'
				| 'tanggal_penetapan_kosong'
				| 'tanggal_penetapan_nanti'
				| 'tautan_tidak_sah'
				| 'dokumen_tidak_ada'
				| 'reviu_tidak_ada'
				| 'hubungan_salah'
				| 'bentrok_kebijakan'
				| 'jenis_berkas_ditolak_kebijakan';
	  };

/** Records a policy document, or a new version of one. Earlier versions stay. */
export async function saveDokumen(ctx: Ctx, input: DokumenMasukan): Promise<DokumenOutcome> {
	try {
		return await simpan(ctx, input);
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

async function simpan(ctx: Ctx, input: DokumenMasukan): Promise<DokumenOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const isi = periksaIsian(input, waktu);
	if (!isi.ok) return isi;
	return await inScope(ctx, orang, async (trx): Promise<DokumenOutcome> => {
		const boleh = await requireKebijakan(ctx, trx, orang, 'kebijakan.tulis', input);
		if (!boleh.ok) return boleh;
		const rujukan = await periksaRujukan(trx, input);
		if (!rujukan.ok) return rujukan;
		const { lama } = rujukan;
		const berkas = await keepBerkasKebijakan(ctx, trx, orang, input.instansiId, input.berkas);
		if (berkas === 'ditolak') return { ok: false, reason: 'jenis_berkas_ditolak_kebijakan' };
		const { instansiId, indikator, indukId, hubungan, reviuId } = input;
		const id =
			input.dokumenId ??
			(await insertDokumen(trx, {
				instansiId,
				indikator,
				indukId,
				hubungan,
				reviuId,
				dibuat: waktu,
				oleh: orang.id,
			}));
		const versi = (lama?.versi ?? 0) + 1;
		const tertulis = await insertVersi(trx, {
			...{ instansiId, indikator, dokumenId: id, versi },
			...{ jenis: input.jenis, nomor: input.nomor.trim(), judul: input.judul.trim(), status: input.status },
			tanggal: input.tanggal,
			berkasId: berkas?.id ?? lama?.berkasId ?? null,
			namaBerkas: berkas?.nama ?? lama?.namaBerkas ?? null,
			tautan: isi.tautan,
			orangId: orang.id,
			waktu,
		});
		if (!tertulis) return { ok: false, reason: 'bentrok_kebijakan' };
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: lama ? 'kebijakan.versi' : 'kebijakan.tambah',
			objek: `kebijakan/${indikator}/${id}`,
			rincian: { versi, status: input.status, sha256: berkas?.sha256 ?? null },
		});
		return { ok: true, value: { id, versi } };
	});
}

function periksaIsian(
	input: DokumenMasukan,
	kini: Date,
):
	| { ok: true; tautan: string }
	| {
			ok: false;
			reason:
				| 'isian_kebijakan_salah'
				| 'tanggal_penetapan_kosong'
				| 'tanggal_penetapan_nanti'
				| 'tautan_tidak_sah';
	  } {
	const { judul, nomor, status, tanggal } = input;
	if (judul.trim() === '' || judul.length > 300 || nomor.length > 100)
		return { ok: false, reason: 'isian_kebijakan_salah' };
	if (status !== 'draf' && tanggal === null) return { ok: false, reason: 'tanggal_penetapan_kosong' };
	if (status !== 'draf' && tanggal !== null && tanggal > besok(kini))
		return { ok: false, reason: 'tanggal_penetapan_nanti' };
	const tautan = input.tautan.trim() === '' ? '' : bacaTautan(input.tautan.trim());
	return tautan === null ? { ok: false, reason: 'tautan_tidak_sah' } : { ok: true, tautan };
}

/** Today somewhere in Indonesia is at most tomorrow in UTC. */
const besok = (kini: Date): string => new Date(kini.getTime() + 86_400_000).toISOString().slice(0, 10);

/** Whether what the document refers to is there: its own earlier version, its parent, the review. */
async function periksaRujukan(
	trx: Trx,
	input: DokumenMasukan,
): Promise<
	| { ok: true; lama: Awaited<ReturnType<typeof findVersi>> }
	| { ok: false; reason: 'dokumen_tidak_ada' | 'reviu_tidak_ada' | 'hubungan_salah' | 'bentrok_kebijakan' }
> {
	const { instansiId, indikator, dokumenId, dasar, indukId, hubungan, reviuId } = input;
	if (dokumenId !== undefined) {
		const lama = await findVersi(trx, instansiId, indikator, dokumenId);
		if (!lama) return { ok: false, reason: 'dokumen_tidak_ada' };
		return dasar === lama.versi ? { ok: true, lama } : { ok: false, reason: 'bentrok_kebijakan' };
	}
	if ((indukId === null) !== (hubungan === null)) return { ok: false, reason: 'hubungan_salah' };
	const ada = await readRegister(trx, instansiId, indikator);
	if (indukId !== null && !ada.dokumen.some((d) => d.id === indukId))
		return { ok: false, reason: 'dokumen_tidak_ada' };
	if (reviuId !== null && !ada.reviu.some((r) => r.id === reviuId && !r.batal))
		return { ok: false, reason: 'reviu_tidak_ada' };
	return { ok: true, lama: undefined };
}

/** Keeps a received file; null where there is none. */
export async function keepBerkasKebijakan(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	instansiId: number,
	masuk: BerkasMasuk,
): Promise<{ id: number; nama: string; sha256: string } | null | 'ditolak'> {
	if (!masuk) return null;
	const { titipan, nama } = masuk;
	const dinilai = titipan.ukuran > 0 ? await judgeFile(titipan.path, titipan.ukuran) : null;
	if (!dinilai) return 'ditolak';
	await ctx.berkas.keep(titipan);
	const { sha256, ukuran } = titipan;
	const dibuat = ctx.clock();
	const id = await upsertBerkas(trx, { instansiId, sha256, ukuran, ...dinilai, dibuat, oleh: orang.id });
	return { id, nama: amankanNama(nama), sha256 };
}
