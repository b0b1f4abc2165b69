import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { mayEksternal } from './alur.rules.ts';
import { insertTandaTangan, listTandaTangan, voidDokumen } from './alur.store.ts';
import { type Pertemuan, upsertPertemuan } from './interviu.store.ts';
import { findPenilaian } from './penilaian.store.ts';
import {
	canBeritaAcara,
	dokumenPertemuan,
	type JenisPertemuan,
	listPihak,
	type Pihak,
} from './pertemuan.rules.ts';
import { readBahan, tulisPertemuan } from './read-interviu.ts';

interface Tempat {
	instansiId: number;
	penilaianId: number;
}
type Tolak =
	| 'belum_masuk'
	| 'tidak_berwenang'
	| 'penilaian_tidak_ada'
	| 'tahap_lewat'
	| 'ba_sudah_sah'
	| 'ba_isian_kurang'
	| 'ba_belum_ditulis'
	| 'ba_berubah'
	| 'ba_pihak_lain'
	| 'jabatan_kosong';
export type PertemuanOutcome = { ok: true } | { ok: false; reason: Tolak };

/** Writes when, where and with whom an interview or visit was held. Signatures under an earlier text fall. */
export async function recordPertemuan(ctx: Ctx, input: Tempat & Pertemuan): Promise<PertemuanOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, jenis, tanggal } = input;
	const [tempat, hadir, ringkasan] = [input.tempat.trim(), input.hadir.trim(), input.ringkasan.trim()];
	if (
		tempat === '' ||
		hadir === '' ||
		tempat.length > 300 ||
		hadir.length > 5000 ||
		ringkasan.length > 10_000
	)
		return { ok: false, reason: 'ba_isian_kurang' };
	const waktu = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<PertemuanOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!mayEksternal(orang, instansiId, p)) return { ok: false, reason: 'tidak_berwenang' };
		const buka = canBeritaAcara(p.tahap, jenis);
		if (!buka.ok) return buka;
		const dokumen = dokumenPertemuan[jenis];
		const tanda = (await listTandaTangan(trx, instansiId, penilaianId)).filter((t) => t.dokumen === dokumen);
		if (tanda.length === 2) return { ok: false, reason: 'ba_sudah_sah' };
		await voidDokumen(trx, instansiId, penilaianId, dokumen, waktu);
		await upsertPertemuan(trx, {
			instansiId,
			penilaianId,
			jenis,
			tanggal,
			tempat,
			hadir,
			ringkasan,
			orangId: orang.id,
			waktu,
		});
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: 'pertemuan.tulis',
			objek: `penilaian/${penilaianId}`,
			rincian: { jenis, tanggal },
		});
		return { ok: true };
	});
}

export interface TandaMasukan extends Tempat {
	jenis: JenisPertemuan;
	pihak: Pihak;
	jabatan: string;
	/** Hash of the text that the person saw. */
	sidik: string;
}

/**
 * Signs the minutes of an interview or visit by name, for one side. Both sides sign the same text, two people; where it
 * has changed since it was seen, nothing is signed, and a signature under the older text falls.
 */
export async function signPertemuan(ctx: Ctx, input: TandaMasukan): Promise<PertemuanOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, jenis, pihak } = input;
	const jabatan = input.jabatan.trim().slice(0, 200);
	if (jabatan === '') return { ok: false, reason: 'jabatan_kosong' };
	const waktu = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<PertemuanOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId, true);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!listPihak(orang, instansiId, p).includes(pihak)) return { ok: false, reason: 'tidak_berwenang' };
		const buka = canBeritaAcara(p.tahap, jenis);
		if (!buka.ok) return buka;
		const dokumen = dokumenPertemuan[jenis];
		const ba = tulisPertemuan(penilaianId, jenis, await readBahan(trx, instansiId, penilaianId));
		if (!ba) return { ok: false, reason: 'ba_belum_ditulis' };
		const semua = (await listTandaTangan(trx, instansiId, penilaianId)).filter((t) => t.dokumen === dokumen);
		if (semua.length === 2) return { ok: false, reason: 'ba_sudah_sah' };
		const basi = semua.some((t) => t.sidik !== ba.sidik);
		if (basi) await voidDokumen(trx, instansiId, penilaianId, dokumen, waktu);
		if (ba.sidik !== input.sidik) return { ok: false, reason: 'ba_berubah' };
		const tanda = basi ? [] : semua;
		if (tanda.some((t) => t.pihak === pihak || t.orangId === orang.id))
			return { ok: false, reason: 'ba_pihak_lain' };
		await insertTandaTangan(trx, {
			instansiId,
			penilaianId,
			dokumen,
			orangId: orang.id,
			nama: orang.nama,
			jabatan,
			isi: ba.teks,
			sidik: ba.sidik,
			waktu,
			pihak,
		});
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: orang.id,
			tindakan: 'pertemuan.tandatangan',
			objek: `penilaian/${penilaianId}`,
			rincian: { jenis, pihak, sidik: ba.sidik },
		});
		return { ok: true };
	});
}
