import { randomBytes, type X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, rootCertificates, type TLSSocket } from 'node:tls';
import type { Alat } from './alat.ts';
import { readOcsp, type StatusOcsp } from './ocsp.rules.ts';
import { bacaAkhir, bacaJawaban, type Jawaban, sandiUntuk, tulisSalam } from './salam.rules.ts';
import { berbatas, denganSambungan, type Gagal, type Tujuan } from './sambung.ts';
import {
	daftarGolongan,
	daftarVersi,
	type GolonganSandi,
	golonganSandi,
	namaSandi,
	type VersiTls,
} from './sandi.rules.ts';

export interface Sertifikat {
	subjek: string;
	penerbit: string;
	nama: string;
	/** ISO times. */
	berlakuDari: string;
	berlakuSampai: string;
	/** "rsa", "ec", "ed25519" … with its size in bits or its curve. */
	kunci: { jenis: string; bit: number | null; kurva: string | null };
	tandaTangan: string;
	sidik: string;
	/** It names a responder of revocation status. */
	ocsp: boolean;
}

/** What one whole handshake showed. */
export interface Jabat {
	versi: string;
	sandi: string;
	kunciSesaat: { jenis: string; bit: number } | null;
	sertifikat: Sertifikat;
	/** Code of what is wrong with the chain; null where it is trusted. */
	rantai: string | null;
	/** The certificate does not hold for this name. */
	namaSalah: boolean;
	ocsp: StatusOcsp;
}

export type Terima = 'diterima' | 'ditolak' | 'tidak_diuji';

export interface Protokol {
	versi: Record<VersiTls, Terima>;
	sandi: Record<GolonganSandi, { terima: Terima; nama: string | null }>;
	dhBit: number | null;
}

const sni = (host: string) => (isIP(host) ? null : host);

/**
 * A handshake over an open connection that trusts anybody and notes what was shown. Security level 0 and TLS 1.0, for
 * else this side would refuse weak servers itself and nothing could be said of them.
 */
export async function jabatTangan(
	alat: Alat,
	socket: Socket,
	host: string,
): Promise<{ tls: TLSSocket; jabat: Jabat }> {
	const nama = sni(host);
	let staple: Buffer | null = null;
	const tls = connect({
		socket,
		rejectUnauthorized: false,
		requestOCSP: true,
		minVersion: 'TLSv1',
		ciphers: 'DEFAULT:@SECLEVEL=0',
		ALPNProtocols: ['http/1.1'],
		checkServerIdentity: () => undefined,
		ca: alat.ca ?? [...rootCertificates],
		...(nama !== null && { servername: nama }),
	});
	tls.on('OCSPResponse', (isi: Buffer | null) => {
		if (isi?.length) staple = isi;
	});
	await new Promise<void>((selesai, gagal) => {
		tls.once('secureConnect', selesai).once('error', gagal);
		tls.once('close', () => gagal(Object.assign(new Error('putus'), { code: 'ECONNRESET' })));
	});
	const x509 = tls.getPeerX509Certificate();
	if (!x509) throw new Error('tanpa sertifikat');
	const sesaat = tls.getEphemeralKeyInfo() as { type?: string; size?: number } | null;
	const jabat: Jabat = {
		versi: tls.getProtocol() ?? '',
		sandi: tls.getCipher().standardName,
		kunciSesaat: sesaat?.type && sesaat.size ? { jenis: sesaat.type, bit: sesaat.size } : null,
		sertifikat: bacaSertifikat(x509),
		rantai: tls.authorized ? null : String(tls.authorizationError ?? 'tidak tepercaya').slice(0, 80),
		namaSalah: !isCocok(x509, host),
		ocsp: readOcsp(staple),
	};
	return { tls, jabat };
}

/** Names in the subject do not count, as in browsers. */
const isCocok = (x: X509Certificate, host: string): boolean =>
	(isIP(host) ? x.checkIP(host) : x.checkHost(host, { subject: 'never' })) !== undefined;

function bacaSertifikat(x: X509Certificate): Sertifikat {
	const kunci = x.publicKey;
	const rinci = kunci.asymmetricKeyDetails ?? {};
	return {
		subjek: x.subject.slice(0, 300),
		penerbit: x.issuer.slice(0, 300),
		nama: (x.subjectAltName ?? '').slice(0, 1000),
		berlakuDari: x.validFromDate.toISOString(),
		berlakuSampai: x.validToDate.toISOString(),
		kunci: {
			jenis: kunci.asymmetricKeyType ?? '',
			bit: rinci.modulusLength ?? null,
			kurva: rinci.namedCurve ?? null,
		},
		tandaTangan: (x as X509Certificate & { signatureAlgorithm?: string }).signatureAlgorithm ?? '',
		sidik: x.fingerprint256,
		ocsp: (x.infoAccess ?? '').includes('OCSP'),
	};
}

/** Which versions and groups of ciphers the server takes: one opening of a handshake for each, nothing more. */
export async function periksaProtokol(alat: Alat, tujuan: Tujuan): Promise<Protokol> {
	const versi = {} as Protokol['versi'];
	for (const v of daftarVersi) versi[v] = keTerima(await salami(alat, tujuan, v, sandiUntuk(v), 'TLS-03'), v);
	const tertinggi = (['TLS 1.2', 'TLS 1.1', 'TLS 1.0', 'SSL 3.0'] as const).find(
		(v) => versi[v] === 'diterima',
	);
	const sandi = {} as Protokol['sandi'];
	let dhBit: number | null = null;
	for (const g of daftarGolongan) {
		if (!tertinggi) {
			const dikenal = daftarVersi.every((v) => v === 'TLS 1.3' || versi[v] === 'ditolak');
			sandi[g] = { terima: dikenal ? 'ditolak' : 'tidak_diuji', nama: null };
			continue;
		}
		const jawab = await salami(alat, tujuan, tertinggi, golonganSandi[g], 'TLS-04', g === 'dhe');
		const diterima =
			jawab.jenis === 'terima' && (golonganSandi[g] as readonly number[]).includes(jawab.sandi);
		sandi[g] = { terima: keTerima(jawab, tertinggi), nama: diterima ? namaSandi(jawab.sandi) : null };
		if (g === 'dhe' && jawab.jenis === 'terima') dhBit = jawab.dhBit;
	}
	return { versi, sandi, dhBit };
}

const namaNode: Record<string, VersiTls> = {
	TLSv1: 'TLS 1.0',
	'TLSv1.1': 'TLS 1.1',
	'TLSv1.2': 'TLS 1.2',
	'TLSv1.3': 'TLS 1.3',
};

/** Whether the version that a whole handshake came to is also taken when opened by hand: else the hand is not trusted. */
export const isSejalan = (p: Protokol, versi: string): boolean =>
	p.versi[namaNode[versi] ?? 'TLS 1.2'] === 'diterima';

function keTerima(j: Balasan, versi: VersiTls): Terima {
	if (j.jenis === 'gagal') return j.sebab === 'putus' ? 'ditolak' : 'tidak_diuji';
	if (j.jenis === 'tolak') return 'ditolak';
	if (j.jenis !== 'terima') return 'tidak_diuji';
	return j.versi === versi ? 'diterima' : 'ditolak';
}

type Balasan = Jawaban | { jenis: 'gagal'; sebab: Gagal['sebab'] };

async function salami(
	alat: Alat,
	tujuan: Tujuan,
	versi: VersiTls,
	sandi: readonly number[],
	guna: string,
	dhe = false,
): Promise<Balasan> {
	const salam = tulisSalam({ versi, sandi, nama: sni(tujuan.host), acak: randomBytes(32) });
	const hasil = await denganSambungan(alat, tujuan, guna, (socket) =>
		berbatas(alat.batas.tukar, bacaBalasan(socket, salam, dhe)),
	);
	return hasil.ok ? hasil.value : { jenis: 'gagal', sebab: hasil.sebab };
}

/** A connection that is closed instead of answered counts as a refusal: many servers refuse so. */
async function bacaBalasan(socket: Socket, salam: Uint8Array, dhe: boolean): Promise<Jawaban> {
	let terkumpul = Buffer.alloc(0);
	socket.write(salam);
	return await new Promise<Jawaban>((selesai, gagal) => {
		socket.on('data', (potong: Buffer) => {
			terkumpul = Buffer.concat([terkumpul, potong]);
			const jawab = bacaJawaban(terkumpul, dhe);
			if (jawab.jenis !== 'kurang') selesai(jawab);
			else if (terkumpul.length > 131_072) selesai({ jenis: 'bukan_tls' });
		});
		socket.once('error', gagal);
		socket.once('close', () => {
			if (terkumpul.length === 0) gagal(Object.assign(new Error('putus'), { code: 'ECONNRESET' }));
			else selesai(bacaAkhir(terkumpul));
		});
	});
}
