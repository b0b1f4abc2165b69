import { describe, expect, it } from 'vitest';
import { amankan, susunSel, tulisCsv } from './berkas-tabel.rules.ts';
import { type BarisUnduh, KOLOM_UNDUH, susunBaris } from './instansi-berkas.rules.ts';
import type { HasilTahun, IdentitasInstansi } from './instansi-hasil.schema.ts';

const instansi: IdentitasInstansi = {
	slug: 'kota-uji',
	nama: 'Kota Uji',
	jenis: 'kota',
	provinsi: 'Provinsi Uji',
	provinsiKode: '64',
	pulau: 'Kalimantan',
};
const hasil = {
	tahun: 2022,
	instrumen: { id: 'spbe-2020', singkatan: 'SPBE 2020', jenisIndeks: 'SPBE', puncak: 500, berdomain: true },
	indeks: 305,
	predikat: 'Baik',
	predikatTurunan: false,
	status: 'cocok',
	alasan: null,
	sumber: '=HYPERLINK("x")',
	catatan: 'satu, "dua"',
	simpul: [
		{
			id: 'A1',
			nama: 'Kebijakan',
			asal: 'rentang',
			min: 200,
			maks: 500,
			bobot: 1300,
			hilangMin: 0,
			hilangMaks: 39,
			sumber: null,
		},
	],
} as unknown as HasilTahun;

describe('berkas unduhan', () => {
	const baris = susunBaris(instansi, hasil);
	it('memuat indeks lalu setiap simpul, turunan ditandai dengan rentangnya', () => {
		expect(baris.map((b) => [b.simpul, b.asal, b.nilaiMin, b.nilaiMaks, b.poinHilangMaks])).toEqual([
			['indeks', 'diumumkan', '3.05', '3.05', '1.95'],
			['A1', 'rentang', '2.00', '5.00', '0.39'],
		]);
	});
	it('CSV mengutip koma dan tanda kutip, dan melucuti rumus', () => {
		const [, pertama] = tulisCsv(KOLOM_UNDUH, baris).split('\r\n');
		expect(pertama).toContain(`"'=HYPERLINK(""x"")"`);
		expect(pertama).toContain('"satu, ""dua"""');
	});
	it('CSV bertanda UTF-8 dan punya kepala yang tetap', () => {
		expect(tulisCsv(KOLOM_UNDUH, [])).toBe(`\uFEFF${KOLOM_UNDUH.map(([k]) => k).join(',')}\r\n`);
	});
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1'])(
		'teks %j tidak dijalankan lembar kerja',
		(teks) => {
			expect(amankan(teks)).toBe(`'${teks}`);
		},
	);
	it('lembar kerja menerima angka sebagai angka dan teks sebagai teks', () => {
		const [, sel] = susunSel(KOLOM_UNDUH, baris);
		const ke = (kunci: keyof BarisUnduh) => sel?.[KOLOM_UNDUH.findIndex(([, k]) => k === kunci)]?.value;
		expect([ke('tahun'), ke('nilaiMin'), ke('predikat'), ke('sumber')]).toEqual([
			2022,
			3.05,
			'Baik',
			`'=HYPERLINK("x")`,
		]);
	});
});
