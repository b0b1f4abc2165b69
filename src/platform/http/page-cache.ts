import { createHash } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

interface Entry {
	/** Flat name, value, name, value … ready for writeHead. */
	head: string[];
	etag: string;
	body: Buffer;
}

const brotli = promisify(brotliCompress);
const gzipAsync = promisify(gzip);
const minimumToCompress = 1024;

/**
 * Finished public responses by address and encoding. Results change only when somebody imports, so all
 * entries are of one data version and are dropped together when it changes; the oldest go when the
 * bytes exceed the limit.
 */
export class PageCache {
	#entries = new Map<string, Entry>();
	#bytes = 0;
	#version = '';
	readonly #limit: number;

	constructor(limitBytes: number) {
		this.#limit = limitBytes;
	}

	get(url: string, encoding: Encoding, version: string): Entry | undefined {
		if (version !== this.#version) this.#reset(version);
		return this.#entries.get(`${encoding} ${url}`);
	}

	/** Keeps the response if it was made from the data version that is still the present one. */
	put(url: string, encoding: Encoding, version: string, entry: Entry): void {
		if (version !== this.#version || entry.body.length > this.#limit / 8) return;
		this.#entries.set(`${encoding} ${url}`, entry);
		this.#bytes += entry.body.length;
		for (const [key, oldest] of this.#entries) {
			if (this.#bytes <= this.#limit) break;
			this.#entries.delete(key);
			this.#bytes -= oldest.body.length;
		}
	}

	#reset(version: string): void {
		this.#entries.clear();
		this.#bytes = 0;
		this.#version = version;
	}
}

/** The best encoding that the client accepts; q=0 refuses one. */
export function chooseEncoding(accept: string | undefined): Encoding {
	if (!accept) return 'identity';
	if (/\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accept)) return 'br';
	if (/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(accept)) return 'gzip';
	return 'identity';
}

/** Compresses a finished response and gives it its ETag. */
export async function toEntry(
	headers: OutgoingHttpHeaders,
	body: Buffer,
	encoding: Encoding,
): Promise<Entry> {
	const used = body.length < minimumToCompress || !isText(headers['content-type']) ? 'identity' : encoding;
	const packed = await compress(body, used);
	const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
	const head: string[] = [];
	for (const [name, value] of Object.entries(headers)) {
		if (value === undefined || ['content-length', 'etag', 'vary', 'x-matang-simpan'].includes(name)) continue;
		for (const item of Array.isArray(value) ? value : [value]) head.push(name, String(item));
	}
	head.push('vary', 'accept-encoding', 'etag', etag, 'content-length', String(packed.length));
	if (used !== 'identity') head.push('content-encoding', used);
	return { head, etag, body: packed };
}

/** Sends a kept response, or 304 when the client has it already. */
export function sendEntry(
	req: IncomingMessage,
	res: ServerResponse,
	entry: Entry,
	requestId: string,
): number {
	const known = req.headers['if-none-match'];
	if (known && (known === '*' || known.split(/\s*,\s*/).includes(entry.etag))) {
		res.writeHead(304, [...withoutBody(entry.head), 'x-request-id', requestId]).end();
		return 304;
	}
	res.writeHead(200, [...entry.head, 'x-request-id', requestId]);
	res.end(entry.body);
	return 200;
}

/** What a 304 says again (RFC 9110, 15.4.5): everything but what describes the body. */
function withoutBody(head: readonly string[]): string[] {
	return head.filter((_, i) => !bodyHeads.has(head[i - (i % 2)]?.toLowerCase() ?? ''));
}
const bodyHeads = new Set(['content-length', 'content-type', 'content-encoding']);

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> | Buffer {
	if (encoding === 'br') return brotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
	if (encoding === 'gzip') return gzipAsync(body, { level: 6 });
	return body;
}

function isText(type: unknown): boolean {
	return /^(text\/|application\/(json|xml|javascript)|image\/svg)/.test(String(type));
}
