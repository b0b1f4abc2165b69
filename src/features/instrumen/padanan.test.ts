import { describe, expect, it } from 'vitest';
import { bacaBawaan } from './instrumen.testing.ts';
import {
	findJeda,
	findTanpaPadanan,
	hasJeda,
	listPendahulu,
	listPenerus,
	susunRantai,
} from './padanan.rules.ts';
import type { Padanan } from './padanan.schema.ts';
import { periksaPadanan } from './padanan-koheren.rules.ts';

const registri = bacaBawaan();
const { padanan } = registri;
const rujuk = (instrumen: string, indikator: string) => ({ instrumen, indikator });
const indikatorKe = (instrumen: string, indikator: string) =>
	listPenerus(padanan, rujuk(instrumen, indikator)).map((p) => p.ke.indikator);
const tanpa = (daftar: Padanan['tanpaPenerus'], instrumen: string) =>
	daftar.filter((t) => t.instrumen === instrumen).map((t) => t.indikator);
const urut = (awal: number, akhir: number) =>
	Array.from({ length: akhir - awal + 1 }, (_, n) => `I${String(awal + n).padStart(2, '0')}`);

describe('padanan 2018, 2020, dan 2026', () => {
	it('tiap indikator berpadanan atau dinyatakan tanpa penerus atau pendahulu', () => {
		expect(periksaPadanan(padanan, registri.list())).toEqual([]);
	});

	it('Pemdi memuat enam indikator yang tidak berasal dari SPBE 2020', () => {
		expect(tanpa(padanan.tanpaPendahulu, 'pemdi-2026')).toEqual(['I06', 'I07', 'I08', 'I11', 'I12', 'I20']);
	});

	it('manajemen aset TIK, layanan administrasi, dan JDIH tidak punya penerus dalam Pemdi', () => {
		expect(tanpa(padanan.tanpaPenerus, 'spbe-2020')).toEqual(['I24', ...urut(32, 41), 'I44']);
		expect(findTanpaPadanan(padanan, 'penerus', rujuk('spbe-2020', 'I24'))?.alasan).toMatch(
			/Perpres 95\/2018/,
		);
	});

	it.each([
		['spbe-2018', 'I03', ['I01', 'I02']],
		['spbe-2018', 'I35', ['I45', 'I46', 'I47']],
		['spbe-2018', 'I08', []],
		['spbe-2020', 'I18', ['I16', 'I18']],
		['spbe-2020', 'I42', ['I17', 'I19']],
	])('%s %s berlanjut ke %j', (instrumen, indikator, penerus) => {
		expect(indikatorKe(instrumen, indikator)).toEqual(penerus);
	});

	it('audit dalam Pemdi berasal dari kebijakan dan ketiga audit SPBE 2020', () => {
		const asal = listPendahulu(padanan, rujuk('pemdi-2026', 'I09')).map((p) => p.dari.indikator);
		expect(asal).toEqual(['I09', 'I29', 'I30', 'I31']);
	});

	it('rantai rencana induk 2018 sampai Pemdi membawa kepastian yang terlemah', () => {
		expect(susunRantai(padanan, rujuk('spbe-2018', 'I03'))).toEqual([
			{ instrumen: 'spbe-2018', indikator: [{ id: 'I03', kepastian: null }], tanpa: null },
			{
				instrumen: 'spbe-2020',
				indikator: [
					{ id: 'I01', kepastian: 'paparan_kementerian' },
					{ id: 'I02', kepastian: 'paparan_kementerian' },
				],
				tanpa: null,
			},
			{ instrumen: 'pemdi-2026', indikator: [{ id: 'I01', kepastian: 'usulan' }], tanpa: null },
		]);
	});

	it('rantai dari tengah berjalan ke dua arah', () => {
		const ruas = susunRantai(padanan, rujuk('spbe-2020', 'I16')).map((r) => r.indikator.map((i) => i.id));
		expect(ruas).toEqual([['I22'], ['I16'], ['I14']]);
	});

	it('rantai yang putus menyebut alasannya', () => {
		const ruas = susunRantai(padanan, rujuk('spbe-2020', 'I24'));
		expect(ruas.map((r) => r.indikator.length)).toEqual([0, 1, 0]);
		expect(ruas[0]?.tanpa?.alasan).toMatch(/pendahulunya/);
		expect(ruas[2]?.tanpa?.alasan).toMatch(/aset TIK/);
	});

	it('indikator instrumen yang tidak dikenal tidak punya rantai', () => {
		expect(susunRantai(padanan, rujuk('lain', 'I01'))).toEqual([]);
	});
});

describe('jeda deret', () => {
	it.each([
		[2018, 2020, false],
		[2020, 2021, true],
		[2021, 2020, true],
		[2018, 2026, true],
		[2021, 2025, false],
		[2024, 2026, true],
		[2024, 2024, false],
	])('%i dan %i: %s', (a, b, jeda) => {
		expect(hasJeda(padanan.jeda, a, b)).toBe(jeda);
	});

	it('menyebut mengapa 2025 dan 2026 tidak boleh dibandingkan', () => {
		expect(findJeda(padanan.jeda, 2025, 2026)?.alasan).toMatch(
			/20 indikator.*bukan naik atau turunnya kematangan/,
		);
	});
});

describe('padanan yang keliru', () => {
	type Ubah = (isi: Padanan) => unknown;
	const kasus: [string, Ubah, string, RegExp][] = [
		[
			'indikator yang tidak ada',
			(p) => Object.assign(p.pasangan[0]?.ke ?? {}, { indikator: 'I99' }),
			'pasangan[0].ke',
			/spbe-2020\/I99 tidak ada/,
		],
		[
			'pasangan ganda',
			(p) => p.pasangan.push(structuredClone(p.pasangan[0]) as Padanan['pasangan'][number]),
			'pasangan[63]',
			/tertulis dua kali/,
		],
		[
			'pasangan terbalik',
			(p) => Object.assign(p.pasangan[0] ?? {}, { dari: rujuk('pemdi-2026', 'I01') }),
			'pasangan[0]',
			/bukan instrumen sesudah/,
		],
		[
			'indikator terlupa',
			(p) => p.tanpaPenerus.shift(),
			'tanpaPenerus',
			/spbe-2018\/I02 tidak punya penerus/,
		],
		[
			'indikator berpadanan yang dinyatakan tanpa',
			(p) => Object.assign(p.tanpaPenerus[0] ?? {}, { indikator: 'I01' }),
			'tanpaPenerus[0]',
			/punya pasangan/,
		],
		['jeda yang hilang', (p) => p.jeda.pop(), 'jeda', /spbe-2020 dan pemdi-2026 tidak ada/],
		[
			'jeda bertahun lain',
			(p) => Object.assign(p.jeda[0]?.dari ?? {}, { tahun: 2019 }),
			'jeda[0]',
			/tidak cocok/,
		],
		['instrumen yang tidak ada', (p) => p.urutan.push('pemdi-2030'), 'urutan[3]', /pemdi-2030 tidak ada/],
	];

	it.each(kasus)('%s', (_nama, ubah, path, pesan) => {
		const isi = structuredClone(padanan);
		ubah(isi);
		expect(periksaPadanan(isi, registri.list())).toContainEqual({
			path,
			kode: 'padanan',
			pesan: expect.stringMatching(pesan),
		});
	});
});
