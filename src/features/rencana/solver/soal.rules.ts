import { mul, type Pecahan, sub } from '#scoring';
import type { Kendala, Prasyarat } from './rencana.schema.ts';
import type { Anak, Tangga, TanggaSemua } from './tangga.rules.ts';

/** One indicator of a problem: the rungs `bawah` to `atas` may be chosen. */
export interface Peubah {
	id: string;
	anak: readonly Anak[];
	bawah: number;
	atas: number;
}

/** "Indicator `x` raised to rung `anak` or above needs `y` at rung `anakY` or above"; anakY null = out of reach. */
export interface Syarat {
	aturan: Prasyarat;
	x: number;
	anak: number;
	y: number;
	anakY: number | null;
}

export interface Soal {
	peubah: readonly Peubah[];
	/** Mass to gain at least. */
	perlu: number;
	anggaran: number | null;
	/** Units with a limit and the indicators (by position) that they do. */
	kapasitas: readonly { unit: string; hari: number; peubah: readonly number[] }[];
	/** Nodes with a target of their own: mass that their indicators (by position) must gain together. */
	kelompok: readonly { simpul: string; perlu: number; peubah: readonly number[] }[];
	keras: readonly Syarat[];
	/** Soft rules that cost something. */
	berdenda: readonly Syarat[];
	/** Least cost, or highest index. */
	tujuan: 'biaya' | 'indeks';
}

/** Mass units that the target asks for, rounded up; 0 when it is reached. */
export function requireMassa({ satuan, indeks }: TanggaSemua, target: Pecahan | null): number {
	return target ? countMassa(sub(target, indeks), satuan) : 0;
}

/** Whole mass units that make up at least so many index points. */
function countMassa(selisih: Pecahan, satuan: Pecahan): number {
	if (selisih.p <= 0n) return 0;
	const [p, q] = [selisih.p * satuan.q, selisih.q * satuan.p];
	return Number((p + q - 1n) / q);
}

/** What the nodes with a target still have to gain; those that have it already are left out. */
function listKelompok({ satuan, simpul }: TanggaSemua, { sasaran }: Kendala): Soal['kelompok'] {
	return Object.entries(sasaran).flatMap(([id, target]) => {
		const s = simpul.get(id);
		const perlu = s ? countMassa(mul(sub(target, s.nilai), s.bagian), satuan) : 0;
		return s && perlu > 0 ? [{ simpul: id, perlu, peubah: s.peubah }] : [];
	});
}

/** An indicator's own target is a rung to begin at, and ties it to no other. */
function raiseBawah(peubah: Peubah[], kelompok: Soal['kelompok']): Soal['kelompok'] {
	return kelompok.filter(({ perlu, peubah: [n = -1, ...lain] }) => {
		const p = peubah[n];
		if (!p || lain.length > 0) return true;
		const bawah = p.anak.findIndex(({ massa }) => massa >= perlu);
		peubah[n] = { ...p, bawah: Math.max(p.bawah, bawah < 0 ? p.anak.length : bawah) };
		return false;
	});
}

/** The problem in whole numbers; without a target the aim is the highest index. */
export function buildSoal(semua: TanggaSemua, kendala: Kendala): Soal {
	const peubah = semua.tangga.map((t) => ({ id: t.id, anak: t.anak, ...boundAnak(t, kendala) }));
	const letak = new Map(semua.tangga.map(({ id }, n) => [id, n]));
	const kapasitas = Object.entries(kendala.kapasitas).map(([unit, hari]) => ({
		unit,
		hari,
		peubah: peubah.flatMap(({ id }, n) => (kendala.unit[id] === unit ? [n] : [])),
	}));
	const kelompok = raiseBawah(peubah, listKelompok(semua, kendala));
	const syarat = kendala.prasyarat.flatMap((aturan) => buildSyarat(semua.tangga, letak, aturan));
	return {
		peubah,
		perlu: requireMassa(semua, kendala.target),
		anggaran: kendala.anggaran,
		...{ kapasitas, kelompok },
		keras: syarat.filter(({ aturan }) => aturan.sifat === 'keras'),
		berdenda: syarat.filter(({ aturan }) => aturan.sifat === 'lunak' && (aturan.denda ?? 0) > 0),
		tujuan: kendala.target === null && kendala.anggaran !== null ? 'indeks' : 'biaya',
	};
}

/** First rung at or above a level; null when the ladder ends below it. */
export function findAnak({ anak }: Pick<Tangga, 'anak'>, tingkat: number): number | null {
	const n = anak.findIndex((a) => a.tingkat >= tingkat);
	return n < 0 ? null : n;
}

function boundAnak(tangga: Tangga, kendala: Kendala): { bawah: number; atas: number } {
	const { id, anak } = tangga;
	const tetap = kendala.tetap[id];
	const min = Math.max(kendala.minTingkat ?? 0, kendala.minIndikator[id] ?? 0);
	let bawah = findAnak(tangga, min) ?? anak.length;
	let atas = anak.findIndex(
		({ langkah, bulan }) => langkah && (!langkah.layak || bulan > (kendala.tenggatBulan ?? bulan)),
	);
	atas = atas < 0 ? anak.length - 1 : atas - 1;
	if (kendala.kecuali.includes(id)) atas = 0;
	if (tetap !== undefined) {
		const n = anak.findIndex(({ tingkat }) => tingkat === tetap);
		if (n < 0) return { bawah: 1, atas: 0 };
		[bawah, atas] = [Math.max(bawah, n), Math.min(atas, n)];
	}
	return { bawah, atas };
}

function buildSyarat(tangga: readonly Tangga[], letak: Map<string, number>, aturan: Prasyarat): Syarat[] {
	const [x, y] = [letak.get(aturan.indikator), letak.get(aturan.syarat)];
	const [tx, ty] = [tangga[x ?? -1], tangga[y ?? -1]];
	if (x === undefined || y === undefined || !tx || !ty) return [];
	const anak = findAnak(tx, aturan.tingkat);
	const anakY = findAnak(ty, aturan.tingkatSyarat);
	if (anak === null || anakY === 0) return [];
	return [{ aturan, x, anak: Math.max(1, anak), y, anakY }];
}

export const isLanggar = ({ x, anak, y, anakY }: Syarat, pilih: readonly number[]) =>
	(pilih[x] ?? 0) >= anak && (anakY === null || (pilih[y] ?? 0) < anakY);

/** What a choice of rungs amounts to, in whole numbers. */
export function totalOf(peubah: readonly Peubah[], pilih: readonly number[]) {
	let [massa, biaya, langkah] = [0, 0, 0];
	pilih.forEach((r, n) => {
		const anak = peubah[n]?.anak[r];
		massa += anak?.massa ?? 0;
		biaya += anak?.biaya ?? 0;
		langkah += r;
	});
	return { massa, biaya, langkah };
}

export const dendaOf = ({ berdenda }: Soal, pilih: readonly number[]) =>
	berdenda.reduce((n, s) => n + (isLanggar(s, pilih) ? (s.aturan.denda ?? 0) : 0), 0);

/** The constraints that tie indicators to each other: capacity, targets of nodes, hard prerequisites. */
export function isTerikat(soal: Soal, pilih: readonly number[]): boolean {
	const muat = soal.kapasitas.every(
		({ hari, peubah }) =>
			peubah.reduce((n, i) => n + (soal.peubah[i]?.anak[pilih[i] ?? 0]?.hari ?? 0), 0) <= hari,
	);
	const sampai = soal.kelompok.every(
		({ perlu, peubah }) =>
			peubah.reduce((n, i) => n + (soal.peubah[i]?.anak[pilih[i] ?? 0]?.massa ?? 0), 0) >= perlu,
	);
	return muat && sampai && soal.keras.every((s) => !isLanggar(s, pilih));
}

/** Every constraint, checked in whole numbers: no solver's word is taken for it. */
export function isLayak(soal: Soal, pilih: readonly number[]): boolean {
	const { massa, biaya } = totalOf(soal.peubah, pilih);
	return (
		pilih.length === soal.peubah.length &&
		soal.peubah.every(({ bawah, atas }, n) => (pilih[n] ?? -1) >= bawah && (pilih[n] ?? -1) <= atas) &&
		massa >= soal.perlu &&
		biaya <= (soal.anggaran ?? biaya) &&
		isTerikat(soal, pilih)
	);
}
