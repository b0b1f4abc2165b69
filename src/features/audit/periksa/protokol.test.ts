import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { connect, createServer as createTls } from 'node:tls';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { alatUji, Kandang, Pabrik, periksaUji } from './periksa.testing.ts';

const pabrik = new Pabrik();
pabrik.terbit('baik', 'IP:127.0.0.1', { kunci: ['-newkey', 'rsa:3072'] });
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());

const lihat = async (porta: number) => {
	const { alat } = alatUji([`127.0.0.1:${porta}`], { ca: [pabrik.pem('ca')] });
	return await periksaUji(alat, `127.0.0.1:${porta}`);
};

/** Whether the runtime's own TLS gets through. */
const node = (porta: number, setelan: object) =>
	new Promise<string>((selesai) => {
		const s = connect({ host: '127.0.0.1', port: porta, rejectUnauthorized: false, ...setelan }, () => {
			selesai(s.getProtocol() ?? '');
			s.destroy();
		});
		s.on('error', (e: NodeJS.ErrnoException) => selesai(e.code ?? 'galat'));
	});

describe('versi protokol', () => {
	it.each([
		['-tls1', 'TLSv1', 'TLS 1.0'],
		['-tls1_1', 'TLSv1.1', 'TLS 1.1'],
	] as const)(
		'server %s saja tampak, meskipun klien bawaan mengira tertutup',
		async (pilihan, versi, nama) => {
			const porta = await kandang.sServer(pabrik, 'baik', pilihan, '-cipher', 'ALL:@SECLEVEL=0');
			const hanya = { minVersion: versi, maxVersion: versi };
			// the trap, measured on the pinned runtime: without security level 0 its own client refuses by itself
			expect(await node(porta, hanya)).not.toBe(versi);
			expect(await node(porta, { ...hanya, ciphers: 'DEFAULT@SECLEVEL=0' })).toBe(versi);
			const { di } = await lihat(porta);
			expect(di('TLS-03')).toMatchObject({ status: 'GAGAL', isi: [nama] });
			expect(di('TLS-01').status).toBe('LULUS');
		},
	);

	it('TLS 1.2 dan 1.3 saja memenuhi; sandi kuat saja memenuhi', async () => {
		const porta = await kandang.sServer(pabrik, 'baik', '-cipher', 'ECDHE+AESGCM');
		const { di, fakta } = await lihat(porta);
		expect(di('TLS-03')).toMatchObject({ status: 'LULUS', kata: 'versiBaik' });
		expect(di('TLS-04').status).toBe('LULUS');
		expect(di('TLS-10').status).toBe('LULUS');
		expect(fakta.protokol?.versi).toMatchObject({
			'SSL 3.0': 'ditolak',
			'TLS 1.2': 'diterima',
			'TLS 1.3': 'diterima',
		});
	});

	it('TLS 1.2 saja cukup, dan TLS 1.3 saja tidak menyisakan sandi lama', async () => {
		const dua = await lihat(await kandang.sServer(pabrik, 'baik', '-tls1_2', '-cipher', 'ECDHE+AESGCM'));
		expect(dua.di('TLS-03')).toMatchObject({ status: 'LULUS', kata: 'versiCukup' });
		const tiga = await lihat(await kandang.sServer(pabrik, 'baik', '-tls1_3'));
		expect(tiga.di('TLS-03').status).toBe('LULUS');
		expect(tiga.di('TLS-04').status).toBe('LULUS');
	});

	it.each([
		['kRSA', 'TLS-04', 'GAGAL', 'sandiLemah'],
		['kRSA', 'TLS-10', 'GAGAL', 'tukarRsa'],
		['NULL', 'TLS-04', 'GAGAL', 'sandiLemah'],
		['ECDHE+AES256+SHA1', 'TLS-04', 'INFO', 'sandiBertahap'],
		['DHE+AESGCM', 'TLS-04', 'INFO', 'sandiBertahap'],
	])('sandi %s: %s %s', async (sandi, id, status, kata) => {
		const porta = await kandang.sServer(pabrik, 'baik', '-tls1_2', '-cipher', `${sandi}:@SECLEVEL=0`);
		const { di } = await lihat(porta);
		expect(di(id)).toMatchObject({ status, kata });
	});

	it('grup Diffie-Hellman 1024 bit terukur', async () => {
		const dhparam = pabrik.openssl('dhparam', '1024');
		const server = createTls({
			...{ key: readFileSync(pabrik.path('baik.key')), cert: pabrik.pem('baik'), dhparam },
			...{ ciphers: 'DHE-RSA-AES128-GCM-SHA256:@SECLEVEL=0', maxVersion: 'TLSv1.2' as const },
		});
		server.on('tlsClientError', () => undefined);
		const porta = await kandang.dengar(server);
		const { di, fakta } = await lihat(porta);
		expect(fakta.protokol?.dhBit).toBe(1024);
		expect(di('TLS-10')).toMatchObject({ status: 'GAGAL', kata: 'tukarDhKecil', isi: ['1024'] });
	});

	it.each([
		['SSL 3.0', 0x0300, 0x000a, 'TLS-03'],
		['RC4', 0x0303, 0x0005, 'TLS-04'],
		['3DES', 0x0303, 0x000a, 'TLS-04'],
		['EXPORT', 0x0303, 0x0003, 'TLS-04'],
	])(
		'%s tampak pada server yang menerimanya, walau tidak ada dalam TLS bawaan',
		async (_nama, versi, sandi, id) => {
			const porta = await kandang.dengar(
				createServer((s) => s.on('data', (salam: Buffer) => s.write(jawabTangan(salam, versi, sandi)))),
			);
			const { di, fakta } = await lihat(porta);
			expect(di(id).status).toBe('GAGAL');
			expect(fakta.aman.ok).toBe(false);
		},
	);

	it('server yang diam atau berbicara lain tidak pernah dianggap memenuhi', async () => {
		const diam = await kandang.dengar(createServer(() => undefined));
		const { alat } = alatUji([`127.0.0.1:${diam}`]);
		const cepat = { ...alat, batas: { ...alat.batas, tukar: 150 } };
		const satu = await periksaUji(cepat, `127.0.0.1:${diam}`);
		expect(satu.di('TLS-01')).toMatchObject({ status: 'GALAT', kata: 'takMenjawab' });
		const http = await lihat(
			await kandang.dengar(createServer((s) => s.end('HTTP/1.1 400 Bad Request\r\n\r\n'))),
		);
		expect(http.di('TLS-01').status).toBe('GAGAL');
		for (const { hasil } of [satu, http]) {
			expect(hasil.filter((h) => h.status === 'LULUS')).toEqual([]);
			expect(
				hasil.filter((h) => h.id.startsWith('TLS') && h.status === 'TIDAK DIUJI').length,
			).toBeGreaterThan(6);
		}
	});
});

/** The answer of a server that takes only this version and cipher: a ServerHello, or an alert. */
function jawabTangan(salam: Buffer, versi: number, sandi: number): Buffer {
	const tolak = Buffer.from([21, 3, 1, 0, 2, 2, 40]);
	if (salam[43] !== 0) return tolak; // a session id: only the runtime's own TLS sends one
	const ditawarkan = salam.readUInt16BE(9);
	const panjang = salam.readUInt16BE(44);
	const daftar = salam.subarray(46, 46 + panjang);
	const ada = Array.from({ length: panjang / 2 }, (_, i) => daftar.readUInt16BE(i * 2)).includes(sandi);
	if (ditawarkan !== versi || !ada) return tolak;
	const badan = Buffer.from([versi >> 8, versi & 255, ...Array(32).fill(7), 0, sandi >> 8, sandi & 255, 0]);
	return Buffer.concat([
		Buffer.from([22, 3, versi & 255, 0, badan.length + 4, 2, 0, 0, badan.length]),
		badan,
	]);
}
