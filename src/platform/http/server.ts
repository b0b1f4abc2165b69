import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { captureResponse } from './capture.ts';
import { createMetrics, type Metrics, sectionOf } from './metrics.ts';
import { chooseEncoding, PageCache, sendEntry, toEntry } from './page-cache.ts';
import { securityHeaders } from './security-headers.ts';

export type Handler = (req: IncomingMessage, res: ServerResponse) => void;

interface Site {
	handler: Handler;
	/** The present data version; part of what a kept page is valid for. */
	version: () => string;
	/** Whether the database answers. */
	check: () => Promise<boolean>;
	/** Uploads in pieces, answered before the pages. */
	unggahan?: (req: IncomingMessage, res: ServerResponse) => Promise<void>;
}

/** Requests being answered at once; beyond it a quick "busy" is kinder than an answer after the client gave up. */
const maksSerentak = 512;
const penuh =
	'Peladen sedang penuh, dan permintaan ini belum dikerjakan. Isian Anda masih ada: kembali ke halaman sebelumnya, tunggu sebentar, lalu kirim lagi.\n';

const cacheBytes = 64 * 1024 * 1024;
const idPrefix = Math.floor(Date.now() / 1000).toString(36);
let counter = 0;

/** HTTP front: health, metrics, request ids and logs, security headers, and the cache of public pages. */
export class Front {
	readonly server: Server;
	readonly metrics: Metrics = createMetrics();
	#site: Site | null = null;
	#cache = new PageCache(cacheBytes);
	#running = 0;
	readonly #log: Log;

	constructor(log: Log) {
		this.#log = log;
		this.server = createServer((req, res) => this.#serve(req, res));
		this.server.requestTimeout = 2 * 3600_000; // a large file over a thin line
		this.server.keepAliveTimeout = 65_000;
	}

	/** From now on pages are served; before, everything but /health/live answers 503. */
	open(site: Site): void {
		this.#site = site;
		this.metrics.ready.set(1);
	}

	/** Pages are refused with 503 and connections close after their present answer. */
	async close(): Promise<void> {
		this.#site = null;
		this.metrics.ready.set(0);
		const closed = new Promise((resolve) => this.server.close(resolve));
		this.server.closeIdleConnections();
		setTimeout(() => this.server.closeAllConnections(), 5000).unref();
		await closed;
	}

	#serve(req: IncomingMessage, res: ServerResponse): void {
		const started = performance.now();
		const id = `${idPrefix}-${(++counter).toString(36)}`;
		const url = req.url ?? '/';
		const site = this.#site;
		if (site && (req.method === 'GET' || req.method === 'HEAD')) {
			const encoding = chooseEncoding(req.headers['accept-encoding'] as string | undefined);
			const entry = this.#cache.get(url, encoding, site.version());
			if (entry) {
				const status = sendEntry(req, res, entry, id);
				this.#record(id, req, status, started, 'ya');
				return;
			}
		}
		res.once('close', () => this.#record(id, req, res.statusCode, started, 'tidak'));
		for (const name in securityHeaders) res.setHeader(name, securityHeaders[name] ?? '');
		res.setHeader('x-request-id', id);
		const tolak = refuseBody(req, url);
		if (url === '/service-worker.js') allowPekerja(res);
		if (url === '/favicon.svg') res.setHeader('cache-control', 'public, max-age=86400');
		if (tolak) sendText(res, tolak.status, tolak.teks, { connection: 'close' });
		else if (url.startsWith('/health/') || url === '/metrics') void this.#serveOwn(url, req, res);
		else if (site?.unggahan && jalurUnggahan.test(url)) void this.#receive(site.unggahan, id, req, res);
		else if (site && this.#running >= maksSerentak) sendText(res, 503, penuh, { 'retry-after': '5' });
		else if (site) this.#render(site, id, req, res);
		else sendText(res, 503, 'Matang sedang disiapkan. Coba lagi sebentar lagi.\n', { 'retry-after': '5' });
	}

	#render(site: Site, id: string, req: IncomingMessage, res: ServerResponse): void {
		const url = req.url ?? '/';
		const version = site.version();
		this.#running++;
		res.once('close', () => this.#running--);
		req.headers['x-matang-proto'] = isHttps(req) ? 'https' : 'http';
		req.headers['x-request-id'] = id;
		req.headers['x-matang-alamat'] = clientAddress(req);
		if (url.startsWith('/api/') && req.method !== 'GET') nameBody(req);
		if (req.method === 'HEAD') req.method = 'GET'; // Node leaves the body of an answer to HEAD away by itself
		if (req.method === 'GET')
			captureResponse(res, async (headers, body) => {
				const encoding = chooseEncoding(req.headers['accept-encoding'] as string | undefined);
				delete headers['x-request-id'];
				const entry = await toEntry(headers, body, encoding);
				if (headers['x-matang-simpan'] === '1') this.#cache.put(url, encoding, version, entry);
				sendEntry(req, res, entry, id);
			});
		site.handler(req, res);
	}

	async #receive(
		unggahan: NonNullable<Site['unggahan']>,
		id: string,
		req: IncomingMessage,
		res: ServerResponse,
	): Promise<void> {
		try {
			await unggahan(req, res);
		} catch (error) {
			this.#log.error({ err: error, id }, 'unggahan');
			if (!res.headersSent) sendText(res, 500, 'Unggahan terganggu. Coba lagi.\n', { connection: 'close' });
			else res.destroy();
		}
	}

	async #serveOwn(url: string, req: IncomingMessage, res: ServerResponse): Promise<void> {
		if (url === '/health/live') return sendText(res, 200, 'hidup\n');
		if (url === '/health/ready') {
			const ready = (await this.#site?.check().catch(() => false)) ?? false;
			return sendText(res, ready ? 200 : 503, ready ? 'siap\n' : 'belum siap\n');
		}
		if (url === '/metrics' && isLocal(req))
			return sendText(res, 200, await this.metrics.registry.metrics(), {
				'content-type': this.metrics.registry.contentType,
			});
		sendText(res, 404, 'Tidak ada.\n');
	}

	#record(id: string, req: IncomingMessage, status: number, started: number, kept: 'ya' | 'tidak'): void {
		const ms = performance.now() - started;
		const section = sectionOf(req.url ?? '/');
		this.metrics.requests.inc({ bagian: section, status: `${Math.floor(status / 100)}xx`, simpanan: kept });
		if (kept === 'tidak') this.metrics.duration.observe({ bagian: section }, ms / 1000);
		const path = hideSecret((req.url ?? '/').split('?', 1)[0] ?? '/');
		this.#log.info({
			id,
			metode: req.method,
			jalur: path,
			status,
			ms: Math.round(ms * 10) / 10,
			simpanan: kept,
		});
	}
}

/** Bytes of a form; only the upload of evidence takes more. */
const BADAN = 2 * 1024 * 1024;
/** A file of 2 GB with its form around it. */
export const BADAN_UNGGAHAN = 2 * 1024 ** 3 + BADAN;
const jalurUnggahan = /^\/unggahan(\/[0-9a-f]{32})?$/;
const unggahan =
	/^\/(en\/)?kerja\/[\w-]+\/(penilaian\/\d+\/\w+\?\/bukti|kebijakan\/\w+\?\/(dokumen|reviu)|audit\/akses\?\/muat)$/;

/** Refuses a body that is too large before anything reads it. */
function refuseBody(req: IncomingMessage, url: string): { status: number; teks: string } | null {
	if (url.startsWith('/api/')) return null; // takes 64 KB and refuses more in its own format
	const panjang = req.headers['content-length'];
	if (unggahan.test(url) || jalurUnggahan.test(url)) {
		if (Number(panjang ?? 0) <= BADAN_UNGGAHAN) return null;
		return { status: 413, teks: 'Berkas lebih besar dari 2 GB. Kecilkan atau bagi, lalu unggah lagi.\n' };
	}
	if (panjang === undefined && req.headers['transfer-encoding'] !== undefined)
		return { status: 411, teks: 'Sebutkan panjang isinya (Content-Length), lalu kirim lagi.\n' };
	return Number(panjang ?? 0) <= BADAN
		? null
		: { status: 413, teks: 'Isinya lebih dari 2 MB. Bagi, lalu kirim lagi.\n' };
}

/** The service worker fetches pages, and a new one is looked for at every visit. */
function allowPekerja(res: ServerResponse): void {
	res.setHeader('content-security-policy', "default-src 'self'");
	res.setHeader('cache-control', 'no-cache');
}

function sendText(
	res: ServerResponse,
	status: number,
	text: string,
	headers: Record<string, string> = {},
): void {
	res.writeHead(status, {
		'content-type': 'text/plain; charset=utf-8',
		'cache-control': 'no-store',
		...headers,
	});
	res.end(text);
}

function isHttps(req: IncomingMessage): boolean {
	return 'encrypted' in req.socket || req.headers['x-forwarded-proto'] === 'https';
}

/** Who asks: what a proxy on this machine says last, else the other end of the connection. */
function clientAddress(req: IncomingMessage): string {
	const direct = req.socket.remoteAddress ?? '';
	const forwarded = String(req.headers['x-forwarded-for'] ?? '')
		.split(',')
		.at(-1)
		?.trim();
	return forwarded && /^(::1|(::ffff:)?127\.)/.test(direct) ? forwarded : direct;
}

/** One-time links open accounts: they never stand in a log. */
function hideSecret(path: string): string {
	return path.replace(/^((?:\/en)?\/tautan\/).+/, '$1…');
}

/** SvelteKit meets a form from elsewhere with a bare 403; the interface refuses it in its own words (415). */
function nameBody(req: IncomingMessage): void {
	if (!/json/i.test(req.headers['content-type'] ?? ''))
		req.headers['content-type'] = 'application/octet-stream';
}

/** Metrics are for this machine: not through a proxy, not from elsewhere. */
function isLocal(req: IncomingMessage): boolean {
	const address = req.socket.remoteAddress ?? '';
	return /^(::1|(::ffff:)?127\.)/.test(address) && !req.headers['x-forwarded-for'] && !req.headers.forwarded;
}
