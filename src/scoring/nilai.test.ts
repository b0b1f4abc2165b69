import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listIndikator } from './instrumen.ts';
import { parseJawaban } from './nilai.ts';
import { pemdi2026, spbe2018, spbe2020 } from './scoring.testing.ts';

const ambil = (instrumen: typeof spbe2020, nilai: unknown) => {
	const hasil = parseJawaban(instrumen, { nilai });
	return hasil.ok ? hasil.jawaban : hasil.masalah.map(({ path, kode }) => `${path} ${kode}`);
};

describe('membaca jawaban', () => {
	it('menurut urutan indikator, null berarti belum dijawab', () => {
		const jawaban = ambil(spbe2020, [3, null, ...Array(45).fill(1)]);
		expect(jawaban).toMatchObject({ I01: 300, I02: null, I47: 100 });
		expect(Object.keys(jawaban)).toHaveLength(47);
	});

	it('menurut pengenal indikator, yang tidak disebut belum dijawab', () => {
		expect(ambil(spbe2020, { I47: 5 })).toMatchObject({ I01: null, I47: 500 });
	});

	it('menerima angka, teks berkoma, dan teks bertitik dengan hasil yang sama', () => {
		expect(ambil(pemdi2026, { I01: 3.05, I02: '3,05', I03: '3.05' })).toMatchObject({
			I01: 305,
			I02: 305,
			I03: 305,
		});
		expect(ambil(spbe2020, { I01: '3.00', I02: 3.0 })).toMatchObject({ I01: 300, I02: 300 });
	});

	it('menerima satu sampai tiga layanan pada indikator 35 instrumen 2018, dan tingkat 0', () => {
		expect(ambil(spbe2018, { I35: [3, 0, 4], I01: 0 })).toMatchObject({ I35: [300, 0, 400], I01: 0 });
		expect(ambil(spbe2018, { I35: [3, null] })).toMatchObject({ I35: [300, null] });
		expect(ambil(spbe2018, { I35: 4 })).toMatchObject({ I35: 400 });
	});

	it.each([
		[spbe2020, [1, 2], ['nilai jumlah_salah']],
		[spbe2020, 'I01=3', ['nilai bentuk_salah']],
		[spbe2020, undefined, ['nilai bentuk_salah']],
		[spbe2020, { I99: 3, I01: 6 }, ['nilai.I99 indikator_tidak_dikenal', 'nilai.I01 di_luar_skala']],
		[
			spbe2020,
			{ I01: 0, I02: -1, I03: 5.5 },
			['nilai.I01 di_luar_skala', 'nilai.I02 di_luar_skala', 'nilai.I03 di_luar_skala'],
		],
		[
			spbe2020,
			{ I01: 3.5, I02: 1e-7 + 3 },
			['nilai.I01 terlalu_banyak_desimal', 'nilai.I02 terlalu_banyak_desimal'],
		],
		[
			spbe2020,
			{ I01: 'tiga', I02: true, I03: {}, I04: Number.NaN },
			['nilai.I01 bukan_angka', 'nilai.I02 bukan_angka', 'nilai.I03 bukan_angka', 'nilai.I04 bukan_angka'],
		],
		[spbe2020, { I01: 1e21, I02: 1e-9 }, ['nilai.I01 di_luar_skala', 'nilai.I02 terlalu_banyak_desimal']],
		[spbe2020, { I01: [3] }, ['nilai.I01 bukan_daftar']],
		[spbe2018, { I35: [] }, ['nilai.I35 butir_kosong']],
		[spbe2018, { I35: [1, 2, 3, 4] }, ['nilai.I35 butir_terlalu_banyak']],
		[spbe2018, { I35: [1, 9] }, ['nilai.I35[1] di_luar_skala']],
		[pemdi2026, { I01: 3.055 }, ['nilai.I01 terlalu_banyak_desimal']],
		[pemdi2026, { I01: 0.99 }, ['nilai.I01 di_luar_skala']],
	])(
		'menolak masukan yang tidak dapat dipakai (%#) dengan letak dan kodenya',
		(instrumen, nilai, masalah) => {
			expect(ambil(instrumen, nilai)).toEqual(masalah);
		},
	);

	it('menyebut letak menurut bentuk masukannya dan apa yang diharapkan', () => {
		const hasil = parseJawaban(spbe2020, { nilai: [3, 7, ...Array(45).fill(1)] });
		expect(hasil).toEqual({
			ok: false,
			masalah: [{ path: 'nilai[1]', kode: 'di_luar_skala', pesan: 'harus antara 1 dan 5' }],
		});
	});

	it('masukan apa pun dijawab, tidak pernah menggagalkan program', () => {
		const id = fc.constantFrom(...listIndikator(spbe2018).map((i) => i.id), '__proto__', 'toString');
		const raw = fc.oneof(
			fc.anything(),
			fc.record({ nilai: fc.oneof(fc.array(fc.anything()), fc.dictionary(id, fc.anything())) }),
		);
		fc.assert(
			fc.property(raw, (isi) => {
				const hasil = parseJawaban(spbe2018, isi);
				if (hasil.ok) expect(Object.keys(hasil.jawaban)).toHaveLength(35);
				else expect(hasil.masalah.length).toBeGreaterThan(0);
			}),
		);
	});
});
