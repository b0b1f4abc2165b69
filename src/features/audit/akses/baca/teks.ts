import type { PencatatBaca } from '../mesin/akun.rules.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** What 0x80–0x9F are in Windows-1252; the rest of it is Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const dariWindows = (bytes: Buffer): string =>
	bytes.toString('latin1').replace(/[\u0080-\u009f]/g, (h) => windows.charAt(h.charCodeAt(0) - 0x80));

/**
 * Decodes a stream of bytes into blocks of whole lines: UTF-8 with or without byte order mark, UTF-16, and line by line
 * Windows-1252 where it is no UTF-8. Holds one block and one unfinished line.
 */
export async function* bacaTeks(
	sumber: AsyncIterable<Uint8Array>,
	catatan: PencatatBaca,
): AsyncGenerator<string> {
	const alir = sumber[Symbol.asyncIterator]();
	let awal = Buffer.alloc(0);
	while (awal.length < 4096) {
		const satu = await alir.next();
		if (satu.done) break;
		awal = Buffer.concat([awal, satu.value]);
	}
	const utf16 = sandiUtf16(awal);
	if (utf16) yield* bacaUtf16(awal, alir, utf16);
	else
		yield* bacaUtf8(
			awal.subarray(awal[0] === 0xef && awal[1] === 0xbb && awal[2] === 0xbf ? 3 : 0),
			alir,
			catatan,
		);
}

function sandiUtf16(awal: Buffer): 'utf-16le' | 'utf-16be' | null {
	if (awal[0] === 0xff && awal[1] === 0xfe) return 'utf-16le';
	if (awal[0] === 0xfe && awal[1] === 0xff) return 'utf-16be';
	const contoh = awal.subarray(0, 2000);
	let [genap, ganjil] = [0, 0];
	for (let i = 0; i < contoh.length; i++) if (contoh[i] === 0) i % 2 === 0 ? genap++ : ganjil++;
	if (ganjil * 3 > contoh.length) return 'utf-16le';
	return genap * 3 > contoh.length ? 'utf-16be' : null;
}

async function* bacaUtf16(
	awal: Buffer,
	alir: AsyncIterator<Uint8Array>,
	sandi: 'utf-16le' | 'utf-16be',
): AsyncGenerator<string> {
	const dekoder = new TextDecoder(sandi);
	yield dekoder.decode(awal, { stream: true });
	for (let satu = await alir.next(); !satu.done; satu = await alir.next())
		yield dekoder.decode(satu.value, { stream: true });
	yield dekoder.decode();
}

const BARIS_TERPANJANG = 4 * 1024 * 1024;

async function* bacaUtf8(
	awal: Buffer,
	alir: AsyncIterator<Uint8Array>,
	catatan: PencatatBaca,
): AsyncGenerator<string> {
	let sisa: Buffer[] = [];
	let panjang = 0;
	for (let blok: Uint8Array | null = awal; blok !== null; ) {
		const akhir = blok.lastIndexOf(10);
		const putus = akhir >= 0 ? akhir : panjang > BARIS_TERPANJANG ? blok.length - 1 : -1;
		if (putus >= 0) {
			yield dekode(Buffer.concat([...sisa, blok.subarray(0, putus + 1)]), catatan);
			sisa = [];
			panjang = 0;
		}
		const ekor = Buffer.from(blok.subarray(putus + 1));
		sisa.push(ekor);
		panjang += ekor.length;
		const satu: IteratorResult<Uint8Array> = await alir.next();
		blok = satu.done ? null : satu.value;
	}
	if (panjang > 0) yield dekode(Buffer.concat(sisa), catatan);
}

function dekode(bytes: Buffer, catatan: PencatatBaca): string {
	try {
		return utf8.decode(bytes);
	} catch {
		return dekodeBaris(bytes, catatan);
	}
}

/** Line by line, so that one odd letter does not spoil the rest. */
function dekodeBaris(bytes: Buffer, catatan: PencatatBaca): string {
	const hasil: string[] = [];
	for (let mulai = 0; mulai < bytes.length; ) {
		const akhir = bytes.indexOf(10, mulai);
		const sampai = akhir < 0 ? bytes.length : akhir + 1;
		const baris = bytes.subarray(mulai, sampai);
		try {
			hasil.push(utf8.decode(baris));
		} catch {
			catatan.catat('sandi_huruf', '', null);
			hasil.push(dariWindows(baris));
		}
		mulai = sampai;
	}
	return hasil.join('');
}
