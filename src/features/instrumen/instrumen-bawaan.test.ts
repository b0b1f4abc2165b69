import { describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import { checkInstrumen } from './check-instrumen.ts';
import { findPedoman } from './instrumen.rules.ts';
import { bacaBawaan, idBawaan, teksBawaan } from './instrumen.testing.ts';
import { requireInstrumen } from './instrumen.ts';

const registri = bacaBawaan();
const ambil = (id: string) => requireInstrumen({ dir: { project: projectDir, data: '/tidak-ada' } }, id);

describe('instrumen bawaan', () => {
	it.each(idBawaan)('%s lolos skema dan semua pemeriksaan', (id) => {
		const hasil = checkInstrumen(teksBawaan(id));
		expect(hasil.ok ? [] : hasil.masalah).toEqual([]);
	});

	it('ketiganya termuat menurut tahun pertama, tanpa masalah', () => {
		expect(registri.masalah).toEqual([]);
		expect(registri.list().map((i) => i.id)).toEqual([...idBawaan]);
	});

	it.each([
		['spbe-2018', 3, 7, 35, 300],
		['spbe-2020', 4, 8, 47, 10_000],
		['pemdi-2026', 0, 7, 20, 10_000],
	])(
		'%s memuat %i domain, %i aspek, %i indikator, jumlah bobot %i',
		(id, domain, aspek, indikator, bobot) => {
			const instrumen = ambil(id);
			expect([instrumen.domain.length, listAspek(instrumen).length, listIndikator(instrumen).length]).toEqual(
				[domain, aspek, indikator],
			);
			expect(listIndikator(instrumen).reduce((n, i) => n + i.bobot, 0)).toBe(bobot);
		},
	);

	it.each([
		['spbe-2018', [51, 84, 165], [21, 30, 24, 24, 36, 105, 60]],
		['spbe-2020', [1300, 2500, 1650, 4550], [1300, 1000, 1000, 500, 1200, 450, 2750, 1800]],
		['pemdi-2026', [], [1000, 1000, 1500, 1500, 1000, 1500, 2500]],
	])('%s membagi bobot domain dan aspek seperti peraturannya', (id, domain, aspek) => {
		const instrumen = ambil(id);
		expect(instrumen.domain.map((d) => d.bobot)).toEqual(domain);
		expect(listAspek(instrumen).map((a) => a.bobot)).toEqual(aspek);
	});

	it('indikator 35 tahun 2018 menilai sampai tiga layanan publik dengan bobot sepuluh persen', () => {
		const i35 = listIndikator(ambil('spbe-2018')).find((i) => i.id === 'I35');
		expect([i35?.butir, i35?.bobot]).toEqual([{ maks: 3 }, 30]);
	});

	it('indikator 42–47 tahun 2020 berbobot 3,00%, bukan 3,50% yang salah cetak', () => {
		const publik = listIndikator(ambil('spbe-2020')).filter((i) => i.no >= 42);
		expect(publik.map((i) => i.bobot)).toEqual(Array(6).fill(300));
	});

	it('indikator 3 tahun 2020 meletakkan "sebagian" di tingkat 3, "keenam" di 4, dan reviu baru di 5', () => {
		const tingkat = listIndikator(ambil('spbe-2020'))[2]?.tingkat ?? {};
		expect(tingkat['3']).toMatch(/sebagian/);
		expect(tingkat['4']).toMatch(/keenam/);
		expect(tingkat['4']).not.toMatch(/reviu/);
		expect(tingkat['5']).toMatch(/reviu/);
	});

	it('predikat 2023 mengikuti indeks terbulatkan, 2024 indeks persis, selebihnya indeks persis', () => {
		const { aturan, aturanTahun } = ambil('spbe-2020').predikat;
		expect([aturan, aturanTahun]).toEqual(['persis', { '2023': 'terbulatkan', '2024': 'persis' }]);
	});

	it('Pemdi mengambil nilai I05, I06, I07, dan I18 dari indeks lain, sedangkan I10–I12 hanya buktinya', () => {
		const peran = listIndikator(ambil('pemdi-2026')).map((i) => [i.id, i.indeksLuar?.peran]);
		expect(peran.filter(([, p]) => p === 'nilai').map(([id]) => id)).toEqual(['I05', 'I06', 'I07', 'I18']);
		expect(peran.filter(([, p]) => p === 'bukti').map(([id]) => id)).toEqual(['I10', 'I11', 'I12']);
	});

	it('tiap keraguan sumber ditulis sebagai kalimat utuh', () => {
		for (const { ketidakpastian } of registri.list()) {
			expect(ketidakpastian.length).toBeGreaterThan(5);
			expect(ketidakpastian.filter((k) => !/^[A-Z].{30,}\.$/.test(k))).toEqual([]);
		}
	});

	it.each([
		[2019, 'Buku pedoman evaluasi SPBE 2018'],
		[2021, 'KepmenPANRB 962/2021'],
		[2022, 'KepmenPANRB 962/2021'],
		[2023, 'Pedoman Menteri PANRB 6/2023'],
		[2024, 'Pedoman Menteri PANRB 3/2024'],
		[2025, 'Pedoman Menteri PANRB 3/2024'],
		[2026, undefined],
	])('pedoman teknis tahun %i adalah %s', (tahun, nama) => {
		const instrumen = registri.forTahun(tahun);
		expect(instrumen && findPedoman(instrumen, tahun)?.nama).toBe(nama);
	});

	it.each([
		[2017, undefined],
		[2018, 'spbe-2018'],
		[2020, 'spbe-2018'],
		[2021, 'spbe-2020'],
		[2025, 'spbe-2020'],
		[2026, 'pemdi-2026'],
	])('tahun %i dinilai dengan %s', (tahun, id) => {
		expect(registri.forTahun(tahun)?.id).toBe(id);
	});

	it('hasil resmi 2018 dan 2019 terulang dari nilai aspeknya sampai pembulatan', () => {
		const instrumen = ambil('spbe-2018');
		const seratus = (teks: string) => Math.round(Number(teks) * 100);
		expect(instrumen.validasi).toHaveLength(2);
		for (const hasil of instrumen.validasi ?? []) {
			const jumlah = listAspek(instrumen).reduce((n, a) => n + a.bobot * seratus(hasil.aspek[a.id] ?? ''), 0);
			expect(Math.abs(jumlah - 300 * seratus(hasil.indeks))).toBeLessThanOrEqual(300);
		}
	});
});
