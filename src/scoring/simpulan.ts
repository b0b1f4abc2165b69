import type { Himpunan } from './himpunan.ts';
import { type Pecahan, pecahan } from './pecahan.ts';
import { type Kisaran, type Rangka, tampilMassa } from './rangka.ts';

/** What the exact value of a node can be; values in levels. */
export interface IsiSimpulan {
	/** One value; a listed set; or too many values to list (or decimals), of which only the ends are told. */
	jenis: 'tunggal' | 'himpunan' | 'rentang';
	/** The value, where there is only one. */
	nilai: Pecahan | null;
	min: Pecahan;
	maks: Pecahan;
	/** How many exact values are possible; null where only the range is known. */
	jumlah: number | null;
	/** All of them, ascending, where they are few enough to list. */
	daftar: readonly Pecahan[] | null;
	/** The two-decimal figures those values are shown as: distinct whole hundredths, ascending. */
	tampil: readonly number[];
}

export interface Simpulan extends IsiSimpulan {
	/** The node's figure was itself published; everything else is *turunan*. */
	terbit: boolean;
	/** The publication says more about it than the scale alone does. */
	menyempit: boolean;
}

/** Longest list of values that is given in full. */
export const BATAS_TERDAFTAR = 64;

const nilaiMassa = ({ kali, langkah }: Rangka, bobot: number, massa: number): Pecahan =>
	pecahan(massa * langkah, 100 * kali * bobot);

export function bacaHimpunan(rangka: Rangka, { daftar }: Himpunan, bobot: number): IsiSimpulan {
	const nilai = (massa: number) => nilaiMassa(rangka, bobot, massa);
	const min = nilai(daftar[0] ?? 0);
	const maks = daftar.length > 1 ? nilai(daftar.at(-1) ?? 0) : min;
	return {
		jenis: daftar.length === 1 ? 'tunggal' : daftar.length <= BATAS_TERDAFTAR ? 'himpunan' : 'rentang',
		nilai: daftar.length === 1 ? min : null,
		min,
		maks,
		jumlah: daftar.length,
		daftar: daftar.length <= BATAS_TERDAFTAR ? daftar.map(nilai) : null,
		tampil: [...new Set(daftar.map((massa) => tampilMassa(rangka, bobot, massa)))],
	};
}

export function bacaKisaran(rangka: Rangka, [bawah, atas]: Kisaran, bobot: number): IsiSimpulan {
	const min = nilaiMassa(rangka, bobot, bawah);
	const maks = nilaiMassa(rangka, bobot, atas);
	const awal = tampilMassa(rangka, bobot, bawah);
	return {
		jenis: bawah === atas ? 'tunggal' : 'rentang',
		nilai: bawah === atas ? min : null,
		min,
		maks,
		jumlah: bawah === atas ? 1 : null,
		daftar: bawah === atas ? [min] : null,
		tampil: Array.from({ length: tampilMassa(rangka, bobot, atas) - awal + 1 }, (_, n) => awal + n),
	};
}
