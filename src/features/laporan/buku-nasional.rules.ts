import { instansiCopy } from '#features/hasil/instansi-hasil.copy.ts';
import type { SkorTersimpan } from '#features/penilaian/penilaian.rules.ts';
import { listAspek } from '#scoring/instrumen.ts';
import { formatAngka, formatBilangan } from '#ui/format.ts';
import { type Blok, type Dokumen, judul, paragraf } from './cetak/dokumen.rules.ts';
import type { LembarXlsx, SelXlsx } from './cetak/tulis-xlsx.ts';
import { namaTahap, nilaiAtau, tahapPendek } from './kertas-kerja.rules.ts';
import { type IsiPutaran, teksIndeks } from './laporan-putaran.rules.ts';
import { skorPutaran, susunNilai } from './nilai-putaran.rules.ts';
import { namaIndikator } from './rilis.rules.ts';

export interface PesertaBuku {
	nama: string;
	jenis: string;
	tahap: string;
	terjawab: number;
	putaran: string;
	tahun: number;
	skor: SkorTersimpan | null;
}

const namaJenis = (jenis: string) => (instansiCopy.id.jenis as Record<string, string>)[jenis] ?? jenis;

/** Highest index first; those without one at the end, by name. */
export const urutIndeks = <P extends PesertaBuku>(peserta: readonly P[]): P[] =>
	peserta.toSorted(
		(a, b) => banding(b.skor?.indeks ?? null, a.skor?.indeks ?? null) || (a.nama < b.nama ? -1 : 1),
	);

/** Decimals of two places without leaving text: longer is larger, then digit by digit. */
function banding(a: string | null, b: string | null): number {
	if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
	const [x, y] = [a, b].map((t) => BigInt(t.replace('.', '')));
	return x === undefined || y === undefined || x === y ? 0 : x > y ? 1 : -1;
}

/** The page of one institution in the book. */
export function dokumenRingkas({
	instansi,
	p,
	entri,
}: IsiPutaran & { instansi: { nama: string; jenis: string } }): Blok[] {
	const nilai = susunNilai(p.rangka, entri);
	const { mandiri, kini, terjawab } = skorPutaran(p.rangka, p.tahun, nilai);
	const teks = (n: string | null | undefined) => (n ? formatAngka(n, 'id') : '–');
	const sebut = (pilih: (v: number) => boolean) =>
		nilai
			.filter((n) => n.kini?.nilai != null && pilih(n.kini.nilai))
			.map((n) => `${namaIndikator(n.pendek)} (${nilaiAtau(n.kini)})`);
	const [kuat, lemah] = [sebut((v) => v >= 400), sebut((v) => v < 300)];
	return [
		judul(1, instansi.nama, true),
		{
			...{ b: 'indeks', nilai: teksIndeks(kini), predikat: kini.predikat ?? '' },
			keterangan: [
				`${namaJenis(instansi.jenis)} · ${p.tahap === 'selesai' ? 'nilai akhir' : `sementara, tahap ${namaTahap(p.tahap).toLowerCase()}`}`,
				`Penilaian mandiri ${teksIndeks(mandiri)} · ${terjawab} dari ${nilai.length} indikator dinilai`,
			],
		},
		{
			...{ b: 'tabel', judul: `Nilai ${instansi.nama}` },
			kolom: [
				{ nama: 'Domain dan aspek', lebar: 6 },
				{ nama: 'Mandiri', lebar: 1.2, angka: true },
				{ nama: 'Berlaku', lebar: 1.2, angka: true },
			],
			baris: [
				...p.rangka.domain.map((d) => ({
					sel: [`${d.id} ${d.nama}`, teks(mandiri.domain[d.id]), teks(kini.domain[d.id])],
					tebal: true,
				})),
				...listAspek(p.rangka).map((a) => ({
					sel: [`${a.id} ${a.nama}`, teks(mandiri.aspek[a.id]), teks(kini.aspek[a.id])],
				})),
			],
		},
		...(kuat.length > 0 ? [paragraf([{ t: 'Kekuatan: ', tebal: true }, { t: `${kuat.join('; ')}.` }])] : []),
		...(lemah.length > 0
			? [paragraf([{ t: 'Kelemahan: ', tebal: true }, { t: `${lemah.join('; ')}.` }])]
			: []),
	];
}

/** The book of a national round. */
export function dokumenBuku(
	peserta: readonly PesertaBuku[],
	bagian: readonly Blok[][],
	waktu: Date,
): Dokumen {
	const [awal] = peserta;
	const putaran = awal?.putaran ?? '';
	const selesai = peserta.filter((p) => p.tahap === 'selesai').length;
	return {
		...{
			jenis: 'Buku hasil evaluasi',
			judul: putaran,
			subjudul: `${formatBilangan(peserta.length, 'id')} instansi`,
		},
		...{ tentang: `${putaran} · ${awal?.tahun ?? ''}`, kaki: 'Matang, dari catatan putaran', waktu },
		isi: [
			paragraf(
				`${formatBilangan(selesai, 'id')} dari ${formatBilangan(peserta.length, 'id')} instansi sudah ditetapkan. Angka yang lain sementara dan dapat berubah.`,
			),
			{
				...{ b: 'tabel', judul: 'Indeks seluruh instansi, tertinggi lebih dulu' },
				kolom: [
					{ nama: 'No.', lebar: 0.7, angka: true },
					{ nama: 'Instansi', lebar: 5 },
					{ nama: 'Jenis', lebar: 2.6 },
					{ nama: 'Indeks', lebar: 1.5, angka: true },
					{ nama: 'Predikat', lebar: 1.8 },
					{ nama: 'Tahap', lebar: 2 },
				],
				baris: urutIndeks(peserta).map((p, n) => ({
					sel: [
						...[formatBilangan(n + 1, 'id'), p.nama, namaJenis(p.jenis), p.skor ? teksIndeks(p.skor) : '–'],
						...[p.skor?.predikat ?? '–', tahapPendek(p.tahap)],
					],
				})),
			},
			...bagian.flat(),
		],
	};
}

/** The round as one sheet. */
export function lembarBuku(peserta: readonly PesertaBuku[]): LembarXlsx[] {
	const simpul = [
		...new Set(
			peserta.flatMap((p) => [...Object.keys(p.skor?.domain ?? {}), ...Object.keys(p.skor?.aspek ?? {})]),
		),
	];
	const angka = (n: string | null | undefined): SelXlsx => (n == null ? null : Number(n));
	return [
		{
			nama: 'Instansi',
			kolom: [
				...[
					{ nama: 'Instansi', lebar: 40 },
					{ nama: 'Jenis', lebar: 24 },
					{ nama: 'Tahap', lebar: 20 },
				],
				{ nama: 'Terjawab', lebar: 10 },
				{ nama: 'Indeks', lebar: 10, gaya: 'desimal' as const },
				{ nama: 'Predikat', lebar: 14 },
				...simpul.map((nama) => ({ nama, lebar: 8, gaya: 'desimal' as const })),
			],
			baris: urutIndeks(peserta).map((p): SelXlsx[] => [
				...[
					p.nama,
					namaJenis(p.jenis),
					namaTahap(p.tahap),
					p.terjawab,
					angka(p.skor?.indeks),
					p.skor?.predikat ?? '',
				],
				...simpul.map((s) => angka(p.skor?.domain[s] ?? p.skor?.aspek[s])),
			]),
		},
	];
}
