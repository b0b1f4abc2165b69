import type { Instrumen } from './instrumen.ts';
import { type Pecahan, toDesimal, toPersis } from './pecahan.ts';
import { type JenisSimpul, listSimpul, type Skor } from './skor.ts';

/** What `matang compute` and `POST /api/v1/hitung` answer; figures are strings with a point. */
export interface RingkasanSkor {
	instrumen: string;
	/** Two decimals, rounded once, half up; null while an answer is missing. */
	indeks: string | null;
	/** Terminating decimal, or else a fraction "a/b". */
	indeksPersis: string | null;
	predikat: string | null;
	/** `{}` where the instrument has no domains. */
	domain: Record<string, string | null>;
	aspek: Record<string, string | null>;
	terjawab: number;
	/** Lowest and highest index still possible; only while an answer is missing. */
	rentang?: [string, string];
}

export function summary(instrumen: Pick<Instrumen, 'id'>, skor: Skor): RingkasanSkor {
	const simpul = listSimpul(skor.simpul);
	const tampil = (nilai: Pecahan | null) => nilai && toDesimal(nilai);
	const lapis = (jenis: JenisSimpul) =>
		Object.fromEntries(simpul.filter((s) => s.jenis === jenis).map((s) => [s.id, tampil(s.nilai)]));
	const [min, maks] = skor.rentang;
	return {
		instrumen: instrumen.id,
		indeks: tampil(skor.indeks),
		indeksPersis: skor.indeks && toPersis(skor.indeks),
		predikat: skor.predikat,
		domain: lapis('domain'),
		aspek: lapis('aspek'),
		terjawab: skor.terjawab,
		...(skor.indeks === null && { rentang: [toDesimal(min), toDesimal(maks)] }),
	};
}
