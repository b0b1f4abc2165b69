import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equal, nol, sub, toPersis } from './pecahan.ts';
import { score } from './score.ts';
import { denganJawaban, instrumenAcak, jawab, jawabanAcak, spbe2018, spbe2020 } from './scoring.testing.ts';
import { listHilang, raise } from './what-if.ts';

describe('andai-andai', () => {
	it('menaikkan audit TIK dari 1 ke 3 menambah 0,03 poin indeks', () => {
		const naik = raise(spbe2020, jawab(spbe2020, Array(47).fill(1)), 'I29', 300);
		expect(naik && toPersis(naik)).toBe('0.03');
	});

	it('menghitung butir indikator 35, dan diam bila jawabannya belum ada', () => {
		const naik = raise(spbe2018, { I35: [300, 300, 300] }, 'I35', [300, 300, 400]);
		expect(naik && toPersis(naik)).toBe('1/30');
		expect(raise(spbe2020, {}, 'I29', 300)).toBeNull();
		expect(raise(spbe2020, { I29: 100 }, 'I99', 300)).toBeNull();
	});

	it('sama dengan selisih dua indeks yang dihitung penuh', () => {
		const acak = denganJawaban(instrumenAcak({ tingkat: 5, anak: 4, bobot: 30, desimal: 0 })).chain(
			([i, j]) =>
				fc.tuple(fc.constant(i), fc.constant(j), jawabanAcak(i), fc.constantFrom(...Object.keys(j))),
		);
		fc.assert(
			fc.property(acak, ([instrumen, awal, lain, id]) => {
				const baru = lain[id] ?? null;
				const [a, b] = [score(instrumen, awal), score(instrumen, { ...awal, [id]: baru })];
				const naik = raise(instrumen, awal, id, baru);
				expect(naik && equal(naik, sub(b.indeks ?? nol, a.indeks ?? nol))).toBe(true);
			}),
		);
	});

	it('poin hilang diurutkan dari yang terbesar, yang sama menurut urutan instrumen', () => {
		const tingkat = Array(47).fill(5);
		Object.assign(tingkat, { 0: 1, 28: 1, 29: 1, 46: 4 });
		const hilang = listHilang(score(spbe2020, jawab(spbe2020, tingkat)));
		expect(hilang.slice(0, 5).map((s) => `${s.id} ${toPersis(s.hilang)}`)).toEqual([
			'I29 0.06',
			'I30 0.06',
			'I01 0.052',
			'I47 0.03',
			'I02 0',
		]);
	});

	it('menurut aspek dan domain pula, tanpa simpul yang belum lengkap', () => {
		const skor = score(spbe2020, jawab(spbe2020, [null, ...Array(46).fill(4)]));
		expect(listHilang(skor, 'domain').map((s) => s.id)).toEqual(['D4', 'D2', 'D3']);
		expect(listHilang(skor, 'aspek')).toHaveLength(7);
	});
});
