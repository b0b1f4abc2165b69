import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, equal, mul, nol, type Pecahan, pecahan, sub } from '#scoring';
import { listDistribusi, massaRantai, peluangTarget, type Rantai } from './distribusi.rules.ts';
import { countRiwayat, updatePeluang } from './peluang.rules.ts';
import { listRisiko } from './rantai.rules.ts';

const peluang = fc
	.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 30 }))
	.map(([beri, dari]) => ({ beri: Math.min(beri, dari), dari }));
const rantaiAcak = (banyak: number) =>
	fc
		.array(
			fc.array(fc.record({ massa: fc.integer({ min: 1, max: 40 }), peluang }), {
				minLength: 1,
				maxLength: 3,
			}),
			{ maxLength: banyak },
		)
		.map((daftar) => daftar.map((langkah, n): Rantai => ({ id: `I${n}`, langkah })));

/** Every outcome of every step, granted or refused, one by one. */
function enumerate(rantai: readonly Rantai[]): Map<number, Pecahan> {
	let semua = new Map<number, Pecahan>([[0, pecahan(1)]]);
	for (const { langkah } of rantai) {
		const baru = new Map<number, Pecahan>();
		const tambah = (massa: number, p: Pecahan) => baru.set(massa, add(baru.get(massa) ?? nol, p));
		for (const [m, p] of semua)
			for (let bit = 0; bit < 2 ** langkah.length; bit++) {
				const diberi = langkah.map((_, n) => (bit & (1 << n)) !== 0);
				const putus = diberi.indexOf(false);
				const sampai = putus < 0 ? langkah.length : putus;
				const chance = langkah.reduce(
					(q, l, n) =>
						mul(q, pecahan(diberi[n] ? l.peluang.beri : l.peluang.dari - l.peluang.beri, l.peluang.dari)),
					p,
				);
				tambah(m + langkah.slice(0, sampai).reduce((n, l) => n + l.massa, 0), chance);
			}
		semua = baru;
	}
	return semua;
}

const ekor = (semua: Map<number, Pecahan>, perlu: number) =>
	[...semua].reduce((n, [m, p]) => (m >= perlu ? add(n, p) : n), nol);

describe('distribusi indeks', () => {
	it('persis sama dengan menghitung setiap kemungkinan satu per satu', () => {
		fc.assert(
			fc.property(rantaiAcak(4), fc.nat(200), (rantai, perlu) => {
				const semua = enumerate(rantai);
				for (const { massa, bawah, atas } of listDistribusi(rantai)) {
					expect(bawah).toEqual(atas);
					expect(bawah).toEqual(semua.get(massa));
				}
				expect(peluangTarget(rantai, perlu)).toEqual({
					bawah: ekor(semua, perlu),
					atas: ekor(semua, perlu),
					persis: true,
				});
			}),
			{ numRuns: 200 },
		);
	});

	it('yang besar diapit: batas bawah dan atas mengapit nilai persis dan berselisih kurang dari sepersejuta', () => {
		const besar = fc.array(
			fc.array(fc.record({ massa: fc.constantFrom(26, 30, 50, 55, 60), peluang }), {
				minLength: 2,
				maxLength: 4,
			}),
			{ minLength: 30, maxLength: 47 },
		);
		fc.assert(
			fc.property(besar, fc.integer({ min: 1, max: 99 }), (daftar, persen) => {
				const rantai = daftar.map((langkah, n): Rantai => ({ id: `I${n}`, langkah }));
				const perlu = Math.ceil((rantai.reduce((n, r) => n + massaRantai(r), 0) * persen) / 100);
				const hasil = peluangTarget(rantai, perlu);
				expect(hasil.persis).toBe(false);
				const tepat = exactTail(rantai, perlu);
				expect(compare(hasil.bawah, tepat)).toBeLessThanOrEqual(0);
				expect(compare(tepat, hasil.atas)).toBeLessThanOrEqual(0);
				expect(compare(sub(hasil.atas, hasil.bawah), pecahan(1, 1_000_000))).toBe(-1);
				const jumlah = (sisi: 'bawah' | 'atas') =>
					listDistribusi(rantai).reduce((n, t) => add(n, t[sisi]), nol);
				expect(compare(jumlah('bawah'), pecahan(1))).toBeLessThanOrEqual(0);
				expect(compare(jumlah('atas'), pecahan(1))).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 4 },
		);
	});

	it('langkah yang lebih mungkin tidak pernah menurunkan peluang, dan rantai kosong pasti', () => {
		expect(peluangTarget([], 0)).toMatchObject({ bawah: pecahan(1), persis: true });
		expect(peluangTarget([], 1)).toMatchObject({ atas: nol, persis: true });
		fc.assert(
			fc.property(rantaiAcak(4), fc.nat(100), (rantai, perlu) => {
				const naik = rantai.map((r) => ({
					...r,
					langkah: r.langkah.map((l) => ({
						...l,
						peluang: { beri: l.peluang.beri + 1, dari: l.peluang.dari + 1 },
					})),
				}));
				expect(compare(peluangTarget(naik, perlu).atas, peluangTarget(rantai, perlu).atas)).not.toBe(-1);
			}),
		);
	});

	it('penyebut yang sangat besar tetap diapit', () => {
		const satu = { massa: 10, peluang: { beri: 1_000_003, dari: 1_200_007 } };
		const rantai = Array.from(
			{ length: 40 },
			(_, n): Rantai => ({ id: `I${n}`, langkah: [satu, satu, satu] }),
		);
		const hasil = peluangTarget(rantai, 900);
		const tepat = exactTail(rantai, 900);
		expect(hasil.persis).toBe(false);
		expect([compare(hasil.bawah, tepat), compare(hasil.atas, tepat)]).toEqual([-1, 1]);
	});
});

/** P(gain ≥ perlu) by plain exact convolution. */
function exactTail(rantai: readonly Rantai[], perlu: number): Pecahan {
	let semua = new Map<number, bigint>([[0, 1n]]);
	let penyebut = 1n;
	for (const { langkah } of rantai) {
		const baru = new Map<number, bigint>();
		const b = langkah.reduce((n, l) => n * BigInt(l.peluang.dari), 1n);
		for (const [m, p] of semua) {
			let [sampai, naik] = [m, p * b];
			for (const { massa, peluang: q } of langkah) {
				const terus = (naik * BigInt(q.beri)) / BigInt(q.dari);
				baru.set(sampai, (baru.get(sampai) ?? 0n) + naik - terus);
				[sampai, naik] = [sampai + massa, terus];
			}
			baru.set(sampai, (baru.get(sampai) ?? 0n) + naik);
		}
		[semua, penyebut] = [baru, penyebut * b];
	}
	let jumlah = 0n;
	for (const [m, p] of semua) if (m >= perlu) jumlah += p;
	return pecahan(jumlah, penyebut);
}

describe('risiko per indikator', () => {
	it('peluang seluruhnya berada di antara bila indikator pasti dan bila ditolak', () => {
		const satuLangkah = fc
			.array(fc.record({ massa: fc.integer({ min: 1, max: 40 }), peluang }), { minLength: 1, maxLength: 6 })
			.map((daftar) => daftar.map((l, n): Rantai => ({ id: `I${n}`, langkah: [l] })));
		fc.assert(
			fc.property(satuLangkah, fc.integer({ min: 1, max: 120 }), (rantai, perlu) => {
				const { bawah } = peluangTarget(rantai, perlu);
				for (const { indikator, pasti, ditolak } of listRisiko(rantai, perlu)) {
					const { beri = 0, dari = 1 } = rantai.find(({ id }) => id === indikator)?.langkah[0]?.peluang ?? {};
					const [p, q] = [pecahan(beri, dari), pecahan(dari - beri, dari)];
					expect(equal(add(mul(p, pasti.bawah), mul(q, ditolak.bawah)), bawah)).toBe(true);
				}
			}),
		);
	});

	it('yang paling menentukan disebut lebih dahulu', () => {
		const langkah = (massa: number) => [{ massa, peluang: { beri: 1, dari: 2 } }];
		const rantai = [
			{ id: 'kecil', langkah: langkah(1) },
			{ id: 'besar', langkah: langkah(10) },
		];
		expect(listRisiko(rantai, 10).map(({ indikator }) => indikator)).toEqual(['besar', 'kecil']);
	});
});

describe('peluang dari riwayat', () => {
	it('menambah hitungan Beta, dan yang sangat banyak diperkecil tanpa keluar dari skala', () => {
		expect(updatePeluang({ diberi: 17, ditolak: 3 })).toEqual({ beri: 17, dari: 20 });
		expect(updatePeluang({ diberi: 17, ditolak: 3 }, { diberi: 0, ditolak: 10 })).toEqual({
			beri: 17,
			dari: 30,
		});
		expect(updatePeluang({ diberi: 60_000, ditolak: 20_000 })).toEqual({ beri: 3072, dari: 4096 });
		expect(() => updatePeluang({ diberi: 0, ditolak: 0 })).toThrow(RangeError);
	});

	it('tingkat yang diberi dan tingkat pertama yang ditolak dihitung, yang di atasnya tidak', () => {
		const jenis = 'manajemen';
		expect(countRiwayat([{ jenis, dasar: 100, mandiri: 500, asesor: 300 }])).toEqual({
			'manajemen/2': { diberi: 1, ditolak: 0 },
			'manajemen/3': { diberi: 1, ditolak: 0 },
			'manajemen/4': { diberi: 0, ditolak: 1 },
		});
		expect(
			countRiwayat([
				{ jenis, dasar: null, mandiri: 300, asesor: 300 },
				{ jenis, dasar: null, mandiri: 300, asesor: 200 },
				{ jenis, dasar: 300, mandiri: 300, asesor: 300 },
			]),
		).toEqual({ 'manajemen/3': { diberi: 1, ditolak: 1 } });
	});
});
