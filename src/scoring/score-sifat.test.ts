import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Instrumen, listIndikator } from './instrumen.ts';
import type { Jawaban, NilaiJawaban } from './nilai.ts';
import { add, compare, equal, fromPerseratus, mul, nol, type Pecahan, pecahan } from './pecahan.ts';
import { score } from './score.ts';
import { denganJawaban, instrumenAcak, spbe2018, spbe2020 } from './scoring.testing.ts';
import { type JenisSimpul, listSimpul, type Skor } from './skor.ts';

const instrumen = fc.oneof(
	fc.constantFrom(spbe2018, spbe2020),
	instrumenAcak({ tingkat: 5, anak: 5, bobot: 100, desimal: 0 }),
	instrumenAcak({ tingkat: 5, anak: 5, bobot: 100, desimal: 2 }),
);

const jumlah = (nilai: readonly (Pecahan | null)[]) => nilai.reduce<Pecahan>((n, x) => add(n, x ?? nol), nol);
const lapis = (skor: Skor, jenis: JenisSimpul) => listSimpul(skor.simpul).filter((s) => s.jenis === jenis);
const isiKosong = (jawaban: Jawaban, isi: number): Jawaban => {
	const satu = (n: NilaiJawaban): NilaiJawaban =>
		typeof n === 'object' && n !== null ? n.map((b) => b ?? isi) : (n ?? isi);
	return Object.fromEntries(Object.entries(jawaban).map(([id, n]) => [id, satu(n)]));
};

describe('sifat perhitungan', () => {
	it('setiap nilai ada di dalam skala', () => {
		fc.assert(
			fc.property(denganJawaban(instrumen, true), ([i, j]) => {
				for (const { rentang } of listSimpul(score(i, j).simpul)) {
					expect(compare(rentang[0], fromPerseratus(i.skala.min))).toBeGreaterThanOrEqual(0);
					expect(compare(rentang[1], fromPerseratus(i.skala.maks))).toBeLessThanOrEqual(0);
					expect(compare(rentang[0], rentang[1])).toBeLessThanOrEqual(0);
				}
			}),
		);
	});

	it('kontribusi setiap lapis berjumlah tepat indeks, dan poin hilang tepat jaraknya ke puncak', () => {
		fc.assert(
			fc.property(denganJawaban(instrumen), ([i, j]) => {
				const skor = score(i, j);
				const puncak = fromPerseratus(i.skala.maks);
				for (const jenis of ['indeks', 'domain', 'aspek', 'indikator'] as const) {
					const simpul = lapis(skor, jenis);
					if (simpul.length === 0) continue;
					expect(equal(jumlah(simpul.map((s) => s.kontribusi)), skor.indeks ?? nol)).toBe(true);
					expect(equal(add(jumlah(simpul.map((s) => s.hilang)), skor.indeks ?? nol), puncak)).toBe(true);
				}
			}),
		);
	});

	it('tiap simpul adalah rerata berbobot anaknya, jadi pandangan domain dan aspek sejalan', () => {
		fc.assert(
			fc.property(denganJawaban(instrumen), ([i, j]) => {
				for (const s of listSimpul(score(i, j).simpul)) {
					if (s.anak.length === 0) continue;
					const isi = jumlah(s.anak.map((a) => a.nilai && mul(a.nilai, pecahan(a.bobot))));
					expect(equal(isi, mul(s.nilai ?? nol, pecahan(s.bobot)))).toBe(true);
					expect(s.mengapa).toMatchObject({ rumus: 'rerata_berbobot', jumlah: isi });
				}
			}),
		);
	});

	it('menaikkan satu tingkat tidak menurunkan simpul mana pun, juga tidak predikatnya', () => {
		const naik = denganJawaban(instrumen, true).chain(([i, j]) =>
			fc
				.constantFrom(...listIndikator(i).map((x) => x.id))
				.map((id): [Instrumen, Jawaban, string] => [i, j, id]),
		);
		fc.assert(
			fc.property(naik, ([i, j, id]) => {
				const kini = j[id];
				if (typeof kini !== 'number' || kini + 100 > i.skala.maks) return;
				const [a, b] = [score(i, j), score(i, { ...j, [id]: kini + 100 })];
				const nanti = listSimpul(b.simpul);
				listSimpul(a.simpul).forEach((s, n) => {
					for (const ujung of [0, 1] as const)
						expect(compare(s.rentang[ujung], nanti[n]?.rentang[ujung] ?? nol)).toBeLessThanOrEqual(0);
				});
				const urutan = (skor: Skor) => i.predikat.pita.findIndex((p) => p.nama === skor.predikat);
				expect(urutan(b)).toBeLessThanOrEqual(urutan(a));
			}),
		);
	});

	it('rentang adalah indeks bila semua yang kosong terisi serendah dan setinggi mungkin', () => {
		fc.assert(
			fc.property(denganJawaban(instrumen, true), ([i, j]) => {
				const skor = score(i, j);
				expect(skor.rentang[0]).toEqual(score(i, isiKosong(j, i.skala.min)).indeks);
				expect(skor.rentang[1]).toEqual(score(i, isiKosong(j, i.skala.maks)).indeks);
				expect(skor.indeks === null).toBe(skor.terjawab < skor.jumlah);
			}),
		);
	});
});
