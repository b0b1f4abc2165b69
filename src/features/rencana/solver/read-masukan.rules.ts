import {
	compare,
	fromPerseratus,
	type Instrumen,
	type Jawaban,
	listAspek,
	listIndikator,
	type Pecahan,
	parseDesimal,
	parseJawaban,
	toDesimal,
} from '#scoring';
import { listTingkatLangkah } from './bawaan.rules.ts';
import {
	type Kendala,
	kendalaKosong,
	type Prasyarat,
	type TabelUsaha,
	type UsahaLangkah,
} from './rencana.schema.ts';

export interface MasalahMasukan {
	/** `biaya.I01[2]`, `kapasitas.Diskominfo`. */
	path: string;
	/** What was expected and what to write, Indonesian. */
	pesan: string;
}

export interface MasukanTerbaca {
	jawaban: Jawaban;
	tabel: TabelUsaha;
	kendala: Kendala;
	/** Indicators whose costs are the defaults though others have costs of their own: units may differ. */
	bawaan: readonly string[];
	/** Keys that mean nothing here. */
	asing: readonly string[];
}

/** Largest cost of one step: ten trillion, so that all of an instrument add up exactly. */
export const BIAYA_TERBESAR = 10_000_000_000_000;

/** Prerequisite rules, and units with a capacity. */
const TERBANYAK = 100;

type Catat = (path: string, pesan: string) => undefined;
type Isi = Record<string, unknown>;

const dikenal = [
	'nilai',
	'biaya',
	'hari',
	'bulan',
	'kecuali',
	'tetap',
	'minIndikator',
	'sasaran',
	'kapasitas',
	'unit',
];
const kunci = new Set([...dikenal, 'tenggatBulan', 'prasyarat', 'instrumen']);

const isObjek = (x: unknown): x is Isi => typeof x === 'object' && x !== null && !Array.isArray(x);

/**
 * Reads a plan's input: `nilai` as `matang compute` takes it, `biaya` (and `hari`, `bulan`) by indicator with one whole
 * number per step, and constraints. What is absent takes the defaults of `bawaan`. Every problem is named at once.
 */
export function readMasukan(
	instrumen: Instrumen,
	isi: Isi,
	bawaan: { tabel: TabelUsaha; prasyarat: readonly Prasyarat[] },
): { ok: true; masukan: MasukanTerbaca } | { ok: false; masalah: MasalahMasukan[] } {
	const masalah: MasalahMasukan[] = [];
	const catat: Catat = (path, pesan) => {
		masalah.push({ path, pesan });
		return undefined;
	};
	const nilai = parseJawaban(instrumen, { nilai: isi.nilai });
	if (!nilai.ok) for (const { path, pesan } of nilai.masalah) catat(path, pesan);
	const tabel = readTabel(instrumen, isi, bawaan.tabel, catat);
	const kendala = readKendala(instrumen, isi, bawaan.prasyarat, catat);
	if (!nilai.ok || masalah.length > 0) return { ok: false, masalah };
	const ids = listIndikator(instrumen).map(({ id }) => id);
	const sendiri = isObjek(isi.biaya) ? Object.keys(isi.biaya) : [];
	return {
		ok: true,
		masukan: {
			jawaban: nilai.jawaban,
			tabel,
			kendala,
			bawaan: sendiri.length > 0 ? ids.filter((id) => !sendiri.includes(id)) : [],
			asing: Object.keys(isi).filter((k) => !kunci.has(k)),
		},
	};
}

function readTabel(instrumen: Instrumen, isi: Isi, bawaan: TabelUsaha, catat: Catat): TabelUsaha {
	const kolom = (['biaya', 'hari', 'bulan'] as const).map(
		(nama) => [nama, readDaftar(instrumen, isi[nama], nama, catat)] as const,
	);
	return Object.fromEntries(
		Object.entries(bawaan).map(([id, langkah]) => [
			id,
			langkah.map((satu, n) => ({ ...satu, ...angkaOf(kolom, id, n) })),
		]),
	);
}

type Kolom = readonly (readonly [string, ReadonlyMap<string, readonly number[]>])[];

/** What the input says of one step; what it does not say stays as it was. */
const angkaOf = (kolom: Kolom, id: string, n: number): Partial<UsahaLangkah> =>
	Object.fromEntries(
		kolom.flatMap(([nama, daftar]) => {
			const angka = daftar.get(id)?.[n];
			return angka === undefined ? [] : [[nama, angka]];
		}),
	);

function readDaftar(instrumen: Instrumen, isi: unknown, nama: string, catat: Catat): Map<string, number[]> {
	const tingkat = listTingkatLangkah(instrumen);
	const daftar = new Map<string, number[]>();
	for (const [id, baris] of listEntri(instrumen, isi, nama, catat)) {
		if (!Array.isArray(baris) || baris.length !== tingkat.length) {
			catat(
				`${nama}.${id}`,
				`harus daftar tepat ${tingkat.length} bilangan: langkah ke tingkat ${tingkat.join(', ')}`,
			);
			continue;
		}
		daftar.set(
			id,
			baris.map((angka, n) => readBulat(angka, `${nama}.${id}[${n}]`, catat) ?? 0),
		);
	}
	return daftar;
}

/** Entries of an object by indicator; unknown indicators are reported. */
function listEntri(instrumen: Instrumen, isi: unknown, nama: string, catat: Catat): [string, unknown][] {
	if (isi === undefined) return [];
	if (!isObjek(isi)) {
		catat(nama, 'harus objek menurut pengenal indikator, misalnya {"I01": …}');
		return [];
	}
	const ids = new Set(listIndikator(instrumen).map(({ id }) => id));
	return Object.entries(isi).filter(([id]) => {
		if (!ids.has(id)) catat(`${nama}.${id}`, `bukan indikator ${instrumen.id}`);
		return ids.has(id);
	});
}

/** A whole number from 0 to ten trillion. */
function readBulat(angka: unknown, path: string, catat: Catat): number | undefined {
	if (typeof angka === 'string')
		return catat(path, 'harus bilangan tanpa tanda kutip, titik ribuan, koma, atau "Rp"; misalnya 1500000');
	if (typeof angka !== 'number') return catat(path, 'harus bilangan bulat mulai 0');
	if (angka < 0) return catat(path, 'tidak boleh negatif');
	if (!Number.isInteger(angka))
		return catat(path, 'harus bilangan bulat; pakai satuan yang lebih kecil, misalnya rupiah');
	if (angka > BIAYA_TERBESAR)
		return catat(path, 'paling besar 10000000000000 (sepuluh triliun); pakai satuan yang lebih besar');
	return angka;
}

function readKendala(instrumen: Instrumen, isi: Isi, bawaan: readonly Prasyarat[], catat: Catat): Kendala {
	const tingkat = (nama: string) =>
		Object.fromEntries(
			listEntri(instrumen, isi[nama], nama, catat).map(([id, t]) => [
				id,
				readTingkat(instrumen, t, `${nama}.${id}`, catat) ?? 0,
			]),
		);
	const tenggat = isi.tenggatBulan;
	return {
		...kendalaKosong,
		minIndikator: tingkat('minIndikator'),
		sasaran: readSasaran(instrumen, isi.sasaran, catat),
		tetap: tingkat('tetap'),
		kecuali: readKecuali(instrumen, isi.kecuali, catat),
		kapasitas: readKapasitas(isi.kapasitas, catat),
		unit: readUnit(instrumen, isi.unit, catat),
		tenggatBulan: tenggat === undefined ? null : (readBulat(tenggat, 'tenggatBulan', catat) ?? null),
		prasyarat: [...bawaan, ...readPrasyarat(instrumen, isi.prasyarat, catat)],
	};
}

/** Values that domains, aspects and indicators must reach: `{"D2": "3.00", "A6": 2.5}`. */
function readSasaran(instrumen: Instrumen, isi: unknown, catat: Catat): Record<string, Pecahan> {
	if (isi === undefined) return {};
	if (!isObjek(isi)) {
		catat(
			'sasaran',
			'harus objek domain, aspek, atau indikator → nilai, misalnya {"D2": 3.00, "A6": "2,50"}',
		);
		return {};
	}
	const ids = [...instrumen.domain, ...listAspek(instrumen), ...listIndikator(instrumen)].map(({ id }) => id);
	const [min, maks] = [instrumen.skala.min, instrumen.skala.maks].map(fromPerseratus) as [Pecahan, Pecahan];
	const hasil: Record<string, Pecahan> = {};
	for (const [id, satu] of Object.entries(isi)) {
		const nilai = typeof satu === 'number' || typeof satu === 'string' ? parseDesimal(String(satu)) : null;
		if (!ids.includes(id)) catat(`sasaran.${id}`, `bukan domain, aspek, atau indikator ${instrumen.id}`);
		else if (!nilai || compare(nilai, min) < 0 || compare(nilai, maks) > 0)
			catat(`sasaran.${id}`, `harus angka dari ${toDesimal(min)} sampai ${toDesimal(maks)}`);
		else hasil[id] = nilai;
	}
	return hasil;
}

/** A whole level of the scale, in hundredths. */
export function readTingkat(
	{ skala }: Pick<Instrumen, 'skala'>,
	isi: unknown,
	path: string,
	catat: Catat,
): number | undefined {
	if (typeof isi === 'number' && Number.isInteger(isi) && isi * 100 >= skala.min && isi * 100 <= skala.maks)
		return isi * 100;
	return catat(path, `harus tingkat bulat dari ${skala.min / 100} sampai ${skala.maks / 100}`);
}

function readKecuali(instrumen: Instrumen, isi: unknown, catat: Catat): string[] {
	if (isi === undefined) return [];
	if (!Array.isArray(isi)) {
		catat('kecuali', 'harus daftar pengenal indikator, misalnya ["I29"]');
		return [];
	}
	const ids = new Set(listIndikator(instrumen).map(({ id }) => id));
	isi.forEach((id, n) => {
		if (typeof id !== 'string' || !ids.has(id)) catat(`kecuali[${n}]`, `bukan indikator ${instrumen.id}`);
	});
	return isi;
}

function readKapasitas(isi: unknown, catat: Catat): Record<string, number> {
	if (isi === undefined) return {};
	if (!isObjek(isi)) {
		catat('kapasitas', 'harus objek unit → hari orang, misalnya {"Diskominfo": 120}');
		return {};
	}
	if (Object.keys(isi).length > TERBANYAK) catat('kapasitas', `paling banyak ${TERBANYAK} unit`);
	return Object.fromEntries(
		Object.entries(isi).map(([unit, hari]) => [unit, readBulat(hari, `kapasitas.${unit}`, catat) ?? 0]),
	);
}

function readUnit(instrumen: Instrumen, isi: unknown, catat: Catat): Record<string, string> {
	return Object.fromEntries(
		listEntri(instrumen, isi, 'unit', catat).flatMap(([id, unit]) => {
			if (typeof unit === 'string' && unit !== '') return [[id, unit]];
			catat(`unit.${id}`, 'harus nama unit');
			return [];
		}),
	);
}

function readPrasyarat(instrumen: Instrumen, isi: unknown, catat: Catat): Prasyarat[] {
	if (isi === undefined) return [];
	if (!Array.isArray(isi)) {
		catat('prasyarat', 'harus daftar aturan prasyarat');
		return [];
	}
	if (isi.length > TERBANYAK) {
		catat('prasyarat', `paling banyak ${TERBANYAK} aturan`);
		return [];
	}
	const ids = new Set(listIndikator(instrumen).map(({ id }) => id));
	return isi.flatMap((satu: unknown, n) => {
		const path = `prasyarat[${n}]`;
		const { indikator, syarat, sifat = 'lunak', alasan } = isObjek(satu) ? satu : {};
		if (
			typeof indikator !== 'string' ||
			typeof syarat !== 'string' ||
			!ids.has(indikator) ||
			!ids.has(syarat)
		) {
			catat(path, `"indikator" dan "syarat" harus pengenal indikator ${instrumen.id}`);
			return [];
		}
		if (sifat !== 'lunak' && sifat !== 'keras') {
			catat(`${path}.sifat`, 'harus "lunak" atau "keras"');
			return [];
		}
		const baca = (nama: 'tingkat' | 'tingkatSyarat') =>
			readTingkat(instrumen, (satu as Isi)[nama], `${path}.${nama}`, catat) ?? 0;
		const teks = typeof alasan === 'string' ? alasan : `${indikator} memerlukan ${syarat}.`;
		const aturan = {
			id: `sendiri_${n + 1}`,
			indikator,
			syarat,
			sifat,
			alasan: { id: teks, en: teks },
		} as const;
		return [{ ...aturan, tingkat: baca('tingkat'), tingkatSyarat: baca('tingkatSyarat') }];
	});
}
