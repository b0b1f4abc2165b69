import { dendaOf, type Soal, type Syarat, totalOf } from './soal.rules.ts';

/** A linear row over columns, `min` ≤ Σ ≤ `maks`; null = no bound. */
export interface Baris {
	isi: Map<number, number>;
	min: number | null;
	maks: number | null;
}

/** A minimisation over 0/1 columns, in whole numbers. */
export interface Milp {
	tujuan: number[];
	baris: Baris[];
	/** Column of "indicator n ends on rung r", for r above `bawah`. */
	kolom: readonly (readonly (number | undefined)[])[];
	soal: Soal;
}

/** Σ coefficient × column, plus a constant. */
interface Linear {
	isi: Map<number, number>;
	tetap: number;
}

/** What to minimise: cost with penalties, lost index, steps; or of some indicators the person-days or the lost index. */
export type Sasaran =
	| { jenis: 'biaya' | 'massa' | 'langkah' }
	| { jenis: 'hari' | 'massa_bagian'; peubah: readonly number[] };

/**
 * The problem as 0/1 columns, one for every rung an indicator may end on (at most one is chosen): what is not
 * chosen stays on `bawah`. Rows: mass, budget, capacities, hard prerequisites, plans to keep out (`tolak`).
 */
export function buildMilp(soal: Soal, tolak: readonly (readonly number[])[] = []): Milp {
	let banyak = 0;
	const kolom = soal.peubah.map(({ bawah, atas, anak }) =>
		anak.map((_, r) => (r > bawah && r <= atas ? banyak++ : undefined)),
	);
	const milp: Milp = { tujuan: Array(banyak).fill(0), baris: [], kolom, soal };
	for (const satu of kolom) {
		const isi = new Map(satu.flatMap((k) => (k === undefined ? [] : [[k, 1] as const])));
		if (isi.size > 0) milp.baris.push({ isi, min: null, maks: 1 });
	}
	const massa = linearOf(milp, (n, r) => soal.peubah[n]?.anak[r]?.massa ?? 0);
	if (soal.perlu > massa.tetap) addBaris(milp, massa, soal.perlu, null);
	const biaya = linearOf(milp, (n, r) => soal.peubah[n]?.anak[r]?.biaya ?? 0);
	if (soal.anggaran !== null) addBaris(milp, biaya, null, soal.anggaran);
	for (const { hari, peubah } of soal.kapasitas) addBaris(milp, hariOf(milp, peubah), null, hari);
	for (const { perlu, peubah } of soal.kelompok) addBaris(milp, massaOf(milp, peubah), perlu, null);
	for (const s of soal.keras) addSyarat(milp, s, null);
	for (const s of soal.berdenda) {
		milp.tujuan.push(0);
		addSyarat(milp, s, milp.tujuan.length - 1);
	}
	for (const pilih of tolak) addTolak(milp, pilih);
	return milp;
}

/** Σ over indicators of what the chosen rung has. */
export function linearOf({ kolom, soal }: Milp, nilai: (n: number, r: number) => number): Linear {
	const isi = new Map<number, number>();
	let tetap = 0;
	kolom.forEach((satu, n) => {
		const dasar = nilai(n, soal.peubah[n]?.bawah ?? 0);
		tetap += dasar;
		satu.forEach((k, r) => {
			if (k !== undefined && nilai(n, r) !== dasar) isi.set(k, nilai(n, r) - dasar);
		});
	});
	return { isi, tetap };
}

export const hariOf = (milp: Milp, peubah: readonly number[]) => {
	const masuk = new Set(peubah);
	return linearOf(milp, (n, r) => (masuk.has(n) ? (milp.soal.peubah[n]?.anak[r]?.hari ?? 0) : 0));
};

const massaOf = (milp: Milp, peubah: readonly number[], tanda = 1) => {
	const masuk = new Set(peubah);
	return linearOf(milp, (n, r) => (masuk.has(n) ? tanda * (milp.soal.peubah[n]?.anak[r]?.massa ?? 0) : 0));
};

/** Adds a row, divided by the greatest common divisor of its coefficients so that numbers stay small. */
export function addBaris(milp: Milp, { isi, tetap }: Linear, min: number | null, maks: number | null): void {
	const bagi = [...isi.values()].reduce((f, x) => fpb(f, Math.abs(x)), 0) || 1;
	milp.baris.push({
		isi: new Map([...isi].map(([k, x]) => [k, x / bagi])),
		min: min === null ? null : Math.ceil((min - tetap) / bagi),
		maks: maks === null ? null : Math.floor((maks - tetap) / bagi),
	});
}

export const fpb = (a: number, b: number): number => (b === 0 ? a : fpb(b, a % b));

/** 1 where indicator n ends on rung r or above. */
const reach = (milp: Milp, n: number, anak: number) =>
	linearOf(milp, (i, r) => (i === n && r >= anak ? 1 : 0));

/** x reached − y reached − slack ≤ 0. */
function addSyarat(milp: Milp, { x, anak, y, anakY }: Syarat, kendur: number | null): void {
	const kiri = reach(milp, x, anak);
	const kanan = anakY === null ? { isi: new Map<number, number>(), tetap: 0 } : reach(milp, y, anakY);
	const isi = new Map(kiri.isi);
	for (const [k, v] of kanan.isi) isi.set(k, (isi.get(k) ?? 0) - v);
	if (kendur !== null) isi.set(kendur, -1);
	milp.baris.push({ isi, min: null, maks: kanan.tetap - kiri.tetap });
}

/** At least one indicator ends on another rung than in `pilih`. */
function addTolak(milp: Milp, pilih: readonly number[]): void {
	const sama = linearOf(milp, (n, r) => (pilih[n] === r ? 1 : 0));
	milp.baris.push({ isi: sama.isi, min: null, maks: pilih.length - 1 - sama.tetap });
}

/** Sets what is minimised. @returns the constant and the divisor: value = bagi × objective + tetap. */
export function setSasaran(milp: Milp, sasaran: Sasaran): { tetap: number; bagi: number } {
	const { soal } = milp;
	const anakOf = (n: number, r: number) => soal.peubah[n]?.anak[r];
	const linear =
		'peubah' in sasaran
			? sasaran.jenis === 'hari'
				? hariOf(milp, sasaran.peubah)
				: massaOf(milp, sasaran.peubah, -1)
			: linearOf(milp, (n, r) =>
					sasaran.jenis === 'biaya'
						? (anakOf(n, r)?.biaya ?? 0)
						: sasaran.jenis === 'massa'
							? -(anakOf(n, r)?.massa ?? 0)
							: r,
				);
	if (sasaran.jenis === 'biaya')
		soal.berdenda.forEach((s, n) => {
			linear.isi.set(milp.tujuan.length - soal.berdenda.length + n, s.aturan.denda ?? 0);
		});
	const bagi = [...linear.isi.values()].reduce((f, x) => fpb(f, Math.abs(x)), 0) || 1;
	milp.tujuan = milp.tujuan.map((_, k) => (linear.isi.get(k) ?? 0) / bagi);
	return { tetap: linear.tetap, bagi };
}

/**
 * Several aims as one objective, the first weighing more than all that the others can differ by. `bobot` is the
 * weight of the first, `lebih` the most that the others can add.
 */
export function weighSasaran(milp: Milp, sasaran: readonly Sasaran[]) {
	const semula = milp.tujuan;
	const daftar = sasaran.map((satu) => {
		setSasaran(milp, satu);
		return milp.tujuan;
	});
	milp.tujuan = semula;
	let bobot = 1;
	let lebih = 0;
	let tujuan = semula.map(() => 0);
	for (const [n, satu] of daftar.entries().toArray().reverse()) {
		tujuan = tujuan.map((v, k) => v + bobot * (satu[k] ?? 0));
		if (n === 0) break;
		lebih += bobot * rangeOf(milp, satu, 'atas');
		bobot *= 1 + rangeOf(milp, satu, 'atas') - rangeOf(milp, satu, 'bawah');
	}
	return { tujuan, bobot, lebih };
}

/** The highest or lowest that an objective can be: one rung of each indicator, and every penalty. */
function rangeOf({ kolom, soal }: Milp, tujuan: readonly number[], sisi: 'atas' | 'bawah'): number {
	const pilih = sisi === 'atas' ? Math.max : Math.min;
	const denda = tujuan.slice(tujuan.length - soal.berdenda.length).reduce((n, v) => n + pilih(0, v), 0);
	return kolom.reduce(
		(n, satu) => n + pilih(0, ...satu.map((k) => (k === undefined ? 0 : (tujuan[k] ?? 0)))),
		denda,
	);
}

/** What a choice is worth under an aim, in whole numbers. */
export function nilaiSasaran(soal: Soal, sasaran: Sasaran, pilih: readonly number[]): number {
	if ('peubah' in sasaran) {
		const anakOf = (i: number) => soal.peubah[i]?.anak[pilih[i] ?? 0];
		const nilai = (i: number) => (sasaran.jenis === 'hari' ? anakOf(i)?.hari : -(anakOf(i)?.massa ?? 0)) ?? 0;
		return sasaran.peubah.reduce((n, i) => n + nilai(i), 0);
	}
	const total = totalOf(soal.peubah, pilih);
	if (sasaran.jenis === 'biaya') return total.biaya + dendaOf(soal, pilih);
	return sasaran.jenis === 'massa' ? -total.massa : total.langkah;
}

/** The rungs that a 0/1 vector stands for. */
export function readPilih({ kolom, soal }: Milp, x: ArrayLike<number>): number[] {
	return kolom.map((satu, n) => {
		const r = satu.findIndex((k) => k !== undefined && (x[k] ?? 0) > 0.5);
		return r < 0 ? (soal.peubah[n]?.bawah ?? 0) : r;
	});
}
