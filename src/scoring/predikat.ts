import type { AturanPredikat, Instrumen, PitaPredikat } from './instrumen.ts';
import { compare, fromPerseratus, type Pecahan, roundPerseratus, sub } from './pecahan.ts';

export interface OpsiPredikat {
	/** Overrides the rule of the year and of the instrument. */
	aturanPredikat?: AturanPredikat | undefined;
	/** Evaluation year, for the rule of that year. */
	tahun?: number | undefined;
}

/** The rule in force: the one asked for, else the year's, else the instrument's. */
export function aturanPredikatOf({ predikat }: Instrumen, opsi: OpsiPredikat = {}): AturanPredikat {
	const { aturanPredikat, tahun } = opsi;
	return aturanPredikat ?? predikat.aturanTahun[String(tahun)] ?? predikat.aturan;
}

/** The index as the rule looks at it: unrounded, or as shown. */
const dilihat = (indeks: Pecahan, aturan: AturanPredikat): Pecahan =>
	aturan === 'persis' ? indeks : fromPerseratus(roundPerseratus(indeks));

function dalamPita(nilai: Pecahan, pita: PitaPredikat): boolean {
	if (compare(nilai, fromPerseratus(pita.min)) < 0) return false;
	const atas = compare(nilai, fromPerseratus(pita.maks));
	return pita.maksTermasuk ? atas <= 0 : atas < 0;
}

/**
 * The predicate of an index in levels (PermenPANRB 59/2020, Tabel 13, for SPBE); null outside every band.
 * `persis` looks at the unrounded index (2024), `terbulatkan` at the index as shown (2023).
 */
export function predikatOf(
	instrumen: Pick<Instrumen, 'predikat'>,
	indeks: Pecahan,
	aturan: AturanPredikat,
): string | null {
	const nilai = dilihat(indeks, aturan);
	return instrumen.predikat.pita.find((pita) => dalamPita(nilai, pita))?.nama ?? null;
}

export interface JarakPredikat {
	predikat: string;
	/** Lower bound of that band, hundredths. */
	batas: number;
	/** Index points still missing; under `terbulatkan` counted from the index as shown. */
	jarak: Pecahan;
}

/** The next higher predicate and how far it is; null in the highest band. */
export function jarakKePredikatBerikut(
	instrumen: Pick<Instrumen, 'predikat'>,
	indeks: Pecahan,
	aturan: AturanPredikat,
): JarakPredikat | null {
	const nilai = dilihat(indeks, aturan);
	const berikut = instrumen.predikat.pita.findLast((pita) => compare(fromPerseratus(pita.min), nilai) > 0);
	if (!berikut) return null;
	return {
		predikat: berikut.nama,
		batas: berikut.min,
		jarak: sub(fromPerseratus(berikut.min), nilai),
	};
}
