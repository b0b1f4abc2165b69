import { type Instrumen, listIndikator } from './instrumen.ts';
import { fromPerseratus, toPersis } from './pecahan.ts';

/** Every way in which an answer can be unusable. */
export type KodeMasalahNilai =
	| 'bentuk_salah'
	| 'jumlah_salah'
	| 'indikator_tidak_dikenal'
	| 'bukan_angka'
	| 'di_luar_skala'
	| 'terlalu_banyak_desimal'
	| 'bukan_daftar'
	| 'butir_kosong'
	| 'butir_terlalu_banyak';

export interface MasalahNilai {
	/** `nilai[3]`, `nilai.I03`, `nilai.I35[1]`. */
	path: string;
	kode: KodeMasalahNilai;
	/** What was expected, an Indonesian sentence. */
	pesan: string;
}

/** What the instrument expects there, as an Indonesian sentence. */
export function pesanMasalahNilai(kode: KodeMasalahNilai, instrumen: Instrumen): string {
	return kalimat[kode](instrumen);
}

const angka = (perseratus: number) => toPersis(fromPerseratus(perseratus)).replace('.', ',');
const maksButir = (instrumen: Instrumen) =>
	Math.max(...listIndikator(instrumen).map((i) => i.butir?.maks ?? 1));

const kalimat: Record<KodeMasalahNilai, (instrumen: Instrumen) => string> = {
	bentuk_salah: () => 'harus daftar nilai menurut urutan indikator atau objek menurut pengenal indikator',
	jumlah_salah: (i) =>
		`harus tepat ${listIndikator(i).length} nilai untuk ${i.id}; tulis null bila belum dijawab`,
	indikator_tidak_dikenal: (i) => `bukan indikator ${i.id}`,
	bukan_angka: () => 'harus angka, atau null bila belum dijawab',
	di_luar_skala: ({ skala }) => `harus antara ${angka(skala.min)} dan ${angka(skala.maks)}`,
	terlalu_banyak_desimal: ({ skala }) =>
		skala.desimal === 0
			? 'harus tingkat bulat, tanpa desimal'
			: `paling banyak ${skala.desimal} angka desimal`,
	bukan_daftar: () => 'harus satu nilai; indikator ini tidak dinilai per butir',
	butir_kosong: () => 'daftar butirnya kosong; tulis null bila belum dijawab',
	butir_terlalu_banyak: (i) => `paling banyak ${maksButir(i)} butir`,
};
