import type { Ctx } from '#platform/ctx.ts';
import { orSibuk } from './cetak/pencetak.ts';
import type { DokumenDiminta } from './isian-laporan.ts';
import { unduhLembarKerja } from './pindah-lembar-kerja.ts';
import { type Ruang, unduhBeritaAcara, unduhKertasKerja, unduhLaporanPutaran } from './unduh-putaran.ts';

/** Any document of a round by its name; "sibuk" where too many are being printed. */
export async function unduhDokumen(ctx: Ctx, ruang: Ruang, id: number, d: DokumenDiminta) {
	const hasil = await orSibuk(pilih(ctx, ruang, id, d));
	return hasil === 'sibuk' ? { ok: false as const, reason: 'sibuk' as const } : hasil;
}

async function pilih(ctx: Ctx, ruang: Ruang, id: number, d: DokumenDiminta) {
	switch (d.dokumen) {
		case 'evaluasi':
			return await unduhLaporanPutaran(ctx, { ruang, id, format: d.format, arsip: d.arsip });
		case 'kertas-kerja':
			return await unduhKertasKerja(ctx, {
				ruang,
				tempat: { instansiId: ruang.id, id, indikator: d.indikator },
				format: d.format,
			});
		case 'lembar-kerja':
			return await unduhLembarKerja(ctx, { ruang, id });
		default:
			return await unduhBeritaAcara(ctx, { ruang, id, jenis: d.dokumen, format: d.format });
	}
}
