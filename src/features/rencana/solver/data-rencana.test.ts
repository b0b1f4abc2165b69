import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadInstrumen } from '#features/instrumen/load-instrumen.ts';
import { projectDir } from '#platform/config.ts';
import { listIndikator } from '#scoring';
import { buildTabelBawaan, listCatatanLuar, listJenisUsaha, listPrasyaratBawaan } from './bawaan.rules.ts';
import { findLingkaran } from './prasyarat.rules.ts';
import { readDataRencana } from './read-data-rencana.ts';

const data = readDataRencana({ dir: { project: projectDir, data: projectDir } });
const registri = loadInstrumen(join(projectDir, 'instruments'));
const bawaan = registri.list().map((i) => [i.id, i] as const);

describe('anggapan bawaan', () => {
	it.each(bawaan)(
		'%s: setiap indikator punya jenis, usaha, dan peluang untuk setiap langkahnya',
		(_, instrumen) => {
			const jenis = listJenisUsaha(data, instrumen);
			expect([...jenis.values()].filter((j) => j === 'umum' || !(j in data.usaha.jenis))).toEqual([]);
			const tabel = buildTabelBawaan(data, instrumen);
			const banyak = (instrumen.skala.maks - instrumen.skala.min) / 100;
			for (const { id } of listIndikator(instrumen)) {
				expect(tabel[id]).toHaveLength(banyak);
				for (const { biaya, peluang } of tabel[id] ?? []) {
					expect(biaya).toBeGreaterThan(0);
					expect(peluang.beri).toBeLessThanOrEqual(peluang.dari);
				}
			}
		},
	);

	it('kunci data menunjuk instrumen, aspek, dan indikator yang ada', () => {
		const asing = Object.entries(data.usaha.instrumen).flatMap(([id, peta]) => {
			const teks = JSON.stringify(registri.get(id) ?? {});
			return [...Object.keys(peta.aspek), ...Object.keys(peta.indikator)].filter(
				(k) => !teks.includes(`"id":"${k}"`),
			);
		});
		expect(asing).toEqual([]);
		expect(Object.keys(data.peluang.jenis).sort()).toEqual(Object.keys(data.usaha.jenis).sort());
		for (const [id, { aturan }] of Object.entries(data.prasyarat.instrumen)) {
			const ids = listIndikator(registri.get(id) ?? expect.fail(id)).map((i) => i.id);
			for (const a of aturan) expect(ids).toEqual(expect.arrayContaining([...a.indikator, ...a.syarat]));
		}
	});

	it.each(bawaan)('%s: prasyaratnya lunak dan tidak melingkar', (_, instrumen) => {
		const prasyarat = listPrasyaratBawaan(data, instrumen);
		expect(findLingkaran(prasyarat)).toBeNull();
		expect(prasyarat.filter(({ sifat }) => sifat === 'keras')).toEqual([]);
		if (instrumen.id === 'spbe-2020') expect(prasyarat.length).toBeGreaterThan(11);
	});

	it('riwayat instansi menggeser peluang jenis dan tingkat itu saja', () => {
		const instrumen = registri.get('spbe-2020') ?? expect.fail();
		const tabel = buildTabelBawaan(data, instrumen, { 'manajemen/3': { diberi: 0, ditolak: 20 } });
		const semula = buildTabelBawaan(data, instrumen);
		expect(tabel.I21?.[1]?.peluang).toEqual({ beri: 14, dari: 40 });
		expect(tabel.I21?.[2]).toEqual(semula.I21?.[2]);
		expect(tabel.I11).toEqual(semula.I11);
	});

	it('instrumen yang tidak dikenal data memakai jenis umum', () => {
		const instrumen = { ...(registri.get('pemdi-2026') ?? expect.fail()), id: 'daerah-kami' };
		expect(new Set(listJenisUsaha(data, instrumen).values())).toEqual(new Set(['umum']));
	});

	it('indikator Pemdi yang nilainya dari indeks lain disebut', () => {
		const pemdi = registri.get('pemdi-2026') ?? expect.fail();
		expect(listCatatanLuar(pemdi).map(({ indikator }) => indikator)).toEqual(['I05', 'I06', 'I07', 'I18']);
		expect(listCatatanLuar(registri.get('spbe-2020') ?? expect.fail())).toEqual([]);
	});
});

describe('prasyarat melingkar', () => {
	const aturan = (indikator: string, tingkat: number, syarat: string, tingkatSyarat: number) => ({
		id: 'uji',
		indikator,
		tingkat: tingkat * 100,
		syarat,
		tingkatSyarat: tingkatSyarat * 100,
		sifat: 'keras' as const,
		alasan: { id: '', en: '' },
	});

	it('disebut lingkarannya', () => {
		expect(findLingkaran([aturan('A', 3, 'B', 3), aturan('B', 2, 'C', 4), aturan('C', 4, 'A', 3)])).toEqual([
			'A tingkat 3',
			'B tingkat 3',
			'C tingkat 4',
			'A tingkat 3',
		]);
		expect(findLingkaran([aturan('A', 3, 'A', 3)])).toEqual(['A tingkat 3', 'A tingkat 3']);
		expect(findLingkaran([aturan('X', 2, 'A', 2), aturan('A', 2, 'B', 2), aturan('B', 2, 'A', 5)])).toEqual([
			'A tingkat 2',
			'B tingkat 2',
			'A tingkat 5',
		]);
	});

	it('bukan lingkaran bila tingkatnya turun', () => {
		expect(
			findLingkaran([aturan('A', 4, 'B', 3), aturan('B', 3, 'A', 2), aturan('A', 2, 'B', 1)]),
		).toBeNull();
	});
});
