import { readPeta } from '#features/rencana/peta/read-peta.ts';
import { readPimpinan } from '#features/rencana/pimpinan/read-pimpinan.ts';
import { readSimpanan } from '#features/rencana/susun/read-simpanan.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from '../berkas-laporan.ts';
import type { Dokumen } from '../cetak/dokumen.rules.ts';
import { orSibuk } from '../cetak/pencetak.ts';
import { renderDocx } from '../cetak/render-docx.ts';
import { renderDokumen } from '../cetak/render-pdf.ts';
import type { Ruang } from '../unduh-putaran.ts';
import { dokumenPeta } from './laporan-peta.rules.ts';
import { dokumenPimpinan } from './laporan-pimpinan.rules.ts';
import { dokumenRencana } from './laporan-rencana.rules.ts';

/** `arsip` asks for PDF/A; it says nothing about a DOCX. */
export interface BentukDokumen {
	format: 'pdf' | 'docx';
	arsip: boolean;
}

export const bacaBentuk = (kueri: URLSearchParams): BentukDokumen => ({
	format: kueri.get('format') === 'docx' ? 'docx' : 'pdf',
	arsip: kueri.has('arsip'),
});

type Sibuk = { ok: false; reason: 'sibuk' };
type Berkas = { ok: true; value: BerkasLaporan };

/** A kept plan or what-if, for whoever may read it. */
export async function unduhRencana(ctx: Ctx, input: { ruang: Ruang; id: number } & BentukDokumen) {
	const { ruang, id } = input;
	const buka = await readSimpanan(ctx, { instansiId: ruang.id, id });
	if (!buka.ok) return buka;
	const { simpanan } = buka.value;
	const nama = `${simpanan.jenis}-${ruang.slug}-${simpanan.tahun}-${id}`;
	return await tulis(ctx, nama, dokumenRencana(ruang.nama, simpanan, ctx.clock()), input);
}

/** The roadmap; who is limited to units gets the rows of theirs. */
export async function unduhPeta(ctx: Ctx, input: { ruang: Ruang } & BentukDokumen) {
	const { ruang } = input;
	const peta = await readPeta(ctx, ruang.id);
	if (!peta.ok) return peta;
	const dokumen = dokumenPeta(ruang.nama, peta.value, ctx.clock());
	return await tulis(ctx, `peta-rencana-${ruang.slug}`, dokumen, input);
}

/** The leader's page on one sheet. */
export async function unduhPimpinan(ctx: Ctx, input: { ruang: Ruang; arsip: boolean }) {
	const { ruang, arsip } = input;
	const halaman = await readPimpinan(ctx, ruang.id);
	if (!halaman.ok) return halaman;
	const dokumen = dokumenPimpinan(ruang.nama, halaman.value, ctx.clock());
	return await tulis(ctx, `halaman-pimpinan-${ruang.slug}`, dokumen, { format: 'pdf', arsip });
}

async function tulis(
	ctx: Ctx,
	nama: string,
	dokumen: Dokumen,
	{ format, arsip }: BentukDokumen,
): Promise<Berkas | Sibuk> {
	const cetak =
		format === 'docx' ? renderDocx(dokumen) : renderDokumen(ctx, dokumen, arsip ? { standar: 'a-2a' } : {});
	const isi = await orSibuk(cetak);
	if (isi === 'sibuk') return { ok: false, reason: 'sibuk' };
	const akhir = format === 'pdf' && arsip ? '-arsip' : '';
	return { ok: true, value: { nama: namaBerkas(`${nama}${akhir}`, format), tipe: TIPE[format], isi } };
}
