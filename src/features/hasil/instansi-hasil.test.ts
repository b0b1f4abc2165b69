import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { pecahan } from '#scoring/pecahan.ts';
import type { BarisHasil, BarisInstansi, BarisTarget } from './baca-instansi.store.ts';
import { bacaPredikat, hitungPerubahan, susunPeringkat, ukurTarget } from './instansi-ringkas.rules.ts';
import { tulisRumus } from './instansi-rumus.rules.ts';
import { type DataSimpul, susunSimpul } from './instansi-simpul.rules.ts';
import { pilihSorotan, urutHilang } from './instansi-sorotan.rules.ts';
import { susunTren } from './instansi-tren.rules.ts';

const instrumen = JSON.parse(
	readFileSync(new URL('../../../instruments/spbe-2020.json', import.meta.url), 'utf8'),
) as InstrumenLengkap;

const hasil = (tahun: number, indeks: number, ubah: Partial<BarisHasil> = {}): BarisHasil =>
	({ tahun, indeks, instrumen: 'spbe-2020', predikat: 'Baik', lengkap: true, ...ubah }) as BarisHasil;
const target = (nilai: number, ubah: Partial<BarisTarget> = {}): BarisTarget => ({
	instansiId: null,
	tahun: 2024,
	nilai,
	sumber: 'peraturan',
	tanggal: null,
	catatan: null,
	...ubah,
});
const simpul = (nilai: Record<string, number>, ubah: Partial<DataSimpul> = {}) =>
	susunSimpul({
		instrumen,
		nilai: Object.entries(nilai).map(([id, n]) => ({ simpul: id, nilai: n, sumber: null })),
		simpulan: new Map(),
		rerata: [],
		sumber: 'laporan',
		...ubah,
	});
const balikpapan2024 = { D1: 450, D2: 390, D3: 264, D4: 432 };
const balikpapan2022 = { D2: 260, A2: 175, A3: 325, A4: 300, A5: 175, A6: 100, A7: 370 };

describe('perubahan', () => {
	it('dihitung dari tahun terakhir dengan instrumen yang sama', () => {
		const daftar = [hasil(2021, 244), hasil(2022, 305)];
		expect(hitungPerubahan(daftar, hasil(2022, 305))).toEqual({
			lalu: { tahun: 2021, indeks: 244, selisih: 61 },
			jedaSampai: null,
		});
	});
	it('melompati tahun yang tidak diketahui dan menyebut tahun pembandingnya', () => {
		expect(hitungPerubahan([hasil(2021, 244), hasil(2024, 240)], hasil(2024, 240)).lalu).toEqual({
			tahun: 2021,
			indeks: 244,
			selisih: -4,
		});
	});
	it('tidak pernah menyeberangi jeda instrumen', () => {
		const daftar = [hasil(2020, 169, { instrumen: 'spbe-2018' }), hasil(2021, 136)];
		expect(hitungPerubahan(daftar, hasil(2021, 136))).toEqual({ lalu: null, jedaSampai: 2020 });
	});
});

describe('target dan predikat berikutnya', () => {
	it.each<[number, string, number, string]>([
		[396, 'Sangat Baik', 260, 'melampaui'],
		[305, 'Baik', 310, 'belum'],
		[260, 'Baik', 260, 'tepat'],
		[260, 'Cukup', 260, 'belum_dibulatkan'],
	])('indeks %i berpredikat %s terhadap target %i: %s', (indeks, predikat, nilai, capaian) => {
		const { targetNasional } = ukurTarget([target(nilai)], { tahun: 2024, indeks, predikat }, instrumen);
		expect(targetNasional[0]).toMatchObject({ nilai, selisih: indeks - nilai, capaian });
	});
	it('memisahkan target nasional dari target sendiri dan mengabaikan tahun lain', () => {
		const daftar = [target(260), target(320, { instansiId: 7 }), target(310, { instansiId: 7, tahun: 2022 })];
		const ukur = ukurTarget(daftar, { tahun: 2024, indeks: 375, predikat: 'Sangat Baik' }, instrumen);
		expect(ukur.targetNasional.map((t) => t.nilai)).toEqual([260]);
		expect(ukur.targetSendiri.map((t) => t.nilai)).toEqual([320]);
	});
	it.each<[number, string, unknown]>([
		[396, 'Sangat Baik', { tingkat: 4, berikut: { predikat: 'Memuaskan', batas: 420, jarak: 24 } }],
		[260, 'Cukup', { tingkat: 2, berikut: { predikat: 'Baik', batas: 260, jarak: 0 } }],
		[450, 'Memuaskan', { tingkat: 5, berikut: null }],
		[105, 'Kurang', { tingkat: 1, berikut: { predikat: 'Cukup', batas: 180, jarak: 75 } }],
	])('dari %i (%s) ke predikat berikutnya', (indeks, predikat, harapan) => {
		expect(bacaPredikat({ indeks, predikat }, instrumen)).toEqual(harapan);
	});
});

describe('peringkat', () => {
	const kota = { jenis: 'kota', provinsi: 'Kalimantan Timur', pulau: 'Kalimantan' } as BarisInstansi;
	const baris = hasil(2024, 396, {
		p_provinsi: 1,
		n_provinsi: 11,
		lalu_provinsi: 1,
		p_pulau: 3,
		n_pulau: 61,
		lalu_pulau: 2,
		p_jenis: 9,
		n_jenis: 93,
		lalu_jenis: null,
		p_nasional: 120,
		n_nasional: 615,
		lalu_nasional: 100,
	});
	it('dari lingkup terdekat, dengan tahun lalu dan yang seri', () => {
		const daftar = susunPeringkat(baris, kota, { provinsi: 1, pulau: 1, jenis: 2, nasional: 4 });
		expect(daftar.map((r) => [r.lingkup, r.p, r.n, r.lalu, r.bersama])).toEqual([
			['provinsi', 1, 11, 1, 0],
			['pulau', 3, 61, 2, 0],
			['jenis', 9, 93, null, 1],
			['nasional', 120, 615, 100, 3],
		]);
	});
	it('tanpa provinsi dan pulau untuk kementerian', () => {
		const kementerian = { jenis: 'kementerian', provinsi: null, pulau: null } as BarisInstansi;
		const daftar = susunPeringkat({ ...baris, p_provinsi: null, p_pulau: null }, kementerian, {
			provinsi: 0,
			pulau: 0,
			jenis: 1,
			nasional: 1,
		});
		expect(daftar.map((r) => r.lingkup)).toEqual(['jenis', 'nasional']);
	});
});

describe('poin hilang', () => {
	it('adalah bobot × jarak ke 5, persis, terbanyak di atas', () => {
		const urut = urutHilang(simpul(balikpapan2024));
		expect(urut.map((s) => [s.id, s.hilangPersis, s.hilangMin])).toEqual([
			['D3', '0.3894', 39],
			['D4', '0.3094', 31],
			['D2', '0.275', 28],
			['D1', '0.065', 7],
		]);
	});
	it('memakai pecahan persis bila hanya satu nilai yang mungkin', () => {
		const nilai = pecahan(29, 11);
		const d3 = simpul({ D3: 264 }, { simpulan: new Map([['D3', { min: nilai, maks: nilai }]]) }).find(
			(s) => s.id === 'D3',
		);
		expect(d3).toMatchObject({
			asal: 'diumumkan',
			min: 264,
			persis: '29/11',
			hilangPersis: '0.39',
			kontribusi: '0.435',
		});
	});
	it('berupa rentang untuk simpul yang hanya diketahui rentangnya', () => {
		const a1 = simpul({}, { simpulan: new Map([['A1', { min: pecahan(2), maks: pecahan(5) }]]) }).find(
			(s) => s.id === 'A1',
		);
		expect(a1).toMatchObject({
			id: 'A1',
			asal: 'rentang',
			min: 200,
			maks: 500,
			hilangMin: 0,
			hilangMaks: 39,
			hilangPersis: null,
		});
	});
	it('tidak ditampilkan untuk simpul yang tidak diketahui sama sekali', () => {
		const penuh = { min: pecahan(1), maks: pecahan(5) };
		expect(
			simpul(
				{},
				{
					simpulan: new Map([
						['A1', penuh],
						['I01', penuh],
					]),
				},
			),
		).toEqual([]);
	});
	it('menyebut domain yang kosong sebagai rentang seluruh skala di antara domain yang diketahui', () => {
		const d1 = simpul({ D2: 350, D3: 264, D4: 469 }).find((s) => s.id === 'D1');
		expect(d1).toMatchObject({ asal: 'rentang', min: 100, maks: 500, hilangMin: 0, hilangMaks: 52 });
	});
	it('menyandingkan rerata jenis dan provinsi', () => {
		const [d1] = simpul(
			{ D1: 450 },
			{
				rerata: [
					{ kelompok: 'jenis', kunci: 'kota', simpul: 'D1', jumlah: 1000n, banyak: 3 },
					{ kelompok: 'provinsi', kunci: '64', simpul: 'D1', jumlah: 0n, banyak: 0 },
				],
			},
		);
		expect(d1).toMatchObject({ tipe: 333, provinsi: null });
	});
});

describe('sorotan', () => {
	const banyak = { domain: 4, aspek: 8 };
	it('tahu apakah semua simpul setingkat diketahui', () => {
		expect(pilihSorotan(simpul(balikpapan2024), banyak).sorotanLengkap).toBe(true);
		expect(pilihSorotan(simpul(balikpapan2022), banyak).sorotanLengkap).toBe(false);
	});
	it('memakai aspek bila cukup banyak yang diumumkan', () => {
		const { menahan, menonjol, tingkatSorotan } = pilihSorotan(simpul(balikpapan2022), banyak);
		expect(tingkatSorotan).toBe('aspek');
		expect(menahan.map((s) => s.simpul.id)).toEqual(['A6', 'A5', 'A2']);
		expect(menonjol.map((s) => s.simpul.id)).toEqual(['A7', 'A3', 'A4']);
	});
	it('memakai domain bila hanya itu yang ada, tanpa simpul yang berada di kedua daftar', () => {
		const { menahan, menonjol } = pilihSorotan(simpul(balikpapan2024), banyak);
		expect(menahan.map((s) => s.simpul.id)).toEqual(['D3', 'D2']);
		expect(menonjol.map((s) => s.simpul.id)).toEqual(['D1', 'D4']);
	});
	it('yang di bawah rerata jenisnya tidak disebut menonjol', () => {
		const rendah = simpul(balikpapan2024).map((s) => ({ ...s, tipe: s.id === 'D1' ? 500 : 100 }));
		expect(pilihSorotan(rendah, banyak).menonjol.map((s) => s.simpul.id)).toEqual(['D4']);
	});
	it('kosong bila rincian tidak diketahui', () => {
		expect(pilihSorotan([], banyak)).toEqual({
			menahan: [],
			menonjol: [],
			tingkatSorotan: null,
			sorotanLengkap: false,
		});
	});
});

describe('rumus dengan angkanya', () => {
	it('menghasilkan indeks yang ditampilkan', () => {
		const rumus = tulisRumus(simpul(balikpapan2024), null, 396);
		expect(rumus).toMatchObject({ bagi: null, hasil: '3.9612', cocok: true });
	});
	it('menghasilkan nilai domain dari aspeknya', () => {
		const aspek = simpul(balikpapan2022).filter((s) => s.induk === 'D2');
		expect(tulisRumus(aspek, 2500, 260)).toMatchObject({ hasil: '2.6', cocok: true });
	});
	it('tidak ditulis selama ada komponen yang belum pasti', () => {
		expect(tulisRumus(simpul({ D1: 450, D2: 390 }), null, 396)).toBeNull();
	});
});

describe('tren', () => {
	const daftarInstrumen = [
		{ id: 'spbe-2020', singkatan: 'SPBE 2020', mulai: 2021 },
		{ id: 'pemdi-2026', singkatan: 'Pemdi 2026', mulai: 2026 },
	];
	it('menandai tahun yang daftarnya tidak lengkap dan menyisakan tempat untuk instrumen berikutnya', () => {
		const { tren } = susunTren(
			[hasil(2022, 305, { lengkap: false }), hasil(2024, 396)],
			[],
			[],
			daftarInstrumen,
		);
		expect(tren.map((t) => [t.tahun, t.nilai, t.instrumen, t.status])).toEqual([
			[2022, 305, 'SPBE 2020', 'menurut_sumber'],
			[2024, 396, 'SPBE 2020', 'resmi'],
			[2026, null, 'Pemdi 2026', 'resmi'],
		]);
	});
	it('menggambar satu target nasional setahun: yang tercatat pertama', () => {
		const { target: garis } = susunTren(
			[hasil(2022, 305)],
			[],
			[target(260, { tahun: 2022 }), target(270, { tahun: 2022 })],
			[],
		);
		expect(garis).toEqual([{ tahun: 2022, nilai: 260, milik: 'nasional' }]);
	});
});
