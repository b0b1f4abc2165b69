import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Lets a handler write to `res` as usual. A 200 marked `x-matang-simpan` is held back and handed to
 * `keep` whole ("1": to be kept for everybody; "padat": only to be compressed); everything else (streams, errors, redirects) goes straight to the client.
 */
export function captureResponse(
	res: ServerResponse,
	keep: (headers: OutgoingHttpHeaders, body: Buffer) => void,
): void {
	const { writeHead, write, end } = res;
	let held: Buffer[] | null = null;
	res.writeHead = ((status: number, ...rest: unknown[]) => {
		const extra = rest.find((item) => item && typeof item === 'object') as OutgoingHttpHeaders | undefined;
		if (status !== 200 || !res.getHeader('x-matang-simpan')) {
			restore();
			res.removeHeader('x-matang-simpan');
			return (writeHead as (...args: unknown[]) => ServerResponse).call(res, status, ...rest);
		}
		for (const [name, value] of Object.entries(extra ?? {}))
			if (value !== undefined) res.setHeader(name, value);
		held = [];
		return res;
	}) as typeof res.writeHead;
	res.write = ((chunk: unknown, ...rest: unknown[]) => {
		if (!held) return (write as (...args: unknown[]) => boolean).call(res, chunk, ...rest);
		held.push(toBuffer(chunk));
		return true;
	}) as typeof res.write;
	res.end = ((chunk?: unknown, ...rest: unknown[]) => {
		if (!held) return (end as (...args: unknown[]) => ServerResponse).call(res, chunk, ...rest);
		if (chunk && typeof chunk !== 'function') held.push(toBuffer(chunk));
		const headers = res.getHeaders();
		for (const name of res.getHeaderNames()) res.removeHeader(name);
		const body = Buffer.concat(held);
		restore();
		keep(headers, body);
		return res;
	}) as typeof res.end;

	function restore(): void {
		held = null;
		Object.assign(res, { writeHead, write, end });
	}
}

function toBuffer(chunk: unknown): Buffer {
	return typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk as Uint8Array);
}
