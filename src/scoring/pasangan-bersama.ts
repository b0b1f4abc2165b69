import type { Himpunan } from './himpunan.ts';
import type { Instrumen } from './instrumen.ts';
import { type Mesin, mesinOf, turunkan } from './mesin.ts';
import { type Pecahan, pecahan } from './pecahan.ts';
import { aturanPredikatOf, type OpsiPredikat } from './predikat.ts';
import type { Batas } from './rambat.ts';
import { tampilMassa } from './rangka.ts';
import { buatBatas, type Gagal, persempit, type Terbit } from './terbit.ts';

export interface Pasangan {
	/** Exact values in levels, in the order of the ids asked for. */
	nilai: readonly [Pecahan, Pecahan];
	/** The same as shown, whole hundredths. */
	tampil: readonly [number, number];
}

export type HasilPasangan =
	| { ok: true; pasangan: readonly Pasangan[] }
	| Gagal
	| { ok: false; alasan: 'instrumen_berdesimal' };

/**
 * Which values two nodes can have together, exactly: a pair is listed if and only if some assignment of whole
 * levels that gives all published figures has both. Ascending by the first, then the second.
 */
export function pasanganBersama(
	instrumen: Instrumen,
	terbit: Terbit,
	id: readonly [string, string],
	opsi: OpsiPredikat = {},
): HasilPasangan {
	const pilihan = mesinOf(instrumen);
	if (!pilihan) return { ok: false, alasan: 'instrumen_terlalu_halus' };
	if (pilihan.jenis === 'kisaran') return { ok: false, alasan: 'instrumen_berdesimal' };
	const { mesin } = pilihan;
	const batas = buatBatas(instrumen, mesin.rangka, terbit, aturanPredikatOf(instrumen, opsi));
	if (!batas.ok) return batas;
	const nomor = id.map((satu) => mesin.rangka.urutan.get(satu));
	const asing = id.find((_, n) => nomor[n] === undefined);
	if (asing !== undefined) return { ok: false, alasan: 'simpul_tidak_dikenal', simpul: asing };
	return cariPasangan(mesin, batas.kasus, [nomor[0] ?? 0, nomor[1] ?? 0]);
}

function cariPasangan(
	mesin: Mesin<Himpunan>,
	kasus: readonly Batas[],
	[a, b]: readonly [number, number],
): HasilPasangan {
	const hasil = turunkan(mesin, kasus);
	if (!hasil.ok)
		return {
			ok: false,
			alasan: 'tidak_ada_susunan',
			simpul: mesin.rangka.simpul[hasil.buntu]?.id ?? 'indeks',
		};
	const pertama = hasil.turun[a]?.daftar ?? [];
	const pasangan = pertama.flatMap((x) =>
		dengan(mesin, kasus, a, x, b).map((y) => buatPasangan(mesin, [a, x], [b, y])),
	);
	return { ok: true, pasangan };
}

/** Masses of node `b` where node `a` has mass `x`. */
function dengan(
	mesin: Mesin<Himpunan>,
	kasus: readonly Batas[],
	a: number,
	x: number,
	b: number,
): readonly number[] {
	const dipaku = kasus.map((batas) => {
		const baru = new Map(batas);
		persempit(baru, a, [x, x]);
		return baru;
	});
	const hasil = turunkan(mesin, dipaku);
	return hasil.ok ? (hasil.turun[b]?.daftar ?? []) : [];
}

function buatPasangan(
	{ rangka }: Mesin<Himpunan>,
	...[a, b]: [readonly [number, number], readonly [number, number]]
): Pasangan {
	const bobot = (n: number) => rangka.simpul[n]?.bobot ?? 1;
	const nilai = ([n, massa]: readonly [number, number]) =>
		pecahan(massa * rangka.langkah, 100 * rangka.kali * bobot(n));
	const tampil = ([n, massa]: readonly [number, number]) => tampilMassa(rangka, bobot(n), massa);
	return { nilai: [nilai(a), nilai(b)], tampil: [tampil(a), tampil(b)] };
}
