import { randomUUID } from 'node:crypto';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type FileStore, openMasuk, receive, type Titipan } from './file-store.ts';
import { createS3Client, type Permintaan, type SetelanS3 } from './s3-client.ts';
import { PenyimpananError } from './storage-error.ts';

type Minta = (p: Permintaan) => Promise<Response>;

/** Bytes of a part of a large object; smaller ones go whole. The only thing of a file that is held in memory. */
const BAGIAN = 16 * 1024 ** 2;
/** How often an answer that breaks off is taken up again where it ended. */
const SAMBUNG = 4;

/** Files in an S3-compatible store; what is arriving lies in `dirMasuk` on this machine until it is whole. */
export function openS3Store(setelan: SetelanS3, dirMasuk: string): FileStore {
	const minta = createS3Client(setelan);
	const { masuk, unggahan } = openMasuk(dirMasuk);
	return {
		receive: (source, maks) => receive(join(masuk, randomUUID()), source, maks),
		keep: async (titipan) => {
			if ((await size(minta, titipan.sha256)) !== titipan.ukuran) await kirim(minta, titipan);
			if (!titipan.tetap) await rm(titipan.path, { force: true });
		},
		discard: ({ path }) => rm(path, { force: true }),
		read: (sha256, rentang) => Readable.from(read(minta, sha256, rentang), { objectMode: false }),
		size: (sha256) => size(minta, sha256),
		list: () => list(minta),
		remove: async (sha256) => {
			await minta({ method: 'DELETE', kunci: letak(sha256), boleh: [404] });
		},
		unggahan,
	};
}

const letak = (sha256: string) => `berkas/${sha256.slice(0, 2)}/${sha256}`;

async function size(minta: Minta, sha256: string): Promise<number | null> {
	const jawab = await minta({ method: 'HEAD', kunci: letak(sha256), boleh: [404] });
	return jawab.status === 404 ? null : Number(jawab.headers.get('content-length'));
}

async function kirim(minta: Minta, { path, sha256, ukuran }: Titipan): Promise<void> {
	const kunci = letak(sha256);
	const berkas = await open(path, 'r');
	try {
		if (ukuran <= BAGIAN) await minta({ method: 'PUT', kunci, isi: await bacaBagian(berkas, 0, ukuran) });
		else await kirimBagian(minta, kunci, berkas, ukuran);
	} finally {
		await berkas.close();
	}
	const sampai = await size(minta, sha256);
	if (sampai !== ukuran)
		throw new PenyimpananError('penyimpanan_gagal', {
			cause: new Error(`tersimpan ${sampai} dari ${ukuran} byte`),
		});
}

async function kirimBagian(minta: Minta, kunci: string, berkas: FileHandle, ukuran: number): Promise<void> {
	const mulai = await (await minta({ method: 'POST', kunci, query: { uploads: '' } })).text();
	const uploadId = bacaUnsur(mulai, 'UploadId')[0] ?? '';
	try {
		let daftar = '';
		for (let nomor = 1, dari = 0; dari < ukuran; nomor++, dari += BAGIAN) {
			const isi = await bacaBagian(berkas, dari, Math.min(BAGIAN, ukuran - dari));
			const query = { partNumber: String(nomor), uploadId };
			const jawab = await minta({ method: 'PUT', kunci, query, isi });
			daftar += `<Part><PartNumber>${nomor}</PartNumber><ETag>${jawab.headers.get('etag') ?? ''}</ETag></Part>`;
		}
		const isi = new TextEncoder().encode(`<CompleteMultipartUpload>${daftar}</CompleteMultipartUpload>`);
		const jawab = await (await minta({ method: 'POST', kunci, query: { uploadId }, isi })).text();
		// A store may begin with 200 and fail afterwards: then the error stands in the body.
		if (jawab.includes('<Error>'))
			throw new PenyimpananError('penyimpanan_gagal', { cause: new Error(jawab.slice(0, 300)) });
	} catch (cause) {
		await minta({ method: 'DELETE', kunci, query: { uploadId }, boleh: [404] }).catch(() => {});
		throw cause;
	}
}

async function bacaBagian(
	berkas: FileHandle,
	dari: number,
	panjang: number,
): Promise<Uint8Array<ArrayBuffer>> {
	const isi = new Uint8Array(panjang);
	for (let sudah = 0; sudah < panjang; ) {
		const { bytesRead } = await berkas.read(isi, sudah, panjang - sudah, dari + sudah);
		if (bytesRead === 0) throw new Error('berkas titipan terpotong');
		sudah += bytesRead;
	}
	return isi;
}

async function* read(
	minta: Minta,
	sha256: string,
	rentang?: { dari: number; sampai: number },
): AsyncIterable<Uint8Array> {
	let dari = rentang?.dari ?? 0;
	const ukuran = await size(minta, sha256);
	if (ukuran === null) throw new Error(`berkas ${sha256} tidak ada`);
	const sampai = Math.min(rentang?.sampai ?? ukuran - 1, ukuran - 1);
	for (let kali = 0; dari <= sampai; kali++) {
		const jawab = await minta({
			method: 'GET',
			kunci: letak(sha256),
			headers: { range: `bytes=${dari}-${sampai}` },
		});
		// A store that ignores the range answers all of it.
		let lewati = jawab.status === 206 ? 0 : dari;
		try {
			for await (const bagian of jawab.body as unknown as ReadableStream<Uint8Array>) {
				const isi = bagian.subarray(Math.min(lewati, bagian.byteLength), lewati + sampai - dari + 1);
				lewati -= Math.min(lewati, bagian.byteLength);
				dari += isi.byteLength;
				if (isi.byteLength > 0) yield isi;
			}
			if (dari <= sampai && kali >= SAMBUNG) throw new Error('jawaban terpotong');
		} catch (cause) {
			if (kali >= SAMBUNG) throw new PenyimpananError('penyimpanan_gagal', { cause });
		}
	}
}

async function* list(minta: Minta): AsyncIterable<string> {
	for (let lanjut: string | undefined; ; ) {
		const query = { 'list-type': '2', prefix: 'berkas/', ...(lanjut && { 'continuation-token': lanjut }) };
		const isi = await (await minta({ method: 'GET', kunci: '', query })).text();
		for (const kunci of bacaUnsur(isi, 'Key')) {
			const nama = /^berkas\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(kunci)?.[1];
			if (nama) yield nama;
		}
		lanjut = bacaUnsur(isi, 'NextContinuationToken')[0];
		if (!lanjut) return;
	}
}

/** Texts of the elements of a name. Our keys hold nothing that XML escapes. */
function bacaUnsur(xml: string, nama: string): string[] {
	return [...xml.matchAll(new RegExp(`<${nama}>([^<]*)</${nama}>`, 'g'))].map((m) => lepas(m[1] ?? ''));
}

const lepas = (teks: string) =>
	teks.replace(
		/&(lt|gt|quot|apos|amp);/g,
		(_, n: string) => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[n] ?? '',
	);
