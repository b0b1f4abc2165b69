import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { runCli } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-hitung-'));
const semula = process.env.MATANG_DATA_DIR;
beforeAll(() => {
	process.env.MATANG_DATA_DIR = join(cwd, 'data');
	mkdirSync(join(cwd, 'data', 'instrumen'), { recursive: true });
	const sendiri = JSON.parse(readFileSync(join(projectDir, 'instruments', 'spbe-2020.json'), 'utf8'));
	Object.assign(sendiri, { id: 'daerah-kami', tahun: [2031], jadwal: [], validasi: [] });
	sendiri.predikat.aturanTahun = {};
	sendiri.predikat.alasanTahun = {};
	Object.assign(sendiri.dasarHukum, { pedoman: [], ketetapanHasil: [] });
	writeFileSync(join(cwd, 'data', 'instrumen', 'kami.json'), JSON.stringify(sendiri));
});
afterAll(() => {
	if (semula === undefined) delete process.env.MATANG_DATA_DIR;
	else process.env.MATANG_DATA_DIR = semula;
	rmSync(cwd, { recursive: true });
});

/** Runs a command that needs no database. */
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

function berkas(isi: unknown): string {
	writeFileSync(join(cwd, 'nilai.json'), typeof isi === 'string' ? isi : JSON.stringify(isi));
	return 'nilai.json';
}

const hitung = (instrumen: string, isi: unknown, ...lain: string[]) =>
	jalankan('compute', '--instrumen', instrumen, berkas(isi), ...lain);

describe('matang compute', () => {
	it('menulis bentuk yang dijanjikan, angka sebagai teks', async () => {
		const { kode, keluaran, pesan } = await hitung('spbe-2020', { nilai: Array(47).fill(3) });
		expect([kode, pesan]).toEqual([0, '']);
		const hasil = JSON.parse(keluaran);
		expect(Object.keys(hasil)).toEqual([
			'instrumen',
			'indeks',
			'indeksPersis',
			'predikat',
			'domain',
			'aspek',
			'terjawab',
		]);
		expect(hasil).toMatchObject({ indeks: '3.00', indeksPersis: '3', predikat: 'Baik', terjawab: 47 });
		expect(hasil.domain).toEqual({ D1: '3.00', D2: '3.00', D3: '3.00', D4: '3.00' });
	});

	it('menerima --format json dan BOM', async () => {
		const isi = `\uFEFF${JSON.stringify({ nilai: Array(47).fill(1) })}`;
		const { kode, keluaran } = await hitung('spbe-2020', isi, '--format', 'json');
		expect([kode, JSON.parse(keluaran).indeks]).toEqual([0, '1.00']);
	});

	it('dengan null menyebut rentang, bukan indeks', async () => {
		const { keluaran } = await hitung('spbe-2020', { nilai: { I01: 5 } });
		expect(JSON.parse(keluaran)).toMatchObject({
			indeks: null,
			predikat: null,
			terjawab: 1,
			rentang: ['1.05', '5.00'],
		});
	});

	it('menerima daftar layanan I35 pada 2018 dan nilai berdesimal pada Pemdi, yang tanpa domain', async () => {
		const lama = await hitung('spbe-2018', { nilai: [...Array(34).fill(3), [3, 4, 5]] });
		expect(JSON.parse(lama.keluaran).terjawab).toBe(35);
		const pemdi = await hitung('pemdi-2026', { nilai: Array(20).fill(3.25) });
		expect(JSON.parse(pemdi.keluaran)).toMatchObject({ indeks: '3.25', domain: {}, terjawab: 20 });
	});

	it('memakai aturan predikat tahun itu, atau yang diminta', async () => {
		const nilai = Array(47).fill(3);
		const { keluaran } = await hitung('spbe-2020', { nilai }, '--tahun', '2023');
		expect(JSON.parse(keluaran).predikat).toBe('Baik');
		const salah = await hitung('spbe-2020', { nilai }, '--aturan-predikat', 'kira-kira');
		expect([salah.kode, salah.keluaran]).toEqual([2, '']);
	});

	it('memakai instrumen yang dipasang sendiri di direktori data', async () => {
		const { kode, keluaran } = await hitung('daerah-kami', { nilai: Array(47).fill(2) });
		expect([kode, JSON.parse(keluaran).instrumen]).toEqual([0, 'daerah-kami']);
		expect((await jalankan('instrumen', 'list')).keluaran).toContain('daerah-kami');
	});

	it.each([
		['spbe-2020', { nilai: Array(46).fill(3) }, 'nilai'],
		['spbe-2020', { nilai: [...Array(46).fill(3), 6] }, 'nilai[46]'],
		['spbe-2020', { nilai: { I03: 2.5 } }, 'nilai.I03'],
		['spbe-2020', { nilai: { I48: 3 } }, 'nilai.I48'],
		['pemdi-2026', { nilai: { I01: 3.255 } }, 'nilai.I01'],
		['spbe-2020', { lain: 1 }, '"nilai"'],
		['spbe-2020', '{"nilai": [1,', 'bukan JSON'],
		['spbe-1945', { nilai: [] }, 'spbe-2018, spbe-2020, pemdi-2026'],
	])('menolak %s %j dan menyebut %s', async (instrumen, isi, sebut) => {
		const { kode, keluaran, pesan } = await hitung(instrumen, isi);
		expect([kode, keluaran]).toEqual([1, '']);
		expect(pesan).toContain(sebut);
	});

	it.each([
		[['compute', '--instrumen', 'spbe-2020'], 2],
		[['compute', 'nilai.json'], 2],
		[['compute', '--instrumen', 'spbe-2020', 'tidak-ada.json'], 1],
		[['compute', '--instrumen', 'spbe-2020', '.'], 1],
		[['compute', '--instrumen', 'spbe-2020', 'nilai.json', '--tahun', 'dua'], 2],
		[['compute', '--asing'], 2],
		[['hitung'], 2],
		[[], 2],
	])('%j keluar dengan %i tanpa menulis ke keluaran', async (argv, harapan) => {
		const { kode, keluaran, pesan } = await jalankan(...argv);
		expect([kode, keluaran]).toEqual([harapan, '']);
		expect(pesan).not.toBe('');
	});

	it('menjelaskan setiap perintah dengan --help', async () => {
		const { kode, keluaran } = await jalankan('--help');
		expect(kode).toBe(0);
		const nama = [...keluaran.matchAll(/^ {2}(\S+(?: \S+)?) {2}/gm)].map(([, n]) => n ?? '');
		expect(nama).toEqual(expect.arrayContaining(['compute', 'peringkat', 'import hasil', 'doctor']));
		for (const satu of nama) {
			const bantuan = await jalankan(...satu.split(' '), '--help');
			expect([satu, bantuan.kode]).toEqual([satu, 0]);
			expect(bantuan.keluaran).toContain(`matang ${satu}`);
		}
	});
});

describe('matang instrumen check', () => {
	it('menerima instrumen bawaan', async () => {
		const path = join(projectDir, 'instruments', 'pemdi-2026.json');
		const { kode, keluaran } = await jalankan('instrumen', 'check', path, '--format', 'json');
		expect([kode, JSON.parse(keluaran)]).toEqual([0, { baik: true, id: 'pemdi-2026', masalah: [] }]);
	});

	it('menolak berkas rusak dengan letak dan sebabnya', async () => {
		const rusak = JSON.parse(readFileSync(join(projectDir, 'instruments', 'spbe-2020.json'), 'utf8'));
		rusak.domain[0].bobot += 1;
		writeFileSync(join(cwd, 'rusak.json'), JSON.stringify(rusak));
		const { kode, keluaran, pesan } = await jalankan('instrumen', 'check', 'rusak.json');
		expect([kode, keluaran]).toEqual([1, '']);
		expect(pesan).toMatch(/rusak\.json: domain.*bobot/);
	});
});
