import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-rencana-'));
const semula = process.env.MATANG_DATA_DIR;
beforeAll(() => {
	process.env.MATANG_DATA_DIR = join(cwd, 'data');
	mkdirSync(join(cwd, 'data'), { recursive: true });
});
afterAll(() => {
	if (semula === undefined) delete process.env.MATANG_DATA_DIR;
	else process.env.MATANG_DATA_DIR = semula;
	rmSync(cwd, { recursive: true });
});

async function jalankan(...argv: string[]) {
	let [keluaran, pesan] = ['', ''];
	const kode = await runCli(argv, {
		cwd,
		out: (text) => {
			keluaran += text;
		},
		err: (text) => {
			pesan += text;
		},
		openApp: () => Promise.reject(new Error('perintah ini tidak memerlukan basis data')),
	});
	return { kode, keluaran, pesan };
}

function rencana(isi: unknown, ...lain: string[]) {
	writeFileSync(join(cwd, 'nilai.json'), typeof isi === 'string' ? isi : JSON.stringify(isi));
	return jalankan('plan', '--instrumen', 'spbe-2020', 'nilai.json', ...lain);
}

const tiga = Array(47).fill(3);
const mahal = Object.fromEntries(tiga.map((_, n) => [`I${String(n + 1).padStart(2, '0')}`, [9, 9, 9, 9]]));

describe('matang plan', () => {
	it('menulis rencana termurah dalam bentuk yang dijanjikan', async () => {
		const biaya = { ...mahal, I11: [9, 9, 2, 2], I42: [9, 9, 1, 9] };
		const { kode, keluaran, pesan } = await rencana({ nilai: tiga, biaya }, '--target', '3.08');
		expect([kode, pesan]).toEqual([0, '']);
		const hasil = JSON.parse(keluaran);
		expect(Object.keys(hasil).slice(0, 4)).toEqual(['indeks', 'biaya', 'optimal', 'langkah']);
		expect(hasil).toMatchObject({ indeks: '3.08', indeksPersis: '3.08', biaya: 5, optimal: true });
		expect(hasil.langkah).toMatchObject([
			{ indikator: 'I11', dari: 3, ke: 5, biaya: 4, poin: '0.05' },
			{ indikator: 'I42', dari: 3, ke: 4, biaya: 1, poin: '0.03' },
		]);
	});

	it('menerima koma desimal, nilai menurut pengenal, BOM, dan biaya bawaan', async () => {
		const nilai = Object.fromEntries(Object.keys(mahal).map((id) => [id, 3]));
		const { kode, keluaran, pesan } = await rencana(`\uFEFF${JSON.stringify({ nilai })}`, '--target', '3,20');
		expect([kode, pesan]).toEqual([0, '']);
		const hasil = JSON.parse(keluaran);
		expect(Number(hasil.indeksPersis)).toBeGreaterThanOrEqual(3.2);
		expect(hasil.target).toBe('3.20');
	});

	it('indikator tanpa biaya memakai bawaan dan itu disebut', async () => {
		const { kode, keluaran, pesan } = await rencana(
			{ nilai: tiga, biaya: { I11: [0, 0, 0, 0] } },
			'--target',
			'3.05',
		);
		expect([kode, JSON.parse(keluaran).biaya]).toEqual([0, 0]);
		expect(pesan).toContain('bawaan');
		expect(pesan).toContain('I12');
		expect(pesan).not.toContain('I11');
	});

	it('dengan anggaran saja memberi indeks tertinggi', async () => {
		const biaya = { ...mahal, I47: [9, 9, 4, 4], I01: [9, 9, 3, 9] };
		const { keluaran } = await rencana({ nilai: tiga, biaya }, '--anggaran', '8');
		expect(JSON.parse(keluaran)).toMatchObject({
			indeks: '3.06',
			biaya: 8,
			langkah: [{ indikator: 'I47', dari: 3, ke: 5 }],
		});
	});

	it('target yang sudah tercapai tidak memerlukan apa pun, dan dikatakan', async () => {
		const { kode, keluaran, pesan } = await rencana({ nilai: tiga }, '--target', '2.60');
		expect([kode, JSON.parse(keluaran)]).toMatchObject([
			0,
			{ indeks: '3.00', biaya: 0, optimal: true, langkah: [] },
		]);
		expect(pesan).toContain('Target 2,60 sudah tercapai: indeks kini 3,00');
	});

	it('tingkat minimum menaikkan yang di bawahnya', async () => {
		const nilai = [1, ...Array(46).fill(3)];
		const { keluaran } = await rencana({ nilai }, '--target', '2.60', '--min-level', '3');
		expect(JSON.parse(keluaran).langkah).toMatchObject([{ indikator: 'I01', dari: 1, ke: 3 }]);
	});

	it('yang tidak mungkin menyebut apa yang harus dilonggarkan, dan keluar dengan 1', async () => {
		const { kode, keluaran, pesan } = await rencana(
			{ nilai: tiga, biaya: mahal },
			'--target',
			'3.06',
			'--anggaran',
			'9',
		);
		const hasil = JSON.parse(keluaran);
		expect([kode, hasil.layak]).toEqual([1, false]);
		expect(hasil.pelonggaran).toMatchObject([
			{ kendala: 'target', dari: '3.06', ke: '3.03' },
			{ kendala: 'anggaran', dari: '9', ke: '18' },
		]);
		expect(pesan).toContain('Tambah anggaran 9 menjadi 18');
	});

	it('bila tidak ada satu kendala yang cukup, dua sekaligus yang terkecil lebih dulu', async () => {
		const isi = { nilai: tiga, biaya: mahal, kecuali: ['I29'], sasaran: { I29: 4 } };
		const { kode, keluaran, pesan } = await rencana(isi, '--min-level', '4', '--anggaran', '9');
		const hasil = JSON.parse(keluaran);
		expect([kode, hasil.layak]).toEqual([1, false]);
		for (const p of hasil.pelonggaran) expect(p.gabungan).toHaveLength(2);
		expect(hasil.pelonggaran).toContainEqual(
			expect.objectContaining({
				gabungan: [
					expect.objectContaining({ kendala: 'anggaran', dari: '9', ke: String(47 * 9) }),
					expect.objectContaining({ kendala: 'kecuali', tentang: 'I29' }),
				],
			}),
		);
		expect(pesan).toContain('Tidak ada satu yang cukup');
		expect(pesan).toContain('; dan izinkan I29 dinaikkan');
	});

	it('sasaran domain dari berkas dipenuhi, dan yang salah disebut', async () => {
		const { keluaran } = await rencana({ nilai: tiga, sasaran: { A6: 3.5, I29: '4,00' } }, '--target', '3');
		const naik = JSON.parse(keluaran).langkah.map((l: { indikator: string }) => l.indikator);
		expect(naik).toContain('I29');
		const salah = await rencana({ nilai: tiga, sasaran: { A99: 3, D1: 'tinggi' } }, '--target', '3');
		expect([salah.kode, salah.keluaran]).toEqual([1, '']);
		expect(salah.pesan).toContain('sasaran.A99');
		expect(salah.pesan).toContain('sasaran.D1');
	});

	it('kapasitas, unit, tenggat, dan prasyarat keras dari berkas dihormati', async () => {
		const isi = {
			nilai: tiga,
			biaya: { ...mahal, I11: [1, 1, 1, 1], I12: [2, 2, 2, 2] },
			hari: { I11: [10, 10, 10, 10] },
			unit: { I11: 'Bappeda' },
		};
		const target = ['--target', '3.025'];
		const langkah = async (lain: object) =>
			JSON.parse((await rencana({ ...isi, ...lain }, ...target)).keluaran).langkah;
		expect(await langkah({})).toMatchObject([{ indikator: 'I11', unit: 'Bappeda', hari: 10 }]);
		expect(await langkah({ kapasitas: { Bappeda: 5 } })).toMatchObject([{ indikator: 'I12' }]);
		expect(await langkah({ kecuali: ['I11'] })).toMatchObject([{ indikator: 'I12' }]);
		const aturan = { indikator: 'I11', tingkat: 4, syarat: 'I12', tingkatSyarat: 5 };
		expect(await langkah({ prasyarat: [{ ...aturan, sifat: 'keras' }] })).toMatchObject([
			{ indikator: 'I12' },
		]);
		const lunak = await rencana(
			{ ...isi, prasyarat: [{ ...aturan, alasan: 'Peta rencana dahulu.' }] },
			...target,
		);
		expect(JSON.parse(lunak.keluaran)).toMatchObject({
			langkah: [{ indikator: 'I11' }],
			peringatan: [{ indikator: 'I11', teks: 'Peta rencana dahulu.' }],
		});
	});

	it('menulis tabel untuk dibaca orang', async () => {
		const { keluaran } = await rencana({ nilai: tiga, biaya: mahal }, '--target', '3.03', '--format', 'teks');
		expect(keluaran).toMatch(/Indikator\s+Dari\s+Ke\s+Biaya/);
		expect(keluaran).toContain('Indeks 3,00 → 3,03, biaya 9 (terbukti terbaik).');
	});

	it('Pemdi naik dari nilai desimal ke tingkat bulat berikutnya; SPBE 2018 memakai lima langkah', async () => {
		writeFileSync(join(cwd, 'p.json'), JSON.stringify({ nilai: Array(20).fill(3.25) }));
		const pemdi = await jalankan('plan', '--instrumen', 'pemdi-2026', '--target', '3.30', 'p.json');
		const { langkah, indeksKini } = JSON.parse(pemdi.keluaran);
		expect([pemdi.kode, indeksKini]).toEqual([0, '3.25']);
		expect(
			langkah.every((l: { dari: number; ke: number }) => l.dari === 3.25 && Number.isInteger(l.ke)),
		).toBe(true);
		const nilai = [...Array(34).fill(0), [0, 2, 5]];
		writeFileSync(join(cwd, 'l.json'), JSON.stringify({ nilai, biaya: { I35: [1, 1, 1, 1, 1] } }));
		const lama = await jalankan('plan', '--instrumen', 'spbe-2018', '--target', '0.40', 'l.json');
		expect(JSON.parse(lama.keluaran)).toMatchObject({
			biaya: 4,
			langkah: [{ indikator: 'I35', dari: 0, ke: 4 }],
		});
	});

	const biayaI01 = (daftar: unknown) => ({ nilai: tiga, biaya: { I01: daftar } });
	it.each([
		[{ nilai: Array(46).fill(3) }, 'nilai: harus tepat 47'],
		[{ nilai: [...Array(46).fill(3), 6] }, 'nilai[46]: harus antara 1 dan 5'],
		[{ nilai: [...Array(45).fill(3), null, null] }, 'Belum dijawab, jadi tidak dapat direncanakan: I46, I47'],
		[{ nilai: { I48: 3 } }, 'nilai.I48'],
		[{ lain: 1 }, '"nilai"'],
		['{"nilai": [3,', 'bukan JSON'],
		['[1,2]', 'objek JSON'],
		['null', 'objek JSON'],
		[biayaI01([1, -2, 3, 4]), 'biaya.I01[1]: tidak boleh negatif'],
		[biayaI01([1, 2.5, 3, 4]), 'biaya.I01[1]: harus bilangan bulat'],
		[biayaI01([1, null, 3, 4]), 'biaya.I01[1]: harus bilangan bulat mulai 0'],
		[biayaI01([1, '1.000.000', 3, 4]), 'biaya.I01[1]: harus bilangan tanpa tanda kutip, titik ribuan'],
		[biayaI01([1, 1e300, 3, 4]), 'biaya.I01[1]: paling besar'],
		[biayaI01([1, 2, 3]), 'biaya.I01: harus daftar tepat 4'],
		[biayaI01(5), 'biaya.I01: harus daftar tepat 4'],
		[{ nilai: tiga, biaya: { I99: [1, 2, 3, 4] } }, 'biaya.I99: bukan indikator'],
		[{ nilai: tiga, biaya: { __proto__x: [1, 2, 3, 4] } }, 'bukan indikator'],
		[{ nilai: tiga, biaya: [[1, 2, 3, 4]] }, 'biaya: harus objek'],
		[{ nilai: tiga, biaya: null }, 'biaya: harus objek'],
		[{ nilai: tiga, kecuali: 'I01' }, 'kecuali: harus daftar'],
		[{ nilai: tiga, kecuali: ['I48'] }, 'kecuali[0]: bukan indikator'],
		[{ nilai: tiga, tetap: { I01: 6 } }, 'tetap.I01: harus tingkat bulat dari 1 sampai 5'],
		[{ nilai: tiga, kapasitas: { Dinas: 'banyak' } }, 'kapasitas.Dinas'],
		[{ nilai: tiga, unit: { I01: 3 } }, 'unit.I01: harus nama unit'],
		[{ nilai: tiga, prasyarat: [{ indikator: 'I01' }] }, 'prasyarat[0]'],
		[
			{
				nilai: tiga,
				prasyarat: [
					{ indikator: 'I01', tingkat: 4, syarat: 'I02', tingkatSyarat: 4 },
					{ indikator: 'I02', tingkat: 3, syarat: 'I01', tingkatSyarat: 4 },
				],
			},
			'Prasyarat melingkar: I01 tingkat 4 memerlukan I02 tingkat 4 memerlukan I01 tingkat 4',
		],
	])('menolak berkas %j dan menyebut %s', async (isi, sebut) => {
		const { kode, keluaran, pesan } = await rencana(isi, '--target', '3.20');
		expect([kode, keluaran]).toEqual([1, '']);
		expect(pesan).toContain(sebut);
	});

	it.each([
		[['--target', '5.01'], 'di luar skala'],
		[['--target', '-3'], ''],
		[['--target', 'tinggi'], 'bukan angka'],
		[['--target', '3,2,0'], 'bukan angka'],
		[['--anggaran', '1.000.000'], '--anggaran 1000000'],
		[['--anggaran', 'Rp 5 juta'], 'bukan bilangan bulat'],
		[['--anggaran', 'Rp1.500.000,00'], '--anggaran 1500000'],
		[['--anggaran', '12,5'], 'bukan bilangan bulat'],
		[['--anggaran', '9'.repeat(17)], 'bukan bilangan bulat'],
		[['--target', '3.2', '--min-level', '6'], '--min-level "6" bukan tingkat'],
		[['--target', '3.2', '--min-level', '2.5'], '--min-level "2.5" bukan tingkat'],
		[['--target', '3.2', '--format', 'xml'], '--format'],
		[[], 'Sebutkan tujuannya'],
	])('pilihan %j keluar dengan 2 dan menyebut %s', async (pilihan, sebut) => {
		const { kode, keluaran, pesan } = await rencana({ nilai: tiga }, ...pilihan);
		expect([kode, keluaran]).toEqual([2, '']);
		expect(pesan).toContain(sebut);
	});

	it('instrumen yang tidak dikenal atau tidak disebut, dan berkas yang tidak ada, dijelaskan', async () => {
		expect(await jalankan('plan', '--target', '3', 'nilai.json')).toMatchObject({ kode: 2 });
		const asing = await jalankan('plan', '--instrumen', 'spbe-1945', '--target', '3', 'nilai.json');
		expect([asing.kode, asing.pesan]).toEqual([1, expect.stringContaining('spbe-2020')]);
		const hilang = await jalankan('plan', '--instrumen', 'spbe-2020', '--target', '3', 'hilang.json');
		expect([hilang.kode, hilang.pesan]).toEqual([1, expect.stringContaining('berkas tidak ada')]);
	});
});
