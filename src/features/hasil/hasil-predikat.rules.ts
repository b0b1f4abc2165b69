import { fromPerseratus, type Instrumen, predikatOf } from '#scoring';

/** The predicate of an index as it is shown, in hundredths; below the scale the lowest. */
export function predikatTampil(instrumen: Pick<Instrumen, 'predikat'>, indeks: number): string {
	return (
		predikatOf(instrumen, fromPerseratus(indeks), 'terbulatkan') ?? instrumen.predikat.pita.at(-1)?.nama ?? ''
	);
}
