import { dataCopy } from '#features/hasil/data.copy.ts';
import { unduhData } from '#features/hasil/unduh-data.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, lang }, params }) => {
	const hasil = await unduhData(ctx, params.berkas);
	if (!hasil.ok) {
		const kata = dataCopy[lang];
		const pesan =
			hasil.reason === 'tahun_tidak_ada' ? kata.tahunTidakAda(String(hasil.tahun)) : kata.tidakAda;
		return new Response(`${pesan}\n`, {
			status: 404,
			headers: { 'content-type': 'text/plain; charset=utf-8' },
		});
	}
	const { nama, tipe, isi } = hasil.value;
	return sendAttachment({ nama, tipe, isi: alirkan(isi) });
};

/** Sends a file as it is read; text becomes UTF-8. */
function alirkan(isi: AsyncIterable<string | Uint8Array>): ReadableStream<Uint8Array> {
	const encoder = new TextEncoder();
	const baca = isi[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(keluar) {
			const { done, value } = await baca.next();
			if (done) keluar.close();
			else keluar.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
		},
		async cancel() {
			await baca.return?.();
		},
	});
}
