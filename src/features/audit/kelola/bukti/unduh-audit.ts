import { authorize } from '#features/akun/require-orang.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from '#features/laporan/berkas-laporan.ts';
import type { Dokumen } from '#features/laporan/cetak/dokumen.rules.ts';
import { orSibuk } from '#features/laporan/cetak/pencetak.ts';
import { renderDocx } from '#features/laporan/cetak/render-docx.ts';
import { renderDokumen } from '#features/laporan/cetak/render-pdf.ts';
import { tulisXlsx } from '#features/laporan/cetak/tulis-xlsx.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type AuditTerbuka, readAudit } from '../kerja/read-audit.ts';
import type { TolakAudit } from '../kerja/require-audit.ts';
import { readProgram } from '../program/read-program.ts';
import {
	barisTindakLanjut,
	dokumenLaporan,
	dokumenProgram,
	dokumenSurat,
	kolomTindakLanjut,
} from './dokumen-audit.rules.ts';

export type RuangInstansi = { id: number; slug: string; nama: string };
export const daftarDokumenAudit = ['laporan', 'surat-tugas', 'tindak-lanjut'] as const;
export type DokumenAudit = (typeof daftarDokumenAudit)[number];
export type UnduhOutcome =
	| { ok: true; value: BerkasLaporan }
	| TolakAudit
	| { ok: false; reason: 'dokumen_tidak_ada' | 'sibuk' };

/** A paper of the audit as a file; only for who sees the whole audit. */
export async function unduhAudit(
	ctx: Ctx,
	input: { ruang: RuangInstansi; auditId: number; dokumen: DokumenAudit; format: 'pdf' | 'docx' | 'xlsx' },
): Promise<UnduhOutcome> {
	const { ruang, auditId, dokumen, format } = input;
	const boleh = authorize(ctx, 'audit.lihat', { instansiId: ruang.id });
	if (!boleh.ok) return boleh;
	const hasil = await readAudit(ctx, { instansiId: ruang.id, auditId });
	if (!hasil.ok) return hasil;
	const a = hasil.value;
	const kosong =
		dokumen === 'surat-tugas' ? a.audit.stNomor === '' : dokumen === 'laporan' && a.kriteria.length === 0;
	if (kosong || (dokumen === 'tindak-lanjut') !== (format === 'xlsx'))
		return { ok: false, reason: 'dokumen_tidak_ada' };
	const isi = await orSibuk(
		format === 'xlsx' ? lembarTindakLanjut(a) : cetak(ctx, susunDokumen(ctx, ruang, a, dokumen), format),
	);
	if (isi === 'sibuk') return { ok: false, reason: 'sibuk' };
	await inScope(ctx, boleh.orang, (trx) =>
		recordActivity(trx, {
			...{ instansiId: ruang.id, waktu: ctx.clock(), orangId: boleh.orang.id, tindakan: 'audit.unduh' },
			objek: `audit/${auditId}`,
			rincian: { dokumen, format },
		}),
	);
	return {
		ok: true,
		value: { nama: namaBerkas(`${dokumen}-audit-${auditId}-${ruang.slug}`, format), tipe: TIPE[format], isi },
	};
}

/** The programme as a file. */
export async function unduhProgram(
	ctx: Ctx,
	input: { ruang: RuangInstansi; format: 'pdf' | 'docx' },
): Promise<UnduhOutcome> {
	const { ruang, format } = input;
	const hasil = await readProgram(ctx, ruang.id);
	if (!hasil.ok) return hasil;
	if (hasil.value.baris.length === 0) return { ok: false, reason: 'dokumen_tidak_ada' };
	const dokumen = dokumenProgram({ instansi: ruang.nama, waktu: ctx.clock() }, hasil.value.baris);
	const isi = await orSibuk(cetak(ctx, dokumen, format));
	if (isi === 'sibuk') return { ok: false, reason: 'sibuk' };
	return {
		ok: true,
		value: { nama: namaBerkas(`program-audit-${ruang.slug}`, format), tipe: TIPE[format], isi },
	};
}

const cetak = (ctx: Ctx, dokumen: Dokumen, format: 'pdf' | 'docx') =>
	format === 'pdf' ? renderDokumen(ctx, dokumen) : renderDocx(dokumen);

/** The letter or the report as it reads. */
export function susunDokumen(
	ctx: Ctx,
	ruang: RuangInstansi,
	a: AuditTerbuka,
	dokumen: DokumenAudit,
): Dokumen {
	const kepala = { instansi: ruang.nama, waktu: ctx.clock() };
	return dokumen === 'surat-tugas' ? dokumenSurat(kepala, a) : dokumenLaporan(kepala, a);
}

/** The follow-up matrix as a workbook. */
export const lembarTindakLanjut = (a: Pick<AuditTerbuka, 'temuan'>) =>
	tulisXlsx([{ nama: 'Tindak lanjut', kolom: kolomTindakLanjut, baris: barisTindakLanjut(a.temuan) }]);
