import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import busboy from 'busboy';
import type { FileStore, Titipan } from '../storage/file-store.ts';
import { sebabPenyimpanan } from '../storage/storage-error.ts';

export interface Unggahan {
	/** Fields by name, the first of each; NUL left out. */
	teks: Readonly<Record<string, string>>;
	berkas: { titipan: Titipan; nama: string } | null;
	/** Why the file was not kept; the fields are there all the same. */
	galat: 'berkas_terlalu_besar' | 'penyimpanan_penuh' | 'penyimpanan_gagal' | 'unggahan_terputus' | null;
}

/**
 * Reads a form with at most one file, straight to disk without holding it in memory. Fields that stand before the
 * file are there even when the file is cut off. The caller keeps or discards what was received.
 */
export async function readUpload(request: Request, store: FileStore, maks: number): Promise<Unggahan> {
	const teks: Record<string, string> = {};
	const hasil: { berkas: Unggahan['berkas']; galat: Unggahan['galat'] } = { berkas: null, galat: null };
	const form = bukaForm(request, maks);
	if (!form || !request.body) return { teks, ...hasil };
	let terima: Promise<void> = Promise.resolve();
	form.on('field', (nama, isi) => {
		if (!(nama in teks)) teks[nama] = isi.replaceAll('\0', '');
	});
	form.on('file', (_, isi, { filename }) => {
		isi.on('error', () => {}); // may come before anyone listens; who reads it gets it all the same
		if (!filename) return void isi.resume(); // a file field left empty
		terima = terimaBerkas(isi, filename, store, maks).then((h) => void Object.assign(hasil, h));
	});
	const sumber = Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
	await new Promise<void>((resolve) => {
		const putus = () => {
			hasil.galat ??= 'unggahan_terputus';
			form.destroy();
			resolve();
		};
		form.once('close', resolve).on('error', putus);
		sumber.on('error', putus);
		sumber.pipe(form);
	});
	await terima;
	if (hasil.galat && hasil.berkas) {
		await store.discard(hasil.berkas.titipan);
		hasil.berkas = null;
	}
	return { teks, ...hasil };
}

function bukaForm(request: Request, maks: number): busboy.Busboy | null {
	try {
		return busboy({
			headers: { 'content-type': request.headers.get('content-type') ?? '' },
			defParamCharset: 'utf8',
			limits: { files: 1, fileSize: maks, fields: 60, fieldSize: 100_000, fieldNameSize: 100 },
		});
	} catch {
		return null; // not a form
	}
}

async function terimaBerkas(
	isi: Readable & { truncated?: boolean },
	nama: string,
	store: FileStore,
	maks: number,
): Promise<Pick<Unggahan, 'berkas' | 'galat'>> {
	try {
		// Not destroyed when the store gives up: the form is read to its end all the same, and answered.
		const titipan = await store.receive(isi.iterator({ destroyOnReturn: false }), maks);
		if (!isi.truncated) return { berkas: { titipan, nama }, galat: null };
		await store.discard(titipan);
		return { berkas: null, galat: 'berkas_terlalu_besar' };
	} catch (cause) {
		isi.resume();
		return { berkas: null, galat: sebabPenyimpanan(cause) ?? 'unggahan_terputus' };
	}
}
