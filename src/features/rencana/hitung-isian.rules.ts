import { type Instrumen, type Jawaban, listIndikator, type NilaiJawaban, parseJawaban } from '#scoring';

/** What stands in the fields, by indicator id, as typed; '' is not answered. Items are parted by spaces or ";". */
export type Isian = Readonly<Record<string, string>>;

export interface IsianTerbaca {
	/** The answers that can be used; the others count as not answered. */
	jawaban: Jawaban;
	/** What is wrong, by indicator id, an Indonesian sentence. */
	masalah: Readonly<Record<string, string>>;
}

/** Reads the fields. A field that cannot be used is left out of the answers and reported. */
export function bacaIsian(instrumen: Instrumen, isian: Isian): IsianTerbaca {
	const nilai = Object.fromEntries(
		listIndikator(instrumen).flatMap((i) => {
			const teks = (isian[i.id] ?? '').trim();
			return teks === '' ? [] : [[i.id, i.butir ? pisahButir(teks) : teks] as const];
		}),
	);
	const semua = parseJawaban(instrumen, { nilai });
	if (semua.ok) return { jawaban: semua.jawaban, masalah: {} };
	const masalah: Record<string, string> = {};
	for (const { path, pesan } of semua.masalah) masalah[/^nilai\.([^[]+)/.exec(path)?.[1] ?? ''] ??= pesan;
	const baik = Object.fromEntries(Object.entries(nilai).filter(([id]) => !(id in masalah)));
	const sisa = parseJawaban(instrumen, { nilai: baik });
	return { jawaban: sisa.ok ? sisa.jawaban : {}, masalah };
}

/** "3 4", "3; 4": items; one alone is the plain value. A comma is a decimal comma. */
function pisahButir(teks: string): string | string[] {
	const butir = teks.split(/[\s;]+/).filter((b) => b !== '');
	return butir.length === 1 ? (butir[0] ?? '') : butir;
}

/** Answers as the fields hold them, with a decimal comma. */
export function tulisIsian(jawaban: Jawaban): Isian {
	return Object.fromEntries(Object.entries(jawaban).map(([id, isi]) => [id, tulisSatu(isi)]));
}

function tulisSatu(isi: NilaiJawaban): string {
	if (isi === null) return '';
	if (typeof isi === 'number') return tulisAngka(isi);
	return isi
		.map((b) => (b === null ? '' : tulisAngka(b)))
		.join(' ')
		.trim();
}

/** Hundredths in their shortest form: 300 → "3", 325 → "3,25", 350 → "3,5". */
function tulisAngka(perseratus: number): string {
	const sisa = String(perseratus % 100)
		.padStart(2, '0')
		.replace(/0+$/, '');
	return `${Math.floor(perseratus / 100)}${sisa && `,${sisa}`}`;
}

const VERSI = '1';

/**
 * All fields in one short text for an address: the version, then per indicator in the instrument's order a digit,
 * "-" for none, or anything longer in parentheses: "133-(3.25)(3_4)". A field that holds no figures is left out,
 * so that one slip of the fingers does not spoil the address for all the others.
 */
export function tulisKode(instrumen: Instrumen, isian: Isian): string {
	const bagian = listIndikator(instrumen).map((i) => {
		const teks = (isian[i.id] ?? '').trim();
		if (teks === '') return '-';
		if (/^\d$/.test(teks)) return teks;
		const padat = teks.replaceAll(',', '.').replace(/[\s;]+/g, '_');
		return /^[\d._]{1,30}$/.test(padat) ? `(${padat})` : '-';
	});
	return bagian.every((b) => b === '-') ? '' : VERSI + bagian.join('');
}

/** The fields of a code; null where it is damaged or of another instrument. */
export function bacaKode(instrumen: Instrumen, kode: string): Isian | null {
	if (kode.length > 1000 || !kode.startsWith(VERSI)) return null;
	const isi = kode.slice(VERSI.length);
	const bagian = isi.match(/-|\d|\([\d._]{1,30}\)/g) ?? [];
	const indikator = listIndikator(instrumen);
	if (bagian.join('') !== isi || bagian.length !== indikator.length) return null;
	return Object.fromEntries(indikator.map((i, n) => [i.id, uraikan(bagian[n] ?? '-')]));
}

function uraikan(bagian: string): string {
	if (bagian === '-') return '';
	return bagian.replace(/[()]/g, '').replaceAll('_', ' ').replaceAll('.', ',');
}

/** Answers as `matang compute` and the API read them: numbers, lists, decimal strings; what is missing is null. */
export function tulisNilai(instrumen: Instrumen, jawaban: Jawaban): Record<string, unknown> {
	return Object.fromEntries(
		listIndikator(instrumen).map(({ id }) => {
			const isi = jawaban[id] ?? null;
			return [id, Array.isArray(isi) ? isi.map(angkaJson) : angkaJson(isi as number | null)];
		}),
	);
}

function angkaJson(perseratus: number | null): number | string | null {
	if (perseratus === null) return null;
	return perseratus % 100 === 0 ? perseratus / 100 : tulisAngka(perseratus).replace(',', '.');
}
