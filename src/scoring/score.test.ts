import { describe, expect, it } from 'vitest';
import { parseJawaban } from './nilai.ts';
import { toPersis } from './pecahan.ts';
import { summary } from './ringkasan.ts';
import { score } from './score.ts';
import { jawab, pemdi2026, sebarAspek, spbe2018, spbe2020 } from './scoring.testing.ts';
import { findSimpul } from './skor.ts';

const hitung = (instrumen: typeof spbe2020, tingkat: Parameters<typeof jawab>[1], tahun?: number) =>
	summary(instrumen, score(instrumen, jawab(instrumen, tingkat), { tahun }));

describe('laporan resmi terhitung ulang sampai angka terakhir', () => {
	it('Kota Bandar Lampung 2021', () => {
		const tingkat = Array(47).fill(1);
		Object.assign(tingkat, { 35: 3, 40: 3, 41: 3, 43: 2 });
		expect(hitung(spbe2020, tingkat, 2021)).toEqual({
			instrumen: 'spbe-2020',
			indeks: '1.20',
			indeksPersis: '1.2',
			predikat: 'Kurang',
			domain: { D1: '1.00', D2: '1.00', D3: '1.00', D4: '1.44' },
			aspek: {
				A1: '1.00',
				A2: '1.00',
				A3: '1.00',
				A4: '1.00',
				A5: '1.00',
				A6: '1.00',
				A7: '1.40',
				A8: '1.50',
			},
			terjawab: 47,
		});
	});

	it('Kota Bandar Lampung 2023', () => {
		const tingkat = [
			...[1, 1, 2, 1, 1, 2, 1, 1, 1, 3],
			...[1, 1, 1, 2],
			...[1, 2, 3, 1],
			...[2, 3],
			...[1, 1, 1, 1, 1, 1, 1, 1],
			...[1, 1, 1],
			...[4, 4, 4, 4, 4, 4, 3, 1, 4, 3],
			...[4, 3, 4, 1, 1, 1],
		];
		expect(hitung(spbe2020, tingkat, 2023)).toEqual({
			instrumen: 'spbe-2020',
			indeks: '2.15',
			indeksPersis: '2.1545',
			predikat: 'Cukup',
			domain: { D1: '1.40', D2: '1.70', D3: '1.00', D4: '3.04' },
			aspek: {
				A1: '1.40',
				A2: '1.25',
				A3: '1.75',
				A4: '2.50',
				A5: '1.00',
				A6: '1.00',
				A7: '3.50',
				A8: '2.33',
			},
			terjawab: 47,
		});
	});

	it('contoh layanan data Tauval: aspek 5; 3,75; 3,75; 5; 3; 8/3; 4,3; 5 memberi 4,2125', () => {
		const skor = score(spbe2020, jawab(spbe2020, sebarAspek(spbe2020, [50, 15, 15, 10, 24, 8, 43, 30])));
		expect(toPersis(findSimpul(skor, 'A6')?.nilai ?? skor.rentang[0])).toBe('8/3');
		expect(skor.indeks && toPersis(skor.indeks)).toBe('4.2125');
		expect(skor.predikat).toBe('Memuaskan');
	});

	it('Kementerian Koordinator Bidang Perekonomian 2019, instrumen 2018, dari rerata aspeknya', () => {
		const tingkat = [...sebarAspek(spbe2018, [21, 26, 5, 6, 9, 27]).slice(0, 31), 3, 3, 3, [3, 3, 4]];
		expect(hitung(spbe2018, tingkat)).toMatchObject({
			indeks: '3.25',
			predikat: 'Baik',
			domain: { D1: '2.76', D2: '2.86', D3: '3.61' },
			aspek: { A1: '3.00', A2: '2.60', A3: '2.50', A4: '3.00', A5: '3.00', A6: '3.86', A7: '3.17' },
		});
	});

	it('Kota Denpasar 2018, instrumen 2018, dari rerata aspeknya', () => {
		const tingkat = [...sebarAspek(spbe2018, [14, 21, 4, 5, 7, 23]).slice(0, 31), 2, 3, 2, [3, 3, 2]];
		expect(hitung(spbe2018, tingkat)).toMatchObject({
			indeks: '2.64',
			predikat: 'Baik',
			aspek: { A1: '2.00', A2: '2.10', A3: '2.00', A4: '2.50', A5: '2.33', A6: '3.29', A7: '2.50' },
		});
	});

	it('seri x,xx5 naik: 3,405 tampil 3,41', () => {
		const tingkat = sebarAspek(spbe2020, [35, 11, 11, 5, 22, 8, 38, 26]);
		expect(hitung(spbe2020, tingkat, 2025)).toMatchObject({ indeks: '3.41', indeksPersis: '3.405' });
	});
});

describe('penjelasan simpul', () => {
	it('menyebut rumus, kontribusi, dan poin hilang', () => {
		const skor = score(spbe2020, jawab(spbe2020, Array(47).fill(3)));
		const a1 = findSimpul(skor, 'A1');
		expect(a1?.mengapa).toMatchObject({ rumus: 'rerata_berbobot', pembagi: 1300, belum: [] });
		expect(a1?.kontribusi && toPersis(a1.kontribusi)).toBe('0.39');
		expect(a1?.hilang && toPersis(a1.hilang)).toBe('0.26');
		expect(findSimpul(skor, 'I01')?.mengapa).toEqual({ rumus: 'jawaban', nilai: 300 });
	});

	it('layanan indikator 35 yang kurang dari tiga dirata-rata dan ditandai sebagai asumsi', () => {
		const dua = score(spbe2018, { I35: [300, 400] });
		const tiga = score(spbe2018, { I35: [300, 400, 500] });
		expect(findSimpul(dua, 'I35')?.nilai).toEqual({ p: 7n, q: 2n });
		expect(findSimpul(dua, 'I35')?.mengapa).toMatchObject({ maks: 3, asumsi: 'butir_kurang_dari_maksimum' });
		expect(findSimpul(tiga, 'I35')?.mengapa).toMatchObject({ rumus: 'rerata_butir', asumsi: null });
	});
});

describe('jawaban yang belum ada', () => {
	it('membuat indeks dan predikat kosong dan memberi rentang yang masih mungkin', () => {
		const ringkasan = hitung(spbe2020, [null, ...Array(46).fill(3)]);
		expect(ringkasan).toMatchObject({
			indeks: null,
			indeksPersis: null,
			predikat: null,
			domain: { D1: null, D2: '3.00' },
			terjawab: 46,
			rentang: ['2.97', '3.03'],
		});
	});

	it('tanpa satu jawaban pun, rentangnya seluruh skala', () => {
		expect(summary(spbe2018, score(spbe2018, {}))).toMatchObject({ terjawab: 0, rentang: ['0.00', '5.00'] });
	});

	it('butir yang belum dijawab membuat indikatornya belum terjawab', () => {
		const simpul = findSimpul(score(spbe2018, { I35: [300, null, 400] }), 'I35');
		expect(simpul).toMatchObject({ nilai: null, terjawab: 0 });
		expect(simpul?.rentang.map(toPersis)).toEqual(['7/3', '4']);
	});
});

describe('indeks Pemdi 2026', () => {
	it('nilai dua desimal dihitung persis, tanpa domain', () => {
		// Hitungan tangan: A3 = (1,25×5 + 2,5×3 + 3,33×3 + 4×4)/15 = 39,74/15.
		const nilai = { I05: 1.25, I06: 2.5, I07: '3,33', I08: 4, I19: 2.01, I20: 3 };
		const sisa = [
			'I01',
			'I02',
			'I03',
			'I04',
			'I09',
			'I10',
			'I11',
			'I12',
			'I13',
			'I14',
			'I15',
			'I16',
			'I17',
			'I18',
		];
		const isi = parseJawaban(pemdi2026, {
			nilai: { ...nilai, ...Object.fromEntries(sisa.map((id) => [id, 2])) },
		});
		if (!isi.ok) throw new Error(isi.masalah.map((m) => m.path).join());
		const skor = score(pemdi2026, isi.jawaban);
		expect(toPersis(findSimpul(skor, 'A3')?.nilai ?? skor.rentang[0])).toBe('1987/750');
		// Indeks = 60 %×2 + 0,3974 + (2,01×10 + 3×15) %.
		expect(summary(pemdi2026, skor)).toMatchObject({
			indeks: '2.25',
			indeksPersis: '2.2484',
			predikat: 'Cukup',
			domain: {},
			aspek: { A1: '2.00', A3: '2.65', A7: '2.60' },
			terjawab: 20,
		});
	});
});
