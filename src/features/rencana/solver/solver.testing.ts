import fc from 'fast-check';
import { type Instrumen, type Jawaban, listIndikator } from '#scoring';
import { instrumenAcak, pemdi2026, spbe2018, spbe2020 } from '#scoring/scoring.testing.ts';
import { listTingkatLangkah } from './bawaan.rules.ts';
import type { TabelUsaha, UsahaLangkah } from './rencana.schema.ts';
import { dendaOf, isLayak, type Soal, totalOf } from './soal.rules.ts';
import { buildTangga, type TanggaSemua } from './tangga.rules.ts';

export { instrumenAcak, pemdi2026, spbe2018, spbe2020 };

/** A step with round figures. */
export const usaha = (isi: Partial<UsahaLangkah> = {}): UsahaLangkah => ({
	biaya: 1,
	hari: 1,
	bulan: 1,
	layak: true,
	peluang: { beri: 1, dari: 1 },
	...isi,
});

/** The same steps for every indicator. */
export function tabelRata(instrumen: Instrumen, isi: Partial<UsahaLangkah> = {}): TabelUsaha {
	const langkah = listTingkatLangkah(instrumen).map(() => usaha(isi));
	return Object.fromEntries(listIndikator(instrumen).map(({ id }) => [id, langkah]));
}

/** Whole levels in instrument order as answers. */
export const jawabTingkat = (instrumen: Instrumen, tingkat: readonly number[]): Jawaban =>
	Object.fromEntries(listIndikator(instrumen).map(({ id }, n) => [id, (tingkat[n] ?? 1) * 100]));

export function requireTangga(instrumen: Instrumen, jawaban: Jawaban, tabel: TabelUsaha): TanggaSemua {
	const hasil = buildTangga(instrumen, jawaban, tabel);
	if (!hasil.ok) throw new Error(`belum dijawab: ${hasil.belum}`);
	return hasil.semua;
}

export interface UkuranTabel {
	biaya: number;
	hari?: number;
	/** Chance that a step may be taken at all, of ten. */
	layak?: number;
}

/** Random effort for an instrument; zero costs are among them. */
export function tabelAcak(
	instrumen: Instrumen,
	{ biaya, hari = 9, layak = 10 }: UkuranTabel,
): fc.Arbitrary<TabelUsaha> {
	const langkah = fc.record({
		biaya: fc.integer({ min: 0, max: biaya }),
		hari: fc.integer({ min: 0, max: hari }),
		bulan: fc.integer({ min: 1, max: 4 }),
		layak: fc.integer({ min: 1, max: 10 }).map((n) => n <= layak),
		peluang: fc
			.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 20 }))
			.map(([beri, dari]) => ({ beri: Math.min(beri, dari), dari })),
	});
	const banyak = listTingkatLangkah(instrumen).length;
	const baris = fc.array(langkah, { minLength: banyak, maxLength: banyak });
	return fc.record(Object.fromEntries(listIndikator(instrumen).map(({ id }) => [id, baris])));
}

/** Random answers: whole levels, or hundredths where the instrument has them; lists where there are items. */
export function jawabanAcak(instrumen: Instrumen): fc.Arbitrary<Jawaban> {
	const { min, maks, desimal } = instrumen.skala;
	const satu =
		desimal > 0
			? fc.integer({ min, max: maks })
			: fc.integer({ min: min / 100, max: Math.floor(maks / 100) }).map((t) => t * 100);
	return fc.record(
		Object.fromEntries(
			listIndikator(instrumen).map(({ id, butir }) => [
				id,
				butir ? fc.array(satu, { minLength: 1, maxLength: butir.maks }) : satu,
			]),
		),
	) as fc.Arbitrary<Jawaban>;
}

/** Every choice of rungs within the ranges: the slow and certain way. */
export function* listPilihan({ peubah }: Soal): Generator<number[]> {
	const pilih = peubah.map(({ bawah }) => bawah);
	if (peubah.some(({ bawah, atas }) => bawah > atas)) return;
	for (;;) {
		yield [...pilih];
		let n = pilih.length - 1;
		while (n >= 0 && pilih[n] === peubah[n]?.atas) n--;
		if (n < 0) return;
		pilih[n] = (pilih[n] ?? 0) + 1;
		for (let i = n + 1; i < pilih.length; i++) pilih[i] = peubah[i]?.bawah ?? 0;
	}
}

/** Order of the plans of a problem, best first: the aims one after the other, then the instrument's order. */
export function compareRencana(soal: Soal, a: readonly number[], b: readonly number[]): number {
	const [x, y] = [totalOf(soal.peubah, a), totalOf(soal.peubah, b)];
	const [biayaX, biayaY] = [x.biaya + dendaOf(soal, a), y.biaya + dendaOf(soal, b)];
	const utama =
		soal.tujuan === 'biaya' ? biayaX - biayaY || y.massa - x.massa : y.massa - x.massa || biayaX - biayaY;
	const beda = a.findIndex((r, n) => r !== b[n]);
	return utama || x.langkah - y.langkah || (b[beda] ?? 0) - (a[beda] ?? 0);
}

/** All plans that keep every constraint, best first. */
export function rankRencana(soal: Soal): number[][] {
	return [...listPilihan(soal)]
		.filter((pilih) => isLayak(soal, pilih))
		.sort((a, b) => compareRencana(soal, a, b));
}
