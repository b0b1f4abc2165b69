import { sandiLama, sandiTiga, type VersiTls, versiTls } from './sandi.rules.ts';

/**
 * The first words of a TLS handshake, written by hand. The runtime's own TLS cannot speak SSL 3.0, RC4, 3DES or export
 * ciphers, and gives up on TLS 1.0 by itself: a server that takes them would look safe. A server's first answer names
 * the version and cipher it takes; nothing beyond it is needed.
 */
export interface Salam {
	versi: VersiTls;
	sandi: readonly number[];
	/** Host name for SNI; null for an address. */
	nama: string | null;
	/** 32 random bytes. */
	acak: Uint8Array;
}

export type Jawaban =
	| { jenis: 'terima'; versi: VersiTls | null; sandi: number; dhBit: number | null }
	| { jenis: 'tolak'; alert: number }
	| { jenis: 'bukan_tls' }
	/** More bytes are needed. */
	| { jenis: 'kurang' };

const dua = (n: number) => [(n >> 8) & 255, n & 255];
const tiga = (n: number) => [(n >> 16) & 255, ...dua(n & 0xffff)];
const deret = (daftar: readonly number[]) => daftar.flatMap(dua);
const berpanjang = (isi: readonly number[]) => [...dua(isi.length), ...isi];
const perluasan = (jenis: number, isi: readonly number[]) => [...dua(jenis), ...berpanjang(isi)];

export const sandiUntuk = (versi: VersiTls): readonly number[] =>
	versi === 'TLS 1.3' ? sandiTiga : sandiLama;

/** The record that opens the handshake. */
export function tulisSalam({ versi, sandi, nama, acak }: Salam): Uint8Array {
	const kode = versiTls[versi];
	const tls13 = versi === 'TLS 1.3';
	const sesi = tls13 ? [32, ...acak] : [0];
	const lanjutan = versi === 'SSL 3.0' ? [] : berpanjang(listPerluasan(versi, nama));
	const badan = [
		...dua(Math.min(kode, 0x0303)),
		...acak,
		...sesi,
		// the last one says that the client knows of safe renegotiation, without which some servers refuse
		...berpanjang(deret([...sandi, 0x00ff])),
		...[1, 0],
		...lanjutan,
	];
	const pesan = [1, ...tiga(badan.length), ...badan];
	return Uint8Array.from([22, ...dua(versi === 'SSL 3.0' ? 0x0300 : 0x0301), ...berpanjang(pesan)]);
}

function listPerluasan(versi: VersiTls, nama: string | null): number[] {
	const huruf = [...(nama ?? '')].map((h) => h.charCodeAt(0));
	const tls13 = versi === 'TLS 1.3';
	return [
		...(nama === null ? [] : perluasan(0, berpanjang([0, ...berpanjang(huruf)]))),
		...perluasan(10, berpanjang(deret([29, 23, 24, 25, 256, 257, 258]))),
		...perluasan(11, [1, 0]),
		...perluasan(
			13,
			berpanjang(
				deret([
					0x0403, 0x0503, 0x0603, 0x0807, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201,
					0x0202,
				]),
			),
		),
		...perluasan(23, []),
		...(tls13 ? [...perluasan(43, [2, 3, 4]), ...perluasan(45, [1, 1]), ...perluasan(51, [0, 0])] : []),
	];
}

const batasBalasan = 65_536;

/** Records of a handshake: change of cipher, alert, handshake, and what is encrypted already. */
const isRekaman = (jenis: number | undefined) => jenis !== undefined && jenis >= 20 && jenis <= 23;

/** What the bytes received so far say. @param dhe read on to the size of the server's Diffie-Hellman group */
export function bacaJawaban(byte: Uint8Array, dhe = false): Jawaban {
	const pesan: number[] = [];
	let letak = 0;
	while (letak < byte.length) {
		const jenis = byte[letak];
		if (!isRekaman(jenis) || (byte[letak + 1] ?? 3) !== 3) return akhiri(pesan);
		const panjang = ((byte[letak + 3] ?? 0) << 8) | (byte[letak + 4] ?? 0);
		if (panjang > 18_432) return akhiri(pesan);
		if (letak + 5 + panjang > byte.length) break;
		const isi = byte.subarray(letak + 5, letak + 5 + panjang);
		// a warning (an unknown name, say) is no refusal
		if (jenis === 21 && (isi[0] === 2 || isi[1] === 0))
			return pesan.length > 0 ? akhiri(pesan) : { jenis: 'tolak', alert: isi[1] ?? 0 };
		if (jenis === 22) for (const b of isi) pesan.push(b);
		letak += 5 + panjang;
	}
	const terbaca = bacaPesan(pesan, dhe);
	return terbaca.jenis === 'kurang' && byte.length > batasBalasan ? akhiri(pesan) : terbaca;
}

/** What is known once the other side says no more. */
export const bacaAkhir = (byte: Uint8Array): Jawaban => {
	const terbaca = bacaJawaban(byte);
	return terbaca.jenis === 'kurang' ? { jenis: 'bukan_tls' } : terbaca;
};

function akhiri(pesan: readonly number[]): Jawaban {
	const terbaca = bacaPesan(pesan, false);
	return terbaca.jenis === 'kurang' ? { jenis: 'bukan_tls' } : terbaca;
}

function bacaPesan(p: readonly number[], dhe: boolean): Jawaban {
	const at = (i: number) => p[i] ?? 0;
	let terima: Extract<Jawaban, { jenis: 'terima' }> | null = null;
	for (let letak = 0; letak + 4 <= p.length; ) {
		const panjang = (at(letak + 1) << 16) | (at(letak + 2) << 8) | at(letak + 3);
		const [awal, akhir] = [letak + 4, letak + 4 + panjang];
		if (akhir > p.length) break;
		if (at(letak) === 2) {
			terima = bacaServerHello(p.slice(awal, akhir));
			if (!terima) return { jenis: 'bukan_tls' };
			if (!dhe) return terima;
		} else if (!terima) return { jenis: 'bukan_tls' };
		if (at(letak) === 12 && terima) return { ...terima, dhBit: hitungBit(p.slice(awal, akhir)) };
		if (at(letak) === 14 && terima) return terima;
		letak = akhir;
	}
	return { jenis: 'kurang' };
}

function bacaServerHello(p: readonly number[]): Extract<Jawaban, { jenis: 'terima' }> | null {
	const pada = (i: number) => ((p[i] ?? 0) << 8) | (p[i + 1] ?? 0);
	const setelahSesi = 35 + (p[34] ?? 0);
	if (p.length < setelahSesi + 3) return null;
	let versi = pada(0);
	for (let letak = setelahSesi + 5; letak + 4 <= p.length; letak += 4 + pada(letak + 2))
		if (pada(letak) === 43) versi = pada(letak + 4);
	const kenal = (Object.keys(versiTls) as VersiTls[]).find((v) => versiTls[v] === versi) ?? null;
	return { jenis: 'terima', versi: kenal, sandi: pada(setelahSesi), dhBit: null };
}

/** Bits of the prime in a ServerKeyExchange of Diffie-Hellman. */
function hitungBit(p: readonly number[]): number {
	const panjang = ((p[0] ?? 0) << 8) | (p[1] ?? 0);
	const angka = p.slice(2, 2 + panjang);
	const mulai = angka.findIndex((b) => b !== 0);
	return mulai < 0 ? 0 : (angka.length - mulai) * 8 - (Math.clz32(angka[mulai] ?? 0) - 24);
}
