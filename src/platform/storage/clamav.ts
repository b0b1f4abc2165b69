import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Log } from '../log.ts';

/** 'belum': the scanner was away, refused or took too long; the file is neither clean nor infected. */
export type Pindaian = 'bersih' | 'terinfeksi' | 'belum';
/** Scans some bytes. Never throws, whatever the scanner does; reading the bytes may. */
export type Pindai = (isi: AsyncIterable<Uint8Array>) => Promise<Pindaian>;

/** Milliseconds without a sign of life. */
const TENGGAT = 60_000;

/** A scanner that speaks clamd's INSTREAM, at "host:port" or a socket's path. */
export function createPindai(alamat: string, log: Log): Pindai {
	return async (isi) => {
		const soket = buka(alamat);
		try {
			const jawab = await tanya(soket, isi);
			if (jawab.endsWith(' FOUND')) {
				log.warn({ jawab }, 'virus ditemukan');
				return 'terinfeksi';
			}
			if (jawab === 'stream: OK') return 'bersih';
			throw new Error(`jawaban pemindai: ${jawab.slice(0, 200)}`);
		} catch (cause) {
			log.warn({ err: cause }, 'berkas belum dipindai');
			return 'belum';
		} finally {
			soket.destroy();
		}
	};
}

function buka(alamat: string): Socket {
	if (alamat.startsWith('/')) return connect(alamat);
	const letak = alamat.lastIndexOf(':');
	return connect(Number(alamat.slice(letak + 1)), alamat.slice(0, letak).replace(/^\[|\]$/g, ''));
}

/** Sends length and bytes of each piece, then a length of zero; clamd may answer, and hang up, before the end. */
async function tanya(soket: Socket, isi: AsyncIterable<Uint8Array>): Promise<string> {
	let jawab = '';
	const selesai = new Promise<string>((resolve, reject) => {
		soket.setTimeout(TENGGAT, () => soket.destroy(new Error('pemindai tidak menjawab')));
		soket.on('data', (bagian) => {
			jawab += String(bagian);
			if (jawab.includes('\0')) resolve(jawab.slice(0, jawab.indexOf('\0')));
		});
		soket.on('error', reject);
		soket.on('close', () => reject(new Error('pemindai memutus sambungan')));
	});
	selesai.catch(() => {});
	const kirim = async () => {
		await tulis(soket, Buffer.from('zINSTREAM\0'));
		for await (const bagian of isi) {
			if (jawab !== '') break;
			const panjang = Buffer.alloc(4);
			panjang.writeUInt32BE(bagian.byteLength);
			await tulis(soket, panjang);
			await tulis(soket, bagian);
		}
		await tulis(soket, Buffer.alloc(4));
	};
	const terkirim = kirim();
	terkirim.catch(() => {});
	return await Promise.race([selesai, terkirim.then(() => selesai)]);
}

async function tulis(soket: Socket, isi: Uint8Array): Promise<void> {
	if (soket.destroyed) throw new Error('pemindai memutus sambungan');
	if (!soket.write(isi)) await Promise.race([once(soket, 'drain'), once(soket, 'close')]);
}
