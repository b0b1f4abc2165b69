import { type Aljabar, aljabarHimpunan, aljabarKisaran } from './aljabar.ts';
import type { Himpunan } from './himpunan.ts';
import type { Instrumen } from './instrumen.ts';
import { type Batas, type Bebas, buatBebas, rambatNaik, rambatTurun } from './rambat.ts';
import { buatRangka, type Kisaran, type Rangka } from './rangka.ts';
import { bacaHimpunan, bacaKisaran, type IsiSimpulan } from './simpulan.ts';

/** An instrument made ready for questions about publications. */
export interface Mesin<H> {
	rangka: Rangka;
	aljabar: Aljabar<H>;
	bebas: Bebas<H>;
	baca: (h: H, bobot: number) => IsiSimpulan;
}

/** `himpunan` where possible masses can be listed, else `kisaran`. */
export type MesinInstrumen =
	| { jenis: 'himpunan'; mesin: Mesin<Himpunan> }
	| { jenis: 'kisaran'; mesin: Mesin<Kisaran> };

const tersimpan = new WeakMap<Instrumen, MesinInstrumen | null>();

/** Computed once and kept as long as the instrument object; null where its numbers are too fine to be exact. */
export function mesinOf(instrumen: Instrumen): MesinInstrumen | null {
	const ada = tersimpan.get(instrumen);
	if (ada !== undefined) return ada;
	const rangka = buatRangka(instrumen);
	const mesin = rangka && pilihMesin(instrumen, rangka);
	tersimpan.set(instrumen, mesin);
	return mesin;
}

function pilihMesin(instrumen: Instrumen, rangka: Rangka): MesinInstrumen {
	return rangka.terdaftar
		? { jenis: 'himpunan', mesin: siapkan(rangka, aljabarHimpunan(instrumen, rangka), bacaHimpunan) }
		: { jenis: 'kisaran', mesin: siapkan(rangka, aljabarKisaran(instrumen, rangka), bacaKisaran) };
}

function siapkan<H extends object>(
	rangka: Rangka,
	aljabar: Aljabar<H>,
	baca: (rangka: Rangka, h: H, bobot: number) => IsiSimpulan,
): Mesin<H> {
	const terbaca = new WeakMap<H, Map<number, IsiSimpulan>>();
	return {
		rangka,
		aljabar,
		bebas: buatBebas(rangka, aljabar),
		baca: (h, bobot) => {
			const menurutBobot = terbaca.get(h) ?? new Map<number, IsiSimpulan>();
			terbaca.set(h, menurutBobot);
			const isi = menurutBobot.get(bobot) ?? baca(rangka, h, bobot);
			menurutBobot.set(bobot, isi);
			return isi;
		},
	};
}

export type HasilTurun<H> = { ok: true; turun: readonly H[] } | { ok: false; buntu: number };

/** What each node can have in at least one of the cases; `buntu` is the contradiction of the first case. */
export function turunkan<H>({ rangka, aljabar, bebas }: Mesin<H>, kasus: readonly Batas[]): HasilTurun<H> {
	let semua: readonly H[] | undefined;
	let buntu: number | undefined;
	for (const batas of kasus) {
		const hasil = rambatNaik(rangka, aljabar, batas, bebas);
		if (!hasil.ok) {
			buntu ??= hasil.buntu;
			continue;
		}
		const turun = rambatTurun(rangka, aljabar, hasil.naik, bebas);
		semua = semua ? semua.map((h, n) => aljabar.gabung(h, turun[n] as H)) : turun;
	}
	return semua ? { ok: true, turun: semua } : { ok: false, buntu: buntu ?? 0 };
}
