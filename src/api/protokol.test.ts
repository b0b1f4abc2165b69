import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { openTestPglite, testCtx } from '#platform/database/testing.ts';
import { createApi } from './api.ts';
import { bacaOperasi, bukaKlien } from './api-testing.ts';
import { buatDokumen } from './dokumen.ts';
import { batasIsi } from './galat.ts';

let db: Database;
beforeAll(async () => {
	db = await openTestPglite();
}, 60_000);
afterAll(() => db.close());
const ctx = () => testCtx(db);
const nol = Array(47).fill(1);

describe('protokol API', () => {
	const { minta } = bukaKlien(ctx);

	it.each([
		['GET', '/api/v1/tidak-ada', undefined, 404, 'tidak_ditemukan'],
		['GET', '/api/v2/hasil', undefined, 404, 'tidak_ditemukan'],
		['POST', '/api/v1/hasil', {}, 405, 'metode_tidak_diizinkan'],
		['GET', '/api/v1/hitung', undefined, 405, 'metode_tidak_diizinkan'],
		['DELETE', '/api/v1/instansi/kota-balikpapan', undefined, 405, 'metode_tidak_diizinkan'],
		['POST', '/api/v1/hitung', '{"instrumen":', 422, 'json_tidak_terbaca'],
		['POST', '/api/v1/hitung', '', 422, 'json_tidak_terbaca'],
		['POST', '/api/v1/hitung', 'x'.repeat(batasIsi + 1), 413, 'isi_terlalu_besar'],
		['POST', '/api/v1/hitung', [1, 2], 422, 'masukan_tidak_sah'],
	])('%s %s dijawab dengan galat yang satu bentuk', async (metode, jalur, isi, status, kode) => {
		const jawaban = await minta(metode, jalur, isi);
		expect(jawaban.status).toBe(status);
		expect(jawaban.badan.galat).toMatchObject({ kode, pesan: expect.stringMatching(/\S/) });
	});

	it.each([['{"instrumen":'], [''], [{ instrumen: 'spbe-2020' }], [{ instrumen: 'spbe-2020', nilai: null }]])(
		'menyebut letak dan yang diharapkan bersama 422: %j',
		async (isi) => {
			const { status, badan } = await minta('POST', '/api/v1/hitung', isi);
			expect(status).toBe(422);
			for (const { message } of badan.galat.masalah) expect(message).toContain('harus');
		},
	);

	it('menyebut metode yang diterima bersama 405', async () => {
		const { kepala } = await minta('PUT', '/api/v1/hitung', {});
		expect(kepala.get('allow')).toBe('OPTIONS, POST');
	});

	it('hanya menerima JSON', async () => {
		for (const jenis of ['application/x-www-form-urlencoded', 'text/plain', 'application/octet-stream']) {
			const { status, badan } = await minta('POST', '/api/v1/hitung', 'a=1', { 'content-type': jenis });
			expect([jenis, status, badan.galat.kode]).toEqual([jenis, 415, 'isi_bukan_json']);
		}
	});

	it('menjawab HEAD seperti GET tanpa isi', async () => {
		const { status, badan, kepala } = await minta('HEAD', '/api/v1/instrumen');
		expect([status, badan, kepala.get('content-type')]).toEqual([200, null, 'application/json']);
	});

	it('boleh dibaca dari halaman situs lain, juga dengan permintaan pendahuluan', async () => {
		const baca = await minta('GET', '/api/v1/instrumen', undefined, { origin: 'https://media.example' });
		expect(baca.kepala.get('access-control-allow-origin')).toBe('*');
		expect(baca.kepala.get('cross-origin-resource-policy')).toBe('cross-origin');
		const dulu = await minta('OPTIONS', '/api/v1/hitung', undefined, {
			origin: 'https://media.example',
			'access-control-request-method': 'POST',
			'access-control-request-headers': 'content-type',
		});
		expect(dulu.status).toBe(204);
		expect(dulu.kepala.get('access-control-allow-methods')).toContain('POST');
		expect(dulu.kepala.get('access-control-allow-headers')).toContain('content-type');
	});

	it('menyembunyikan rincian galat tak terduga', async () => {
		const rusak = bukaKlien(() => ({ ...ctx(), db: null as never }));
		const { status, badan } = await rusak.minta('GET', '/api/v1/hasil');
		expect([status, badan.galat.kode]).toEqual([500, 'galat_peladen']);
		expect(JSON.stringify(badan)).not.toMatch(/null|TypeError|selectFrom/);
	});
});

describe('batas laju', () => {
	it('menolak yang melampaui batas dengan retry-after, tanpa mengganggu alamat lain', async () => {
		const api = createApi({ batas: 3 });
		const minta = (alamat: string) =>
			api.fetch(new Request('http://matang/api/v1/tidak-ada'), { ctx: ctx(), alamat });
		const jawaban = [];
		for (let i = 0; i < 4; i++) jawaban.push(await minta('203.0.113.1'));
		expect(jawaban.map(({ status }) => status)).toEqual([404, 404, 404, 429]);
		expect(jawaban.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0']);
		const habis = jawaban[3];
		expect(Number(habis?.headers.get('retry-after'))).toBeGreaterThan(0);
		expect(habis?.headers.get('access-control-allow-origin')).toBe('*');
		expect(await habis?.json()).toMatchObject({ galat: { kode: 'terlalu_sering' } });
		expect((await minta('203.0.113.2')).status).toBe(404);
	});

	it('tidak menaruh sisa jatah seseorang pada jawaban yang disimpan untuk semua', async () => {
		const { minta } = bukaKlien(ctx, 10);
		const simpan = await minta('GET', '/api/v1/instrumen');
		expect([...simpan.kepala.keys()].filter((nama) => nama.startsWith('ratelimit'))).toEqual([]);
		const hitung = await minta('POST', '/api/v1/hitung', { instrumen: 'spbe-2020', nilai: nol });
		expect(hitung.kepala.get('ratelimit-limit')).toBe('10');
		expect(hitung.kepala.get('ratelimit-remaining')).toBe('8');
	});
});

describe('dokumen OpenAPI', () => {
	const api = createApi({ batas: 1 });
	const dokumen = buatDokumen(api);
	const { operasi, komponen } = bacaOperasi(api);

	it('menunjuk hanya skema yang ada, dan setiap skema yang ada dipakai', () => {
		const teks = JSON.stringify(dokumen);
		const dirujuk = [...teks.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, nama]) => nama ?? '');
		expect([...new Set(dirujuk)].sort()).toEqual(Object.keys(komponen).sort());
		expect(teks.includes('"allOf"')).toBe(false);
	});

	it('memberi setiap operasi pengenal sendiri, jawaban 200 dan 429, dan semua parameter jalurnya', () => {
		expect(new Set(operasi.map((o) => o.operationId)).size).toBe(operasi.length);
		expect(operasi.map((o) => o.jalur)).toContain('/api/v1/peringkat');
		for (const o of operasi) {
			expect(Object.keys(o.jawaban)).toEqual(expect.arrayContaining(['200', '429']));
			const jalur = [...o.jalur.matchAll(/\{(.+?)\}/g)].map(([, nama]) => nama);
			expect(o.parameter.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(jalur);
		}
	});

	it('menyebut versi OpenAPI dan tidak menyebut alamat mesin mana pun', () => {
		expect(dokumen.openapi).toBe('3.1.0');
		expect(dokumen.servers).toEqual([{ url: '/' }]);
	});
});

describe('hitung', () => {
	const { minta } = bukaKlien(ctx);
	const hitung = (isi: unknown) => minta('POST', '/api/v1/hitung', isi);

	it('menghitung indeks, predikat, domain, dan aspek dengan angka sebagai teks', async () => {
		const { status, badan } = await hitung({ instrumen: 'spbe-2020', nilai: Array(47).fill(3) });
		expect(status).toBe(200);
		expect(badan).toMatchObject({ indeks: '3.00', indeksPersis: '3', predikat: 'Baik', terjawab: 47 });
		expect(badan.domain).toEqual({ D1: '3.00', D2: '3.00', D3: '3.00', D4: '3.00' });
		expect(badan).not.toHaveProperty('rentang');
	});

	it('menyebut rentang bila ada yang belum dijawab', async () => {
		const { badan } = await hitung({ instrumen: 'spbe-2020', nilai: [...Array(46).fill(3), null] });
		expect(badan).toMatchObject({ indeks: null, predikat: null, terjawab: 46 });
		expect(badan.rentang.map(Number)[0]).toBeLessThan(Number(badan.rentang[1]));
	});

	it.each([
		[{ instrumen: 'spbe-1945', nilai: nol }, 'instrumen'],
		[{ instrumen: 'spbe-2020', nilai: [1, 2, 3] }, 'nilai'],
		[{ instrumen: 'spbe-2020', nilai: { I01: 6 } }, 'nilai.I01'],
		[{ instrumen: 'spbe-2020', nilai: { I99: 3 } }, 'nilai.I99'],
		[{ instrumen: 'spbe-2020', nilai: nol, aturanPredikat: 'kira-kira' }, 'aturanPredikat'],
		[{ instrumen: 'spbe-2020', nilai: nol, tahun: 20.5 }, 'tahun'],
		[{ instrumen: 'spbe-2020', nilai: nol, lain: 1 }, 'lain'],
		[{ instrumen: 'spbe-2020' }, 'nilai'],
	])('menolak %j dengan letak masalahnya', async (isi, path) => {
		const { status, badan } = await hitung(isi);
		expect(status).toBe(422);
		expect(badan.galat.masalah.map((m: { path: string }) => m.path)).toContain(path);
	});
});
