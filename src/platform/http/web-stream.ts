import type { Readable } from 'node:stream';

/**
 * A Node stream as an answer's body, read as fast as it is taken. When the reader goes away the source is destroyed.
 * Node's own `Readable.toWeb` throws outside of any promise when data comes in after that, which would end the process.
 */
export function toWebStream(sumber: Readable): ReadableStream<Uint8Array> {
	const bagian = sumber[Symbol.asyncIterator]();
	let batal = false;
	return new ReadableStream<Uint8Array>(
		{
			async pull(kendali) {
				const { done, value } = await bagian.next();
				if (batal) return;
				if (done) kendali.close();
				else kendali.enqueue(value as Uint8Array);
			},
			cancel() {
				batal = true;
				sumber.destroy();
			},
		},
		{ highWaterMark: 0 },
	);
}
