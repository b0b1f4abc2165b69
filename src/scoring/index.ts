/**
 * The scoring core: an instrument and answers give a score tree, index, predicate, loss and what-if; an instrument
 * and published figures give what they imply. Pure and exact: no I/O, no date, no randomness, no floating point.
 * Values are exact fractions in levels (`Pecahan`) or whole hundredths (`perseratus`: 305 = 3,05); rounding
 * happens once, at the edge, half up to two decimals.
 */
export { contohSusunan } from './contoh-susunan.ts';
export * from './instrumen.ts';
export type { KodeMasalahNilai, MasalahNilai } from './masalah-nilai.ts';
export { type HasilJawaban, type Jawaban, type NilaiJawaban, parseJawaban } from './nilai.ts';
export { type HasilPasangan, type Pasangan, pasanganBersama } from './pasangan-bersama.ts';
export * from './pecahan.ts';
export {
	type AlasanRagu,
	type HasilPeriksa,
	type OpsiPeriksa,
	periksaTerbitan,
} from './periksa-terbitan.ts';
export {
	aturanPredikatOf,
	type JarakPredikat,
	jarakKePredikatBerikut,
	type OpsiPredikat,
	predikatOf,
} from './predikat.ts';
export { type RingkasanSkor, summary } from './ringkasan.ts';
export { score } from './score.ts';
export type { IsiSimpulan, Simpulan } from './simpulan.ts';
export { adaSusunan, type HasilSimpulan, simpulkan } from './simpulkan.ts';
export {
	findSimpul,
	type JenisSimpul,
	listSimpul,
	type Mengapa,
	type SimpulSkor,
	type Skor,
} from './skor.ts';
export type { AlasanGagal, Gagal, NilaiTerbit, Terbit } from './terbit.ts';
export { listHilang, raise } from './what-if.ts';
