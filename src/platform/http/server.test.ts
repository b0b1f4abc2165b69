import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { chooseEncoding } from './page-cache.ts';
import { Front, type Handler } from './server.ts';

interface Answer {
	status: number;
	headers: IncomingMessage['headers'];
	body: Buffer;
}

const fronts: Front[] = [];
afterEach(async () => {
	for (const front of fronts.splice(0)) await front.close();
});

async function startFront(handler?: Handler) {
	const front = new Front(silentLog);
	fronts.push(front);
	front.server.listen(0, '127.0.0.1');
	await once(front.server, 'listening');
	const state = { version: '1', healthy: true };
	if (handler) front.open({ handler, version: () => state.version, check: async () => state.healthy });
	return {
		state,
		ask: (path: string, options = {}) => ask((front.server.address() as AddressInfo).port, path, options),
	};
}

async function ask(port: number, path: string, { method = 'GET', headers = {} } = {}): Promise<Answer> {
	const req = request({ host: '127.0.0.1', port, path, method, headers, agent: false }).end();
	const [res] = (await once(req, 'response')) as [IncomingMessage];
	const chunks: Buffer[] = [];
	for await (const chunk of res) chunks.push(chunk as Buffer);
	return { status: res.statusCode ?? 0, headers: res.headers, body: Buffer.concat(chunks) };
}

/** A page that counts how often it was made. */
function countingPage(mark: '1' | 'padat' | null = '1'): { handler: Handler; made: () => number } {
	let made = 0;
	const handler: Handler = (_req, res) => {
		made++;
		if (mark) res.setHeader('x-matang-simpan', mark);
		res.setHeader('content-type', 'text/html; charset=utf-8');
		res.writeHead(200);
		res.write('<p>halaman ');
		res.end(`${made}</p>${' '.repeat(2000)}`);
	};
	return { handler, made: () => made };
}

describe('muka HTTP', () => {
	it('menjawab 503 sampai situs siap, tetapi sudah hidup', async () => {
		const { ask } = await startFront();
		expect((await ask('/')).status).toBe(503);
		expect((await ask('/health/live')).status).toBe(200);
		expect((await ask('/health/ready')).status).toBe(503);
	});

	it('membuat halaman yang boleh disimpan satu kali untuk tiap versi data', async () => {
		const page = countingPage();
		const { ask, state } = await startFront(page.handler);
		const first = await ask('/a');
		expect((await ask('/a')).body).toEqual(first.body);
		expect(page.made()).toBe(1);
		await ask('/a?lain=1');
		expect(page.made()).toBe(2);
		state.version = '2';
		await ask('/a');
		expect(page.made()).toBe(3);
	});

	it('tidak menyimpan jawaban tanpa tanda dan tidak membocorkan tandanya', async () => {
		const page = countingPage(null);
		const { ask } = await startFront(page.handler);
		await ask('/a');
		await ask('/a');
		expect(page.made()).toBe(2);
		const marked = await startFront(countingPage().handler);
		expect((await marked.ask('/a')).headers).not.toHaveProperty('x-matang-simpan');
	});

	it('memadatkan halaman ruang kerja tanpa menyimpannya untuk orang lain', async () => {
		const page = countingPage('padat');
		const { ask } = await startFront(page.handler);
		const br = { headers: { 'accept-encoding': 'br' } };
		const pertama = await ask('/kerja', br);
		expect(pertama.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' });
		expect(pertama.headers).not.toHaveProperty('x-matang-simpan');
		expect(String(brotliDecompressSync(pertama.body))).toContain('<p>halaman 1</p>');
		expect(String(brotliDecompressSync((await ask('/kerja', br)).body))).toContain('<p>halaman 2</p>');
	});

	it('mengirim isi yang sama terkompresi, dan 304 bila peramban sudah memilikinya', async () => {
		const { ask } = await startFront(countingPage().handler);
		const plain = await ask('/a');
		const packed = await ask('/a', { headers: { 'accept-encoding': 'gzip, br' } });
		expect(packed.headers['content-encoding']).toBe('br');
		expect(packed.headers.vary).toBe('accept-encoding');
		expect(String(brotliDecompressSync(packed.body))).toContain('<p>halaman 2</p>');
		const again = await ask('/a', { headers: { 'if-none-match': String(plain.headers.etag) } });
		expect([again.status, again.body.length]).toEqual([304, 0]);
		for (const kepala of ['etag', 'vary', 'content-security-policy', 'cache-control'])
			expect(again.headers[kepala], kepala).toBe(plain.headers[kepala]);
		expect(again.headers).not.toHaveProperty('content-length');
	});

	it('menjawab HEAD dengan kepala yang sama tanpa isi', async () => {
		const { ask } = await startFront(countingPage().handler);
		const head = await ask('/a', { method: 'HEAD' });
		const get = await ask('/a');
		expect([head.status, head.body.length]).toEqual([200, 0]);
		expect(head.headers.etag).toBe(get.headers.etag);
		expect(head.headers['content-length']).toBe(String(get.body.length));
	});

	it('memberi setiap jawaban nomor permintaan dan kepala keamanan', async () => {
		const { ask } = await startFront(countingPage().handler);
		const answers = [
			await ask('/a'),
			await ask('/a'),
			await ask('/health/live'),
			await ask('/x', { method: 'POST' }),
		];
		const ids = answers.map(({ headers }) => headers['x-request-id']);
		expect(new Set(ids).size).toBe(4);
		for (const { headers } of answers) {
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['content-security-policy']).toContain("default-src 'none'");
		}
	});

	it('memberi metrik kepada mesin ini saja, tidak lewat perantara', async () => {
		const { ask } = await startFront(countingPage().handler);
		await ask('/peringkat');
		const metrics = await ask('/metrics');
		expect(String(metrics.body)).toContain(
			'matang_http_permintaan_total{bagian="peringkat",status="2xx",simpanan="tidak"} 1',
		);
		expect((await ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.9' } })).status).toBe(404);
	});

	it('menolak dengan sopan di atas batas serentak, lalu melayani lagi begitu longgar', async () => {
		let buka: () => void = () => {};
		const terbuka = new Promise<void>((jadi) => (buka = jadi));
		const { ask } = await startFront((_req, res) => void terbuka.then(() => res.end('jadi')));
		const kirim = () => ask('/kerja', { method: 'POST', headers: { 'content-length': 0 } });
		const banyak = Array.from({ length: 520 }, kirim);
		const tolak = await Promise.race(banyak); // all others wait
		expect([tolak.status, tolak.headers['retry-after']]).toEqual([503, '5']);
		expect(tolak.body.toString()).toContain('Isian Anda masih ada');
		buka();
		const status = (await Promise.all(banyak)).map((a) => a.status);
		expect(status.filter((s) => s === 200).length).toBeGreaterThanOrEqual(512);
		expect((await kirim()).status).toBe(200);
	});

	it('menyebut diri belum siap bila basis data tidak menjawab', async () => {
		const { ask, state } = await startFront(countingPage().handler);
		expect((await ask('/health/ready')).status).toBe(200);
		state.healthy = false;
		expect((await ask('/health/ready')).status).toBe(503);
	});
});

describe('pilihan kompresi', () => {
	it.each([
		[undefined, 'identity'],
		['gzip, deflate, br', 'br'],
		['gzip', 'gzip'],
		['br;q=0, gzip', 'gzip'],
		['br;q=0', 'identity'],
		['deflate', 'identity'],
	])('%s → %s', (accept, expected) => {
		expect(chooseEncoding(accept)).toBe(expected);
	});
});
