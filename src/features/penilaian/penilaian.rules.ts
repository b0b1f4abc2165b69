import { type Instrumen, type Jawaban, listIndikator, parseJawaban, score, summary } from '#scoring';

export const daftarTahap = [
	'mandiri',
	'dokumen',
	'interviu',
	'visitasi',
	'reviu',
	'penetapan',
	'sanggah',
	'perbaikan',
] as const;
export type Tahap = (typeof daftarTahap)[number];

/** What an assessment stands at, figures as strings with a point. */
export interface SkorTersimpan {
	indeks: string | null;
	rentang: [string, string] | null;
	predikat: string | null;
	domain: Record<string, string | null>;
	aspek: Record<string, string | null>;
}

/** The score that the newest values give under the round's own instrument. */
export function skorPenilaian(
	instrumen: Instrumen,
	tahun: number,
	nilai: ReadonlyMap<string, number | null>,
): { skor: SkorTersimpan; terjawab: number } {
	const jawaban: Jawaban = Object.fromEntries(nilai);
	const { indeks, rentang, predikat, domain, aspek, terjawab } = summary(
		instrumen,
		score(instrumen, jawaban, { tahun }),
	);
	return { skor: { indeks, rentang: rentang ?? null, predikat, domain, aspek }, terjawab };
}

export type BacaNilai =
	| { ok: true; nilai: number | null }
	| { ok: false; reason: 'nilai_tidak_sah'; pesan: string };

/** One typed value under the instrument: hundredths of a level, null for an empty field. */
export function bacaNilai(instrumen: Instrumen, indikator: string, teks: string): BacaNilai {
	if (teks.trim() === '') return { ok: true, nilai: null };
	const hasil = parseJawaban(instrumen, { nilai: { [indikator]: teks.trim() } });
	if (!hasil.ok) return { ok: false, reason: 'nilai_tidak_sah', pesan: hasil.masalah[0]?.pesan ?? '' };
	const isi = hasil.jawaban[indikator];
	return typeof isi === 'number' ? { ok: true, nilai: isi } : { ok: true, nilai: null };
}

/** Another agency's index as typed, in hundredths of its points; null for none, undefined where it is no figure. */
export function bacaLuar(teks: string): number | null | undefined {
	const bersih = teks.trim().replace(',', '.');
	if (bersih === '') return null;
	const cocok = /^(\d{1,4})(?:\.(\d{1,2}))?$/.exec(bersih);
	if (!cocok) return undefined;
	return Number(cocok[1]) * 100 + Number((cocok[2] ?? '').padEnd(2, '0'));
}

/** The level that another agency's index means by the instrument's bands; null where it has none. */
export function tingkatLuar(
	pita: readonly { tingkat: number; min: number; maks: number }[],
	luar: number,
): number | null {
	const akhir = pita.at(-1);
	const kena =
		pita.find((p) => p.min <= luar && luar < p.maks) ?? (akhir && luar === akhir.maks ? akhir : undefined);
	return kena?.tingkat ?? null;
}

export const adaIndikator = (instrumen: Instrumen, id: string): boolean =>
	listIndikator(instrumen).some((i) => i.id === id);

/** Days from one ISO date to another; negative when it is past. */
export function selisihHari(dari: string, ke: string): number {
	return Math.round((Date.parse(`${ke}T00:00:00Z`) - Date.parse(`${dari}T00:00:00Z`)) / 86_400_000);
}

/** A WhatsApp link with the text ready; null where the number is none that WhatsApp knows ("08…" or "62…"). */
export function tautanWhatsapp(telepon: string | null, teks: string): string | null {
	const angka = (telepon ?? '').replace(/\D/g, '').replace(/^0/, '62');
	return /^62\d{8,13}$/.test(angka) ? `https://wa.me/${angka}?text=${encodeURIComponent(teks)}` : null;
}
