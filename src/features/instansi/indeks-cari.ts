import MiniSearch from 'minisearch';
import { namaUmum } from './instansi.rules.ts';

export interface DokumenCari {
	slug: string;
	nama: string;
	kodeWilayah: string | null;
	/** Recorded variants of the name, parted by spaces. */
	varian: string;
}

/** Finds institutions by name, variant or area code, whole, in part or misspelt. */
export interface IndeksCari {
	/** Slugs, best first. */
	cari(q: string): string[];
}

const potong = (teks: string) =>
	teks
		.normalize('NFKD')
		.toLowerCase()
		.split(/[^\p{L}\p{N}]+/u)
		.filter((kata) => kata !== '');

/**
 * Builds the index. A search wants every word, as a beginning or with about one letter in four wrong; where nothing
 * fits so, any of the words will do. "Pemkot", "pemkab", "kab." are the kind they stand for.
 */
export function buatIndeksCari(dokumen: readonly DokumenCari[]): IndeksCari {
	const indeks = new MiniSearch<DokumenCari & { kode: string }>({
		idField: 'slug',
		fields: ['nama', 'varian', 'kode'],
		tokenize: potong,
		searchOptions: {
			tokenize: potong,
			prefix: (kata) => kata.length > 1,
			fuzzy: (kata) => (kata.length > 3 ? 0.25 : false),
			boost: { nama: 2 },
			weights: { fuzzy: 0.3, prefix: 0.6 },
		},
	});
	indeks.addAll(dokumen.map((d) => ({ ...d, kode: (d.kodeWilayah ?? '').replaceAll('.', '') })));
	return {
		cari(q) {
			const teks = namaUmum(q).slice(0, 100);
			const semua = indeks.search(teks, { combineWith: 'AND' });
			return (semua.length > 0 ? semua : indeks.search(teks)).map((temuan) => String(temuan.id));
		},
	};
}
