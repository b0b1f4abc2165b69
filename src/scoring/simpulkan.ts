import type { Instrumen } from './instrumen.ts';
import { type Mesin, mesinOf, turunkan } from './mesin.ts';
import { equal } from './pecahan.ts';
import { aturanPredikatOf, type OpsiPredikat } from './predikat.ts';
import { rambatNaik } from './rambat.ts';
import type { Rangka } from './rangka.ts';
import type { IsiSimpulan, Simpulan } from './simpulan.ts';
import { buatBatas, type Gagal, type HasilBatas, type Terbit } from './terbit.ts';

export type HasilSimpulan = { ok: true; simpul: ReadonlyMap<string, Simpulan> } | Gagal;

const terlaluHalus: Gagal = { ok: false, alasan: 'instrumen_terlalu_halus' };

/**
 * What a publication implies: for every node (`indeks`, domains, aspects, indicators) what its exact value can be,
 * given all published figures at once, each rounded half up from an exact weighted mean.
 * For instruments of whole levels the sets are exact: a value is in a set if and only if some complete assignment
 * of levels has it. For instruments with decimals they are ranges that are never too narrow.
 * Whatever is not in `terbit` is *turunan*. A national mean is no institution's levels: do not ask about it.
 * `opsi` names the rule that the published predicate follows.
 */
export function simpulkan(instrumen: Instrumen, terbit: Terbit, opsi: OpsiPredikat = {}): HasilSimpulan {
	const pilihan = mesinOf(instrumen);
	if (!pilihan) return terlaluHalus;
	const batas = buatBatas(instrumen, pilihan.mesin.rangka, terbit, aturanPredikatOf(instrumen, opsi));
	if (!batas.ok) return batas;
	return pilihan.jenis === 'himpunan' ? baca(pilihan.mesin, batas) : baca(pilihan.mesin, batas);
}

function baca<H>(mesin: Mesin<H>, { kasus, terbit }: HasilBatas & { ok: true }): HasilSimpulan {
	const hasil = turunkan(mesin, kasus);
	if (!hasil.ok) return tanpaSusunan(mesin.rangka, hasil.buntu);
	const simpul = new Map<string, Simpulan>();
	mesin.rangka.simpul.forEach(({ id, bobot }, n) => {
		const isi = mesin.baca(hasil.turun[n] as H, bobot);
		const menyempit = !samaLebar(isi, mesin.baca(mesin.bebas.naik[n] as H, bobot));
		simpul.set(id, { ...isi, terbit: terbit.has(n), menyempit });
	});
	return { ok: true, simpul };
}

/** Whether a set is as wide as the one it is part of. */
const samaLebar = (a: IsiSimpulan, b: IsiSimpulan): boolean =>
	a === b || (a.jumlah === b.jumlah && equal(a.min, b.min) && equal(a.maks, b.maks));

/** Whether some assignment of levels gives the published figures: the cheaper half of `simpulkan`. */
export function adaSusunan(
	instrumen: Instrumen,
	terbit: Terbit,
	opsi: OpsiPredikat = {},
): { ok: true } | Gagal {
	const pilihan = mesinOf(instrumen);
	if (!pilihan) return terlaluHalus;
	const batas = buatBatas(instrumen, pilihan.mesin.rangka, terbit, aturanPredikatOf(instrumen, opsi));
	if (!batas.ok) return batas;
	return pilihan.jenis === 'himpunan' ? periksa(pilihan.mesin, batas) : periksa(pilihan.mesin, batas);
}

function periksa<H>(
	{ rangka, aljabar, bebas }: Mesin<H>,
	{ kasus }: HasilBatas & { ok: true },
): { ok: true } | Gagal {
	let buntu: number | undefined;
	for (const batas of kasus) {
		const hasil = rambatNaik(rangka, aljabar, batas, bebas);
		if (hasil.ok) return { ok: true };
		buntu ??= hasil.buntu;
	}
	return tanpaSusunan(rangka, buntu ?? 0);
}

function tanpaSusunan(rangka: Rangka, buntu: number): Gagal {
	const simpul = rangka.simpul[buntu]?.id ?? 'indeks';
	return { ok: false, alasan: 'tidak_ada_susunan', simpul };
}
