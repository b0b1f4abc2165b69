import { Readable } from 'node:stream';

/** JSON Lines as a download, streamed as they are read. `nama` is made of slugs and ids only. */
export function sendBaris(baris: AsyncGenerator<string>, nama: string): Response {
	return new Response(Readable.toWeb(Readable.from(baris)) as ReadableStream, {
		headers: {
			'content-type': 'application/jsonl; charset=utf-8',
			'content-disposition': `attachment; filename="${nama}"`,
		},
	});
}
