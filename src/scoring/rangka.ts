import { type Aspek, type Indikator, type Instrumen, listIndikator } from './instrumen.ts';
import type { JenisSimpul } from './skor.ts';

/**
 * An instrument as a flat tree of whole-number masses. One step of mass is `langkah` × 1/(100 × kali) of a weight
 * unit times a level, chosen so that every value an indicator can take is a whole number of steps.
 */
export interface Rangka {
	simpul: readonly SimpulRangka[];
	urutan: ReadonlyMap<string, number>;
	kali: number;
	langkah: number;
	/** Possible masses can be listed one by one; else only ranges are kept. */
	terdaftar: boolean;
}

/** Parents stand before their children; node 0 is the index. */
export interface SimpulRangka {
	id: string;
	jenis: JenisSimpul;
	bobot: number;
	induk: number;
	anak: number[];
	indikator: Indikator | null;
	/** Every mass of this node is a multiple of so many steps. */
	kisi: number;
}

/** Inclusive, in steps; empty where the first is greater. */
export type Kisaran = readonly [number, number];

/** Above this many steps listing every mass would cost too much time and memory. */
const BATAS_DAFTAR = 2 ** 14;
const BATAS_BULAT = 2 ** 50;

const fpb = (a: number, b: number): number => (b === 0 ? a : fpb(b, a % b));

/** Mass of one hundredth in one of `banyak` items, before division into steps. */
const satuanMassa = (bobot: number, kali: number, banyak: number): number => (bobot * kali) / banyak;

/** Distance between two values that an answer can take, hundredths. */
const jarakNilai = ({ skala }: Pick<Instrumen, 'skala'>): number => 10 ** (2 - skala.desimal);

/** Greatest mass of which every mass of the indicator is a multiple. */
function kisiIndikator({ skala }: Instrumen, { bobot, butir }: Indikator, kali: number): number {
	let kisi = 0;
	for (let m = 1; m <= (butir?.maks ?? 1); m++) {
		const satuan = satuanMassa(bobot, kali, m);
		kisi = fpb(fpb(kisi, satuan * jarakNilai({ skala })), satuan * skala.min * m);
	}
	return kisi;
}

/** The frame of an instrument; null where its numbers are too fine to be exact. */
export function buatRangka(instrumen: Instrumen): Rangka | null {
	const { skala, satuanBobot } = instrumen;
	let kali = 1;
	for (const { butir } of listIndikator(instrumen))
		for (let m = 2; m <= (butir?.maks ?? 1); m++) kali *= m / fpb(kali, m);
	const massa = skala.maks * satuanBobot.total * kali;
	const simpul = listSimpulRangka(instrumen, (i) => kisiIndikator(instrumen, i, kali));
	const langkah = simpul[0]?.kisi ?? 0;
	if (langkah === 0 || massa > BATAS_BULAT) return null;
	for (const s of simpul) s.kisi /= langkah;
	return {
		simpul,
		urutan: new Map(simpul.map((s, n) => [s.id, n])),
		kali,
		langkah,
		terdaftar: skala.desimal === 0 && massa / langkah <= BATAS_DAFTAR,
	};
}

function listSimpulRangka(
	{ domain, aspek, satuanBobot }: Instrumen,
	kisiOf: (indikator: Indikator) => number,
): SimpulRangka[] {
	const simpul: SimpulRangka[] = [];
	const tambah = (jenis: JenisSimpul, pokok: Pick<SimpulRangka, 'id' | 'bobot'>, induk: number) => {
		const { id, bobot } = pokok;
		const nomor = simpul.push({ id, jenis, bobot, induk, anak: [], indikator: null, kisi: 0 }) - 1;
		simpul[induk]?.anak.push(nomor);
		return nomor;
	};
	const tambahAspek = (a: Aspek, induk: number) => {
		const nomor = tambah('aspek', a, induk);
		for (const i of a.indikator)
			Object.assign(simpul[tambah('indikator', i, nomor)] ?? {}, { indikator: i, kisi: kisiOf(i) });
	};
	tambah('indeks', { id: 'indeks', bobot: satuanBobot.total }, -1);
	for (const d of domain) {
		const nomor = tambah('domain', d, 0);
		for (const a of d.aspek) tambahAspek(a, nomor);
	}
	if (domain.length === 0) for (const a of aspek) tambahAspek(a, 0);
	for (const s of simpul.toReversed()) {
		const induk = simpul[s.induk];
		if (induk) induk.kisi = fpb(induk.kisi, s.kisi);
	}
	return simpul;
}

/**
 * Every mass an indicator can have, in steps: whole levels, and for an indicator scored by items the means of one
 * to `maks` items.
 */
export function listMassaIndikator(instrumen: Instrumen, rangka: Rangka, indikator: Indikator): Set<number> {
	const { min, maks } = instrumen.skala;
	const massa = new Set<number>();
	for (let m = 1; m <= (indikator.butir?.maks ?? 1); m++) {
		const satuan = satuanMassa(indikator.bobot, rangka.kali, m);
		for (let jumlah = min * m; jumlah <= maks * m; jumlah += jarakNilai(instrumen))
			massa.add((satuan * jumlah) / rangka.langkah);
	}
	return massa;
}

/**
 * Masses of values from `min` to below `maks` hundredths (`maksTermasuk`: to `maks` itself).
 * A single division of whole numbers below 2^50 is on the right side of every whole number.
 */
export function kisaranNilai(
	{ kali, langkah }: Rangka,
	bobot: number,
	{ min, maks, maksTermasuk }: { min: number; maks: number; maksTermasuk: boolean },
): Kisaran {
	const atas = (maks * kali * bobot) / langkah;
	return [Math.ceil((min * kali * bobot) / langkah), maksTermasuk ? Math.floor(atas) : Math.ceil(atas) - 1];
}

/** Masses of values that are shown as `dari` to `sampai` hundredths: each from half below, included, to half above. */
export function kisaranTampil(rangka: Rangka, bobot: number, dari: number, sampai = dari): Kisaran {
	return kisaranNilai(rangka, bobot, { min: dari - 0.5, maks: sampai + 0.5, maksTermasuk: false });
}

/** The value of a mass as shown, hundredths, half up. */
export function tampilMassa({ kali, langkah }: Rangka, bobot: number, massa: number): number {
	return Math.floor((2 * massa * langkah + kali * bobot) / (2 * kali * bobot));
}
