import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parseDesimal, roundPerseratus } from './pecahan.ts';
import { periksaTerbitan } from './periksa-terbitan.ts';
import { spbe2020 } from './scoring.testing.ts';
import { simpulkan } from './simpulkan.ts';
import type { Terbit } from './terbit.ts';

type Baris = Record<string, string>;

const berkas = new URL('../../data/hasil.csv', import.meta.url);
const lengkap = (parse(readFileSync(berkas), { columns: true, bom: true }) as Baris[]).filter(
	({ year, type }) => (year === '2023' || year === '2024') && type !== 'nasional',
);

const perseratus = (teks: string | undefined) => {
	const nilai = parseDesimal(teks ?? '');
	return nilai && roundPerseratus(nilai);
};

const terbitOf = (baris: Baris): Terbit => ({
	indeks: perseratus(baris.index),
	predikat: baris.predicate,
	domain: {
		D1: perseratus(baris.d1_kebijakan),
		D2: perseratus(baris.d2_tata_kelola),
		D3: perseratus(baris.d3_manajemen),
		D4: perseratus(baris.d4_layanan),
	},
});

describe('daftar resmi 2023 dan 2024', () => {
	it('dari 1.236 baris tepat tiga tidak dapat dipastikan', () => {
		expect(lengkap).toHaveLength(1236);
		const ragu = lengkap.flatMap((baris) => {
			const hasil = periksaTerbitan(spbe2020, terbitOf(baris), { tahun: Number(baris.year), lengkap: true });
			return hasil.status === 'cocok'
				? []
				: [`${baris.institution} ${baris.year}: ${hasil.alasan} ${hasil.simpul}`];
		});
		expect(ragu.sort()).toEqual([
			'Kabupaten Banyuasin 2023: domain_di_bawah_skala D4',
			'Kementerian Energi dan Sumber Daya Mineral 2024: domain_kosong D1',
			'Kementerian Pertanian 2024: domain_kosong D1',
		]);
	});

	it('mengagregasi nilai domain yang sudah dibulatkan meleset 0,01 pada 138 baris', () => {
		const bobot = { D1: 1300, D2: 2500, D3: 1650, D4: 4550 } as const;
		const meleset = lengkap.filter((baris) => {
			const { domain = {}, indeks } = terbitOf(baris);
			const isi = Object.entries(bobot).map(([id, b]) => b * (domain[id] ?? Number.NaN));
			const jumlah = isi.reduce((n, x) => n + x, 0);
			return jumlah > 0 && Math.floor((jumlah + 5000) / 10_000) !== indeks;
		});
		const tanpaRagu = meleset.filter((b) => b.institution !== 'Kabupaten Banyuasin' || b.year !== '2023');
		expect(tanpaRagu).toHaveLength(138);
	});

	it('Kabupaten Pacitan 2024 mungkin menurut indeks persis, tidak menurut indeks terbulatkan', () => {
		const pacitan = lengkap.find((b) => b.institution === 'Kabupaten Pacitan' && b.year === '2024') ?? {};
		expect(simpulkan(spbe2020, terbitOf(pacitan), { tahun: 2024 }).ok).toBe(true);
		expect(simpulkan(spbe2020, terbitOf(pacitan), { aturanPredikat: 'terbulatkan' }).ok).toBe(false);
	});
});
