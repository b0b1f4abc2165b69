/**
 * The shape of an instrument as the scoring core needs it: a tree with integer weights.
 * Everything a reader needs besides (criteria, evidence, legal basis) extends these types in
 * `#features/instrumen/instrumen.schema.ts`; the core never looks at it.
 *
 * Units: `bobot` counts the instrument's own weight units (`satuanBobot.total` in all; 2020: hundredths
 * of a percent, 10,000 in all; 2018: thirds of a percent, 300). Thresholds and scale bounds count
 * hundredths of a level ("perseratus": 420 = 4,20).
 */
export interface Indikator {
	id: string;
	no: number;
	nama: string;
	bobot: number;
	/** Up to `maks` items are scored and averaged (2018, I35: up to three services). Absent: one value. */
	butir?: { maks: number };
}

export interface Aspek {
	id: string;
	no: number;
	nama: string;
	bobot: number;
	indikator: Indikator[];
}

export interface Domain {
	id: string;
	no: number;
	nama: string;
	bobot: number;
	aspek: Aspek[];
}

export type AturanPredikat = 'persis' | 'terbulatkan';

/** A predicate band in hundredths: min ≤ index < maks, or ≤ maks where `maksTermasuk`. */
export interface PitaPredikat {
	nama: string;
	min: number;
	maks: number;
	maksTermasuk: boolean;
}

export interface Instrumen {
	id: string;
	/** min and maks in hundredths; desimal 0 = whole levels only, 2 = hundredths. */
	skala: { min: number; maks: number; desimal: 0 | 1 | 2 };
	satuanBobot: { total: number; perPersen: number };
	pembulatan: { desimal: 2; cara: 'setengah_ke_atas' };
	predikat: {
		/** Used for years that `aturanTahun` does not name. */
		aturan: AturanPredikat;
		aturanTahun: Record<string, AturanPredikat>;
		/** Highest band first. */
		pita: PitaPredikat[];
	};
	/** Either domains (each with aspects) or, where the instrument has none, `domain: []` and `aspek`. */
	domain: Domain[];
	aspek: Aspek[];
}

/** All aspects in the instrument's order, whether or not it has domains. */
export function listAspek<I extends Pick<Instrumen, 'domain' | 'aspek'>>(instrumen: I): I['aspek'] {
	return instrumen.domain.length > 0
		? (instrumen.domain.flatMap((d) => d.aspek) as I['aspek'])
		: instrumen.aspek;
}

/** All indicators in the instrument's order. */
export function listIndikator<I extends Pick<Instrumen, 'domain' | 'aspek'>>(
	instrumen: I,
): I['aspek'][number]['indikator'] {
	return listAspek(instrumen).flatMap((a) => a.indikator);
}
