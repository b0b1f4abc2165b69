import { kalimatMasalah } from '#features/rencana/peta/kalimat-peta.ts';
import { petaCopy } from '#features/rencana/peta/peta.copy.ts';
import type { Jumlah } from '#features/rencana/peta/peta.rules.ts';
import type { PetaTerbuka } from '#features/rencana/peta/read-peta.ts';
import { formatBilangan } from '#ui/format.ts';
import { type Blok, type Dokumen, judul, paragraf } from '../cetak/dokumen.rules.ts';

const kata = petaCopy.id;
const uang = (n: bigint | null) => (n === null ? kata.tanpaNilai : formatBilangan(n, 'id'));

/** The roadmap: five years by seven contents, where it does not fit its budget, and every row by year. */
export function dokumenPeta(nama: string, d: PetaTerbuka, waktu: Date): Dokumen {
	const { tahun } = d.jumlah;
	const rentang = `${tahun[0]}–${tahun.at(-1)}`;
	const luar = d.baris.filter((b) => !tahun.includes(b.tahun));
	return {
		...{ jenis: kata.judul, judul: `${kata.judul} ${nama} ${rentang}`, subjudul: kata.pengantar },
		...{ tentang: `${nama} · ${rentang}`, kaki: 'Matang, dari peta rencana instansi', waktu, mendatar: true },
		isi: [
			...(d.masalah === null ? [paragraf(kata.bagianSaja)] : []),
			judul(1, kata.ringkasan),
			paragraf(kata.dalamRupiah, true),
			tabelJumlah(d, kata.banyakKolom, (s) => formatBilangan(s.banyak, 'id')),
			tabelJumlah(d, kata.kebutuhan, (s) => uang(s.kebutuhan)),
			tabelJumlah(d, kata.anggaran, (s) => uang(s.anggaran)),
			...susunMasalah(d),
			judul(1, kata.butir),
			...tahun.flatMap((t) =>
				tabelButir(
					d,
					String(t),
					d.baris.filter((b) => b.tahun === t),
				),
			),
			...tabelButir(d, kata.tahunLain, luar),
		],
	};
}

/** Rows of contents by year, with the sum of each year. */
function tabelJumlah({ jumlah }: PetaTerbuka, nama: string, tulis: (s: Jumlah) => string): Blok {
	return {
		...{ b: 'tabel', judul: nama },
		kolom: [
			{ nama: kata.muatan, lebar: 1.4 },
			...jumlah.tahun.map((t) => ({ nama: String(t), lebar: 1.4, angka: true })),
		],
		baris: [
			...jumlah.muatan.map((m) => ({
				sel: [kata.muatanNama[m.muatan], ...m.sel.map((s) => (s.banyak === 0 ? '–' : tulis(s)))],
			})),
			{ sel: [kata.jumlah, ...jumlah.total.map(tulis)], tebal: true },
		],
	};
}

function susunMasalah({ masalah }: PetaTerbuka): Blok[] {
	if (masalah === null) return [];
	return [
		judul(1, kata.masalah),
		masalah.length === 0
			? paragraf(kata.masalahKosong)
			: { b: 'daftar', butir: masalah.map((m) => kalimatMasalah(m, 'id')) },
	];
}

function tabelButir(d: PetaTerbuka, nama: string, baris: PetaTerbuka['baris']): Blok[] {
	if (baris.length === 0) return [];
	return [
		judul(2, nama),
		{
			...{ b: 'tabel', judul: `${kata.butir} ${nama}` },
			kolom: [
				{ nama: kata.judulMedan, lebar: 4 },
				{ nama: kata.muatan, lebar: 1.5 },
				{ nama: kata.unit, lebar: 2.4 },
				{ nama: kata.subKegiatan, lebar: 2.4 },
				{ nama: kata.kebutuhan, lebar: 2, angka: true },
				{ nama: kata.anggaran, lebar: 2, angka: true },
			],
			baris: baris.map((b) => ({
				sel: [
					`${d.jumlah.tahun.includes(b.tahun) ? '' : `${b.tahun} `}${b.judul}${b.indikator ? ` (${b.indikator})` : ''}`,
					...[kata.muatanNama[b.muatan], b.unit ?? kata.tanpaUnit, b.subKegiatan || '–'],
					...[uang(b.kebutuhan), uang(b.anggaran)],
				],
			})),
		},
	];
}
