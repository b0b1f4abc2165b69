import { countPeranOrang } from '#features/akun/peran.store.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { Audit } from '../kerja/audit.store.ts';
import { KERJA, type TolakAudit, withAudit } from '../kerja/require-audit.ts';
import { tellUnit } from '../kerja/tell-unit.ts';
import type { Asal } from './temuan.rules.ts';
import {
	insertLangkah,
	insertTemuan,
	listTemuanStore,
	type TemuanTulis,
	updateTemuan,
} from './temuan.store.ts';

export type TemuanMasukan = TemuanTulis & { instansiId: number; auditId: number };
export type TemuanOutcome =
	| { ok: true; value: { id: number; nomor: number } }
	| TolakAudit
	| {
			ok: false;
			reason:
				| 'temuan_salah'
				| 'tenggat_temuan_salah'
				| 'unit_tidak_ada'
				| 'orang_tidak_ada'
				| 'orang_auditor'
				| 'temuan_tidak_ada'
				| 'temuan_sudah_diambil'
				| 'bentrok_temuan';
	  };
type Tolak = Extract<TemuanOutcome, { ok: false }>;

/** Writes a finding. */
export async function addTemuan(ctx: Ctx, input: TemuanMasukan): Promise<TemuanOutcome> {
	return await tambah(ctx, input, null);
}

/**
 * Writes a finding that a technical check or an access review came to. The same one is taken into an audit once.
 * @param input.asal where it comes from: kind and id there
 */
export async function takeTemuan(
	ctx: Ctx,
	input: TemuanMasukan & { asal: { jenis: Asal; id: string } },
): Promise<TemuanOutcome> {
	return await tambah(ctx, input, input.asal);
}

async function tambah(
	ctx: Ctx,
	input: TemuanMasukan,
	asal: { jenis: Asal; id: string } | null,
): Promise<TemuanOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId } = input;
	return await withAudit<TemuanOutcome>(ctx, input, KERJA, async (trx, orang, audit) => {
		const tolak = await periksa(trx, input, audit);
		if (tolak) return tolak;
		const ada = await insertTemuan(trx, { ...input, asal, oleh: orang.id, waktu });
		if (!ada) return { ok: false, reason: 'temuan_sudah_diambil' };
		await insertLangkah(trx, {
			...{ instansiId, temuanId: ada.id, keadaan: 'terbuka', catatan: '', orangId: orang.id, waktu },
		});
		await tellUnit(trx, orang, {
			...input,
			isi: `Temuan audit: ${input.judul}`,
			ekor: `${auditId}/temuan/${ada.id}`,
			waktu,
		});
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'audit.temuan',
				objek: `audit/${auditId}/temuan/${ada.id}`,
			},
			rincian: {
				risiko: input.risiko,
				unit: input.unitId,
				tenggat: input.tenggat,
				asal: asal?.jenis ?? null,
			},
		});
		return { ok: true, value: ada };
	});
}

/** Changes the words of a finding before the report is out. */
export async function changeTemuan(
	ctx: Ctx,
	input: TemuanMasukan & { id: number; diubah: number },
): Promise<TemuanOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId, id } = input;
	return await withAudit<TemuanOutcome>(ctx, input, KERJA, async (trx, orang, audit) => {
		const [lama] = await listTemuanStore(trx, { instansiId, auditId, id, kunci: true });
		if (!lama) return { ok: false, reason: 'temuan_tidak_ada' };
		if (lama.diubah !== input.diubah) return { ok: false, reason: 'bentrok_temuan' };
		const tolak = await periksa(trx, input, audit);
		if (tolak) return tolak;
		const {
			judul,
			kondisi,
			kriteria,
			kriteriaId,
			sebab,
			akibat,
			rekomendasi,
			risiko,
			unitId,
			orangId,
			tenggat,
		} = input;
		const isi = {
			judul,
			kondisi,
			kriteria,
			kriteriaId,
			sebab,
			akibat,
			rekomendasi,
			risiko,
			unitId,
			orangId,
			tenggat,
		};
		await updateTemuan(trx, { instansiId, id, waktu }, isi);
		if (unitId !== lama.unitId)
			await tellUnit(trx, orang, {
				instansiId,
				unitId,
				isi: `Temuan audit: ${judul}`,
				ekor: `${auditId}/temuan/${id}`,
				waktu,
			});
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: orang.id,
				tindakan: 'audit.temuan_ubah',
				objek: `audit/${auditId}/temuan/${id}`,
			},
			rincian: { risiko, unit: unitId, tenggat },
		});
		return { ok: true, value: { id, nomor: lama.nomor } };
	});
}

async function periksa(trx: Trx, t: TemuanMasukan, audit: Audit): Promise<Tolak | null> {
	const teks = [t.kondisi, t.rekomendasi, t.kriteria, t.sebab, t.akibat];
	if (t.judul.trim() === '' || t.judul.length > 300 || t.kondisi.trim() === '' || t.rekomendasi.trim() === '')
		return { ok: false, reason: 'temuan_salah' };
	if (teks.some((x, n) => x.length > (n < 2 ? 10_000 : 5000))) return { ok: false, reason: 'temuan_salah' };
	if (t.tenggat < audit.mulai) return { ok: false, reason: 'tenggat_temuan_salah' };
	if (t.unitId !== null && !(await findUnit(trx, t.instansiId, t.unitId)))
		return { ok: false, reason: 'unit_tidak_ada' };
	if (t.orangId === null) return null;
	if (audit.tim.some((a) => a.orangId === t.orangId)) return { ok: false, reason: 'orang_auditor' };
	return (await countPeranOrang(trx, t.instansiId, t.orangId)) === 0
		? { ok: false, reason: 'orang_tidak_ada' }
		: null;
}
