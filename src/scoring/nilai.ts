import { type Indikator, type Instrumen, listIndikator } from './instrumen.ts';
import { type KodeMasalahNilai, type MasalahNilai, pesanMasalahNilai } from './masalah-nilai.ts';
import { compare, fromPerseratus, parseDesimal, roundPerseratus } from './pecahan.ts';

/**
 * One indicator's answer in whole hundredths of a level (300 = level 3). null = not answered, which is never 0.
 * A list only where the indicator has `butir`: one to `maks` items, null = that item not answered yet.
 */
export type NilaiJawaban = number | null | readonly (number | null)[];

/** Answers by indicator id; an id that is absent counts as not answered. */
export type Jawaban = Readonly<Record<string, NilaiJawaban>>;

/** The items of an answer, at least one; a plain value is one item and an empty list one that is not answered. */
export function butirOf(isi: NilaiJawaban | undefined): readonly (number | null)[] {
	if (typeof isi === 'object' && isi !== null) return isi.length > 0 ? isi : [null];
	return [isi ?? null];
}

export type HasilJawaban = { ok: true; jawaban: Jawaban } | { ok: false; masalah: MasalahNilai[] };

type Catat = (path: string, kode: KodeMasalahNilai) => null;

/**
 * Reads `{nilai: […]}` in indicator order or `{nilai: {I01: 3, …}}`. Values are JSON numbers, taken by their
 * shortest decimal text, or decimal strings with a point or a comma. Nothing is guessed: every value that cannot
 * be used is reported, with its path (`nilai[3]`, `nilai.I35[1]`), a code of the closed list and a sentence.
 */
export function parseJawaban(instrumen: Instrumen, raw: unknown): HasilJawaban {
	const masalah: MasalahNilai[] = [];
	const catat: Catat = (path, kode) => {
		masalah.push({ path, kode, pesan: pesanMasalahNilai(kode, instrumen) });
		return null;
	};
	const jawaban: Record<string, NilaiJawaban> = {};
	for (const { indikator, path, isi } of listIsian(instrumen, raw, catat))
		jawaban[indikator.id] = bacaNilai(instrumen, indikator, path, isi, catat);
	return masalah.length > 0 ? { ok: false, masalah } : { ok: true, jawaban };
}

interface Isian {
	indikator: Indikator;
	path: string;
	isi: unknown;
}

const isObjek = (x: unknown): x is Record<string, unknown> =>
	typeof x === 'object' && x !== null && !Array.isArray(x);

function listIsian(instrumen: Instrumen, raw: unknown, catat: Catat): Isian[] {
	const indikator = listIndikator(instrumen);
	const nilai = isObjek(raw) ? raw.nilai : undefined;
	if (Array.isArray(nilai)) {
		if (nilai.length !== indikator.length) catat('nilai', 'jumlah_salah');
		return indikator.map((i, n) => ({ indikator: i, path: `nilai[${n}]`, isi: nilai[n] ?? null }));
	}
	if (!isObjek(nilai)) {
		catat('nilai', 'bentuk_salah');
		return [];
	}
	const dikenal = new Set(indikator.map((i) => i.id));
	for (const id of Object.keys(nilai)) if (!dikenal.has(id)) catat(`nilai.${id}`, 'indikator_tidak_dikenal');
	return indikator.map((i) => ({
		indikator: i,
		path: `nilai.${i.id}`,
		isi: Object.hasOwn(nilai, i.id) ? nilai[i.id] : null,
	}));
}

function bacaNilai(
	{ skala }: Instrumen,
	{ butir }: Indikator,
	path: string,
	isi: unknown,
	catat: Catat,
): NilaiJawaban {
	if (!Array.isArray(isi)) return bacaSatu(skala, path, isi, catat);
	if (!butir) return catat(path, 'bukan_daftar');
	if (isi.length === 0) return catat(path, 'butir_kosong');
	if (isi.length > butir.maks) return catat(path, 'butir_terlalu_banyak');
	return isi.map((satu, n) => bacaSatu(skala, `${path}[${n}]`, satu, catat));
}

function bacaSatu(skala: Instrumen['skala'], path: string, isi: unknown, catat: Catat): number | null {
	if (isi === null || isi === undefined) return null;
	if (typeof isi !== 'number' && typeof isi !== 'string') return catat(path, 'bukan_angka');
	const teks = String(isi);
	if (typeof isi === 'number' && Number.isFinite(isi) && teks.includes('e'))
		return catat(path, Math.abs(isi) < 1 ? 'terlalu_banyak_desimal' : 'di_luar_skala');
	const nilai = parseDesimal(teks);
	if (!nilai) return catat(path, 'bukan_angka');
	if (compare(nilai, fromPerseratus(skala.min)) < 0 || compare(nilai, fromPerseratus(skala.maks)) > 0)
		return catat(path, 'di_luar_skala');
	if (10n ** BigInt(skala.desimal) % nilai.q !== 0n) return catat(path, 'terlalu_banyak_desimal');
	return roundPerseratus(nilai);
}
