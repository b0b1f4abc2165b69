import {
	compare,
	fromPerseratus,
	type Instrumen,
	listAspek,
	listIndikator,
	type Pecahan,
	parseDesimal,
	toDesimal,
} from '#scoring';
import { bacaBulat } from './angka.rules.ts';
import type { SatuanBiaya } from './simpanan.rules.ts';

/** Fields of a plan's address, as typed. */
export type Kueri = Readonly<Record<string, string>>;

/** What is asked of a plan; levels in hundredths. */
export interface Minta {
	target: Pecahan | null;
	anggaran: number | null;
	satuan: SatuanBiaya;
	minTingkat: number | null;
	/** Domain, aspect or indicator → value to reach. */
	sasaran: Record<string, Pecahan>;
	kecuali: string[];
	tetap: Record<string, number>;
	tenggatBulan: number | null;
	/** Unit id → person-days. */
	kapasitas: Record<string, number>;
	keras: boolean;
	/** Percent. */
	peluang: number | null;
	/** Which of the best plans, from 1. */
	pilihan: number;
}

export interface MasalahMinta {
	medan: string;
	pesan: { id: string; en: string };
}

export const BIAYA_TERBANYAK = 1_000_000_000_000_000;
export const ALTERNATIF = 6;

/** Reads the fields of the plan form; everything that is wrong is named at once. */
export function bacaMinta(instrumen: Instrumen, kueri: Kueri): { minta: Minta; masalah: MasalahMinta[] } {
	const masalah: MasalahMinta[] = [];
	const salah = (medan: string, id: string, en: string) => masalah.push({ medan, pesan: { id, en } });
	const bulat = (medan: string, maks: number): number | null => {
		const hasil = bacaBulat(kueri[medan] ?? '', maks);
		if (hasil.ok) return hasil.nilai;
		masalah.push({ medan, pesan: hasil.pesan });
		return null;
	};
	const peluang = bulat('peluang', 99);
	const kapasitas = Object.fromEntries(
		Object.keys(kueri)
			.filter((k) => /^k\d{1,9}$/.test(k))
			.flatMap((k) => {
				const hari = bulat(k, 100_000);
				return hari === null ? [] : [[k.slice(1), hari]];
			}),
	);
	const minta: Minta = {
		target: bacaTarget(instrumen, kueri.target ?? '', salah),
		anggaran: bulat('anggaran', BIAYA_TERBANYAK),
		satuan: kueri.satuan === 'rupiah' ? 'rupiah' : 'usaha',
		minTingkat: bacaMin(instrumen, kueri.min ?? '', salah),
		sasaran: bacaSasaran(instrumen, kueri.sasaran ?? '', salah),
		kecuali: bacaKecuali(instrumen, kueri.kecuali ?? '', salah),
		tetap: bacaTetap(instrumen, kueri.tetap ?? '', salah),
		tenggatBulan: bulat('tenggat', 120),
		kapasitas,
		keras: kueri.prasyarat === 'keras',
		peluang: peluang === 0 ? null : peluang,
		pilihan: /^[1-6]$/.test(kueri.pilihan ?? '') ? Number(kueri.pilihan) : 1,
	};
	return { minta, masalah };
}

type Salah = (medan: string, id: string, en: string) => void;

function bacaTarget({ skala }: Instrumen, teks: string, salah: Salah): Pecahan | null {
	if (teks.trim() === '') return null;
	const target = parseDesimal(teks);
	const [min, maks] = [fromPerseratus(skala.min), fromPerseratus(skala.maks)];
	if (target && compare(target, min) >= 0 && compare(target, maks) <= 0) return target;
	const [a, b] = [toDesimal(min), toDesimal(maks)];
	salah(
		'target',
		`Target "${teks.slice(0, 20)}" harus angka dari ${a.replace('.', ',')} sampai ${b.replace('.', ',')}, misalnya 3,20.`,
		`Target "${teks.slice(0, 20)}" must be a figure from ${a} to ${b}, such as 3.20.`,
	);
	return null;
}

function bacaMin({ skala }: Instrumen, teks: string, salah: Salah): number | null {
	if (teks === '') return null;
	const tingkat = /^\d$/.test(teks) ? Number(teks) * 100 : -1;
	if (tingkat >= skala.min && tingkat <= skala.maks) return tingkat;
	salah('min', 'Pilih tingkat minimum dari daftar.', 'Choose the minimum level from the list.');
	return null;
}

const pecah = (teks: string) =>
	teks
		.toUpperCase()
		.split(/[\s,;]+/)
		.filter((t) => t !== '');

function bacaKecuali(instrumen: Instrumen, teks: string, salah: Salah): string[] {
	const ids = new Set(listIndikator(instrumen).map(({ id }) => id));
	const daftar = [...new Set(pecah(teks))];
	const asing = daftar.filter((id) => !ids.has(id));
	if (asing.length > 0) salah('kecuali', bukanIndikator(asing), notIndicators(asing));
	return daftar.filter((id) => ids.has(id));
}

function bacaTetap(instrumen: Instrumen, teks: string, salah: Salah): Record<string, number> {
	const ids = new Set(listIndikator(instrumen).map(({ id }) => id));
	const { min, maks } = instrumen.skala;
	const asing: string[] = [];
	const tetap: Record<string, number> = {};
	for (const bagian of pecah(teks.replace(/\s*=\s*/g, '='))) {
		const [, id = '', t = ''] = /^([A-Z0-9]+)=(\d)$/.exec(bagian) ?? [];
		const tingkat = Number(t) * 100;
		if (ids.has(id) && tingkat >= min && tingkat <= maks) tetap[id] = tingkat;
		else asing.push(bagian);
	}
	if (asing.length > 0)
		salah(
			'tetap',
			`Tidak dapat dibaca: ${asing.slice(0, 5).join(', ')}. Tulis indikator dan tingkatnya, misalnya I05=4.`,
			`Cannot be read: ${asing.slice(0, 5).join(', ')}. Write indicator and level, such as I05=4.`,
		);
	return tetap;
}

/** "D2=3,00 A6=2,5": identifiers of the instrument with the value to reach. A comma between digits is a decimal one. */
function bacaSasaran(instrumen: Instrumen, teks: string, salah: Salah): Record<string, Pecahan> {
	const ids = new Set(listSimpul(instrumen));
	const { min, maks } = instrumen.skala;
	const asing: string[] = [];
	const sasaran: Record<string, Pecahan> = {};
	const bagian = teks
		.toUpperCase()
		.replace(/\s*=\s*/g, '=')
		.split(/[\s;]+|,(?=\s|[A-Z]|$)/);
	for (const satu of bagian.filter((t) => t !== '')) {
		const [, id = '', t = ''] = /^([A-Z0-9]+)=(\d(?:[.,]\d{1,2})?)$/.exec(satu) ?? [];
		const nilai = parseDesimal(t);
		const dalam =
			nilai && compare(nilai, fromPerseratus(min)) >= 0 && compare(nilai, fromPerseratus(maks)) <= 0;
		if (ids.has(id) && dalam) sasaran[id] = nilai;
		else asing.push(satu);
	}
	if (asing.length > 0)
		salah(
			'sasaran',
			`Tidak dapat dibaca: ${asing.slice(0, 5).join(', ')}. Tulis domain, aspek, atau indikator dan nilainya, misalnya D2=3,00 A6=2,5.`,
			`Cannot be read: ${asing.slice(0, 5).join(', ')}. Write a domain, aspect or indicator and its value, such as D2=3.00 A6=2.5.`,
		);
	return sasaran;
}

/** As it is read back: "D2=3,00 A6=2,50". */
export const tulisSasaran = (sasaran: Readonly<Record<string, Pecahan>>): string =>
	Object.entries(sasaran)
		.map(([id, nilai]) => `${id}=${toDesimal(nilai).replace('.', ',')}`)
		.join(' ');

/** Identifiers of everything below the index. */
export const listSimpul = (instrumen: Instrumen): string[] => [
	...instrumen.domain.map(({ id }) => id),
	...listAspek(instrumen).map(({ id }) => id),
	...listIndikator(instrumen).map(({ id }) => id),
];

const bukanIndikator = (asing: readonly string[]) =>
	`Bukan indikator instrumen ini: ${asing.slice(0, 5).join(', ')}. Tulis pengenalnya, misalnya I29, I30.`;
const notIndicators = (asing: readonly string[]) =>
	`No indicator of this instrument: ${asing.slice(0, 5).join(', ')}. Write identifiers, such as I29, I30.`;

/** The fields that make up a plan's address; an empty one is left out. */
const medan = [
	...[
		'dari',
		'instrumen',
		'n',
		'anggap',
		'tahun',
		'target',
		'anggaran',
		'satuan',
		'min',
		'sasaran',
		'kecuali',
		'tetap',
	],
	...['tenggat', 'prasyarat', 'peluang', 'pilihan'],
];

/** Fields of an address that mean something here, each no longer than any answer. */
export function pickKueri(isi: Iterable<readonly [string, string]>): Kueri {
	const hasil: Record<string, string> = {};
	for (const [k, v] of isi)
		if ((medan.includes(k) || /^k\d{1,9}$/.test(k)) && v.trim() !== '') hasil[k] ??= v.trim().slice(0, 1000);
	return hasil;
}

/** An address with some fields changed; null takes one away. */
export function tulisKueri(kueri: Kueri, ubah: Readonly<Record<string, string | null>> = {}): string {
	const isi = Object.entries({ ...kueri, ...ubah }).filter(
		(e): e is [string, string] => e[1] !== null && e[1] !== '',
	);
	return new URLSearchParams(isi).toString();
}

/** Of an address only where the levels come from: what the pages of planning hand on to each other. */
export const pickAsal = (isi: Iterable<readonly [string, string]>): Kueri =>
	Object.fromEntries(
		Object.entries(pickKueri(isi)).filter(([k]) => ['dari', 'instrumen', 'n', 'anggap'].includes(k)),
	);
