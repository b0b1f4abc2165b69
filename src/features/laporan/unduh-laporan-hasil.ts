import { getInstansiHasil } from '#features/hasil/get-instansi-hasil.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from './berkas-laporan.ts';
import type { Dokumen } from './cetak/dokumen.rules.ts';
import { type PilihanPdf, renderDokumen } from './cetak/render-pdf.ts';
import { tulisXlsx } from './cetak/tulis-xlsx.ts';
import type { TolakTerbit } from './get-rilis.ts';
import { listNasionalTahun, listRerataTahun } from './laporan.store.ts';
import { type BahanLaporan, susunLaporanHasil } from './laporan-hasil.rules.ts';
import { lembarHasil } from './lembar-hasil.rules.ts';

/** Everything the report of a published year is made of. */
export async function readBahanHasil(
	ctx: Ctx,
	input: { slug: string; tahun: number },
): Promise<{ ok: true; value: BahanLaporan } | TolakTerbit> {
	const terbit = await getInstansiHasil(ctx, input);
	if (!terbit.ok) return terbit;
	const { hasil } = terbit.value;
	if (!hasil) return { ok: false, reason: 'tahun_tidak_ada' };
	const instrumen = requireInstrumen(ctx, hasil.instrumen.id);
	const rerata = {
		jenis: await listRerataTahun(ctx.db, hasil.tahun),
		nasional: await listNasionalTahun(ctx.db, hasil.tahun),
	};
	return { ok: true, value: { data: terbit.value, hasil, instrumen, rerata } };
}

/** The evaluation report of an institution's published year. */
export async function unduhLaporanHasil(
	ctx: Ctx,
	input: { slug: string; tahun: number; format: 'pdf' | 'xlsx'; arsip?: boolean },
): Promise<{ ok: true; value: BerkasLaporan } | TolakTerbit> {
	const bahan = await readBahanHasil(ctx, input);
	if (!bahan.ok) return bahan;
	const { format, arsip } = input;
	const isi =
		format === 'pdf'
			? await cetakLaporanHasil(ctx, bahan.value, arsip ? { standar: 'a-2a' } : {})
			: await tulisXlsx(lembarHasil(bahan.value));
	const nama = namaBerkas(`laporan-evaluasi-${input.slug}-${input.tahun}${arsip ? '-arsip' : ''}`, format);
	return { ok: true, value: { nama, tipe: TIPE[format], isi } };
}

export const cetakLaporanHasil = (
	ctx: Pick<Ctx, 'dir' | 'clock'>,
	bahan: BahanLaporan,
	pilihan: PilihanPdf = {},
) => renderDokumen(ctx, dokumenHasil(bahan, ctx.clock()), pilihan);

export function dokumenHasil(bahan: BahanLaporan, waktu: Date): Dokumen {
	const { data, hasil } = bahan;
	const { nama } = data.instansi;
	return {
		jenis: 'Laporan hasil evaluasi',
		judul: `Laporan Hasil Evaluasi ${hasil.instrumen.jenisIndeks} ${nama} Tahun ${hasil.tahun}`,
		subjudul: 'Disusun Matang dari hasil yang diumumkan; bukan laporan resmi kementerian.',
		tentang: `${nama} · ${hasil.tahun}`,
		kaki: 'Matang, dari hasil yang diumumkan',
		waktu,
		isi: susunLaporanHasil(bahan),
	};
}
