import { akarMerkle } from './merkle.ts';
import { isTandaSah, type Titik } from './titik.ts';

export type JenisMasalahTitik = 'terpotong' | 'titik_tidak_cocok' | 'tanda_tidak_sah' | 'kunci_asing';
export interface MasalahTitik {
	nomor: string;
	masalah: JenisMasalahTitik;
}

/** Compares one chain, entry by entry, with what was signed about it. */
export class CekTitik {
	#buka: { titik: Titik; dari: bigint; nomor: bigint; hash: string[] }[];
	readonly #masalah: MasalahTitik[] = [];

	/** @param kunci the only key believed; null believes any whose signature fits */
	constructor(titik: readonly Titik[], kunci: string | null) {
		this.#buka = titik
			.map((t) => ({ titik: t, dari: BigInt(t.dari), nomor: BigInt(t.nomor), hash: [] }))
			.sort((a, b) => (a.dari < b.dari ? -1 : a.dari > b.dari ? 1 : 0));
		for (const t of titik) {
			if (!isTandaSah(t)) this.#masalah.push({ nomor: t.nomor, masalah: 'tanda_tidak_sah' });
			else if (kunci !== null && t.kunci !== kunci)
				this.#masalah.push({ nomor: t.nomor, masalah: 'kunci_asing' });
		}
	}

	take(nomor: bigint, hash: string): void {
		for (const b of this.#buka) {
			if (nomor < b.dari) break; // in the order in which they begin
			b.hash.push(hash);
			if (nomor < b.nomor) continue;
			if (hash !== b.titik.hash || akarMerkle(b.hash) !== b.titik.akar)
				this.#masalah.push({ nomor: b.titik.nomor, masalah: 'titik_tidak_cocok' });
			this.#buka = this.#buka.filter((lain) => lain !== b);
		}
	}

	/** After the last entry: a checkpoint beyond it means that the end was cut off. */
	finish(): MasalahTitik[] {
		return [
			...this.#masalah,
			...this.#buka.map(({ titik }) => ({ nomor: titik.nomor, masalah: 'terpotong' as const })),
		];
	}
}
