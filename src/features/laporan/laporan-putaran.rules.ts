import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import type { SkorTersimpan } from '#features/penilaian/penilaian.rules.ts';
import { aturanPredikatOf } from '#scoring';
import { listAspek } from '#scoring/instrumen.ts';
import { pecahan, roundPerseratus } from '#scoring/pecahan.ts';
import { formatAngka, formatDelta, formatPersen, formatWaktu } from '#ui/format.ts';
import { type Blok, judul, paragraf } from './cetak/dokumen.rules.ts';
import {
	type ButirLaporan,
	namaTahap,
	nilaiAtau,
	rincianIndikator,
	tahapPendek,
} from './kertas-kerja.rules.ts';
import { syaratTingkat } from './laporan-hasil.rules.ts';
import { bagianMetode } from './laporan-metode.rules.ts';
import { type EntriNilai, type NilaiIndikator, skorPutaran, susunNilai } from './nilai-putaran.rules.ts';
import { namaIndikator } from './rilis.rules.ts';

export interface IsiPutaran {
	p: { tahun: number; tahap: string; nama: string; rangka: InstrumenLengkap };
	entri: readonly EntriNilai[];
	bukti: readonly ButirLaporan[];
	tanda: readonly { dokumen: string; nama: string; jabatan: string; waktu: Date; pihak: string | null }[];
}

/** An index as it reads; what is still possible while answers are missing. */
export function teksIndeks({ indeks, rentang }: Pick<SkorTersimpan, 'indeks' | 'rentang'>): string {
	if (indeks !== null) return formatAngka(indeks, 'id');
	return rentang ? `${formatAngka(rentang[0], 'id')}–${formatAngka(rentang[1], 'id')}` : '–';
}

/** The evaluation report of a round, from its ledger. */
export function susunLaporanPutaran(isi: IsiPutaran): Blok[] {
	const { p, entri, bukti, tanda } = isi;
	const nilai = susunNilai(p.rangka, entri);
	const skor = skorPutaran(p.rangka, p.tahun, nilai);
	return [
		...ringkasan(isi, skor, nilai),
		...bagianMetode(p.rangka, {
			tahun: p.tahun,
			aturanPredikat: aturanPredikatOf(p.rangka, { tahun: p.tahun }),
		}),
		...nilaiBagian(p.rangka, skor),
		...kekuatan(p.rangka, nilai),
		...rekomendasi(p.rangka, nilai),
		...tabelIndikator(p.rangka, nilai),
		judul(1, 'Penjelasan tiap indikator', true),
		...rincianSemua(nilai, bukti),
		...pengesahan(tanda),
	];
}

/** Nothing to say means something else where nothing is assessed yet. */
const tanpa = (nilai: readonly NilaiIndikator[], teks: string): string =>
	nilai.some((n) => n.kini?.nilai != null) ? teks : 'Belum ada indikator yang dinilai.';

/** Every indicator that has a value, an explanation or evidence; the others are named together. */
function rincianSemua(nilai: readonly NilaiIndikator[], bukti: readonly ButirLaporan[]): Blok[] {
	const kosong = nilai.filter((n) => n.kini === null && !bukti.some((b) => b.indikator === n.id));
	return [
		...nilai.filter((n) => !kosong.includes(n)).flatMap((n) => rincianIndikator(n, bukti)),
		...(kosong.length === 0
			? []
			: [
					judul(2, 'Belum dinilai dan tanpa bukti'),
					{ b: 'daftar' as const, butir: kosong.map((n) => `${n.id} ${namaIndikator(n.nama)}`) },
				]),
	];
}

function ringkasan(
	{ p }: IsiPutaran,
	{ mandiri, kini, terjawab }: ReturnType<typeof skorPutaran>,
	nilai: readonly NilaiIndikator[],
): Blok[] {
	const selesai = p.tahap === 'selesai';
	const kurang = nilai.length - terjawab;
	return [
		judul(1, 'Ringkasan eksekutif'),
		{
			...{ b: 'indeks', nilai: teksIndeks(kini), predikat: kini.predikat ?? '' },
			keterangan: [
				`${p.rangka.singkatan}, ${selesai ? 'nilai akhir' : `nilai sementara pada tahap ${namaTahap(p.tahap).toLowerCase()}`}`,
				`Penilaian mandiri: ${teksIndeks(mandiri)}${mandiri.predikat ? ` (${mandiri.predikat})` : ''}`,
				`${terjawab} dari ${nilai.length} indikator dinilai`,
			],
		},
		...(selesai
			? []
			: [
					{
						...{ b: 'catatan' as const, judul: 'Belum ditetapkan' },
						teks: `Putaran ini masih pada tahap ${namaTahap(p.tahap).toLowerCase()}; angkanya dapat berubah.${kurang > 0 ? ` ${kurang} indikator belum dinilai, jadi indeks disebut sebagai rentang yang masih mungkin.` : ''}`,
					},
				]),
	];
}

function nilaiBagian(rangka: InstrumenLengkap, { mandiri, kini }: ReturnType<typeof skorPutaran>): Blok[] {
	const teks = (n: string | null | undefined) => (n ? formatAngka(n, 'id') : '–');
	const bobot = (b: number) =>
		formatPersen(roundPerseratus(pecahan(b * 100, rangka.satuanBobot.total)), 'id');
	const aspek = (a: InstrumenLengkap['aspek'][number]) => ({
		sel: [`${a.id} ${a.nama}`, bobot(a.bobot), teks(mandiri.aspek[a.id]), teks(kini.aspek[a.id])],
	});
	return [
		judul(1, rangka.domain.length > 0 ? 'Nilai domain dan aspek' : 'Nilai aspek'),
		{
			...{ b: 'tabel', judul: 'Nilai menurut penilaian mandiri dan nilai yang berlaku' },
			kolom: [
				{ nama: rangka.domain.length > 0 ? 'Domain dan aspek' : 'Aspek', lebar: 5 },
				{ nama: 'Bobot', lebar: 1.2, angka: true },
				{ nama: 'Mandiri', lebar: 1.2, angka: true },
				{ nama: 'Berlaku', lebar: 1.2, angka: true },
			],
			baris: [
				...rangka.domain.flatMap((d) => [
					{
						sel: [`${d.id} ${d.nama}`, bobot(d.bobot), teks(mandiri.domain[d.id]), teks(kini.domain[d.id])],
						tebal: true,
					},
					...d.aspek.map(aspek),
				]),
				...rangka.aspek.map(aspek),
				{ sel: ['Indeks', '100%', teksIndeks(mandiri), teksIndeks(kini)], tebal: true },
			],
		},
	];
}

/** Strengths are indicators at levels 4 and 5, weaknesses those at 1 and 2, by aspect. */
function kekuatan(rangka: InstrumenLengkap, nilai: readonly NilaiIndikator[]): Blok[] {
	const isi = listAspek(rangka).flatMap((a): Blok[] => {
		const milik = nilai.filter((n) => n.aspek === a.id && n.kini?.nilai != null);
		const sebut = (kata: string, pilih: (v: number) => boolean) =>
			milik
				.filter((n) => pilih(n.kini?.nilai ?? 0))
				.map((n) => `${kata}: ${namaIndikator(n.nama)} (${nilaiAtau(n.kini)}).`);
		const butir = [...sebut('Kekuatan', (v) => v >= 400), ...sebut('Kelemahan', (v) => v < 300)];
		return butir.length === 0 ? [] : [judul(3, `${a.id} ${a.nama}`), { b: 'daftar', butir }];
	});
	return [
		judul(1, 'Kekuatan dan kelemahan'),
		paragraf('Kekuatan adalah indikator pada tingkat 4 dan 5; kelemahan pada tingkat 1 dan 2.', true),
		...(isi.length > 0 ? isi : [paragraf(tanpa(nilai, 'Tidak ada indikator pada tingkat itu.'))]),
	];
}

const BANYAK_SARAN = 12;

function rekomendasi(rangka: InstrumenLengkap, nilai: readonly NilaiIndikator[]): Blok[] {
	const rendah = nilai
		.filter((n) => n.kini?.nilai != null && n.kini.nilai < 300)
		.toSorted((x, y) => y.bobot - x.bobot || (x.kini?.nilai ?? 0) - (y.kini?.nilai ?? 0));
	const butir = rendah.slice(0, BANYAK_SARAN).map((n) => {
		const tingkat = Math.floor((n.kini?.nilai ?? 0) / 100) + 1;
		const syarat = syaratTingkat(rangka, n.id, tingkat);
		const tambah = formatDelta(
			roundPerseratus(
				pecahan(n.bobot * (tingkat * 100 - (n.kini?.nilai ?? 0)), rangka.satuanBobot.total * 100),
			),
			'id',
		);
		return `${n.id} ${namaIndikator(n.nama)}: ke tingkat ${tingkat} (${tambah} poin indeks).${syarat === '' ? '' : ` ${syarat}`}`;
	});
	return [
		judul(1, 'Rekomendasi'),
		...(butir.length === 0
			? [paragraf(tanpa(nilai, 'Tidak ada indikator di bawah tingkat 3.'))]
			: [
					paragraf(
						`Indikator di bawah tingkat 3, yang paling berbobot lebih dulu${rendah.length > butir.length ? ` (${butir.length} dari ${rendah.length})` : ''}. Syaratnya menurut kriteria instrumen.`,
						true,
					),
					{ b: 'daftar' as const, bernomor: true, butir },
				]),
	];
}

function tabelIndikator(rangka: InstrumenLengkap, nilai: readonly NilaiIndikator[]): Blok[] {
	const tahap = ['dokumen', 'interviu', 'visitasi'].filter((t) =>
		nilai.some((n) => n.luar.some((e) => e.tahap === t)),
	);
	return [
		judul(1, 'Tabel indikator'),
		{
			...{ b: 'tabel', judul: 'Nilai setiap indikator menurut tahap' },
			kolom: [
				{ nama: 'Indikator', lebar: 6 },
				{ nama: 'Bobot', lebar: 1.1, angka: true },
				{ nama: 'Mandiri', lebar: 1.2, angka: true },
				...tahap.map((t) => ({
					nama: tahapPendek(t),
					lebar: 1.3,
					angka: true,
				})),
				{ nama: 'Berlaku', lebar: 1.2, angka: true },
			],
			baris: listAspek(rangka).flatMap((a) => [
				{ sel: [`${a.id} ${a.nama}`, '', '', ...tahap.map(() => ''), ''], tebal: true },
				...nilai
					.filter((n) => n.aspek === a.id)
					.map((n) => ({
						sel: [
							`${n.id} ${namaIndikator(n.nama)}`,
							formatPersen(roundPerseratus(pecahan(n.bobot * 100, rangka.satuanBobot.total)), 'id'),
							nilaiAtau(n.mandiri),
							...tahap.map((t) => nilaiAtau(n.luar.find((e) => e.tahap === t))),
							nilaiAtau(n.kini),
						],
					})),
			]),
		},
	];
}

const namaDokumen: Readonly<Record<string, string>> = {
	persetujuan: 'Penanggung jawab',
	berita_acara: 'Koordinator',
	penetapan: 'Penetapan',
};

function pengesahan(tanda: IsiPutaran['tanda']): Blok[] {
	const pihak = tanda
		.filter((t) => namaDokumen[t.dokumen])
		.map((t) => ({
			...{ sebagai: namaDokumen[t.dokumen] ?? '', nama: t.nama, jabatan: t.jabatan },
			waktu: formatWaktu(t.waktu, 'id'),
		}));
	return pihak.length === 0 ? [] : [judul(1, 'Pengesahan yang tercatat'), { b: 'tanda', pihak }];
}
