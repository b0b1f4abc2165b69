import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { median, type Row, round, row } from './row.ts';

const self = fileURLToPath(import.meta.url);

/** A bare Node server in a process of its own that answers everything with the same bytes and type. */
if (process.argv[1] === self) {
	process.once('message', ({ body, headers }: { body: string; headers: Record<string, string> }) => {
		const buffer = Buffer.from(body, 'base64');
		const server = createServer((_req, res) => {
			res.writeHead(200, headers);
			res.end(buffer);
		}).listen(0, '127.0.0.1', () => process.send?.(server.address()));
	});
	process.on('disconnect', () => process.exit());
}

/**
 * Pages served again against the bare server with the same bytes: three rounds each, in turn, and the
 * ratio of the medians, so that both meet the same machine in the same minutes.
 */
export async function measureKept(url: string, nama: string, path: string): Promise<Row> {
	const accept = { 'accept-encoding': 'br' };
	const raw = await fetchRaw(`${url}${path}`);
	const child = fork(self, { stdio: 'inherit' });
	child.send({ body: raw.body.toString('base64'), headers: raw.headers });
	const [{ port }] = (await once(child, 'message')) as [{ port: number }];
	const load = async (target: string) =>
		(await autocannon({ url: target, connections: 32, duration: 4, headers: accept })).requests.average;
	const own: number[] = [];
	const bare: number[] = [];
	await load(`${url}${path}`);
	for (let i = 0; i < 3; i++) {
		bare.push(await load(`http://127.0.0.1:${port}/`));
		own.push(await load(`${url}${path}`));
	}
	child.disconnect();
	const rasio = round(median(own) / median(bare), 2);
	return row(`${nama}, disajikan lagi`, `${Math.round(median(own))} vs ${Math.round(median(bare))}/s`, {
		rasio,
		batas: '≥ 0.6 dari Node polos',
		lolos: rasio >= 0.6,
	});
}

/** The bytes as sent, still compressed, which `fetch` would unpack. */
async function fetchRaw(address: string): Promise<{ body: Buffer; headers: Record<string, string> }> {
	const { get } = await import('node:http');
	const [res] = await once(get(address, { headers: { 'accept-encoding': 'br' } }), 'response');
	const chunks: Buffer[] = [];
	for await (const chunk of res) chunks.push(chunk);
	const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = res.headers;
	return { body: Buffer.concat(chunks), headers: { 'content-type': type, 'content-encoding': encoding } };
}
