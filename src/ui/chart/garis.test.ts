import { describe, expect, test } from 'vitest';
import { susunBanding } from './banding.ts';
import { BIDANG, susunRuas, tinggiNilai } from './garis.ts';
import { susunSumbuTahun, type TitikTahun } from './sumbu-tahun.ts';

const t = (tahun: number, nilai: number | null, instrumen = 'SPBE 2020'): TitikTahun => ({
	tahun,
	nilai,
	instrumen,
});

describe('sumbu tahun', () => {
	test('satu tahun berdiri di tengah', () => {
		expect(susunSumbuTahun([[t(2024, 396)]]).slot).toEqual([{ tahun: 2024, x: 50 }]);
	});

	test('tanpa tahun tidak ada yang digambar', () => {
		expect(susunSumbuTahun([[], []])).toEqual({ slot: [], setengah: 0, jeda: [], kelompok: [] });
	});

	test('tahun yang tidak diumumkan tetap mendapat tempat', () => {
		const { slot } = susunSumbuTahun([[t(2021, 244), t(2024, 396)]]);
		expect(slot.map((s) => s.tahun)).toEqual([2021, 2022, 2023, 2024]);
	});

	test('pergantian instrumen memberi jeda yang lebih lebar daripada jarak dua tahun', () => {
		const { slot, jeda } = susunSumbuTahun([
			[t(2019, 218, 'SPBE 2018'), t(2020, 226, 'SPBE 2018'), t(2021, 244)],
		]);
		expect(jeda).toMatchObject([{ dari: 'SPBE 2018', ke: 'SPBE 2020', tahunDari: 2020, tahunKe: 2021 }]);
		const [a, b, c] = slot.map((s) => s.x);
		expect((c ?? 0) - (b ?? 0)).toBeGreaterThan((b ?? 0) - (a ?? 0));
		expect(jeda[0]?.x).toBeGreaterThan(b ?? 0);
		expect(jeda[0]?.x).toBeLessThan(c ?? 0);
	});

	test('instrumen yang berganti di tengah tahun kosong tetap memberi tepat satu jeda', () => {
		const { jeda } = susunSumbuTahun([[t(2019, 218, 'SPBE 2018'), t(2022, 305), t(2023, 375)]]);
		expect(jeda).toHaveLength(1);
		expect(jeda[0]).toMatchObject({ tahunDari: 2019, tahunKe: 2022 });
	});
});

describe('garis', () => {
	test('hanya tahun berurutan dari instrumen yang sama disambung', () => {
		const titik = [
			t(2019, 218, 'SPBE 2018'),
			t(2020, 226, 'SPBE 2018'),
			t(2021, 244),
			t(2022, null),
			t(2023, 375),
			t(2024, 396),
		];
		const sumbu = susunSumbuTahun([titik]);
		const x = (tahun: number) => sumbu.slot.find((s) => s.tahun === tahun)?.x;
		expect(susunRuas(titik, sumbu).map((r) => [r.x1, r.x2])).toEqual([
			[x(2019), x(2020)],
			[x(2023), x(2024)],
		]);
	});

	test('level 1 di dasar, level 5 di puncak, nilai lebih tinggi tidak pernah lebih rendah', () => {
		expect(tinggiNilai(100)).toBe(BIDANG.bawah);
		expect(tinggiNilai(500)).toBe(BIDANG.atas);
		expect(tinggiNilai(305)).toBeLessThan(tinggiNilai(304));
	});
});

describe('perbandingan', () => {
	test('huruf di ujung garis tidak saling menutup walau nilainya sama', () => {
		const seri = ['Kota Contoh', 'Kota Misal', 'Kota Umpama'].map((nama) => ({
			nama,
			titik: [t(2024, 396)],
		}));
		const y = susunBanding(seri).huruf.map((h) => h.y);
		expect(new Set(y).size).toBe(3);
	});

	test('instansi tanpa angka tetap ada di daftar tanpa huruf di bidang', () => {
		const banding = susunBanding([
			{ nama: 'Kota Contoh', titik: [t(2024, 396)] },
			{ nama: 'Kota Misal', titik: [] },
		]);
		expect(banding.seri.map((s) => s.huruf)).toEqual(['A', 'B']);
		expect(banding.huruf.map((h) => h.huruf)).toEqual(['A']);
	});

	test('instansi keenam ditolak karena tidak lagi terbedakan', () => {
		const enam = Array.from({ length: 6 }, (_, i) => ({ nama: `Kota ${i}`, titik: [] }));
		expect(() => susunBanding(enam)).toThrow(RangeError);
	});
});
