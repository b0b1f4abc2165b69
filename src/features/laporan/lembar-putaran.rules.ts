import { listAspek } from '#scoring/instrumen.ts';
import { formatWaktu } from '#ui/format.ts';
import type { LembarXlsx, SelXlsx } from './cetak/tulis-xlsx.ts';
import { kodeBukti, namaTahap, statusBukti } from './kertas-kerja.rules.ts';
import type { IsiPutaran } from './laporan-putaran.rules.ts';
import { angka } from './lembar-hasil.rules.ts';
import { skorPutaran, susunNilai } from './nilai-putaran.rules.ts';

const atau = (n: number | null | undefined): SelXlsx => (n == null ? null : angka(n));
const skor = (n: string | null | undefined): SelXlsx => (n == null ? null : Number(n));

/** The report of a round as sheets: nodes, indicators by stage, evidence, every entry. */
export function lembarPutaran({ p, entri, bukti }: IsiPutaran): LembarXlsx[] {
	const nilai = susunNilai(p.rangka, entri);
	const { mandiri, kini } = skorPutaran(p.rangka, p.tahun, nilai);
	const tahap = ['dokumen', 'interviu', 'visitasi'];
	const aspek = listAspek(p.rangka);
	return [
		{
			nama: 'Nilai',
			kolom: [
				...[
					{ nama: 'Kode', lebar: 8 },
					{ nama: 'Nama', lebar: 60 },
				],
				{ nama: 'Mandiri', lebar: 10, gaya: 'desimal' as const },
				{ nama: 'Berlaku', lebar: 10, gaya: 'desimal' as const },
			],
			baris: [
				['indeks', `Indeks ${p.rangka.singkatan}`, skor(mandiri.indeks), skor(kini.indeks)],
				...p.rangka.domain.map((d) => [d.id, d.nama, skor(mandiri.domain[d.id]), skor(kini.domain[d.id])]),
				...aspek.map((a) => [a.id, a.nama, skor(mandiri.aspek[a.id]), skor(kini.aspek[a.id])]),
			],
		},
		{
			nama: 'Indikator',
			kolom: [
				...[
					{ nama: 'Kode', lebar: 8 },
					{ nama: 'Indikator', lebar: 50 },
					{ nama: 'Aspek', lebar: 8 },
				],
				...['Mandiri', ...tahap.map(namaTahap), 'Berlaku'].map((nama) => ({
					nama,
					lebar: 12,
					gaya: 'desimal' as const,
				})),
				...[
					{ nama: 'Fakta', lebar: 50 },
					{ nama: 'Analisis', lebar: 50 },
					{ nama: 'Justifikasi', lebar: 50 },
				],
			],
			baris: nilai.map((n) => [
				...[n.id, n.nama, n.aspek, atau(n.mandiri?.nilai)],
				...tahap.map((t) => atau(n.luar.find((e) => e.tahap === t)?.nilai)),
				...[atau(n.kini?.nilai), n.mandiri?.fakta ?? '', n.mandiri?.analisis ?? ''],
				n.luar.findLast((e) => e.justifikasi.trim() !== '')?.justifikasi ?? '',
			]),
		},
		{
			nama: 'Bukti',
			kolom: [
				...[
					{ nama: 'Kode', lebar: 8 },
					{ nama: 'Indikator', lebar: 10 },
					{ nama: 'Tingkat', lebar: 8 },
				],
				...[
					{ nama: 'Judul', lebar: 60 },
					{ nama: 'Letak', lebar: 30 },
					{ nama: 'Status', lebar: 16 },
				],
				...[
					{ nama: 'Alasan', lebar: 30 },
					{ nama: 'Catatan', lebar: 40 },
				],
			],
			baris: bukti.map((b) => [
				...[kodeBukti(b.indikator, b.huruf), b.indikator, b.tingkat, b.revisi[0]?.judul ?? ''],
				...[b.revisi[0]?.penunjuk ?? '', statusBukti(b.status)],
				...[b.putusan[0]?.alasan ?? '', b.putusan[0]?.catatan ?? ''],
			]),
		},
		{
			nama: 'Riwayat',
			kolom: [
				...[
					{ nama: 'Indikator', lebar: 10 },
					{ nama: 'Tahap', lebar: 20 },
				],
				{ nama: 'Nilai', lebar: 10, gaya: 'desimal' as const },
				...[
					{ nama: 'Oleh', lebar: 26 },
					{ nama: 'Waktu', lebar: 24 },
					{ nama: 'Justifikasi', lebar: 60 },
				],
			],
			baris: entri.map((e) => [
				...[e.indikator, namaTahap(e.tahap), atau(e.nilai)],
				...[e.oleh ?? '', formatWaktu(e.waktu, 'id'), e.justifikasi],
			]),
		},
	];
}
