import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Indikator, type Instrumen, listAspek, listIndikator } from './instrumen.ts';
import { pasanganBersama } from './pasangan-bersama.ts';
import { compare, pecahan, roundPerseratus, toPersis } from './pecahan.ts';
import { score } from './score.ts';
import { instrumenAcak, jawabanAcak, pemdi2026, spbe2018, spbe2020 } from './scoring.testing.ts';
import { adaSusunan, simpulkan } from './simpulkan.ts';
import { listSimpul } from './skor.ts';
import type { Terbit } from './terbit.ts';

interface Kasus {
	instrumen: Instrumen;
	/** True value of every node. */
	nilai: Map<string, ReturnType<typeof pecahan>>;
	terbit: Terbit;
}

/** Random answers and a random part of their rounded publication. */
function kasusAcak(asal: fc.Arbitrary<Instrumen>): fc.Arbitrary<Kasus> {
	return asal.chain((instrumen) =>
		fc
			.tuple(
				jawabanAcak(instrumen),
				fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
				fc.boolean(),
				fc.boolean(),
				fc.constantFrom(...listIndikator(instrumen).map((i) => i.id)),
			)
			.map(([jawaban, acak, denganPredikat, denganPilihan, id]) => {
				const skor = score(instrumen, jawaban);
				const simpul = listSimpul(skor.simpul);
				const nilai = new Map(simpul.map((s) => [s.id, s.nilai ?? s.rentang[0]]));
				const tampil = simpul.filter(() => acak.next().value === 0).map((s) => [s.id, s.nilai] as const);
				const angka = tampil.map(([k, n]) => [k, n && roundPerseratus(n)] as const);
				const daftar = listIndikator(instrumen).map((i) => i.id);
				const pilihan = {
					indikator: [id, ...daftar.slice(0, 2)],
					nilai: roundPerseratus(nilai.get(id) ?? pecahan(0)),
				};
				const terbit: Terbit = {
					aspek: Object.fromEntries(angka),
					predikat: denganPredikat ? skor.predikat : null,
					salahSatu: denganPilihan ? [pilihan] : [],
				};
				return { instrumen, nilai, terbit };
			}),
	);
}

const mungil = instrumenAcak({ tingkat: 3, anak: 2, bobot: 9, desimal: 0 }).filter(
	(i) => listIndikator(i).reduce((n, x) => n * pilihanNilai(i, x).length, 1) <= 3000,
);

/** Values an indicator can have, in half levels. */
function pilihanNilai({ skala }: Instrumen, { butir }: Indikator): number[] {
	const nilai = [];
	for (let n = skala.min / 50; n <= skala.maks / 50; n++) if (butir || n % 2 === 0) nilai.push(n);
	return nilai;
}

interface Rata {
	id: string;
	bobot: number;
	daun: number[];
}

function ratakan(instrumen: Instrumen): Rata[] {
	const daun = new Map(listIndikator(instrumen).map((i, n) => [i.id, n]));
	const aspek = (a: Instrumen['aspek']) => a.flatMap((x) => x.indikator.map((i) => daun.get(i.id) ?? 0));
	return [
		{ id: 'indeks', bobot: instrumen.satuanBobot.total, daun: [...daun.values()] },
		...instrumen.domain.map((d) => ({ id: d.id, bobot: d.bobot, daun: aspek(d.aspek) })),
		...listAspek(instrumen).map((a) => ({ id: a.id, bobot: a.bobot, daun: aspek([a]) })),
		...listIndikator(instrumen).map((i, n) => ({ id: i.id, bobot: i.bobot, daun: [n] })),
	];
}

/** Every assignment, tried one by one: the exact values of each node in those that fit the publication. */
function cobaSemua(instrumen: Instrumen, terbit: Terbit): Map<string, string>[] {
	const indikator = listIndikator(instrumen);
	const simpul = ratakan(instrumen);
	const massa = (daun: number[], isi: number[]) =>
		daun.reduce((n, d) => n + (indikator[d]?.bobot ?? 0) * (isi[d] ?? 0), 0);
	const tampil = (m: number, bobot: number) => Math.floor((100 * m + bobot) / (2 * bobot));
	const cocok = (isi: number[]) => {
		const nilai = new Map(simpul.map((s) => [s.id, tampil(massa(s.daun, isi), s.bobot)]));
		const angka = Object.entries(terbit.aspek ?? {}).every(([id, n]) => nilai.get(id) === n);
		const salahSatu = terbit.salahSatu?.every((p) => p.indikator.some((id) => nilai.get(id) === p.nilai));
		const total = instrumen.satuanBobot.total * 2;
		const tengah = instrumen.predikat.pita[0]?.min ?? 0;
		const tinggi = 100 * massa(simpul[0]?.daun ?? [], isi) >= tengah * total;
		const predikat = !terbit.predikat || (terbit.predikat === 'Tinggi') === tinggi;
		return angka && salahSatu && predikat;
	};
	const semua = indikator.reduce<number[][]>(
		(awal, i) => awal.flatMap((isi) => pilihanNilai(instrumen, i).map((n) => [...isi, n])),
		[[]],
	);
	return semua
		.filter(cocok)
		.map((isi) => new Map(simpul.map((s) => [s.id, toPersis(pecahan(massa(s.daun, isi), 2 * s.bobot))])));
}

const urut = (nilai: Iterable<string>) => [...new Set(nilai)].sort();

describe('sifat simpulan', () => {
	it('nilai sebenarnya selalu ada di dalam simpulan dari terbitannya', () => {
		const asal = fc.constantFrom(spbe2020, spbe2018);
		fc.assert(
			fc.property(kasusAcak(asal), ({ instrumen, nilai, terbit }) => {
				const hasil = simpulkan(instrumen, terbit);
				if (!hasil.ok) throw new Error(hasil.alasan);
				for (const [id, simpul] of hasil.simpul) {
					const benar = nilai.get(id) ?? pecahan(0);
					expect(compare(simpul.min, benar)).toBeLessThanOrEqual(0);
					expect(compare(simpul.maks, benar)).toBeGreaterThanOrEqual(0);
					expect(simpul.tampil).toContain(roundPerseratus(benar));
					if (simpul.daftar) expect(simpul.daftar).toContainEqual(benar);
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('pada instrumen mungil sama persis dengan mencoba semua susunan', () => {
		fc.assert(
			fc.property(kasusAcak(mungil), fc.boolean(), ({ instrumen, terbit }, geser) => {
				// Half of the time one figure is off by a hundredth, so that contradictions occur too.
				const aspek = Object.entries(terbit.aspek ?? {});
				const [pertama] = aspek;
				if (geser && pertama) pertama[1] = (pertama[1] ?? 0) + 1;
				const isi: Terbit = { ...terbit, aspek: Object.fromEntries(aspek) };
				const semua = cobaSemua(instrumen, isi);
				const hasil = simpulkan(instrumen, isi);
				expect(hasil.ok).toBe(semua.length > 0);
				expect(adaSusunan(instrumen, isi).ok).toBe(hasil.ok);
				if (!hasil.ok) return;
				for (const [id, simpul] of hasil.simpul) {
					const benar = urut(semua.map((s) => s.get(id) ?? ''));
					expect(simpul.jumlah, id).toBe(benar.length);
					if (simpul.daftar) expect(urut(simpul.daftar.map(toPersis)), id).toEqual(benar);
				}
			}),
			{ numRuns: 150 },
		);
	});

	it('pasangan bersama sama persis dengan mencoba semua susunan', () => {
		const dua = kasusAcak(mungil).chain((kasus) =>
			fc.tuple(
				fc.constant(kasus),
				fc.constantFrom(...kasus.nilai.keys()),
				fc.constantFrom(...kasus.nilai.keys()),
			),
		);
		fc.assert(
			fc.property(dua, ([{ instrumen, terbit }, a, b]) => {
				const hasil = pasanganBersama(instrumen, terbit, [a, b]);
				if (!hasil.ok) throw new Error(hasil.alasan);
				expect(urut(hasil.pasangan.map((p) => p.nilai.map(toPersis).join(' ')))).toEqual(
					urut(cobaSemua(instrumen, terbit).map((s) => `${s.get(a)} ${s.get(b)}`)),
				);
			}),
			{ numRuns: 60 },
		);
	});

	it('pada instrumen berdesimal rentangnya tidak pernah terlalu sempit', () => {
		const asal = fc.oneof(
			fc.constant(pemdi2026),
			instrumenAcak({ tingkat: 5, anak: 3, bobot: 40, desimal: 2 }),
		);
		fc.assert(
			fc.property(kasusAcak(asal), ({ instrumen, nilai, terbit }) => {
				const hasil = simpulkan(instrumen, terbit);
				if (!hasil.ok) throw new Error(hasil.alasan);
				for (const [id, simpul] of hasil.simpul) {
					const benar = nilai.get(id) ?? pecahan(0);
					expect(compare(simpul.min, benar)).toBeLessThanOrEqual(0);
					expect(compare(simpul.maks, benar)).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});
});
