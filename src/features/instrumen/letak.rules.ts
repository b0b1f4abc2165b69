import type { AspekLengkap, IndikatorLengkap, InstrumenLengkap } from './instrumen.schema.ts';

/** A node of the tree with its place in the file. */
export interface Letak<T> {
	path: string;
	isi: T;
}

export function listLetakAspek(instrumen: InstrumenLengkap): Letak<AspekLengkap>[] {
	return [
		...instrumen.domain.flatMap((d, n) =>
			d.aspek.map((isi, m) => ({ path: `domain[${n}].aspek[${m}]`, isi })),
		),
		...instrumen.aspek.map((isi, n) => ({ path: `aspek[${n}]`, isi })),
	];
}

export function listLetakIndikator(instrumen: InstrumenLengkap): Letak<IndikatorLengkap>[] {
	return listLetakAspek(instrumen).flatMap(({ path, isi }) =>
		isi.indikator.map((indikator, n) => ({ path: `${path}.indikator[${n}]`, isi: indikator })),
	);
}
