import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { namaBerkas, TIPE } from './berkas-laporan.ts';
import { dokumenBuku, dokumenRingkas, lembarBuku } from './buku-nasional.rules.ts';
import type { Pencetak } from './cetak/pencetak.ts';
import { renderDokumen } from './cetak/render-pdf.ts';
import { tulisXlsx } from './cetak/tulis-xlsx.ts';
import { listPesertaPutaran, type PesertaPutaran } from './laporan.store.ts';
import type { PermintaanLaporan } from './minta-laporan.ts';
import { bacaBahan } from './read-bahan-putaran.ts';
import { dokumenKertasKerja, dokumenPutaran } from './unduh-putaran.ts';

/** A long report as it comes, with what is written down about it. */
export interface Bahan {
	nama: string;
	tipe: string;
	instansiId: number | null;
	penilaianId: number | null;
	putaranId: number | null;
	jumlah: number;
	isi: AsyncIterable<Uint8Array>;
}

type Lapor = (selesai: number) => Promise<void>;

/** Begins a long report; null where what it is about is gone. */
export async function siapkanLaporan(
	ctx: Ctx,
	orang: Orang,
	minta: PermintaanLaporan,
	pencetak: Pencetak,
	lapor: Lapor,
): Promise<Bahan | null> {
	if (minta.apa === 'kertas_kerja') return await siapkanKertas(ctx, orang, minta, pencetak);
	const peserta = await inScope(ctx, orang, (trx) => listPesertaPutaran(trx, minta.putaranId));
	const [awal] = peserta;
	if (!awal) return null;
	const dasar = { instansiId: null, penilaianId: null, putaranId: minta.putaranId, jumlah: peserta.length };
	const nama = `buku-nasional-${awal.tahun}-${minta.putaranId}`;
	if (minta.apa === 'buku_zip') {
		const isi = zipBuku(ctx, orang, peserta, pencetak, lapor);
		return { ...dasar, nama: namaBerkas(nama, 'zip'), tipe: TIPE.zip, isi };
	}
	const isi = satu(() => cetakBuku(ctx, orang, peserta, pencetak, lapor));
	return { ...dasar, nama: namaBerkas(nama, 'pdf'), tipe: TIPE.pdf, isi };
}

async function* satu(buat: () => Promise<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield await buat();
}

async function siapkanKertas(
	ctx: Ctx,
	orang: Orang,
	{ instansiId, penilaianId }: Extract<PermintaanLaporan, { apa: 'kertas_kerja' }>,
	pencetak: Pencetak,
): Promise<Bahan | null> {
	const bahan = await inScope(ctx, orang, (trx) => bacaBahan(trx, instansiId, penilaianId));
	if (!bahan) return null;
	const nama = namaBerkas(`kertas-kerja-${bahan.instansi.slug}-${bahan.p.tahun}`, 'pdf');
	const dokumen = dokumenKertasKerja(bahan, ctx.clock());
	return {
		...{ nama, tipe: TIPE.pdf, instansiId, penilaianId, putaranId: null },
		jumlah: listIndikator(bahan.p.rangka).length,
		isi: satu(() => renderDokumen(ctx, dokumen, { pencetak })),
	};
}

/** One PDF: the table of the round, then a page for each institution. */
async function cetakBuku(
	ctx: Ctx,
	orang: Orang,
	peserta: readonly PesertaPutaran[],
	pencetak: Pencetak,
	lapor: Lapor,
): Promise<Uint8Array> {
	const bagian: ReturnType<typeof dokumenRingkas>[] = [];
	for (const [n, p] of peserta.entries()) {
		const bahan = await inScope(ctx, orang, (trx) => bacaBahan(trx, p.instansiId, p.id));
		if (bahan) bagian.push(dokumenRingkas(bahan));
		if (n % 20 === 19) await lapor(n + 1);
	}
	return await renderDokumen(ctx, dokumenBuku(peserta, bagian, ctx.clock()), { pencetak });
}

/** A ZIP that grows as reports are printed; nothing but the report in hand is kept. */
async function* zipBuku(
	ctx: Ctx,
	orang: Orang,
	peserta: readonly PesertaPutaran[],
	pencetak: Pencetak,
	lapor: Lapor,
): AsyncGenerator<Uint8Array> {
	const zip = new ZipFile();
	const keluar = zip.outputStream as Readable;
	const mtime = ctx.clock();
	const tambah = (nama: string, isi: Uint8Array) => zip.addBuffer(Buffer.from(isi), nama, { mtime });
	tambah('00 ringkasan.xlsx', await tulisXlsx(lembarBuku(peserta)));
	for (const [n, p] of peserta.entries()) {
		const bahan = await inScope(ctx, orang, (trx) => bacaBahan(trx, p.instansiId, p.id));
		if (bahan)
			tambah(
				`${p.jenis}/${p.slug}.pdf`,
				await renderDokumen(ctx, dokumenPutaran(bahan, mtime), { pencetak }),
			);
		yield* ambil(keluar);
		if (n % 5 === 4) await lapor(n + 1);
	}
	zip.end();
	for await (const bagian of keluar) yield bagian as Uint8Array;
}

/** What the archive has written so far. */
function* ambil(keluar: Readable): Generator<Uint8Array> {
	for (let bagian = keluar.read(); bagian !== null; bagian = keluar.read()) yield bagian as Uint8Array;
}
