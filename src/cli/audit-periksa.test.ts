import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Kandang, Pabrik } from '#features/audit/periksa/periksa.testing.ts';
import { runCli } from './run.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-audit-'));
const pabrik = new Pabrik();
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => {
	pabrik.buang();
	rmSync(cwd, { recursive: true });
});

async function periksa(sasaran: string, izin: object | string, ...lain: string[]) {
	let [keluaran, pesan] = ['', ''];
	const dasar = {
		nomor: '1',
		pemberi: 'Sekda',
		berlakuDari: '2020-01-01',
		berlakuSampai: '2099-12-31',
		tambahan: [],
	};
	writeFileSync(
		join(cwd, 'izin.json'),
		typeof izin === 'string' ? izin : JSON.stringify({ ...dasar, ...izin }),
	);
	const kode = await runCli(
		['audit', 'periksa', sasaran, '--izin', 'izin.json', '--format', 'json', ...lain],
		{
			cwd,
			out: (teks) => {
				keluaran += teks;
			},
			err: (teks) => {
				pesan += teks;
			},
			openApp: () => Promise.reject(new Error('perintah ini tidak memerlukan basis data')),
		},
	);
	return { kode, keluaran, pesan };
}

describe('matang audit periksa', () => {
	it('menulis hasil dalam bentuk yang dijanjikan, dan setiap sambungan ke catatan', async () => {
		const server = createServer(pabrik.terbit('a', 'IP:127.0.0.1'), (_, jawab) => jawab.end('<html>'));
		const porta = await kandang.dengar(server);
		const ke = `127.0.0.1:${porta}`;
		const { kode, keluaran, pesan } = await periksa(ke, { sasaran: [ke] }, '--catatan', 'catatan.jsonl');
		expect([kode, pesan]).toEqual([0, '']);
		const hasil = JSON.parse(keluaran) as Record<string, unknown>[];
		for (const satu of hasil)
			expect(Object.keys(satu)).toEqual(['pemeriksaan', 'status', 'kendali', 'pesan', 'perbaikan']);
		const di = (id: string) => hasil.find((h) => h.pemeriksaan === id);
		expect(di('TLS-05')).toMatchObject({ status: 'GAGAL', kendali: ['P27.8.d', 'P31.2.i', 'P33.3.k'] });
		expect(di('TLS-08')?.perbaikan).toMatch(
			/nginx: add_header[\s\S]*Apache: Header[\s\S]*IIS: [\s\S]*Caddy: header/,
		);
		expect(di('TLS-01')).toMatchObject({ status: 'LULUS', perbaikan: '' });
		expect(di('WEB-04')).toMatchObject({ status: 'TIDAK DIUJI' });
		const baris = readFileSync(join(cwd, 'catatan.jsonl'), 'utf8').trim().split('\n');
		expect(baris.length).toBeGreaterThan(8);
		for (const b of baris) expect(JSON.parse(b)).toMatchObject({ ke, untuk: ke, hasil: 'tersambung' });
	});

	it('tanpa --catatan setiap sambungan ke keluaran galat', async () => {
		const jebak = await kandang.jebakan();
		const ke = `127.0.0.1:${jebak.porta}`;
		const { kode, pesan } = await periksa(ke, { sasaran: [ke] });
		expect(kode).toBe(0);
		expect(JSON.parse(pesan.split('\n')[0] ?? '')).toMatchObject({ ke, guna: 'TLS-01' });
	});

	it.each([
		['porta lain', (p: number) => ({ sasaran: [`127.0.0.1:${p + 1}`] }), 'tidak disebut dalam izin'],
		['host lain', (p: number) => ({ sasaran: [`app.kota.go.id:${p}`] }), 'tidak disebut dalam izin'],
		[
			'izin berakhir',
			(p: number) => ({ sasaran: [`127.0.0.1:${p}`], berlakuSampai: '2021-01-01' }),
			'sudah berakhir',
		],
		[
			'izin belum berlaku',
			(p: number) => ({ sasaran: [`127.0.0.1:${p}`], berlakuDari: '2098-01-01' }),
			'belum berlaku',
		],
		['izin bertanda *', () => ({ sasaran: ['*:*'] }), 'tanda *'],
		['izin terlalu luas', (p: number) => ({ sasaran: [`0.0.0.0/0:${p}`] }), 'terlalu luas'],
		[
			'izin dengan tanggal mustahil',
			(p: number) => ({ sasaran: [`127.0.0.1:${p}`], berlakuDari: '2026-02-31' }),
			'bukan tanggal',
		],
		['izin rusak', () => '{"nomor":', 'bukan JSON'],
	])('%s: keluar dengan 1, satu kalimat, tanpa satu sambungan', async (_apa, izin, sebut) => {
		const jebak = await kandang.jebakan();
		const { kode, keluaran, pesan } = await periksa(`127.0.0.1:${jebak.porta}`, izin(jebak.porta));
		expect([kode, keluaran, jebak.banyak()]).toEqual([1, '', 0]);
		expect(pesan).toContain(sebut);
	});

	it.each([
		['127.1', 'bukan nama atau alamat'],
		['https://app.kota.go.id', 'bukan nama atau alamat'],
		['*.kota.go.id', 'tanda *'],
		['app.kota.go.id:99999', 'porta'],
		['0.0.0.0', 'bukan alamat satu server'],
	])('sasaran %j keluar dengan 1', async (sasaran, sebut) => {
		const { kode, pesan } = await periksa(sasaran, { sasaran: ['app.kota.go.id:443'] });
		expect(kode).toBe(1);
		expect(pesan).toContain(sebut);
	});

	it('catatan yang tidak dapat ditulis menghentikan sebelum ada yang dibuka', async () => {
		const jebak = await kandang.jebakan();
		const ke = `127.0.0.1:${jebak.porta}`;
		const { kode, pesan } = await periksa(ke, { sasaran: [ke] }, '--catatan', 'tidak/ada/catatan');
		expect([kode, jebak.banyak()]).toEqual([1, 0]);
		expect(pesan).toContain('Tidak ada yang diperiksa');
	});

	it('localhost diperiksa bila izin menyebutnya, dan tanpa izin salah pakai', async () => {
		const jebak = await kandang.jebakan();
		const ke = `localhost:${jebak.porta}`;
		expect((await periksa(ke, { sasaran: [ke] })).kode).toBe(0);
		expect(
			await runCli(['audit', 'periksa', ke], {
				cwd,
				out: () => undefined,
				err: () => undefined,
				openApp: () => Promise.reject(),
			}),
		).toBe(2);
	});
});
