import { defineCopy } from '#ui/lang.ts';

const copy = defineCopy({
	id: {
		domain_kosong: (simpul: string) =>
			`Nilai ${simpul} kosong pada sumbernya, sehingga indeksnya tidak dapat dihitung ulang.`,
		domain_di_bawah_skala: (simpul: string) =>
			`Nilai ${simpul} di bawah 1, padahal skala dimulai dari 1; sebagian indikatornya tampaknya tidak diisi.`,
		tidak_ada_susunan: (simpul: string) =>
			`Tidak ada susunan level bulat yang menghasilkan semua angkanya${simpul && `; pertentangannya pada ${simpul}`}.`,
		nilai_di_luar_skala: (simpul: string) => `Nilai ${simpul || 'indeks'} di luar skala instrumen tahun itu.`,
		predikat_tidak_sesuai: () =>
			'Predikat pada sumbernya tidak sesuai dengan indeksnya menurut aturan tahun itu.',
		predikat_tidak_dikenal: () => 'Predikatnya tidak dikenal dalam instrumen tahun itu.',
		simpul_tidak_dikenal: (simpul: string) =>
			`Sumbernya menyebut ${simpul}, yang tidak ada dalam instrumen tahun itu.`,
		instrumen_terlalu_halus: () => 'Bobot instrumennya terlalu halus untuk dihitung ulang.',
		terlalu_banyak_kemungkinan: () =>
			'Keterangan sumbernya menyisakan terlalu banyak kemungkinan untuk diperiksa.',
		lain: () => 'Angkanya tidak dapat dipastikan dengan hitungan ulang.',
	},
	en: {
		domain_kosong: (simpul) =>
			`The value of ${simpul} is blank in the source, so the index cannot be recomputed.`,
		domain_di_bawah_skala: (simpul) =>
			`The value of ${simpul} is below 1 although the scale starts at 1; some of its indicators seem to have been left unfilled.`,
		tidak_ada_susunan: (simpul) =>
			`No combination of whole levels gives all of its figures${simpul && `; they contradict each other at ${simpul}`}.`,
		nilai_di_luar_skala: (simpul) =>
			`The value of ${simpul || 'the index'} lies outside the scale of that year.`,
		predikat_tidak_sesuai: () =>
			'The predicate in the source does not follow from its index under the rule of that year.',
		predikat_tidak_dikenal: () => 'Its predicate is unknown in the instrument of that year.',
		simpul_tidak_dikenal: (simpul) =>
			`The source names ${simpul}, which the instrument of that year does not have.`,
		instrumen_terlalu_halus: () => 'The weights of its instrument are too fine to recompute.',
		terlalu_banyak_kemungkinan: () => 'What the source says leaves too many possibilities to check.',
		lain: () => 'Recomputing does not confirm its figures.',
	},
});

/**
 * Why a row is doubtful, as a full sentence.
 * @param alasan a code, with the node after a colon where there is one: "domain_kosong:D1"
 * @param namaSimpul how a node is called; by its id where this is absent
 */
export function alasanDalamKata(
	alasan: string | null,
	lang: 'id' | 'en',
	namaSimpul: (id: string) => string = (id) => id,
): string {
	const [kode = '', id] = (alasan ?? '').split(':');
	const kata = copy[lang];
	const tulis = Object.hasOwn(kata, kode) ? kata[kode as keyof typeof kata] : kata.lain;
	return tulis(id ? namaSimpul(id) : '');
}
