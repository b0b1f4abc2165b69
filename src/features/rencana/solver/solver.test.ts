import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	compare,
	equal,
	fromPerseratus,
	type Instrumen,
	listAspek,
	listIndikator,
	type Pecahan,
	type SimpulSkor,
	score,
	sub,
} from '#scoring';
import { listPemecahan } from './list-alternatif.ts';
import { listPelonggaran, suggestPelonggaran } from './pelonggaran.ts';
import { planRencana } from './plan-rencana.ts';
import { type Kendala, kendalaKosong, type Pelonggaran, type Prasyarat } from './rencana.schema.ts';
import { buildSoal, dendaOf, isLayak, type Soal, totalOf } from './soal.rules.ts';
import { solveSoal } from './solve-soal.ts';
import {
	instrumenAcak,
	jawabanAcak,
	listPilihan,
	pemdi2026,
	rankRencana,
	requireTangga,
	spbe2018,
	spbe2020,
	tabelAcak,
} from './solver.testing.ts';
import { indeksOf } from './tampil.rules.ts';
import type { TanggaSemua } from './tangga.rules.ts';

const kecil = fc
	.constantFrom(0 as const, 2 as const)
	.chain((desimal) =>
		instrumenAcak({ tingkat: 4, anak: 2, bobot: 6, desimal }).filter((i) => listIndikator(i).length <= 6),
	);

interface Ukuran {
	biaya: number;
	terikat: boolean;
	denda?: boolean;
}

/** A small instrument with answers, effort and constraints of every kind. */
const soalKecil = ({ biaya, terikat, denda = false }: Ukuran) =>
	kecil.chain((instrumen) => {
		return fc
			.record({
				jawaban: jawabanAcak(instrumen),
				tabel: tabelAcak(instrumen, { biaya, layak: 9 }),
				kendala: kendalaAcak(instrumen, { biaya, terikat, denda }),
			})
			.map(({ jawaban, tabel, kendala }) => {
				const semua = requireTangga(instrumen, jawaban, tabel);
				return { instrumen, jawaban, tabel, kendala, semua, soal: buildSoal(semua, kendala) };
			});
	});

function kendalaAcak(
	instrumen: Instrumen,
	{ biaya, terikat, denda }: Required<Ukuran>,
): fc.Arbitrary<Kendala> {
	const ids = listIndikator(instrumen).map(({ id }) => id);
	const simpul = [...instrumen.domain, ...listAspek(instrumen), ...listIndikator(instrumen)].map((s) => s.id);
	const pilihId = fc.constantFrom(...ids);
	const tingkat = fc.integer({ min: 1, max: 4 }).map((t) => t * 100);
	const prasyarat = fc.record({
		indikator: pilihId,
		tingkat,
		syarat: pilihId,
		tingkatSyarat: tingkat,
		n: fc.nat(5),
	});
	return fc.record({
		target: fc.option(fc.integer({ min: 100, max: 400 }).map(fromPerseratus), { freq: 6 }),
		anggaran: fc.option(fc.integer({ min: 0, max: biaya * 12 })),
		minTingkat: fc.option(tingkat, { freq: 2 }),
		minIndikator: fc.dictionary(pilihId, tingkat, { maxKeys: 1 }),
		sasaran: fc.dictionary(
			fc.constantFrom(...simpul),
			fc.integer({ min: 100, max: 400 }).map(fromPerseratus),
			{ maxKeys: terikat ? 2 : 0 },
		),
		tetap: fc.constant({}),
		kecuali: fc.array(pilihId, { maxLength: 1 }),
		unit: fc.constant(Object.fromEntries(ids.map((id, n) => [id, n % 2 === 0 ? 'Dinas' : 'Badan']))),
		kapasitas: terikat
			? fc.record({ Dinas: fc.integer({ min: 0, max: 30 }), Badan: fc.integer({ min: 0, max: 30 }) })
			: fc.constant({}),
		tenggatBulan: fc.option(fc.integer({ min: 3, max: 12 })),
		prasyarat: fc.array(prasyarat, { maxLength: terikat || denda ? 3 : 0 }).map((daftar) =>
			daftar.map(
				({ n, ...p }): Prasyarat => ({
					...p,
					id: 'acak',
					sifat: denda ? 'lunak' : 'keras',
					...(denda && { denda: n }),
					alasan: { id: 'acak', en: 'random' },
				}),
			),
		),
	});
}

/** What is minimised first and second. */
const nilaiOf = (soal: Soal, pilih: readonly number[]) => {
	const { massa, biaya, langkah } = totalOf(soal.peubah, pilih);
	const mahal = biaya + dendaOf(soal, pilih);
	return soal.tujuan === 'biaya' ? [mahal, -massa, langkah] : [-massa, biaya, langkah];
};

const diamCukup = (soal: Soal) =>
	soal.tujuan === 'biaya' &&
	isLayak(
		soal,
		soal.peubah.map(() => 0),
	);

describe('rencana terbaik', () => {
	it('program dinamis memberi rencana yang sama dengan pencarian menyeluruh, sampai urutan serinya', async () => {
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 9, terikat: false }), async ({ soal }) => {
				const hasil = await solveSoal(soal);
				const [terbaik] = rankRencana(soal);
				if (!terbaik) return void expect(hasil).toEqual({ ok: false, pasti: true });
				if (!hasil.ok) throw new Error('rencana ada tetapi tidak ditemukan');
				expect(hasil.pemecahan).toMatchObject({ cara: 'program_dinamis', batas: null });
				expect(hasil.pemecahan.pilih).toEqual(diamCukup(soal) ? soal.peubah.map(() => 0) : terbaik);
			}),
			{ numRuns: 300 },
		);
	});

	it('HiGHS dengan kapasitas, prasyarat, dan anggaran sama baiknya dengan pencarian menyeluruh', async () => {
		let highs = 0;
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 9, terikat: true }), fc.boolean(), async ({ soal }, langsung) => {
				const hasil = await solveSoal(soal, langsung ? { tabel: null } : {});
				const [terbaik] = rankRencana(soal);
				if (!terbaik) return void expect(hasil).toEqual({ ok: false, pasti: true });
				if (!hasil.ok) throw new Error('rencana ada tetapi tidak ditemukan');
				if (hasil.pemecahan.cara === 'highs') highs++;
				expect(hasil.pemecahan.batas).toBeNull();
				expect(isLayak(soal, hasil.pemecahan.pilih)).toBe(true);
				if (!diamCukup(soal)) expect(nilaiOf(soal, hasil.pemecahan.pilih)).toEqual(nilaiOf(soal, terbaik));
			}),
			{ numRuns: 300 },
		);
		expect(highs).toBeGreaterThan(20);
	});

	it('prasyarat lunak berdenda ditimbang seperti biaya', async () => {
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 9, terikat: false, denda: true }), async ({ soal }) => {
				const hasil = await solveSoal({ ...soal, tujuan: 'biaya' });
				const [terbaik] = rankRencana({ ...soal, tujuan: 'biaya' });
				expect(hasil.ok).toBe(terbaik !== undefined);
				if (!hasil.ok || !terbaik) return;
				const biaya = (pilih: readonly number[]) => totalOf(soal.peubah, pilih).biaya + dendaOf(soal, pilih);
				expect(biaya(hasil.pemecahan.pilih)).toBe(biaya(terbaik));
			}),
			{ numRuns: 150 },
		);
	});

	it('biaya rupiah sampai triliun: yang disebut terbukti memang terbaik, yang tidak menyebut batas yang benar', async () => {
		const mahal = soalKecil({ biaya: 1_000_000_000_000, terikat: true });
		let [terbukti, jujur] = [0, 0];
		await fc.assert(
			fc.asyncProperty(mahal, fc.boolean(), async ({ soal }, langsung) => {
				const hasil = await solveSoal({ ...soal, tujuan: 'biaya' }, langsung ? { tabel: null } : {});
				const [terbaik] = rankRencana({ ...soal, tujuan: 'biaya' });
				if (!terbaik) return void expect(hasil.ok).toBe(false);
				if (!hasil.ok) return void expect(hasil.pasti).toBe(false);
				const { pilih, batas } = hasil.pemecahan;
				expect(isLayak(soal, pilih)).toBe(true);
				const [punya, murah] = [totalOf(soal.peubah, pilih).biaya, totalOf(soal.peubah, terbaik).biaya];
				if (batas === null) {
					terbukti++;
					return void expect(punya).toBe(murah);
				}
				jujur++;
				expect(batas).toMatchObject({ alasan: 'biaya_terlalu_besar' });
				expect(batas.nilai).toBeLessThanOrEqual(murah);
			}),
			{ numRuns: 400 },
		);
		expect(terbukti).toBeGreaterThan(10);
		expect(jujur).toBeGreaterThan(0);
	});

	it.each([
		['SPBE 2020', spbe2020],
		['SPBE 2018', spbe2018],
		['Pemdi 2026', pemdi2026],
	])(
		'%s penuh: HiGHS dan program dinamis sepakat tentang biaya, indeks, dan banyak langkah',
		async (_, instrumen) => {
			const acak = fc.record({
				jawaban: jawabanAcak(instrumen),
				tabel: tabelAcak(instrumen, { biaya: 40 }),
				naik: fc.integer({ min: 1, max: 120 }),
				tujuan: fc.constantFrom('biaya' as const, 'indeks' as const),
			});
			await fc.assert(
				fc.asyncProperty(acak, async ({ jawaban, tabel, naik, tujuan }) => {
					const semua = requireTangga(instrumen, jawaban, tabel);
					const target = sub(semua.indeks, fromPerseratus(-naik));
					const soal = {
						...buildSoal(semua, {
							...kendalaKosong,
							...(tujuan === 'biaya' ? { target } : { anggaran: naik }),
						}),
					};
					const [tepat, milp] = [await solveSoal(soal), await solveSoal(soal, { tabel: null })];
					expect(milp.ok).toBe(tepat.ok);
					if (!tepat.ok || !milp.ok) return;
					expect([tepat.pemecahan.cara, milp.pemecahan.cara]).toEqual(['program_dinamis', 'highs']);
					expect(nilaiOf(soal, milp.pemecahan.pilih)).toEqual(nilaiOf(soal, tepat.pemecahan.pilih));
				}),
				{ numRuns: 8 },
			);
		},
	);

	it('menambah anggaran tidak pernah menurunkan indeks, dan target lebih tinggi tidak pernah lebih murah', async () => {
		const acak = fc.record({ jawaban: jawabanAcak(spbe2020), tabel: tabelAcak(spbe2020, { biaya: 30 }) });
		await fc.assert(
			fc.asyncProperty(acak, fc.nat(300), fc.nat(60), async ({ jawaban, tabel }, anggaran, lebih) => {
				const semua = requireTangga(spbe2020, jawaban, tabel);
				const capai = async (kendala: Partial<Kendala>) => {
					const soal = buildSoal(semua, { ...kendalaKosong, ...kendala });
					const hasil = await solveSoal(soal);
					return hasil.ok ? totalOf(soal.peubah, hasil.pemecahan.pilih) : null;
				};
				const [sedikit, banyak] = [await capai({ anggaran }), await capai({ anggaran: anggaran + lebih })];
				expect(banyak?.massa).toBeGreaterThanOrEqual(sedikit?.massa ?? 0);
				const indeks = indeksOf(semua, sedikit?.massa ?? 0);
				const kembali = await capai({ target: indeks });
				expect(kembali?.biaya).toBeLessThanOrEqual(sedikit?.biaya ?? 0);
			}),
			{ numRuns: 20 },
		);
	});
});

describe('penjelasan rencana', () => {
	it('indeks dihitung ulang dari jawaban baru, poin langkah berjumlah tepat kenaikannya', async () => {
		await fc.assert(
			fc.asyncProperty(
				soalKecil({ biaya: 9, terikat: true }),
				async ({ instrumen, jawaban, tabel, kendala }) => {
					const hasil = await planRencana({
						instrumen,
						jawaban,
						tabel,
						kendala: { ...kendala, prasyarat: [] },
					});
					if (!hasil.ok) return;
					const { rencana } = hasil;
					expect(score(instrumen, rencana.jawaban).indeks).toEqual(rencana.indeks);
					const poin = rencana.langkah.reduce((n, l) => sub(n, l.poin), rencana.indeks);
					expect(equal(poin, rencana.indeksKini)).toBe(true);
					expect(rencana.langkah.reduce((n, l) => n + l.biaya, 0)).toBe(rencana.biaya);
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe('rencana lain', () => {
	it.each([false, true])(
		'berikutnya yang terbaik, berbeda, menurut urutan menyeluruh (terikat: %s)',
		async (terikat) => {
			await fc.assert(
				fc.asyncProperty(soalKecil({ biaya: 9, terikat }), async ({ soal }) => {
					const daftar = (await listPemecahan(soal, 6)).map(({ pilih }) => pilih);
					const semua = rankRencana(soal);
					const mulai = diamCukup(soal) ? 1 : 0;
					expect(new Set(daftar.map(String)).size).toBe(daftar.length);
					expect(daftar).toHaveLength(Math.min(6, semua.length));
					const lain = semua.filter((pilih) => mulai === 0 || pilih.some((r) => r > 0));
					const harapan = lain.slice(0, daftar.length - mulai);
					if (!terikat) return void expect(daftar.slice(mulai)).toEqual(harapan);
					const nilai = (pilih: readonly number[]) => nilaiOf(soal, pilih).slice(0, 2);
					expect(daftar.slice(mulai).map(nilai)).toEqual(harapan.map(nilai));
				}),
				{ numRuns: terikat ? 60 : 150 },
			);
		},
	);
});

describe('sasaran domain, aspek, dan indikator', () => {
	const nilaiSimpul = (s: SimpulSkor): [string, Pecahan | null][] => [
		[s.id, s.nilai],
		...s.anak.flatMap(nilaiSimpul),
	];
	it('yang layak tepat yang nilainya menurut pohon skor mencapai sasaran', async () => {
		let [ya, tidak] = [0, 0];
		fc.assert(
			fc.property(soalKecil({ biaya: 9, terikat: true }), ({ instrumen, semua, kendala }) => {
				const soal = buildSoal(semua, { ...kendalaKosong, sasaran: kendala.sasaran });
				// the widest ranges, so that plans below a target are looked at too
				const bebas = { ...soal, peubah: soal.peubah.map((p) => ({ ...p, bawah: 0 })) };
				for (const pilih of listPilihan(bebas)) {
					const nanti = Object.fromEntries(
						semua.tangga.map(({ id, jawab }, n) => [id, jawab(pilih[n] ?? 0)]),
					);
					const nilai = new Map(nilaiSimpul(score(instrumen, nanti).simpul));
					const sampai = Object.entries(kendala.sasaran).every(([id, target]) => {
						const n = nilai.get(id);
						return n != null && compare(n, target) >= 0;
					});
					expect(isLayak(soal, pilih)).toBe(sampai);
					if (sampai) ya++;
					else tidak++;
				}
			}),
			{ numRuns: 60 },
		);
		expect(ya).toBeGreaterThan(100);
		expect(tidak).toBeGreaterThan(100);
	});
});

describe('yang harus dilonggarkan', () => {
	const layak = (semua: TanggaSemua, kendala: Kendala) =>
		rankRencana({ ...buildSoal(semua, kendala), tujuan: 'biaya' }).length > 0;

	it('setiap usul cukup sendirian, dan satu satuan lebih sedikit tidak cukup', async () => {
		const jenis = new Set<string>();
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 9, terikat: true }), async ({ instrumen, semua, kendala }) => {
				if (layak(semua, kendala)) return;
				for (const { kendala: nama, tentang = '', ke } of await listPelonggaran(instrumen, semua, kendala)) {
					jenis.add(nama);
					const n = Number(ke);
					const ubah = (k: Partial<Kendala>) => layak(semua, { ...kendala, ...k });
					const { kapasitas } = kendala;
					if (nama === 'target')
						expect([
							ubah({ target: fromPerseratus(Math.round(n * 100)) }),
							ubah({ target: fromPerseratus(Math.round(n * 100) + 1) }),
						]).toEqual([true, false]);
					if (nama === 'anggaran')
						expect([ubah({ anggaran: n }), ubah({ anggaran: n - 1 })]).toEqual([true, false]);
					if (nama === 'tenggat')
						expect([ubah({ tenggatBulan: n }), ubah({ tenggatBulan: n - 1 })]).toEqual([true, false]);
					if (nama === 'min_tingkat')
						expect([ubah({ minTingkat: n * 100 }), ubah({ minTingkat: n * 100 + 100 })]).toEqual([
							true,
							false,
						]);
					if (nama === 'sasaran') {
						const turun = (n: number) => ({ sasaran: { ...kendala.sasaran, [tentang]: fromPerseratus(n) } });
						expect([ubah(turun(Math.round(n * 100))), ubah(turun(Math.round(n * 100) + 1))]).toEqual([
							true,
							false,
						]);
					}
					if (nama === 'kapasitas')
						expect([
							ubah({ kapasitas: { ...kapasitas, [tentang]: n } }),
							ubah({ kapasitas: { ...kapasitas, [tentang]: n - 1 } }),
						]).toEqual([true, false]);
				}
			}),
			{ numRuns: 250 },
		);
		expect([...jenis].sort()).toEqual(
			expect.arrayContaining([
				'anggaran',
				'kapasitas',
				'kecuali',
				'min_tingkat',
				'sasaran',
				'target',
				'tenggat',
			]),
		);
	});

	/** A constraint with its figure set to so much; undefined for those that only stand or fall. */
	const setAngka = (
		k: Kendala,
		{ kendala: nama, tentang = '' }: Pelonggaran,
		n: number,
	): Kendala | undefined => {
		if (nama === 'target') return { ...k, target: fromPerseratus(n) };
		if (nama === 'sasaran') return { ...k, sasaran: { ...k.sasaran, [tentang]: fromPerseratus(n) } };
		if (nama === 'anggaran') return { ...k, anggaran: n };
		if (nama === 'tenggat') return { ...k, tenggatBulan: n };
		if (nama === 'kapasitas') return { ...k, kapasitas: { ...k.kapasitas, [tentang]: n } };
		if (nama === 'min_tingkat') return { ...k, minTingkat: n };
		if (nama === 'min_indikator') return { ...k, minIndikator: { ...k.minIndikator, [tentang]: n } };
		return undefined;
	};
	const angkaOf = ({ kendala: nama, ke }: Pelonggaran) =>
		['target', 'sasaran', 'min_tingkat', 'min_indikator'].includes(nama)
			? Math.round(Number(ke) * 100)
			: Number(ke);
	/** One step closer to what was asked for. */
	const lebihDekat = (p: Pelonggaran) =>
		angkaOf(p) + (p.kendala.startsWith('min_') ? 100 : ['target', 'sasaran'].includes(p.kendala) ? 1 : -1);
	const lepas = (k: Kendala, { kendala: nama, tentang = '' }: Pelonggaran): Kendala => {
		if (nama === 'kecuali') return { ...k, kecuali: k.kecuali.filter((id) => id !== tentang) };
		if (nama !== 'prasyarat') throw new Error(nama);
		const prasyarat = k.prasyarat.map((p): Prasyarat => {
			const ini = `${p.id} (${p.indikator} → ${p.syarat})` === tentang;
			return ini ? { ...p, sifat: 'lunak', denda: 0 } : p;
		});
		return { ...k, prasyarat };
	};
	const terap = (k: Kendala, p: Pelonggaran) => setAngka(k, p, angkaOf(p)) ?? lepas(k, p);

	it('bila tidak ada satu yang cukup, setiap gabungan dua cukup dan tidak satu pun dapat lebih kecil', async () => {
		let banyak = 0;
		const jenis = new Set<string>();
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 9, terikat: true }), async ({ instrumen, semua, kendala }) => {
				if (layak(semua, kendala)) return;
				const { pelonggaran, gabungan, lengkap } = await suggestPelonggaran(instrumen, semua, kendala);
				if (pelonggaran.length > 0) return void expect(gabungan).toEqual([]);
				expect(lengkap).toBe(true);
				for (const { isi } of gabungan) {
					banyak++;
					const [a, b] = isi;
					expect(layak(semua, terap(terap(kendala, a), b))).toBe(true);
					for (const [satu, lain] of [
						[a, b],
						[b, a],
					] as const) {
						jenis.add(satu.kendala);
						const kurang = setAngka(terap(kendala, lain), satu, lebihDekat(satu));
						expect(layak(semua, kurang ?? terap(kendala, lain))).toBe(false);
					}
				}
			}),
			{ numRuns: 400 },
		);
		expect(banyak).toBeGreaterThan(30);
		expect([...jenis]).toEqual(expect.arrayContaining(['target', 'kapasitas', 'anggaran']));
	}, 120_000);

	it('tidak ada gabungan dua yang terlewat: anggaran dan kapasitas dicari menyeluruh', async () => {
		let ketemu = 0;
		await fc.assert(
			fc.asyncProperty(soalKecil({ biaya: 4, terikat: true }), async ({ instrumen, semua, kendala: k }) => {
				// two demands and two limits, so that no single one gives way enough
				const kendala: Kendala = {
					...{ ...kendalaKosong, target: k.target ?? fromPerseratus(350), minTingkat: 200, unit: k.unit },
					...{ anggaran: (k.anggaran ?? 0) % 3, kapasitas: { Dinas: (k.kapasitas.Dinas ?? 0) % 4 } },
				};
				if (layak(semua, kendala)) return;
				const { pelonggaran, gabungan } = await suggestPelonggaran(instrumen, semua, kendala);
				if (pelonggaran.length > 0) return;
				const bebas = { ...kendala, anggaran: null, kapasitas: {} };
				const soal = buildSoal(semua, bebas);
				const hari = (pilih: readonly number[]) =>
					pilih.reduce((n, r, i) => n + (i % 2 === 0 ? (soal.peubah[i]?.anak[r]?.hari ?? 0) : 0), 0);
				const titik = rankRencana({ ...soal, tujuan: 'biaya' }).map(
					(p) => [totalOf(soal.peubah, p).biaya, hari(p)] as const,
				);
				const disebut = gabungan.filter(
					({ isi: [a, b] }) => a.kendala === 'anggaran' && b.kendala === 'kapasitas' && b.tentang === 'Dinas',
				);
				if (gabungan.length < 8) expect(disebut.length > 0).toBe(titik.length > 0);
				for (const { isi } of disebut) {
					ketemu++;
					const [biaya, hariOrang] = isi.map(({ ke }) => Number(ke)) as [number, number];
					expect(titik.some(([x, y]) => x <= biaya && y <= hariOrang)).toBe(true);
					expect(titik.some(([x, y]) => (x < biaya && y <= hariOrang) || (x <= biaya && y < hariOrang))).toBe(
						false,
					);
				}
			}),
			{ numRuns: 400 },
		);
		expect(ketemu).toBeGreaterThan(3);
	}, 120_000);
});
