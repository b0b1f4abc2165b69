import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import {
	type BahanMaju,
	berikutnya,
	type KeadaanAudit,
	listBelum,
	type SebabBelum,
} from '../aturan/audit.rules.ts';
import { listGangguan } from '../aturan/independensi.rules.ts';
import { isTertutup } from '../aturan/tingkat-audit.rules.ts';
import { type Audit, updateAudit } from './audit.store.ts';
import { SUSUN, type TolakAudit, withAudit } from './require-audit.ts';

type Tempat = { instansiId: number; auditId: number };
export type MajuOutcome =
	| { ok: true; value: { keadaan: KeadaanAudit } }
	| TolakAudit
	| { ok: false; reason: 'surat_tugas_salah' | 'tanggal_laporan_salah' | 'alasan_batal_kosong' }
	| { ok: false; reason: 'belum_siap'; belum: SebabBelum[] };

/** What the next step of the audit is decided on. */
export function bahanMaju(a: Audit, kini: string): BahanMaju {
	return {
		keadaan: a.keadaan,
		lingkup: a.lingkup.length,
		tim: a.tim.map((t) => ({
			peran: t.peran,
			terganggu: listGangguan(t, a.lingkup, a.penanggungJawab).length > 0,
		})),
		suratTugas: { nomor: a.stNomor, tanggal: a.stTanggal },
		kriteria: { jumlah: a.jumlah.kriteria, teruji: a.jumlah.teruji },
		permintaanTerbuka: a.jumlah.permintaan,
		opini: a.opini,
		kesimpulan: a.kesimpulan,
		pokok: a.pokok.length,
		reviuMutu: a.reviuWaktu !== null,
		temuan: a.temuan.map((t) => ({ tertutup: isTertutup(t, kini), ditanggapi: t.sikap !== null })),
	};
}

/** Records the letter of assignment. */
export async function issueSurat(
	ctx: Ctx,
	input: Tempat & { nomor: string; tanggal: string | null; pemberi: string },
): Promise<MajuOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId: id, tanggal } = input;
	return await withAudit<MajuOutcome>(ctx, input, SUSUN, async (trx, orang, audit) => {
		const [nomor, pemberi] = [input.nomor.trim(), input.pemberi.trim()];
		if (
			nomor === '' ||
			nomor.length > 100 ||
			pemberi.length > 300 ||
			tanggal === null ||
			tanggal > audit.selesai
		)
			return { ok: false, reason: 'surat_tugas_salah' };
		await updateAudit(
			trx,
			{ instansiId, id, waktu },
			{ st_nomor: nomor, st_tanggal: tanggal, st_pemberi: pemberi },
		);
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.surat_tugas', objek: `audit/${id}` },
			rincian: { nomor, tanggal },
		});
		return { ok: true, value: { keadaan: audit.keadaan } };
	});
}

/**
 * Takes an audit to its next state, or says everything that stands in the way.
 * @param input.dilaporkan the day of the report, ISO; only where the report is issued
 */
export async function advanceAudit(
	ctx: Ctx,
	input: Tempat & { dilaporkan: string | null },
): Promise<MajuOutcome> {
	const waktu = ctx.clock();
	const kini = hariIni(waktu);
	const { instansiId, auditId: id, dilaporkan } = input;
	const dari = ['rencana', 'pelaksanaan', 'pelaporan', 'tindak_lanjut'] as const;
	return await withAudit<MajuOutcome>(ctx, input, dari, async (trx, orang, audit) => {
		const belum = listBelum(bahanMaju(audit, kini));
		if (belum.length > 0) return { ok: false, reason: 'belum_siap', belum };
		const keadaan = berikutnya(audit.keadaan) ?? audit.keadaan;
		const terbit = keadaan === 'tindak_lanjut';
		if (terbit && (dilaporkan === null || dilaporkan > kini || dilaporkan < audit.mulai))
			return { ok: false, reason: 'tanggal_laporan_salah' };
		await updateAudit(trx, { instansiId, id, waktu }, { keadaan, ...(terbit && { dilaporkan }) });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.maju', objek: `audit/${id}` },
			rincian: { dari: audit.keadaan, ke: keadaan, ...(terbit && { dilaporkan }) },
		});
		return { ok: true, value: { keadaan } };
	});
}

/** Calls an audit off that has not been reported. */
export async function cancelAudit(ctx: Ctx, input: Tempat & { alasan: string }): Promise<MajuOutcome> {
	const waktu = ctx.clock();
	const { instansiId, auditId: id } = input;
	return await withAudit<MajuOutcome>(
		ctx,
		input,
		['rencana', 'pelaksanaan', 'pelaporan'],
		async (trx, orang) => {
			const alasan = input.alasan.trim().slice(0, 2000);
			if (alasan === '') return { ok: false, reason: 'alasan_batal_kosong' };
			await updateAudit(trx, { instansiId, id, waktu }, { keadaan: 'batal', batal_alasan: alasan });
			await recordActivity(trx, {
				...{ instansiId, waktu, orangId: orang.id, tindakan: 'audit.batal', objek: `audit/${id}` },
				rincian: { alasan: alasan.slice(0, 200) },
			});
			return { ok: true, value: { keadaan: 'batal' } };
		},
	);
}
