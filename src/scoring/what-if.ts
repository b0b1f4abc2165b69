import { type Instrumen, listIndikator } from './instrumen.ts';
import { butirOf, type Jawaban, type NilaiJawaban } from './nilai.ts';
import { compare, mul, type Pecahan, pecahan, sub } from './pecahan.ts';
import { type JenisSimpul, listSimpul, type SimpulSkor, type Skor } from './skor.ts';

/** Value of one answer in levels; null while it or one of its items is missing. */
function nilaiOf(isi: NilaiJawaban | undefined): Pecahan | null {
	const butir = butirOf(isi);
	let jumlah = 0;
	for (const b of butir) {
		if (b === null) return null;
		jumlah += b;
	}
	return pecahan(jumlah, 100 * butir.length);
}

/**
 * Index points gained, exactly, when indicator `id` is answered `nilai` (hundredths, or a list of items) instead
 * of what it is answered now; negative for a lower level. Whether other answers are missing does not matter.
 * null when either answer is missing or the instrument has no such indicator.
 */
export function raise(
	instrumen: Instrumen,
	jawaban: Jawaban,
	id: string,
	nilai: NilaiJawaban,
): Pecahan | null {
	const indikator = listIndikator(instrumen).find((i) => i.id === id);
	const [kini, nanti] = [nilaiOf(jawaban[id]), nilaiOf(nilai)];
	if (!indikator || !kini || !nanti) return null;
	return mul(pecahan(indikator.bobot, instrumen.satuanBobot.total), sub(nanti, kini));
}

/** Nodes of one layer whose loss is known, most index points lost first, equals in the instrument's order. */
export function listHilang(
	skor: Skor,
	jenis: JenisSimpul = 'indikator',
): (SimpulSkor & { hilang: Pecahan })[] {
	return listSimpul(skor.simpul)
		.filter((s): s is SimpulSkor & { hilang: Pecahan } => s.jenis === jenis && s.hilang !== null)
		.sort((a, b) => compare(b.hilang, a.hilang));
}
