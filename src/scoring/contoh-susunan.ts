import { type Instrumen, listAspek } from './instrumen.ts';
import type { OpsiPredikat } from './predikat.ts';
import { adaSusunan, simpulkan } from './simpulkan.ts';
import type { Terbit } from './terbit.ts';

type Nilai = Record<string, number | null | undefined>;

/**
 * One complete assignment of whole levels that gives every published figure: values of the indicators, hundredths;
 * null where none was found or the instrument has decimals. It is an example, never what the institution scored.
 * First the aspects one by one, then the first indicator of every aspect, the second …: each takes the middle of
 * what is still possible. The sets of `simpulkan` are exact, and aspects whose figure is known do not depend on
 * each other, so that no choice leads to a dead end.
 */
export function contohSusunan(
	instrumen: Instrumen,
	terbit: Terbit,
	opsi: OpsiPredikat = {},
): Readonly<Record<string, number>> | null {
	if (instrumen.skala.desimal > 0) return null;
	const aspek: Nilai = { ...terbit.aspek };
	const indikator = pilihSatu(instrumen, terbit, opsi);
	if (!indikator) return null;
	const tetapkan = (ke: Nilai, ids: readonly string[]): boolean => {
		const sisa = ids.filter((id) => typeof ke[id] !== 'number');
		if (sisa.length === 0) return true;
		const hasil = simpulkan(instrumen, { ...terbit, salahSatu: [], aspek, indikator }, opsi);
		for (const id of sisa) {
			const tampil = hasil.ok ? (hasil.simpul.get(id)?.tampil ?? []) : [];
			const boleh = ke === aspek ? tampil : tampil.filter((n) => n % 100 === 0);
			ke[id] = boleh[Math.floor((boleh.length - 1) / 2)];
		}
		return sisa.every((id) => ke[id] !== undefined);
	};
	const daftar = listAspek(instrumen);
	const baris = Math.max(...daftar.map((a) => a.indikator.length));
	const urutan = Array.from({ length: baris }, (_, n) => daftar.flatMap((a) => a.indikator[n]?.id ?? []));
	const semua =
		daftar.every(({ id }) => tetapkan(aspek, [id])) && urutan.every((ids) => tetapkan(indikator, ids));
	return semua ? (indikator as Record<string, number>) : null;
}

/** The published indicators, and for each "one of these" the first that is possible. */
function pilihSatu(instrumen: Instrumen, terbit: Terbit, opsi: OpsiPredikat): Nilai | null {
	const indikator: Nilai = { ...terbit.indikator };
	for (const { indikator: ids, nilai } of terbit.salahSatu ?? []) {
		const cocok = ids.find(
			(id) =>
				adaSusunan(instrumen, { ...terbit, salahSatu: [], indikator: { ...indikator, [id]: nilai } }, opsi)
					.ok,
		);
		if (cocok === undefined) return null;
		indikator[cocok] = nilai;
	}
	return indikator;
}
