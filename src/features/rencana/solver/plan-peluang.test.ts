import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, fromPerseratus, listIndikator, pecahan } from '#scoring';
import { buildTabel } from './dinamis.rules.ts';
import { peluangTarget } from './distribusi.rules.ts';
import { planPeluang } from './plan-peluang.rules.ts';
import { listRantai } from './rantai.rules.ts';
import { kendalaKosong } from './rencana.schema.ts';
import { buildSoal, type Soal, totalOf } from './soal.rules.ts';
import { instrumenAcak, jawabanAcak, rankRencana, requireTangga, tabelAcak } from './solver.testing.ts';

const soalAcak = instrumenAcak({ tingkat: 4, anak: 2, bobot: 5, desimal: 0 })
	.filter((i) => listIndikator(i).length <= 6)
	.chain((instrumen) => {
		const ids = listIndikator(instrumen).map(({ id }) => id);
		return fc
			.record({
				jawaban: jawabanAcak(instrumen),
				tabel: tabelAcak(instrumen, { biaya: 9 }),
				target: fc.integer({ min: 150, max: 390 }),
				anggaran: fc.option(fc.integer({ min: 10, max: 80 }), { freq: 2 }),
				kapasitas: fc.option(fc.integer({ min: 5, max: 60 }), { freq: 2 }),
			})
			.map(({ jawaban, tabel, target, anggaran, kapasitas }) =>
				buildSoal(requireTangga(instrumen, jawaban, tabel), {
					...kendalaKosong,
					target: fromPerseratus(target),
					anggaran,
					unit: Object.fromEntries(ids.map((id) => [id, 'Dinas'])),
					kapasitas: kapasitas === null ? {} : { Dinas: kapasitas },
				}),
			);
	});

/** Cheapest of all plans that have the chance, by trying every one. */
function cheapest(soal: Soal, persen: number): number | null {
	const cocok = rankRencana({ ...soal, tujuan: 'biaya' }).find(
		(pilih) =>
			compare(peluangTarget(listRantai(soal.peubah, pilih), soal.perlu).bawah, pecahan(persen, 100)) >= 0,
	);
	return cocok ? totalOf(soal.peubah, cocok).biaya : null;
}

const requireTabel = (soal: Soal) => buildTabel(soal.peubah) ?? expect.fail('tabel terlalu besar');

describe('rencana termurah dengan peluang paling rendah sekian', () => {
	it('bila terbukti memang yang termurah menurut pencarian menyeluruh', () => {
		let [ada, tiada] = [0, 0];
		fc.assert(
			fc.property(soalAcak, fc.constantFrom(30, 50, 80, 95), (soal, persen) => {
				const hasil = planPeluang(soal, requireTabel(soal), pecahan(persen, 100), { simpul: 100_000 });
				const murah = cheapest(soal, persen);
				expect(hasil.terbukti).toBe(true);
				expect(hasil.pilih && totalOf(soal.peubah, hasil.pilih).biaya).toBe(murah);
				if (murah === null) tiada++;
				else {
					ada++;
					expect(hasil.batas).toBe(murah);
				}
			}),
			{ numRuns: 200 },
		);
		expect(Math.min(ada, tiada)).toBeGreaterThan(10);
	});

	it('bila dihentikan lebih awal batasnya tetap jujur: tidak pernah di atas yang termurah', () => {
		let terbuka = 0;
		fc.assert(
			fc.property(
				soalAcak,
				fc.constantFrom(50, 80),
				fc.integer({ min: 0, max: 8 }),
				(soal, persen, simpul) => {
					const hasil = planPeluang(soal, requireTabel(soal), pecahan(persen, 100), { simpul });
					const murah = cheapest(soal, persen);
					if (!hasil.terbukti) terbuka++;
					if (murah === null) return void expect(hasil.pilih).toBeNull();
					expect(hasil.batas).toBeLessThanOrEqual(murah);
					if (hasil.pilih) expect(totalOf(soal.peubah, hasil.pilih).biaya).toBeGreaterThanOrEqual(murah);
				},
			),
			{ numRuns: 200 },
		);
		expect(terbuka).toBeGreaterThan(10);
	});
});
