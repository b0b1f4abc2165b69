import { AwsClient } from 'aws4fetch';
import { PenyimpananError } from './storage-error.ts';

export interface SetelanS3 {
	/** Address of the service, without the bucket: https://s3.contoh.go.id */
	url: string;
	bucket: string;
	key: string;
	secret: string;
	region: string;
}

export interface Permintaan {
	method: string;
	/** Key of the object; empty for the bucket itself. */
	kunci: string;
	query?: Record<string, string>;
	headers?: Record<string, string>;
	isi?: Uint8Array<ArrayBuffer>;
	/** Answers besides 2xx that are no failure. */
	boleh?: number[];
}

/** Attempts of one request, and milliseconds before the second. */
const PERCOBAAN = 4;
const JEDA = 200;
/** Milliseconds until an answer must begin. */
const TENGGAT = 60_000;

/**
 * One request to the store, signed (SigV4, path style), tried again where the line breaks or the store answers 5xx or
 * 429. Only what every S3-speaking store knows is sent: no checksum trailers, no chunked signing.
 * @throws PenyimpananError 'penyimpanan_gagal'
 */
export function createS3Client(setelan: SetelanS3): (p: Permintaan) => Promise<Response> {
	const { key: accessKeyId, secret: secretAccessKey, region } = setelan;
	const aws = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 0 });
	return async (p) => {
		const url = new URL(`${setelan.url.replace(/\/+$/, '')}/${setelan.bucket}/${p.kunci}`);
		for (const [nama, nilai] of Object.entries(p.query ?? {})) url.searchParams.set(nama, nilai);
		let sebab: unknown;
		for (let kali = 0; kali < PERCOBAAN; kali++) {
			if (kali > 0) await new Promise((resolve) => setTimeout(resolve, JEDA * 2 ** (kali - 1)));
			try {
				const jawab = await kirim(aws, url, p);
				if (jawab.ok || p.boleh?.includes(jawab.status)) return jawab;
				sebab = new Error(`${p.method} dijawab ${jawab.status}: ${(await jawab.text()).slice(0, 300)}`);
				if (jawab.status < 500 && jawab.status !== 429) break;
			} catch (cause) {
				sebab = cause;
			}
		}
		throw new PenyimpananError('penyimpanan_gagal', { cause: sebab });
	};
}

async function kirim(aws: AwsClient, url: URL, p: Permintaan): Promise<Response> {
	const headers: Record<string, string> = { ...p.headers };
	if (p.isi) {
		const sidik = await crypto.subtle.digest('SHA-256', p.isi);
		headers['x-amz-content-sha256'] = Buffer.from(sidik).toString('hex');
	}
	const putus = new AbortController();
	const tenggat = setTimeout(() => putus.abort(), TENGGAT);
	try {
		const signed = await aws.sign(url, { method: p.method, headers, ...(p.isi && { body: p.isi }) });
		return await fetch(signed, { signal: putus.signal });
	} finally {
		clearTimeout(tenggat);
	}
}
