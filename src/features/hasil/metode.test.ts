import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { bacaBawaan } from '#features/instrumen/instrumen.testing.ts';
import { projectDir } from '#platform/config.ts';
import { kelompokPulau, kelompokTarget, rerataDaftar, susunContoh } from './metode.rules.ts';
import { bacaNamaBerkas, formatBerkas, tulisNamaBerkas } from './nama-berkas.rules.ts';

const instrumen = bacaBawaan().get('spbe-2020');
if (!instrumen) throw new Error('spbe-2020');
const balikpapan2022 = [
	['A2', 175],
	['A3', 325],
	['A4', 300],
	['D2', 260],
] as const;

describe('contoh hitung', () => {
	it('tata kelola Balikpapan 2022: (1,75×10 + 3,25×10 + 3,00×5) / 25 = 2,60', () => {
		const contoh = susunContoh(instrumen, 'D2', new Map(balikpapan2022));
		expect(contoh).toMatchObject({ jumlah: '65', hasil: 260, domain: { bobot: 2500 } });
		expect(contoh?.suku.map((s) => [s.nilai, s.bobot, s.kali])).toEqual([
			[175, 1000, '17.5'],
			[325, 1000, '32.5'],
			[300, 500, '15'],
		]);
	});

	it.each([
		['satu aspek tidak diumumkan', balikpapan2022.slice(1)],
		['domainnya tidak diumumkan', balikpapan2022.slice(0, 3)],
		['rumus tidak menghasilkan nilai terbitan', [...balikpapan2022.slice(0, 3), ['D2', 261] as const]],
	])('tidak ditampilkan bila %s', (_, terbit) => {
		expect(susunContoh(instrumen, 'D2', new Map(terbit))).toBeNull();
	});
});

describe('rata-rata daftar', () => {
	it.each([
		[174_868n, 621, 282],
		[1n, 2, 1],
		[0n, 0, null],
		[null, null, null],
	])('jumlah %o dari %o menjadi %o perseratus', (jumlah, banyak, hasil) => {
		expect(rerataDaftar(jumlah, banyak)).toBe(hasil);
	});
});

describe('kelompok', () => {
	it('provinsi menurut pulau, keduanya menurut abjad', () => {
		const provinsi = [
			{ nama: 'Riau', pulau: 'Sumatera' },
			{ nama: 'Kalimantan Timur', pulau: 'Kalimantan' },
			{ nama: 'Aceh', pulau: 'Sumatera' },
		];
		expect(kelompokPulau(provinsi)).toEqual([
			{ pulau: 'Kalimantan', provinsi: ['Kalimantan Timur'] },
			{ pulau: 'Sumatera', provinsi: ['Aceh', 'Riau'] },
		]);
	});

	it('target yang sama menjadi satu baris; 2,7 tetap terpisah dari 2,6', () => {
		const target = (tahun: number, nilai: number, sumber: string) => ({
			tahun,
			nilai,
			sumber,
			catatan: null,
		});
		expect(
			kelompokTarget([
				target(2021, 260, 'peraturan'),
				target(2022, 260, 'peraturan'),
				target(2022, 270, 'berita'),
			]),
		).toEqual([
			{ tahun: '2021–2022', nilai: 260, sumber: 'peraturan', catatan: null },
			{ tahun: '2022', nilai: 270, sumber: 'berita', catatan: null },
		]);
	});
});

describe('nama berkas', () => {
	it('yang ditulis dapat dibaca kembali', () => {
		for (const tahun of [2024, null])
			for (const format of formatBerkas)
				expect(bacaNamaBerkas(tulisNamaBerkas(tahun, format))).toEqual({ tahun, format, sidik: false });
	});

	it.each([
		'hasil.csv',
		'hasil-24.csv',
		'hasil-2024.xml',
		'hasil-2024.xlsx.sha256',
		'../hasil-2024.csv',
		'hasil-2024.csv ',
	])('%o bukan berkas data', (nama) => {
		expect(bacaNamaBerkas(nama)).toBeNull();
	});
});

describe('pernyataan halaman metode tentang pembulatan', () => {
	it('menghitung indeks dari domain yang sudah dibulatkan meleset 0,01 pada 138 baris 2023 dan 2024', () => {
		const daftar: Record<string, string>[] = parse(readFileSync(join(projectDir, 'data/hasil.csv')), {
			columns: true,
			bom: true,
		});
		const perseratus = (teks: string | undefined) => Number((teks ?? '').replace('.', ''));
		const kolom = ['d1_kebijakan', 'd2_tata_kelola', 'd3_manajemen', 'd4_layanan'];
		const selisih = daftar
			.filter((b) => ['2023', '2024'].includes(b.year ?? '') && b.type !== 'nasional')
			.filter((b) => kolom.every((k) => b[k] !== ''))
			.map((b) => {
				const jumlah = instrumen.domain.reduce((n, d, i) => n + d.bobot * perseratus(b[kolom[i] ?? '']), 0);
				return Math.abs(Math.floor((2 * jumlah + 10_000) / 20_000) - perseratus(b.index));
			});
		expect(selisih.filter((s) => s === 1)).toHaveLength(138);
		expect(selisih.filter((s) => s > 1)).toEqual([]);
	});
});
