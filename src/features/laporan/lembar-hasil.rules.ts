import type { SimpulHasil } from '#features/hasil/instansi-hasil.schema.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import { pecahan, roundPerseratus } from '#scoring/pecahan.ts';
import type { LembarXlsx, SelXlsx } from './cetak/tulis-xlsx.ts';
import type { BahanLaporan } from './laporan-hasil.rules.ts';
import { namaAsal } from './laporan-metode.rules.ts';

/** Hundredths as the number a spreadsheet holds; only for showing, nothing is summed from it here. */
export const angka = (perseratus: number): number => Number((perseratus / 100).toFixed(2));

/** The report as sheets, for those who calculate. */
export function lembarHasil({ data, hasil, instrumen, rerata }: BahanLaporan): LembarXlsx[] {
	const ringkas: [string, SelXlsx][] = [
		['Instansi', data.instansi.nama],
		['Tahun', hasil.tahun],
		['Instrumen', instrumen.singkatan],
		['Indeks', angka(hasil.indeks)],
		['Predikat', hasil.predikat],
		['Predikat turunan', hasil.predikatTurunan ? 'ya' : 'tidak'],
		['Indeks tahun sebelumnya', hasil.lalu ? angka(hasil.lalu.indeks) : null],
		['Perubahan', hasil.lalu ? angka(hasil.lalu.selisih) : null],
		['Status', hasil.status],
		['Sumber', hasil.sumber],
		...data.kalimat.id.map((k): [string, SelXlsx] => ['Dalam kalimat', k]),
	];
	const urut = listIndikator(instrumen).map((i) => i.id);
	const indikator = hasil.simpul
		.filter((s) => s.jenis === 'indikator')
		.toSorted((x, y) => urut.indexOf(x.id) - urut.indexOf(y.id));
	return [
		{
			nama: 'Ringkasan',
			kolom: [
				{ nama: 'Keterangan', lebar: 28 },
				{ nama: 'Isi', lebar: 80 },
			],
			baris: ringkas,
		},
		{
			nama: 'Domain dan aspek',
			kolom: kolomNilai,
			baris: hasil.simpul.filter((s) => s.jenis !== 'indikator').map(barisNilai),
		},
		{ nama: 'Indikator', kolom: kolomNilai, baris: indikator.map(barisNilai) },
		{
			nama: 'Rerata',
			kolom: [
				{ nama: 'Kelompok', lebar: 14 },
				{ nama: 'Jenis', lebar: 24 },
				{ nama: 'Simpul', lebar: 10 },
				{ nama: 'Rerata', lebar: 10, gaya: 'desimal' },
				{ nama: 'Instansi', lebar: 10 },
			],
			baris: [
				...rerata.nasional.map((n): SelXlsx[] => ['nasional', 'diumumkan', n.simpul, angka(n.nilai), null]),
				...rerata.jenis.map((r): SelXlsx[] => [
					...[r.kelompok, r.kunci, r.simpul],
					...[angka(roundPerseratus(pecahan(r.jumlah, r.banyak * 100))), r.banyak],
				]),
			],
		},
	];
}

const kolomNilai = [
	{ nama: 'Kode', lebar: 8 },
	{ nama: 'Nama', lebar: 60 },
	{ nama: 'Induk', lebar: 8 },
	{ nama: 'Bobot (persen)', lebar: 12, gaya: 'desimal' as const },
	{ nama: 'Nilai terendah', lebar: 12, gaya: 'desimal' as const },
	{ nama: 'Nilai tertinggi', lebar: 12, gaya: 'desimal' as const },
	{ nama: 'Asal', lebar: 18 },
	{ nama: 'Rerata sejenis', lebar: 12, gaya: 'desimal' as const },
	{ nama: 'Poin belum diraih, paling sedikit', lebar: 14, gaya: 'desimal' as const },
	{ nama: 'Poin belum diraih, paling banyak', lebar: 14, gaya: 'desimal' as const },
];

const barisNilai = (s: SimpulHasil): SelXlsx[] => [
	...[s.id, s.nama, s.induk ?? ''],
	...[angka(s.bobot), angka(s.min), angka(s.maks), namaAsal[s.asal]],
	...[s.tipe === null ? null : angka(s.tipe), angka(s.hilangMin), angka(s.hilangMaks)],
];
