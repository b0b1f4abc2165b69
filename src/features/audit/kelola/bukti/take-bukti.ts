import { authorize } from '#features/akun/require-orang.ts';
import { insertBukti, insertRevisi, updateBukti } from '#features/bukti/bukti.store.ts';
import { requireBukaBukti } from '#features/bukti/can-unggah.ts';
import { findBerkasId } from '#features/kebijakan/kebijakan.store.ts';
import { listIndikatorTujuan } from '#features/kebijakan/read-kebijakan.ts';
import { keepBerkasKebijakan } from '#features/kebijakan/save-dokumen.ts';
import { orSibuk } from '#features/laporan/cetak/pencetak.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { INSTRUMEN_AUDIT } from '../kerja/list-audit.ts';
import { type ButirAudit, listBuktiAudit, upsertBuktiAudit } from './bukti-audit.store.ts';
import { type Kertas, susunKertas } from './susun-kertas.ts';
import type { Tujuan } from './tujuan.rules.ts';
import type { RuangInstansi } from './unduh-audit.ts';

export interface Jumlah {
	baru: number;
	diperbarui: number;
	tetap: number;
}
export type BuktiAuditOutcome =
	| { ok: true; value: Jumlah }
	| Extract<Awaited<ReturnType<typeof requireBukaBukti>>, { ok: false }>
	| { ok: false; reason: 'kertas_kosong' | 'bukan_padanan' | 'tingkat_belum_dipilih' | 'sibuk' };
type Siap = { kertas: Kertas; titipan: Titipan | null };

/** A file that the room makes itself is never larger. */
const MAKS = 50_000_000;

/**
 * Puts the papers that hold up an indicator's level under it in an assessment, as drafts: programme, guideline,
 * letter of assignment, report, follow-up. What was put there before is not doubled; what has changed gets a revision.
 */
export async function takeBukti(
	ctx: Ctx,
	input: Tujuan & { ruang: RuangInstansi },
): Promise<BuktiAuditOutcome> {
	const { ruang, asal } = input;
	const boleh = authorize(ctx, 'audit.lihat', { instansiId: ruang.id });
	if (!boleh.ok) return boleh;
	const buka = await inScope(ctx, boleh.orang, (trx) => periksa(ctx, trx, boleh.orang, input));
	if (!buka.ok) return buka;
	const kertas = satukan(await susunKertas(ctx, boleh.orang, ruang, asal), buka.tingkat);
	if (kertas.length === 0) return { ok: false, reason: 'kertas_kosong' };
	return await taruhKertas(ctx, boleh.orang, input, kertas, 'audit.pakai');
}

/** Writes papers as evidence of an indicator. */
export async function taruhKertas(
	ctx: Ctx,
	orang: Orang,
	input: Omit<Tujuan, 'asal'> & { ruang: RuangInstansi },
	kertas: readonly Kertas[],
	tindakan: string,
): Promise<BuktiAuditOutcome> {
	const { ruang, penilaianId, tujuan } = input;
	const siap = await orSibuk(cetakSemua(ctx, kertas));
	if (siap === 'sibuk') return { ok: false, reason: 'sibuk' };
	try {
		return await inScope(ctx, orang, async (trx): Promise<BuktiAuditOutcome> => {
			const buka = await requireBukaBukti(ctx, trx, orang, {
				...{ instansiId: ruang.id, penilaianId, indikator: tujuan },
				...(input.tingkat !== null && { tingkat: input.tingkat }),
			});
			if (!buka.ok) return buka;
			const value = await tulis(ctx, trx, orang, input, siap);
			await recordActivity(trx, {
				...{ instansiId: ruang.id, waktu: ctx.clock(), orangId: orang.id, tindakan },
				objek: `penilaian/${penilaianId}/${tujuan}`,
				rincian: { ...value },
			});
			return { ok: true, value };
		});
	} finally {
		for (const s of siap) if (s.titipan) await ctx.berkas.discard(s.titipan);
	}
}

async function periksa(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	{ ruang, asal, penilaianId, tujuan, tingkat }: Tujuan & { ruang: RuangInstansi },
): Promise<{ ok: true; tingkat: number | null } | Extract<BuktiAuditOutcome, { ok: false }>> {
	const buka = await requireBukaBukti(ctx, trx, orang, {
		...{ instansiId: ruang.id, penilaianId, indikator: tujuan },
		...(tingkat !== null && { tingkat }),
	});
	if (!buka.ok) return buka;
	const instrumen = (await findPenilaian(trx, ruang.id, penilaianId))?.rangka.id ?? '';
	if (!listIndikatorTujuan(ctx, INSTRUMEN_AUDIT, asal, instrumen).includes(tujuan))
		return { ok: false, reason: 'bukan_padanan' };
	if (instrumen === INSTRUMEN_AUDIT) return { ok: true, tingkat: null };
	return tingkat === null ? { ok: false, reason: 'tingkat_belum_dipilih' } : { ok: true, tingkat };
}

/** In another instrument every paper once, at the level that was chosen. */
function satukan(kertas: readonly Kertas[], tingkat: number | null): Kertas[] {
	if (tingkat === null) return [...kertas];
	return [...new Map(kertas.map((k) => [k.kunci, { ...k, tingkat }])).values()];
}

async function cetakSemua(ctx: Ctx, kertas: readonly Kertas[]): Promise<Siap[]> {
	const siap: Siap[] = [];
	for (const k of kertas) {
		const isi = k.isi.jenis === 'cetak' ? await k.isi.cetak() : null;
		siap.push({ kertas: k, titipan: isi && (await ctx.berkas.receive(sekali(isi), MAKS)) });
	}
	return siap;
}

async function* sekali(isi: Uint8Array): AsyncGenerator<Uint8Array> {
	yield isi;
}

async function tulis(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	{ ruang, penilaianId, tujuan }: Omit<Tujuan, 'asal'> & { ruang: RuangInstansi },
	siap: readonly Siap[],
): Promise<Jumlah> {
	const instansiId = ruang.id;
	const ada = await listBuktiAudit(trx, { instansiId, penilaianId, indikator: tujuan });
	const jumlah = { baru: 0, diperbarui: 0, tetap: 0 };
	const dibuat = ctx.clock();
	for (const { kertas: k, titipan } of siap) {
		const lama: ButirAudit | undefined = ada.find((b) => b.kunci === k.kunci && b.tingkat === k.tingkat);
		if (lama?.sidik === k.sidik) {
			jumlah.tetap++;
			continue;
		}
		const baru = {
			instansiId,
			penilaianId,
			indikator: tujuan,
			tingkat: k.tingkat,
			status: 'draf' as const,
			asalId: null,
			dibuat,
		};
		const id = lama?.id ?? (await insertBukti(trx, baru)).id;
		if (lama) await updateBukti(trx, { instansiId, id, status: 'draf' });
		const berkas = await simpanBerkas(ctx, trx, orang, instansiId, k, titipan);
		await insertRevisi(trx, {
			...{ instansiId, buktiId: id, nomor: (lama?.revisi ?? 0) + 1, judul: k.judul },
			jenis: k.isi.jenis === 'tautan' || k.isi.jenis === 'catatan' ? k.isi.jenis : 'berkas',
			...{ berkasId: berkas?.id ?? null, namaBerkas: berkas?.nama ?? null },
			isi: 'teks' in k.isi ? k.isi.teks : '',
			...{ penunjuk: '', tanggal: k.tanggal || null, berlakuSampai: null, orangId: orang.id, waktu: dibuat },
		});
		await upsertBuktiAudit(trx, { buktiId: id, instansiId, kunci: k.kunci, sidik: k.sidik });
		jumlah[lama ? 'diperbarui' : 'baru']++;
	}
	return jumlah;
}

async function simpanBerkas(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	instansiId: number,
	{ isi }: Kertas,
	titipan: Titipan | null,
): Promise<{ id: number; nama: string } | null> {
	if (isi.jenis === 'berkas') {
		const id = await findBerkasId(trx, instansiId, isi.sha256);
		return id === null ? null : { id, nama: isi.nama };
	}
	if (isi.jenis !== 'cetak' || !titipan) return null;
	const berkas = await keepBerkasKebijakan(ctx, trx, orang, instansiId, { titipan, nama: isi.nama });
	if (berkas === 'ditolak') throw new Error(`kertas audit ditolak: ${isi.nama}`);
	return berkas;
}
