import type { IndikatorHitung, InstrumenHitung } from '#features/instrumen/instrumen-hitung.rules.ts';
import { tingkatPita } from '#features/instrumen/predikat-tampil.rules.ts';
import {
	aturanPredikatOf,
	type Jawaban,
	jarakKePredikatBerikut,
	listAspek,
	listHilang,
	listIndikator,
	listSimpul,
	type NilaiJawaban,
	type Pecahan,
	raise,
	score,
	sub,
	toDesimal,
} from '#scoring';
import { bacaIsian, type Isian, tulisIsian } from './hitung-isian.rules.ts';

/** Figures are decimal strings with a point and two decimals. */
export interface HasilHitung {
	masalah: Readonly<Record<string, string>>;
	/** null while an answer is missing. */
	indeks: string | null;
	/** Lowest and highest index that the missing answers still allow. */
	rentang: readonly [string, string];
	predikat: string | null;
	tingkat: 1 | 2 | 3 | 4 | 5 | null;
	terjawab: number;
	jumlah: number;
	/** The next band; `jarak` as shown, 0.00 where only rounding hides the rest. */
	berikut: { predikat: string; jarak: string } | null;
	/** Domains and aspects by id; null while an answer below is missing. */
	nilai: Readonly<Record<string, string | null>>;
	/** Answered indicators, most points lost first; `naik` is what one level more would bring. */
	hilang: { id: string; pendek: string; hilang: string; naik: string | null }[];
	/** Against the baseline: what changed and what each change brings. */
	perubahan: { id: string; pendek: string; dari: string; ke: string; poin: string | null }[];
	/** Index minus the baseline's, where both are known. */
	selisih: string | null;
}

/** Everything the calculator shows, from what stands in its fields; `awal` is what it is compared with. */
export function hitungIsian(instrumen: InstrumenHitung, isian: Isian, awal: Isian): HasilHitung {
	const { jawaban, masalah } = bacaIsian(instrumen, isian);
	const skor = score(instrumen, jawaban);
	const lama = bacaIsian(instrumen, awal).jawaban;
	const indeksLama = score(instrumen, lama).indeks;
	const pita = instrumen.predikat.pita;
	const aturan = aturanPredikatOf(instrumen);
	const berikut = skor.indeks && jarakKePredikatBerikut(instrumen, skor.indeks, aturan);
	const simpul = listSimpul(skor.simpul);
	return {
		masalah,
		indeks: skor.indeks && toDesimal(skor.indeks),
		rentang: [toDesimal(skor.rentang[0]), toDesimal(skor.rentang[1])],
		predikat: skor.predikat,
		tingkat: tingkatPita(
			pita.length,
			pita.findIndex((p) => p.nama === skor.predikat),
		),
		terjawab: skor.terjawab,
		jumlah: skor.jumlah,
		berikut: berikut && { predikat: berikut.predikat, jarak: toDesimal(berikut.jarak) },
		nilai: Object.fromEntries(
			simpul
				.filter((s) => s.jenis === 'domain' || s.jenis === 'aspek')
				.map((s) => [s.id, s.nilai && toDesimal(s.nilai)]),
		),
		hilang: susunHilang(instrumen, jawaban, listHilang(skor)),
		perubahan: susunPerubahan(instrumen, jawaban, lama),
		selisih: skor.indeks && indeksLama && toDesimal(sub(skor.indeks, indeksLama)),
	};
}

function susunHilang(
	instrumen: InstrumenHitung,
	jawaban: Jawaban,
	hilang: readonly { id: string; hilang: Pecahan }[],
): HasilHitung['hilang'] {
	const menurutId = new Map(listIndikator(instrumen).map((i) => [i.id, i]));
	return hilang
		.filter((s) => s.hilang.p > 0n)
		.map((s) => {
			const kini = jawaban[s.id];
			const naik =
				typeof kini === 'number' ? raise(instrumen, jawaban, s.id, naikSatu(kini, instrumen)) : null;
			return {
				id: s.id,
				pendek: menurutId.get(s.id)?.pendek ?? s.id,
				hilang: toDesimal(s.hilang),
				naik: naik && toDesimal(naik),
			};
		});
}

/** The next whole level, at most the top of the scale. */
const naikSatu = (nilai: number, { skala }: InstrumenHitung) =>
	Math.min(skala.maks, Math.floor(nilai / 100) * 100 + 100);

function susunPerubahan(instrumen: InstrumenHitung, kini: Jawaban, lama: Jawaban): HasilHitung['perubahan'] {
	const teks = (isi: NilaiJawaban | undefined, id: string) => tulisIsian({ [id]: isi ?? null })[id] ?? '';
	return listIndikator(instrumen).flatMap((i: IndikatorHitung) => {
		const [dari, ke] = [teks(lama[i.id], i.id), teks(kini[i.id], i.id)];
		if (dari === ke) return [];
		const poin = raise(instrumen, lama, i.id, kini[i.id] ?? null);
		return [{ id: i.id, pendek: i.pendek, dari, ke, poin: poin && toDesimal(poin) }];
	});
}

/** Levels that the fields of whole levels offer, lowest first; empty where the instrument takes decimals. */
export function listTingkat({ skala }: Pick<InstrumenHitung, 'skala'>): number[] {
	if (skala.desimal > 0) return [];
	return Array.from({ length: (skala.maks - skala.min) / 100 + 1 }, (_, n) => skala.min / 100 + n);
}

/** Groups of the form: domains with aspects, or the aspects alone. */
export function susunKelompok(instrumen: InstrumenHitung) {
	return instrumen.domain.length > 0
		? instrumen.domain.map((d) => ({ id: d.id, nama: d.nama, bobot: d.bobot, aspek: d.aspek }))
		: [{ id: null, nama: '', bobot: 0, aspek: listAspek(instrumen) }];
}
