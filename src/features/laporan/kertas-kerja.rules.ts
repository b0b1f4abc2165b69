import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import { tulisHuruf } from '#features/bukti/bukti.rules.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import type { Tahap } from '#features/penilaian/penilaian.rules.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import { formatAngka, formatWaktu } from '#ui/format.ts';
import { type Blok, judul, paragraf, paragrafTeks } from './cetak/dokumen.rules.ts';
import { syaratTingkat } from './laporan-hasil.rules.ts';
import type { EntriNilai, NilaiIndikator } from './nilai-putaran.rules.ts';
import { namaIndikator } from './rilis.rules.ts';

/** An item of evidence as the documents name it. */
export interface ButirLaporan {
	indikator: string;
	tingkat: number;
	huruf: number;
	status: string;
	revisi: readonly {
		judul: string;
		penunjuk: string;
		namaBerkas: string | null;
		isi: string;
		jenis: string;
	}[];
	putusan: readonly { alasan: string | null; catatan: string }[];
}

export const namaTahap = (tahap: string): string => penilaianCopy.id.tahapNama[tahap as Tahap] ?? tahap;
/** For a narrow column: "Dokumen", "Mandiri". */
export const tahapPendek = (tahap: string): string =>
	namaTahap(tahap)
		.replace('Penilaian ', '')
		.replace(/^./, (h) => h.toUpperCase());
export const nilaiAtau = (e: { nilai: number | null } | null | undefined): string =>
	e?.nilai === null || e?.nilai === undefined ? '–' : formatAngka(e.nilai, 'id');
export const kodeBukti = (indikator: string, huruf: number): string =>
	`${Number(indikator.replace(/\D/g, ''))}.${tulisHuruf(huruf)}`;
export const statusBukti = (status: string): string =>
	(buktiCopy.id.status as Record<string, string>)[status] ?? status;

const bagian = (nama: string, teks: string): Blok[] =>
	teks.trim() === '' ? [] : [judul(3, nama), ...paragrafTeks(teks)];

/** One indicator: what was answered, what the assessors said, which evidence there is. */
export function rincianIndikator(n: NilaiIndikator, bukti: readonly ButirLaporan[]): Blok[] {
	const milik = bukti.filter((b) => b.indikator === n.id);
	const akhir = n.luar.findLast((e) => e.justifikasi.trim() !== '');
	const nilai = [n.mandiri, ...n.luar].filter((e): e is EntriNilai => e !== null);
	return [
		judul(2, `${n.id} ${namaIndikator(n.nama)}`),
		paragraf(
			nilai.length === 0
				? 'Belum dinilai.'
				: `Nilai: ${nilai.map((e) => `${namaTahap(e.tahap)} ${nilaiAtau(e)}`).join(' · ')}`,
		),
		...bagian('Fakta', n.mandiri?.fakta ?? ''),
		...bagian('Analisis', n.mandiri?.analisis ?? ''),
		...(akhir ? bagian(`Justifikasi asesor (${namaTahap(akhir.tahap)})`, akhir.justifikasi) : []),
		...(milik.length === 0 ? [paragraf('Tidak ada bukti yang terdaftar.', true)] : [tabelBukti(n.id, milik)]),
	];
}

function tabelBukti(indikator: string, bukti: readonly ButirLaporan[]): Blok {
	return {
		...{ b: 'tabel', judul: `Bukti ${indikator}` },
		kolom: [
			{ nama: 'Kode', lebar: 0.7 },
			{ nama: 'Bukti', lebar: 5 },
			{ nama: 'Letak', lebar: 2.2 },
			{ nama: 'Tingkat', lebar: 0.9, angka: true },
			{ nama: 'Status', lebar: 2.4 },
		],
		baris: bukti.map((b) => {
			const r = b.revisi[0];
			const alasan = b.status === 'dikembalikan' ? b.putusan[0]?.alasan : null;
			const sebab = alasan ? `: ${buktiCopy.id.alasanNama[alasan] ?? alasan}` : '';
			return {
				sel: [
					...[kodeBukti(b.indikator, b.huruf), r?.judul ?? '–', r?.penunjuk || '–'],
					...[String(b.tingkat), `${statusBukti(b.status)}${sebab}`],
				],
			};
		}),
	};
}

/** The working paper of one indicator: question, criteria of its levels, answers of every stage, evidence. */
export function kertasKerja(
	rangka: InstrumenLengkap,
	n: NilaiIndikator,
	bukti: readonly ButirLaporan[],
): Blok[] {
	const i = listIndikator(rangka).find((x) => x.id === n.id);
	const tingkat = Object.keys(i?.tingkat ?? {}).filter((t) => syaratTingkat(rangka, n.id, Number(t)) !== '');
	const riwayat = [n.mandiri, ...n.luar].filter((e): e is EntriNilai => e !== null);
	const [kepala, ...isi] = rincianIndikator(n, bukti);
	return [
		kepala ?? judul(2, n.id),
		...(i?.pertanyaan ? [paragraf([{ t: i.pertanyaan, miring: true }])] : []),
		...(tingkat.length > 0
			? [
					{
						...{ b: 'tabel' as const, judul: `Kriteria tingkat ${n.id}` },
						kolom: [
							{ nama: 'Tingkat', lebar: 1 },
							{ nama: 'Kriteria', lebar: 9 },
						],
						baris: tingkat.map((t) => ({
							sel: [t, syaratTingkat(rangka, n.id, Number(t))],
							tebal: n.kini?.nilai === Number(t) * 100,
						})),
					},
				]
			: []),
		...isi,
		...(riwayat.length > 0
			? [
					{
						...{ b: 'tabel' as const, judul: `Riwayat nilai ${n.id}` },
						kolom: [
							{ nama: 'Tahap', lebar: 2.5 },
							{ nama: 'Nilai', lebar: 1, angka: true },
							{ nama: 'Oleh', lebar: 3 },
							{ nama: 'Waktu', lebar: 3 },
						],
						baris: riwayat.map((e) => ({
							sel: [namaTahap(e.tahap), nilaiAtau(e), e.oleh ?? '–', formatWaktu(e.waktu, 'id')],
						})),
					},
				]
			: []),
	];
}
