import { readBeritaAcara } from '#features/penilaian/read-berita-acara.ts';
import { readInterviu } from '#features/penilaian/read-interviu.ts';
import type { Ctx } from '#platform/ctx.ts';
import { toWebStream } from '#platform/http/web-stream.ts';
import { susunBeritaAcara, susunBeritaPertemuan } from './berita-acara.rules.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from './berkas-laporan.ts';
import type { Blok, Dokumen } from './cetak/dokumen.rules.ts';
import { renderDocx } from './cetak/render-docx.ts';
import { type PilihanPdf, renderDokumen } from './cetak/render-pdf.ts';
import { streamXlsx } from './cetak/tulis-xlsx.ts';
import { kertasKerja } from './kertas-kerja.rules.ts';
import { susunLaporanPutaran } from './laporan-putaran.rules.ts';
import { lembarKertasKerja } from './lembar-kertas-kerja.rules.ts';
import { lembarPutaran } from './lembar-putaran.rules.ts';
import { susunNilai } from './nilai-putaran.rules.ts';
import {
	type BahanPutaran,
	readBahanPutaran,
	type TempatPutaran,
	type TolakPutaran,
} from './read-bahan-putaran.ts';

export type Ruang = { id: number; slug: string; nama: string };
type Hasil = { ok: true; value: BerkasLaporan } | TolakPutaran;

/** The evaluation report of an assessment. */
export async function unduhLaporanPutaran(
	ctx: Ctx,
	input: { ruang: Ruang; id: number; format: 'pdf' | 'docx' | 'xlsx'; arsip?: boolean },
): Promise<Hasil> {
	const { ruang, id, format, arsip } = input;
	const bahan = await readBahanPutaran(ctx, { instansiId: ruang.id, id }, 'laporan.unduh');
	if (!bahan.ok) return bahan;
	const nama = `laporan-evaluasi-${ruang.slug}-${bahan.value.p.tahun}`;
	if (format === 'xlsx') return berkas(nama, 'xlsx', toWebStream(streamXlsx(lembarPutaran(bahan.value))));
	const dokumen = dokumenPutaran(bahan.value, ctx.clock());
	return berkas(nama, format, await tulis(ctx, dokumen, format, arsip ? { standar: 'a-2a' } : {}));
}

/** The working paper of one indicator, or of all. */
export async function unduhKertasKerja(
	ctx: Ctx,
	input: { ruang: Ruang; tempat: TempatPutaran; format: 'pdf' | 'docx' | 'xlsx' },
): Promise<Hasil> {
	const { ruang, tempat, format } = input;
	const bahan = await readBahanPutaran(ctx, tempat, 'kertas_kerja.unduh');
	if (!bahan.ok) return bahan;
	const { p, entri, bukti } = bahan.value;
	const nama = ['kertas-kerja', ruang.slug, p.tahun, ...(tempat.indikator ? [tempat.indikator] : [])].join(
		'-',
	);
	if (format === 'xlsx') {
		const nilai = susunNilai(p.rangka, entri).filter((n) => isDiminta(n, tempat.indikator));
		return berkas(nama, format, toWebStream(streamXlsx(lembarKertasKerja(p.rangka, nilai, bukti))));
	}
	const dokumen = dokumenKertasKerja(bahan.value, ctx.clock(), tempat.indikator);
	return berkas(nama, format, await tulis(ctx, dokumen, format));
}

const isDiminta = ({ id }: { id: string }, indikator: string | undefined): boolean =>
	indikator === undefined || id === indikator;

/** Minutes of the self-assessment, or of a meeting once they are written. */
export async function unduhBeritaAcara(
	ctx: Ctx,
	input: { ruang: Ruang; id: number; jenis: 'mandiri' | 'interviu' | 'visitasi'; format: 'pdf' | 'docx' },
): Promise<Hasil | { ok: false; reason: 'ba_belum_ditulis' }> {
	const { ruang, id, jenis, format } = input;
	const tempat = { instansiId: ruang.id, id };
	if (jenis === 'mandiri') {
		const ba = await readBeritaAcara(ctx, tempat);
		if (!ba.ok) return ba;
		const isi = susunBeritaAcara(ruang.nama, ba.value);
		const dokumen = susun(
			'Berita acara',
			'Berita Acara Penilaian Mandiri',
			{ ...ruang, ...ba.value, putaran: ba.value.nama, nama: ruang.nama },
			isi,
			ctx.clock(),
		);
		return berkas(
			`berita-acara-mandiri-${ruang.slug}-${ba.value.tahun}`,
			format,
			await tulis(ctx, dokumen, format),
		);
	}
	const interviu = await readInterviu(ctx, tempat);
	if (!interviu.ok) return interviu;
	const { pertemuan, indikator, nama: putaran, tahun } = interviu.value;
	const ba = pertemuan.find((p) => p.jenis === jenis);
	if (!ba?.isi) return { ok: false, reason: 'ba_belum_ditulis' };
	const pendek = Object.fromEntries(indikator.map((i) => [i.id, i.pendek]));
	const isi = susunBeritaPertemuan(ruang.nama, putaran, { ...ba, isi: ba.isi }, pendek);
	const judul = `Berita Acara ${jenis === 'interviu' ? 'Interviu' : 'Visitasi'}`;
	const dokumen = susun('Berita acara', judul, { nama: ruang.nama, putaran, tahun }, isi, ctx.clock());
	return berkas(`berita-acara-${jenis}-${ruang.slug}-${tahun}`, format, await tulis(ctx, dokumen, format));
}

const berkas = (nama: string, format: 'pdf' | 'docx' | 'xlsx', isi: BerkasLaporan['isi']) => ({
	ok: true as const,
	value: { nama: namaBerkas(nama, format), tipe: TIPE[format], isi },
});

const tulis = (ctx: Ctx, dokumen: Dokumen, format: 'pdf' | 'docx', pilihan: PilihanPdf = {}) =>
	format === 'pdf' ? renderDokumen(ctx, dokumen, pilihan) : renderDocx(dokumen);

function susun(
	jenis: string,
	judul: string,
	{ nama, putaran, tahun }: { nama: string; putaran: string; tahun: number },
	isi: Blok[],
	waktu: Date,
): Dokumen {
	return {
		...{ jenis, judul: `${judul} ${nama} Tahun ${tahun}`, subjudul: putaran, tentang: `${nama} · ${tahun}` },
		...{ kaki: 'Matang, dari catatan putaran', waktu, isi },
	};
}

export function dokumenPutaran(bahan: BahanPutaran, waktu: Date): Dokumen {
	const { instansi, p } = bahan;
	const asal = { nama: instansi.nama, putaran: p.nama, tahun: p.tahun };
	const dasar = susun('Laporan evaluasi', 'Laporan Evaluasi', asal, susunLaporanPutaran(bahan), waktu);
	return { ...dasar, daftarIsi: true };
}

export function dokumenKertasKerja(bahan: BahanPutaran, waktu: Date, indikator?: string): Dokumen {
	const { instansi, p, entri, bukti } = bahan;
	const nilai = susunNilai(p.rangka, entri).filter((n) => isDiminta(n, indikator));
	const isi = nilai.flatMap((n) => kertasKerja(p.rangka, n, bukti));
	const asal = { nama: instansi.nama, putaran: p.nama, tahun: p.tahun };
	const dasar = susun(
		'Kertas kerja',
		`Kertas Kerja${indikator === undefined ? '' : ` ${indikator}`}`,
		asal,
		isi,
		waktu,
	);
	return { ...dasar, daftarIsi: indikator === undefined };
}
