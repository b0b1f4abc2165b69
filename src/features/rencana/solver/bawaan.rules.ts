import { type Instrumen, listAspek } from '#scoring';
import type { PeluangBerkas, PrasyaratBerkas, UsahaBerkas } from './data-rencana.schema.ts';
import { type Hitungan, updatePeluang } from './peluang.rules.ts';
import type { Catatan, Prasyarat, TabelUsaha } from './rencana.schema.ts';

/** The assumptions of the installation: data/usaha.json, data/peluang.json, data/prasyarat.json. */
export interface DataRencana {
	usaha: UsahaBerkas;
	peluang: PeluangBerkas;
	prasyarat: PrasyaratBerkas;
}

/** Kind of effort of every indicator; `umum` for an instrument that the data do not know. */
export function listJenisUsaha(
	{ usaha }: Pick<DataRencana, 'usaha'>,
	instrumen: Instrumen,
): Map<string, string> {
	const peta = usaha.instrumen[instrumen.id];
	return new Map(
		listAspek(instrumen).flatMap(({ id: aspek, indikator }) =>
			indikator.map(({ id }) => [id, peta?.indikator[id] ?? peta?.aspek[aspek] ?? 'umum'] as const),
		),
	);
}

/** Steps of the scale, as the levels they lead to: 2020 gives 2, 3, 4, 5. */
export function listTingkatLangkah({ skala }: Pick<Instrumen, 'skala'>): number[] {
	const banyak = Math.ceil((skala.maks - skala.min) / 100);
	return Array.from({ length: banyak }, (_, n) => Math.floor(skala.min / 100) + n + 1);
}

/**
 * The default table: effort points, person-days, months and chance of every step, all assumptions. `riwayat` are the
 * institution's own counts by kind and level ("manajemen/3"), added to the prior.
 */
export function buildTabelBawaan(
	data: Pick<DataRencana, 'usaha' | 'peluang'>,
	instrumen: Instrumen,
	riwayat: Readonly<Record<string, Hitungan>> = {},
): TabelUsaha {
	const tingkat = listTingkatLangkah(instrumen);
	const baris = [...listJenisUsaha(data, instrumen)].map(([id, jenis]) => {
		const langkah = tingkat.map((t) => {
			const n = Math.min(5, Math.max(1, t)) - 1;
			const usaha = (data.usaha.jenis[jenis] ?? data.usaha.jenis.umum)?.langkah[n];
			const awal = (data.peluang.jenis[jenis] ?? data.peluang.jenis.umum)?.[n];
			if (!usaha || !awal) throw new Error(`data usaha atau peluang "${jenis}" tidak lengkap`);
			const { poin: biaya, hari, bulan } = usaha;
			return { biaya, hari, bulan, layak: true, peluang: updatePeluang(awal, riwayat[`${jenis}/${t}`]) };
		});
		return [id, langkah] as const;
	});
	return Object.fromEntries(baris);
}

/** The default prerequisites of an instrument, one for every pair of indicators. */
export function listPrasyaratBawaan(
	{ prasyarat }: Pick<DataRencana, 'prasyarat'>,
	instrumen: Pick<Instrumen, 'id'>,
): Prasyarat[] {
	return (prasyarat.instrumen[instrumen.id]?.aturan ?? []).flatMap((a) =>
		a.indikator.flatMap((indikator) =>
			a.syarat.map((syarat) => ({
				id: a.id,
				indikator,
				tingkat: a.tingkat * 100,
				syarat,
				tingkatSyarat: a.tingkatSyarat * 100,
				sifat: a.sifat,
				alasan: a.alasan,
			})),
		),
	);
}

interface BerindeksLuar {
	id: string;
	indeksLuar?: { nama: string; pemilik: string; peran: string };
}

/** Indicators whose value is another agency's index (Pemdi 2026: I05, I06, I07, I18). */
export function listCatatanLuar(instrumen: Instrumen): Catatan[] {
	return listAspek(instrumen).flatMap(({ indikator }) =>
		(indikator as BerindeksLuar[]).flatMap(({ id, indeksLuar }) =>
			indeksLuar?.peran === 'nilai'
				? [
						{
							indikator: id,
							alasan: {
								id: `Nilainya diambil dari ${indeksLuar.nama} (${indeksLuar.pemilik}); naik hanya bila indeks itu naik.`,
								en: `Its value comes from ${indeksLuar.nama} (${indeksLuar.pemilik}); it rises only when that index does.`,
							},
						},
					]
				: [],
		),
	);
}
