import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SetelanS3 } from './s3-client.ts';

export interface S3Uji {
	setelan: SetelanS3;
	isi: Map<string, Buffer>;
	/** What comes next goes wrong so many times: an answer 500, or an object that breaks off half-way. */
	rusakkan: (cara: '500' | 'separuh', kali: number) => void;
	/** Methods and paths that were asked for. */
	riwayat: string[];
	/** Parts of uploads that were neither completed nor given up. */
	gantung: () => number;
	close: () => Promise<void>;
}

/** A small store that speaks enough S3 for ours: objects, ranges, lists of two keys a page, uploads in parts. */
export async function startS3(): Promise<S3Uji> {
	const isi = new Map<string, Buffer>();
	const bagian = new Map<string, Map<number, Buffer>>();
	const riwayat: string[] = [];
	const rusak = { '500': 0, separuh: 0 };
	let urut = 0;
	const jawab = async (req: IncomingMessage, res: ServerResponse) => {
		const url = new URL(req.url ?? '/', 'http://s3');
		const badan = Buffer.concat(await Array.fromAsync(req as AsyncIterable<Buffer>));
		riwayat.push(`${req.method} ${url.pathname}${url.search}`);
		const akhiri = (status: number, teks: string | Buffer = '', headers: Record<string, string> = {}) =>
			void res.writeHead(status, { 'content-length': String(Buffer.byteLength(teks)), ...headers }).end(teks);
		const tolak = periksaTanda(req, badan);
		if (tolak) return akhiri(403, `<Error><Code>${tolak}</Code></Error>`);
		if (rusak['500'] > 0) {
			rusak['500']--;
			return akhiri(500, '<Error><Code>InternalError</Code></Error>');
		}
		const kunci = url.pathname.replace(/^\/matang\/?/, '');
		const upload = url.searchParams.get('uploadId');
		if (kunci === '') return akhiri(200, daftar(isi, url.searchParams.get('continuation-token')));
		if (req.method === 'POST' && url.searchParams.has('uploads')) {
			bagian.set(`u&${++urut}`, new Map());
			return akhiri(200, `<R><UploadId>u&amp;${urut}</UploadId></R>`);
		}
		if (upload !== null) {
			const milik = bagian.get(upload);
			if (!milik) return akhiri(404);
			if (req.method === 'DELETE') {
				bagian.delete(upload);
				return akhiri(204);
			}
			if (req.method === 'PUT') {
				milik.set(Number(url.searchParams.get('partNumber')), badan);
				return akhiri(200, '', { etag: `"${createHash('md5').update(badan).digest('hex')}"` });
			}
			const nomor = [...String(badan).matchAll(/<PartNumber>(\d+)<\/PartNumber><ETag>"\w+"/g)].map((m) =>
				Number(m[1]),
			);
			isi.set(kunci, Buffer.concat(nomor.map((n) => milik.get(n) ?? Buffer.alloc(0))));
			bagian.delete(upload);
			return akhiri(200, '<CompleteMultipartUploadResult/>');
		}
		if (req.method === 'PUT') {
			isi.set(kunci, badan);
			return akhiri(200);
		}
		if (req.method === 'DELETE') {
			isi.delete(kunci);
			return akhiri(204);
		}
		const ada = isi.get(kunci);
		if (!ada) return akhiri(404);
		if (req.method === 'HEAD') return void res.writeHead(200, { 'content-length': String(ada.length) }).end();
		const [, dari, sampai] = /^bytes=(\d+)-(\d+)$/.exec(req.headers.range ?? '') ?? [];
		const potong = ada.subarray(Number(dari ?? 0), Number(sampai ?? ada.length - 1) + 1);
		if (rusak.separuh === 0) return akhiri(206, potong);
		rusak.separuh--;
		res.writeHead(206, { 'content-length': String(potong.length) });
		res.write(potong.subarray(0, Math.floor(potong.length / 2)), () => res.destroy());
	};
	const server = createServer((req, res) => void jawab(req, res));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return {
		setelan: { url, bucket: 'matang', key: 'kunci-uji', secret: 'rahasia-uji', region: 'uji' },
		isi,
		riwayat,
		gantung: () => bagian.size,
		rusakkan: (cara, kali) => {
			rusak[cara] = kali;
		},
		close: async () => {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}

/** The credential, what is signed, and that the body is the one that was signed. */
function periksaTanda(req: IncomingMessage, badan: Buffer): string | null {
	const tanda =
		/^AWS4-HMAC-SHA256 Credential=kunci-uji\/\d{8}\/uji\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=[0-9a-f]{64}$/.exec(
			req.headers.authorization ?? '',
		);
	if (!tanda?.[1]?.split(';').includes('host') || !req.headers['x-amz-date']) return 'AccessDenied';
	if (Object.keys(req.headers).some((h) => h.startsWith('x-amz-checksum') || h === 'x-amz-trailer'))
		return 'NotImplemented';
	const sidik = req.headers['x-amz-content-sha256'];
	if (badan.length === 0 || sidik === createHash('sha256').update(badan).digest('hex')) return null;
	return 'XAmzContentSHA256Mismatch';
}

function daftar(isi: Map<string, Buffer>, sesudah: string | null): string {
	const kunci = [...isi.keys()].sort().filter((k) => sesudah === null || k > sesudah);
	const dua = kunci.slice(0, 2);
	const lanjut = kunci.length > 2 ? `<NextContinuationToken>${dua[1]}</NextContinuationToken>` : '';
	return `<ListBucketResult>${dua.map((k) => `<Contents><Key>${k}</Key></Contents>`).join('')}${lanjut}</ListBucketResult>`;
}
