import { type IncomingMessage, request } from 'node:http';
import type { Duplex } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import type { Alat, Batas } from './alat.ts';
import { type Jabat, jabatTangan } from './jabat.ts';
import { bacaGagal, berbatas, denganSambungan, type Gagal, type Tujuan } from './sambung.ts';
import { tulisTarget } from './sasaran.rules.ts';

/** What an ordinary page answered, within the limits. */
export interface Respon {
	status: number;
	/** Names in lower case, in order, as often as they came. */
	header: [string, string][];
	/** Text of the page; empty for what is no text. */
	isi: string;
	/** The page was longer than what is read of it, or could not be unpacked within the limit. */
	terpotong: boolean;
}

export interface Permintaan {
	metode: 'GET' | 'HEAD' | 'TRACE';
	jalur: string;
	header?: Record<string, string>;
}

/** One GET or HEAD over TLS, with what the handshake showed. */
export async function ambilAman(
	alat: Alat,
	tujuan: Tujuan,
	guna: string,
	minta: Permintaan,
): Promise<{ ok: true; value: { jabat: Jabat; respon: Respon | Gagal } } | Gagal> {
	return await denganSambungan(alat, tujuan, guna, async (socket) => {
		const { tukar } = alat.batas;
		const { tls, jabat } = await berbatas(tukar, jabatTangan(alat, socket, tujuan.host));
		const respon = await berbatas(tukar, mintaRespon(alat.batas, tls, tujuan, 443, minta)).catch(bacaGagal);
		return { jabat, respon };
	});
}

/** One GET without TLS. */
export async function ambilPolos(
	alat: Alat,
	tujuan: Tujuan,
	guna: string,
	minta: Permintaan,
): Promise<{ ok: true; value: Respon } | Gagal> {
	return await denganSambungan(alat, tujuan, guna, (socket) =>
		berbatas(alat.batas.tukar, mintaRespon(alat.batas, socket, tujuan, 80, minta)),
	);
}

async function mintaRespon(
	batas: Batas,
	saluran: Duplex,
	tujuan: Tujuan,
	portaLazim: number,
	{ metode, jalur, header }: Permintaan,
): Promise<Respon> {
	const host = tulisTarget(tujuan).replace(tujuan.porta === portaLazim ? /:\d+$/ : /$^/, '');
	const jawab = await new Promise<IncomingMessage>((selesai, gagal) => {
		const kirim = request({
			createConnection: () => saluran as never,
			method: metode,
			path: jalur,
			setHost: false,
			maxHeaderSize: batas.header,
			headers: {
				host,
				'user-agent': 'Matang-Pemeriksa (pemeriksaan berizin)',
				accept: 'text/html,*/*;q=0.5',
				'accept-encoding': 'identity',
				connection: 'close',
				...header,
			},
		});
		// what follows the error, or comes after the answer, is of no interest
		kirim.on('error', gagal).once('response', selesai).end();
	});
	const { byte, terpotong } = await bacaIsi(jawab, batas.isi);
	const urai = await uraikan(byte, jawab.headers['content-encoding'], batas.isiTerurai, terpotong);
	return {
		status: jawab.statusCode ?? 0,
		header: pasangkan(jawab.rawHeaders),
		isi: isTeks(jawab.headers['content-type']) && urai ? urai.toString('utf8') : '',
		terpotong: terpotong || urai === null,
	};
}

const isTeks = (jenis: string | undefined) =>
	jenis === undefined || /^(text\/|application\/(xhtml|json))/i.test(jenis);

function pasangkan(mentah: readonly string[]): [string, string][] {
	const hasil: [string, string][] = [];
	for (let i = 0; i + 1 < mentah.length; i += 2)
		hasil.push([(mentah[i] ?? '').toLowerCase(), (mentah[i + 1] ?? '').slice(0, 8192)]);
	return hasil;
}

async function bacaIsi(jawab: IncomingMessage, batas: number): Promise<{ byte: Buffer; terpotong: boolean }> {
	const potong: Buffer[] = [];
	let panjang = 0;
	try {
		for await (const bagian of jawab as AsyncIterable<Buffer>) {
			potong.push(bagian.subarray(0, batas - panjang));
			panjang += bagian.length;
			if (panjang > batas) return { byte: Buffer.concat(potong), terpotong: true };
		}
	} catch {
		return { byte: Buffer.concat(potong), terpotong: true };
	}
	return { byte: Buffer.concat(potong), terpotong: false };
}

type Urai = (byte: Buffer, setelan: { maxOutputLength: number }) => Promise<Buffer>;
const pengurai: Record<string, Urai> = {
	gzip: promisify(gunzip) as Urai,
	'x-gzip': promisify(gunzip) as Urai,
	deflate: promisify(inflate) as Urai,
	br: promisify(brotliDecompress) as Urai,
};

/** @returns null for what unpacks to more than the limit, or not at all */
async function uraikan(
	byte: Buffer,
	cara: string | undefined,
	batas: number,
	terpotong: boolean,
): Promise<Buffer | null> {
	const nama = (cara ?? 'identity').trim().toLowerCase();
	if (nama === 'identity' || nama === '' || byte.length === 0) return byte;
	const urai = pengurai[nama];
	if (!urai || terpotong) return null;
	return await urai(byte, { maxOutputLength: batas }).catch(() => null);
}
