import {
	batasiHimpunan,
	buatHimpunan,
	cariHimpunan,
	gabungHimpunan,
	type Himpunan,
	hanyaNol,
	jumlahkanHimpunan,
} from './himpunan.ts';
import type { Instrumen } from './instrumen.ts';
import { type Kisaran, listMassaIndikator, type Rangka } from './rangka.ts';

/** How the masses a node may have are kept and combined: one by one, or only as a range. */
export interface Aljabar<H> {
	/** {0}, the sum of nothing. */
	nol: H;
	/** What leaf `n` can have when nothing is known. Equal indicators share one object. */
	daun: (n: number) => H;
	/** Node `n` kept within a range. */
	batasi: (h: H, kisaran: Kisaran, n: number) => H;
	jumlahkan: (a: H, b: H) => H;
	/** The part of node `n` that with some of `lain` makes some of `sasaran`. */
	cari: (h: H, lain: H, sasaran: H, n: number) => H;
	gabung: (a: H, b: H) => H;
	kosong: (h: H) => boolean;
}

/** Exact sets, for instruments of whole levels. */
export function aljabarHimpunan(instrumen: Instrumen, rangka: Rangka): Aljabar<Himpunan> {
	const daun = new Map<string, Himpunan>();
	return {
		nol: hanyaNol,
		daun: (n) => {
			const indikator = rangka.simpul[n]?.indikator;
			if (!indikator) throw new Error(`simpul ${n} bukan indikator`);
			const kunci = `${indikator.bobot}/${indikator.butir?.maks ?? 1}`;
			const h = daun.get(kunci) ?? buatHimpunan(listMassaIndikator(instrumen, rangka, indikator));
			daun.set(kunci, h);
			return h;
		},
		batasi: batasiHimpunan,
		jumlahkan: jumlahkanHimpunan,
		cari: cariHimpunan,
		gabung: gabungHimpunan,
		kosong: (h) => h.daftar.length === 0,
	};
}

/** Interval arithmetic, for decimal values and very fine weights: never too narrow, may be too wide. */
export function aljabarKisaran(instrumen: Instrumen, rangka: Rangka): Aljabar<Kisaran> {
	const { skala } = instrumen;
	const iris = ([a, b]: Kisaran, [c, d]: Kisaran, n: number): Kisaran => {
		const kisi = rangka.simpul[n]?.kisi ?? 1;
		return [Math.ceil(Math.max(a, c) / kisi) * kisi, Math.floor(Math.min(b, d) / kisi) * kisi];
	};
	return {
		nol: [0, 0],
		daun: (n) => {
			const satuan = (rangka.simpul[n]?.bobot ?? 0) * rangka.kali;
			return [(satuan * skala.min) / rangka.langkah, (satuan * skala.maks) / rangka.langkah];
		},
		batasi: iris,
		jumlahkan: (a, b) => [a[0] + b[0], a[1] + b[1]],
		cari: (h, lain, sasaran, n) => iris(h, [sasaran[0] - lain[1], sasaran[1] - lain[0]], n),
		gabung: (a, b) => [Math.min(a[0], b[0]), Math.max(a[1], b[1])],
		kosong: ([a, b]) => a > b,
	};
}
