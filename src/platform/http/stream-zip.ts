import type { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { toWebStream } from './web-stream.ts';

export type EntriZip = { nama: string; waktu: Date } & (
	| { isi: string }
	/** Bytes, and where they come from: opened when its turn comes, one at a time. */
	| { ukuran: number; open: () => Readable }
);

/**
 * A ZIP archive as it is read: nothing of it is kept in memory, and archives above 4 GB are ZIP64. When the reader
 * goes away, the file being read is closed and no further one is opened.
 */
export function streamZip(entri: AsyncIterable<EntriZip> | Iterable<EntriZip>): ReadableStream<Uint8Array> {
	const zip = new ZipFile();
	const keluar = zip.outputStream as PassThrough;
	keluar.on('error', () => {}); // the reader is told by the stream itself
	zip.on('error', (error) => keluar.destroy(error as Error));
	isi(zip, keluar, entri).catch((error: unknown) =>
		keluar.destroy(error instanceof Error ? error : new Error(String(error))),
	);
	return toWebStream(keluar);
}

async function isi(
	zip: ZipFile,
	keluar: PassThrough,
	entri: AsyncIterable<EntriZip> | Iterable<EntriZip>,
): Promise<void> {
	for await (const e of entri) {
		if (keluar.destroyed) return;
		if ('isi' in e) zip.addBuffer(Buffer.from(e.isi, 'utf8'), e.nama, { mtime: e.waktu });
		else await salin(zip, keluar, e);
	}
	zip.end();
}

function salin(
	zip: ZipFile,
	keluar: PassThrough,
	e: { nama: string; waktu: Date; ukuran: number; open: () => Readable },
): Promise<void> {
	return new Promise((resolve, reject) => {
		keluar.once('close', resolve);
		zip.addReadStreamLazy(e.nama, { mtime: e.waktu, compress: false, size: e.ukuran }, (cb) => {
			const sumber = e.open();
			const tutup = () => sumber.destroy();
			keluar.once('close', tutup);
			sumber.once('error', reject).once('close', () => {
				keluar.off('close', tutup);
				keluar.off('close', resolve);
				resolve();
			});
			cb(null, sumber);
		});
	});
}
