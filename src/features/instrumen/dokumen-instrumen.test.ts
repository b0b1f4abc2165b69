import { describe, expect, it } from 'vitest';
import { listIndikator } from '#scoring/instrumen.ts';
import { teksBobot, tulisBobot } from './bobot.rules.ts';
import {
	cariHubungan,
	cariIndikator,
	hitungSimpul,
	listBagian,
	rentangTahun,
	susunTingkat,
} from './dokumen-instrumen.rules.ts';
import { bacaBawaan } from './instrumen.testing.ts';
import { susunTabelPadanan } from './padanan-tabel.rules.ts';

const registri = bacaBawaan();
const ambil = (id: string) => {
	const instrumen = registri.get(id);
	if (!instrumen) throw new Error(id);
	return instrumen;
};
const indikator = (instrumen: string, id: string) => {
	const tempat = cariIndikator(ambil(instrumen), id);
	if (!tempat) throw new Error(id);
	return tempat;
};
const hubungan = (instrumen: string, id: string) =>
	cariHubungan(registri.padanan, registri.list(), instrumen, id);

describe('bobot sebagai persen', () => {
	it.each([
		[130, 100, '1,30%', null],
		[1650, 100, '16,50%', null],
		[10, 3, '3,33%', '10/3'],
		[5, 3, '1,67%', '5/3'],
		[51, 3, '17,00%', null],
	])('%i satuan dengan %i per persen ditulis %s, tepatnya %s', (bobot, perPersen, tampil, persis) => {
		expect(tulisBobot(bobot, perPersen, 'id')).toEqual({ tampil, persis });
	});

	it('memakai titik dalam bahasa Inggris dan menyebut pecahannya', () => {
		expect(teksBobot(10, 3, 'en')).toBe('3.33% (10/3%)');
	});

	it('menolak satuan yang bukan bilangan bulat positif', () => {
		expect(() => tulisBobot(1, 0, 'id')).toThrow(RangeError);
	});
});

describe('susunan dokumen', () => {
	it.each([
		['spbe-2018', { domain: 3, aspek: 7, indikator: 35 }],
		['spbe-2020', { domain: 4, aspek: 8, indikator: 47 }],
		['pemdi-2026', { domain: 0, aspek: 7, indikator: 20 }],
	])('%s memuat semua simpulnya sekali', (id, jumlah) => {
		expect(hitungSimpul(ambil(id))).toEqual(jumlah);
		const isi = listBagian(ambil(id)).flatMap((b) => b.aspek.flatMap((a) => a.indikator.map((i) => i.id)));
		expect(isi).toEqual(listIndikator(ambil(id)).map((i) => i.id));
	});

	it('tingkat indikator berurutan, bernama, dengan kriteria dan bukti', () => {
		const tingkat = susunTingkat(ambil('spbe-2020'), indikator('spbe-2020', 'I11').indikator);
		expect(tingkat.map((t) => `${t.tingkat} ${t.nama}`)).toEqual([
			'1 Rintisan',
			'2 Terkelola',
			'3 Terdefinisi',
			'4 Terpadu dan Terukur',
			'5 Optimum',
		]);
		expect(tingkat.every((t) => t.kriteria !== null && t.bukti.length > 0)).toBe(true);
	});

	it('kriteria umum keluarga berlaku bila indikator tidak punya sendiri, mulai tingkat 0', () => {
		const tingkat = susunTingkat(ambil('spbe-2018'), indikator('spbe-2018', 'I01').indikator);
		expect(tingkat.map((t) => t.tingkat)).toEqual([0, 1, 2, 3, 4, 5]);
		expect(tingkat[0]).toMatchObject({ nama: null, kriteria: 'Tidak ada aturan.' });
	});

	it('indikator pertama dan terakhir tidak punya tetangga di luar', () => {
		expect(indikator('spbe-2020', 'I01')).toMatchObject({ sebelum: null, sesudah: { id: 'I02' } });
		expect(indikator('spbe-2020', 'I47')).toMatchObject({ sebelum: { id: 'I46' }, sesudah: null });
		expect(cariIndikator(ambil('spbe-2020'), 'I48')).toBeUndefined();
	});

	it.each([
		[[2021, 2022, 2023], '2021–2023'],
		[[2026], '2026'],
		[[2018, 2020], '2018, 2020'],
		[[], ''],
	])('tahun %o ditulis %s', (tahun, teks) => {
		expect(rentangTahun(tahun)).toBe(teks);
	});
});

describe('padanan', () => {
	it('menyebut pendahulu dan penerus dengan nama dan kepastiannya', () => {
		const { pendahulu, penerus } = hubungan('spbe-2020', 'I01');
		expect(pendahulu).toMatchObject([
			{
				instrumen: 'spbe-2018',
				indikator: 'I03',
				nama: 'Kebijakan Rencana Induk SPBE',
				kepastian: 'paparan_kementerian',
			},
		]);
		expect(penerus.every((k) => k.instrumen === 'pemdi-2026' && k.kepastian === 'usulan')).toBe(true);
	});

	it('menjelaskan yang tidak mempunyai penerus', () => {
		const { penerus, tanpaPenerus } = hubungan('spbe-2020', 'I24');
		expect(penerus).toEqual([]);
		expect(tanpaPenerus?.alasan).toContain('aset TIK');
	});

	it('setiap indikator 2020 punya penerus atau alasan mengapa tidak', () => {
		const tanpa = listIndikator(ambil('spbe-2020')).filter(({ id }) => {
			const h = hubungan('spbe-2020', id);
			return (h.penerus.length === 0) !== (h.tanpaPenerus !== null);
		});
		expect(tanpa).toEqual([]);
	});

	it('tabel memuat ke-47 indikator, yang berakhir pada 2018, yang baru pada 2026, dan kedua jeda', () => {
		const tabel = susunTabelPadanan(registri.padanan, registri.list());
		expect(tabel?.bagian.flatMap((b) => b.baris)).toHaveLength(47);
		expect([tabel?.lama?.id, tabel?.tengah.id, tabel?.baru?.id]).toEqual([
			'spbe-2018',
			'spbe-2020',
			'pemdi-2026',
		]);
		expect(tabel?.jumlah).toEqual({ lanjut: 35, tanpaPenerus: 12, tanpaPendahulu: 23 });
		expect([tabel?.berakhir.length, tabel?.mulai.length]).toEqual([16, 6]);
		expect(tabel?.jeda.map((j) => j.ke.tahun)).toEqual([2021, 2026]);
	});

	it('tanpa instrumen yang disebutnya tidak ada tabel', () => {
		expect(susunTabelPadanan(registri.padanan, [])).toBeNull();
	});
});
