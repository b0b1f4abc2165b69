import { canAct } from '#features/akun/izin.rules.ts';
import { bacaTautan } from '#features/bukti/bukti.rules.ts';
import { keepBerkasKebijakan } from '#features/kebijakan/save-dokumen.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import type { BerkasMasuk } from '../temuan/answer-temuan.ts';
import { listKriteria } from './kriteria.store.ts';
import { insertPermintaan, listPermintaan, updatePermintaan } from './permintaan.store.ts';
import { KERJA, type TolakAudit, withAudit } from './require-audit.ts';
import { tellUnit } from './tell-unit.ts';

type Tempat = { instansiId: number; auditId: number };
export type MintaOutcome =
	| { ok: true; value: { id: number } }
	| TolakAudit
	| {
			ok: false;
			reason:
				| 'permintaan_salah'
				| 'permintaan_tidak_ada'
				| 'permintaan_ditutup'
				| 'unit_tidak_ada'
				| 'kriteria_tidak_ada'
				| 'jawaban_kosong'
				| 'tautan_tidak_sah'
				| 'jenis_berkas_ditolak';
	  };

/** Asks a unit for evidence; its people are told. */
export async function askBukti(
	ctx: Ctx,
	input: Tempat & { unitId: number; kriteriaId: number | null; isi: string; tenggat: string | null },
): Promise<MintaOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, unitId, kriteriaId, tenggat } = input;
	return await withAudit<MintaOutcome>(ctx, input, KERJA, async (trx, orang) => {
		const isi = input.isi.trim();
		if (isi === '' || isi.length > 5000 || tenggat === null || tenggat < hariIni(waktu))
			return { ok: false, reason: 'permintaan_salah' };
		if (!(await findUnit(trx, instansiId, unitId))) return { ok: false, reason: 'unit_tidak_ada' };
		if (
			kriteriaId !== null &&
			!(await listKriteria(trx, instansiId, auditId)).some((k) => k.id === kriteriaId)
		)
			return { ok: false, reason: 'kriteria_tidak_ada' };
		const id = await insertPermintaan(trx, {
			instansiId,
			auditId,
			unitId,
			kriteriaId,
			isi,
			tenggat,
			oleh: orang.id,
			waktu,
		});
		await tellUnit(trx, orang, {
			instansiId,
			unitId,
			isi: `Permintaan bukti audit: ${isi}`,
			ekor: `${auditId}/permintaan`,
			waktu,
		});
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.minta', objek: `audit/${auditId}` },
			rincian: { permintaan: id, unit: unitId, tenggat },
		});
		return { ok: true, value: { id } };
	});
}

/** A unit's answer: words, and a link or a file. It may be mended until the auditor closes the request. */
export async function answerPermintaan(
	ctx: Ctx,
	input: Tempat & { id: number; jawaban: string; tautan: string; berkas: BerkasMasuk },
): Promise<MintaOutcome> {
	try {
		return await jawab(ctx, input);
	} finally {
		if (input.berkas) await ctx.berkas.discard(input.berkas.titipan);
	}
}

async function jawab(
	ctx: Ctx,
	input: Tempat & { id: number; jawaban: string; tautan: string; berkas: BerkasMasuk },
): Promise<MintaOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const waktu = ctx.clock();
	const { instansiId, auditId, id } = input;
	return await inScope(ctx, orang, async (trx): Promise<MintaOutcome> => {
		const [ada] = await listPermintaan(trx, { instansiId, auditId, id });
		if (!canAct(orang, 'audit.tanggapi', { instansiId, jalur: ada?.jalur }).ok)
			return { ok: false, reason: 'tidak_berwenang' };
		if (!ada) return { ok: false, reason: 'permintaan_tidak_ada' };
		if (ada.keadaan === 'ditutup') return { ok: false, reason: 'permintaan_ditutup' };
		const jawaban = input.jawaban.trim();
		const tautan = input.tautan.trim() === '' ? '' : bacaTautan(input.tautan.trim());
		if (tautan === null) return { ok: false, reason: 'tautan_tidak_sah' };
		if (jawaban === '' || jawaban.length > 10_000) return { ok: false, reason: 'jawaban_kosong' };
		const berkas = await keepBerkasKebijakan(ctx, trx, orang, instansiId, input.berkas);
		if (berkas === 'ditolak') return { ok: false, reason: 'jenis_berkas_ditolak' };
		await updatePermintaan(
			trx,
			{ instansiId, id },
			{
				...{ keadaan: 'dijawab', jawaban, tautan, dijawab: waktu, dijawab_oleh: orang.id },
				...(berkas && { berkas_id: berkas.id, nama_berkas: berkas.nama }),
			},
		);
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.jawab', objek: `audit/${auditId}` },
			rincian: { permintaan: id, sha256: berkas?.sha256 ?? null },
		});
		return { ok: true, value: { id } };
	});
}

/** The auditor has what was needed, or asks again in the same request. */
export async function closePermintaan(
	ctx: Ctx,
	input: Tempat & { id: number; tutup: boolean },
): Promise<MintaOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, id, tutup } = input;
	return await withAudit<MintaOutcome>(ctx, input, KERJA, async (trx, orang) => {
		const [ada] = await listPermintaan(trx, { instansiId, auditId, id });
		if (!ada) return { ok: false, reason: 'permintaan_tidak_ada' };
		await updatePermintaan(trx, { instansiId, id }, { keadaan: tutup ? 'ditutup' : 'terbuka' });
		if (!tutup)
			await tellUnit(trx, orang, {
				instansiId,
				unitId: ada.unitId,
				isi: `Permintaan bukti audit dibuka lagi: ${ada.isi}`,
				ekor: `${auditId}/permintaan`,
				waktu,
			});
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: tutup ? 'audit.permintaan_tutup' : 'audit.permintaan_buka',
			},
			objek: `audit/${auditId}`,
			rincian: { permintaan: id },
		});
		return { ok: true, value: { id } };
	});
}
