import { formatAngka } from '../format.ts';
import type { Lang } from '../lang.ts';
import { chartCopy } from './chart.copy.ts';
import type { TitikTahun } from './sumbu-tahun.ts';
import type { TargetTahun } from './tren.ts';

export interface TabelGrafik {
	kepala: string[];
	baris: string[][];
}

/** The trend as a table: one row per year that any series or target knows; columns without figures are left out. */
export function tabelTren(
	lang: Lang,
	nama: string,
	titik: readonly TitikTahun[],
	nasional: readonly TitikTahun[],
	target: readonly TargetTahun[],
): TabelGrafik {
	const kata = chartCopy[lang];
	const angka = (n: number | null | undefined) => (n == null ? '–' : formatAngka(n, lang));
	const pilih = (milik: TargetTahun['milik'], tahun: number) =>
		target.find((t) => t.milik === milik && t.tahun === tahun)?.nilai;
	const cari = (seri: readonly TitikTahun[], tahun: number) => seri.find((t) => t.tahun === tahun);
	const status = { resmi: kata.resmi, turunan: kata.turunan, menurut_sumber: kata.menurutSumber };
	const kolom: { judul: string; ada: boolean; isi: (tahun: number) => string }[] = [
		{ judul: kata.tahun, ada: true, isi: String },
		{ judul: nama, ada: true, isi: (t) => angka(cari(titik, t)?.nilai) },
		{ judul: kata.nasional, ada: nasional.length > 0, isi: (t) => angka(cari(nasional, t)?.nilai) },
		{
			judul: kata.targetNasional,
			ada: target.some((t) => t.milik === 'nasional'),
			isi: (t) => angka(pilih('nasional', t)),
		},
		{
			judul: kata.targetInstansi,
			ada: target.some((t) => t.milik === 'instansi'),
			isi: (t) => angka(pilih('instansi', t)),
		},
		{
			judul: kata.instrumen,
			ada: true,
			isi: (t) => (cari(titik, t) ?? cari(nasional, t))?.instrumen ?? '–',
		},
		{
			judul: kata.status,
			ada: true,
			isi: (t) => {
				const ini = cari(titik, t);
				return ini && ini.nilai !== null ? status[ini.status ?? 'resmi'] : kata.takAda;
			},
		},
	];
	const tahun = [...new Set([...titik, ...nasional, ...target].map((t) => t.tahun))].sort((a, b) => a - b);
	const ada = kolom.filter((k) => k.ada);
	return { kepala: ada.map((k) => k.judul), baris: tahun.map((t) => ada.map((k) => k.isi(t))) };
}
