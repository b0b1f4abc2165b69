import type { MedanAkun } from './kolom.rules.ts';
import type { AkunCocok, Konteks } from './konteks.rules.ts';

/** What one rule says of one account: a reason where it is a finding, null where not, RAGU where it could not be told. */
export type Putusan = string | null;
export const RAGU = '?';

export interface Kurang {
	/** Columns without which the rule cannot be tested at all. */
	semua: string[];
	/** Columns without which a part of it is not tested. */
	sebagian: string[];
}

export interface Aturan {
	id: string;
	kurang: (k: Konteks) => Kurang;
	periksa: (a: AkunCocok, k: Konteks) => Putusan;
}

/** Those of the columns that the export does not have. */
export const takAda = (k: Konteks, ...medan: MedanAkun[]): string[] => medan.filter((m) => !k.ada.has(m));

/** A rule that needs all of these columns. */
export const butuh =
	(...medan: MedanAkun[]) =>
	(k: Konteks): Kurang => ({ semua: takAda(k, ...medan), sebagian: [] });

export const ambangOf = (k: Konteks, id: string, nama: string): number | null =>
	k.setelan.ambang[id]?.[nama] ?? null;
