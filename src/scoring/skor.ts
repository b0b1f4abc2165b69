import type { Pecahan } from './pecahan.ts';

export type JenisSimpul = 'indeks' | 'domain' | 'aspek' | 'indikator';

/** Why a node has its value. The terms of a weighted mean are the node's own `anak`. */
export type Mengapa =
	/** Σ(bobot × nilai) of the children, divided by `pembagi`; `jumlah` is null while a child is not known. */
	| { rumus: 'rerata_berbobot'; jumlah: Pecahan | null; pembagi: number; belum: readonly string[] }
	/** The answer itself, in hundredths. */
	| { rumus: 'jawaban'; nilai: number }
	/** Mean of the items scored; `asumsi` marks that fewer than `maks` were scored and the rest left out. */
	| {
			rumus: 'rerata_butir';
			butir: readonly (number | null)[];
			maks: number;
			asumsi: 'butir_kurang_dari_maksimum' | null;
	  }
	| { rumus: 'belum_dijawab' };

/** One node of a score: the index, a domain, an aspect or an indicator. All figures exact and in levels. */
export interface SimpulSkor {
	/** `indeks` for the root. */
	id: string;
	no: number;
	nama: string;
	jenis: JenisSimpul;
	/** In the instrument's weight units; the root has the total. */
	bobot: number;
	/** null while an answer below is missing. */
	nilai: Pecahan | null;
	/** Lowest and highest value that the missing answers can still make it; both the value once none is missing. */
	rentang: readonly [Pecahan, Pecahan];
	/** Index points that this node contributes; the contributions of a whole layer sum to the index. */
	kontribusi: Pecahan | null;
	/** Index points lost here: weight × distance to the top of the scale. */
	hilang: Pecahan | null;
	mengapa: Mengapa;
	/** Indicators at or below this node that are answered, and all of them. */
	terjawab: number;
	jumlah: number;
	anak: readonly SimpulSkor[];
}

export interface Skor {
	/** The root; its children are the domains, or the aspects where the instrument has no domains. */
	simpul: SimpulSkor;
	/** null while an answer is missing. */
	indeks: Pecahan | null;
	rentang: readonly [Pecahan, Pecahan];
	predikat: string | null;
	terjawab: number;
	jumlah: number;
}

/** A node and everything below it, parents first. */
export function listSimpul(simpul: SimpulSkor): SimpulSkor[] {
	return [simpul, ...simpul.anak.flatMap(listSimpul)];
}

export function findSimpul(skor: Skor, id: string): SimpulSkor | undefined {
	return listSimpul(skor.simpul).find((s) => s.id === id);
}
