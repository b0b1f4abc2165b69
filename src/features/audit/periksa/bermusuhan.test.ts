import { Socket as UdpSocket } from 'node:dgram';
import { createServer as createHttps } from 'node:https';
import { Socket } from 'node:net';
import { createServer as createTls } from 'node:tls';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { parseAlamat } from './alamat.rules.ts';
import { alatUji, HARI_UJI, Kandang, katalogUji, Pabrik, periksaUji } from './periksa.testing.ts';
import { periksaTarget } from './periksa-target.ts';

const pabrik = new Pabrik();
const pasang = pabrik.terbit('app', 'DNS:app.kota.go.id,IP:127.0.0.1');
const kandang = new Kandang();
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());

/** A server that speaks TLS and answers a request with these bytes, or keeps sending what `terus` gives. */
async function menjawab(isi: string | Buffer, terus?: { potong: string; jeda: number }): Promise<number> {
	const server = createTls({ ...pasang }, (s) => {
		s.on('error', () => undefined);
		s.once('data', () => {
			s.write(isi);
			if (!terus) return void s.end();
			const jam = setInterval(() => s.writable && s.write(terus.potong), terus.jeda);
			s.once('close', () => clearInterval(jam));
		});
	});
	server.on('tlsClientError', () => undefined);
	return await kandang.dengar(server);
}
const lihat = async (porta: number, batas: object = {}) => {
	const { alat } = alatUji([`127.0.0.1:${porta}`], { ca: [pabrik.pem('ca')] });
	return await periksaUji({ ...alat, batas: { ...alat.batas, ...batas } }, `127.0.0.1:${porta}`);
};
const responOf = (f: Awaited<ReturnType<typeof lihat>>['fakta']) => {
	if (!f.aman.ok) throw new Error(f.aman.rinci);
	return f.aman.value.respon;
};

describe('server yang bermusuhan', () => {
	it('header tanpa akhir dihentikan pada batasnya', async () => {
		const porta = await menjawab('HTTP/1.1 200 OK\r\n', { potong: `X-A: ${'a'.repeat(4000)}\r\n`, jeda: 1 });
		const { di, fakta } = await lihat(porta);
		expect(responOf(fakta)).toMatchObject({ ok: false, rinci: 'HPE_HEADER_OVERFLOW' });
		expect(di('TLS-01').status).toBe('GALAT');
		expect(di('HDR-01').status).toBe('TIDAK DIUJI');
	});

	it('jawaban yang menetes dihentikan menurut waktu, bukan menurut jeda terakhir', async () => {
		const porta = await menjawab('HTTP/1.1 200 OK\r\n', { potong: 'X-A: 1\r\n', jeda: 20 });
		const { di, fakta } = await lihat(porta, { tukar: 300 });
		expect(responOf(fakta)).toMatchObject({ ok: false, sebab: 'waktu' });
		expect(di('TLS-01').status).toBe('GALAT');
	});

	it('bom gzip tidak diurai melewati batas, dan isinya tidak dianggap bersih', async () => {
		const bom = gzipSync(Buffer.alloc(64 * 1024 * 1024, '<p>'));
		const kepala = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: ${bom.length}\r\n\r\n`;
		const { di, fakta } = await lihat(await menjawab(Buffer.concat([Buffer.from(kepala), bom])));
		expect(responOf(fakta)).toMatchObject({ status: 200, isi: '', terpotong: true });
		for (const id of ['TLS-09', 'HDR-08', 'WEB-09', 'WEB-02', 'CKI-05'])
			expect(di(id).status).toBe('TIDAK DIUJI');
	});

	it('isi tanpa akhir dipotong pada batasnya', async () => {
		const kepala = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body>';
		const { di, fakta } = await lihat(await menjawab(kepala, { potong: 'x'.repeat(60_000), jeda: 1 }));
		const respon = responOf(fakta);
		expect('isi' in respon && respon.isi.length).toBe(524_288);
		expect(di('WEB-09')).toMatchObject({ status: 'TIDAK DIUJI', kata: 'halamanTerpotong' });
	});

	it('temuan pada bagian yang terbaca tetap temuan', async () => {
		const kepala = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><img src="http://a.go.id/x.png">';
		const { di } = await lihat(await menjawab(kepala, { potong: 'x'.repeat(60_000), jeda: 1 }));
		expect(di('TLS-09')).toMatchObject({ status: 'GAGAL', isi: ['1', 'http://a.go.id/x.png'] });
	});

	it('yang terlalu lama dihentikan seluruhnya, dan sesudahnya tidak ada lagi yang keluar', async () => {
		const porta = await menjawab('HTTP/1.1 200 OK\r\n', { potong: 'X-A: 1\r\n', jeda: 20 });
		const { alat, catatan } = alatUji([`127.0.0.1:${porta}`]);
		const target = { host: '127.0.0.1', porta };
		const hasil = await periksaTarget(
			{ ...alat, batas: { ...alat.batas, semua: 200 } },
			katalogUji,
			target,
			HARI_UJI,
		);
		expect(hasil).toMatchObject({ ok: false, reason: 'terlalu_lama' });
		const banyak = catatan.length;
		await new Promise((lagi) => setTimeout(lagi, 4_300));
		expect(catatan.length).toBe(banyak);
	});

	it('atribut yang dirancang memperlambat tidak memperlambat', async () => {
		const isi = `<html>${`<a ${'a'.repeat(8000)} `.repeat(60)}`;
		const { di } = await lihat(await menjawab(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${isi}`));
		expect(di('TLS-01').status).toBe('LULUS');
	});
});

/** Records every connection and datagram of this process while `kerja` runs. */
async function sadap(kerja: () => Promise<unknown>): Promise<string[]> {
	const keluar: string[] = [];
	const [asli, asliUdp] = [Socket.prototype.connect, UdpSocket.prototype.connect];
	const ganti = (catat: (a: unknown[]) => void, lanjut: unknown) =>
		function (this: unknown, ...a: unknown[]) {
			catat(a);
			return (lanjut as (...a: unknown[]) => unknown).apply(this, a);
		} as never;
	Socket.prototype.connect = ganti((a) => {
		const { host, port } = (Array.isArray(a[0]) ? a[0][0] : a[0]) as { host?: string; port?: number };
		keluar.push(`${host}:${port}`);
	}, asli);
	UdpSocket.prototype.connect = ganti((a) => void keluar.push(`udp ${a[1]}:${a[0]}`), asliUdp);
	try {
		await kerja();
	} finally {
		[Socket.prototype.connect, UdpSocket.prototype.connect] = [asli, asliUdp];
	}
	return keluar;
}

describe('tidak ada paket ke alamat di luar izin', () => {
	/** A page that leads everywhere it should not. */
	async function penggoda(ke: string): Promise<number> {
		const isi = `<html><img src="${ke}"><script src="${ke}"></script><iframe src="${ke}"></iframe><meta http-equiv="refresh" content="0;url=${ke}">`;
		const server = createHttps({ ...pasang }, (minta, jawab) => {
			if (minta.url === '/') jawab.writeHead(302, { location: '/masuk' }).end();
			else if (minta.url === '/masuk')
				jawab
					.writeHead(200, {
						'content-type': 'text/html',
						link: `<${ke}>; rel=preload`,
						'alt-svc': 'h2="127.0.0.2:443"',
					})
					.end(isi);
			else jawab.writeHead(301, { location: ke }).end();
		});
		return await kandang.dengar(server);
	}

	it('pengalihan, muatan, alamat lain dari nama yang sama, dan porta lain tidak disentuh', async () => {
		const jebak = await kandang.jebakan();
		const jebakDua = await kandang.jebakan('127.0.0.2');
		const porta = await penggoda(`https://127.0.0.1:${jebak.porta}/x`);
		const dns = await kandang.dns(() => ({}));
		const { alat, catatan } = alatUji([`127.0.0.1:${porta}`], {
			nama: { 'app.kota.go.id': ['127.0.0.2', '169.254.169.254', '127.0.0.1'] },
			...{ ca: [pabrik.pem('ca')], resolver: [dns], portaPolos: jebak.porta },
		});
		const keluar = await sadap(async () => {
			const { di, fakta } = await periksaUji(alat, `app.kota.go.id:${porta}`);
			expect(fakta.alamatDitolak).toEqual(['127.0.0.2', '169.254.169.254']);
			expect(di('TLS-02')).toMatchObject({ status: 'TIDAK DIUJI', kata: 'polosTanpaIzin' });
			expect(di('WEB-01')).toMatchObject({ status: 'TIDAK DIUJI', kata: 'halamanPindah' });
			expect(di('HDR-08').status).toBe('GAGAL');
		});
		expect(keluar.length).toBeGreaterThan(15);
		expect(new Set(keluar)).toEqual(new Set([`127.0.0.1:${porta}`, `udp 127.0.0.1:${dns.split(':')[1]}`]));
		expect([jebak.banyak(), jebakDua.banyak()]).toEqual([0, 0]);
		// every connection is in the log, and nothing else
		const tersambung = catatan.filter((c) => c.hasil === 'tersambung');
		expect(tersambung.length).toBe(keluar.filter((k) => !k.startsWith('udp')).length);
		expect(catatan.filter((c) => c.hasil === 'terjawab').length).toBe(
			keluar.filter((k) => k.startsWith('udp')).length,
		);
	});

	it.each([
		['302 ke alamat dalam', 'https://10.0.0.1/'],
		['302 ke metadata', 'http://169.254.169.254/latest/meta-data/'],
		['302 ke porta lain', 'https://app.kota.go.id:1/'],
		['302 ke skema lain', 'file:///etc/passwd'],
		['302 ke nama lain', '//lain.go.id/'],
	])('%s tidak diikuti', async (_apa, ke) => {
		const server = createHttps({ ...pasang }, (_, jawab) => jawab.writeHead(302, { location: ke }).end());
		const porta = await kandang.dengar(server);
		const { alat } = alatUji([`127.0.0.1:${porta}`], { ca: [pabrik.pem('ca')] });
		const keluar = await sadap(async () => {
			const { di } = await periksaUji(alat, `127.0.0.1:${porta}`);
			expect(di('HDR-01')).toMatchObject({ status: 'TIDAK DIUJI', kata: 'halamanPindah' });
		});
		expect(new Set(keluar)).toEqual(new Set([`127.0.0.1:${porta}`]));
	});

	it('nama yang berganti alamat di tengah jalan tetap diperiksa pada alamat pertama', async () => {
		const jebak = await kandang.jebakan('127.0.0.2');
		const porta = await menjawab('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n');
		let ke = 0;
		const { alat } = alatUji([`127.0.0.1:${porta}`], {
			cariAlamat: async () => [parseAlamat(ke++ === 0 ? '127.0.0.1' : '127.0.0.2')].flatMap((a) => a ?? []),
		});
		const keluar = await sadap(() => periksaUji(alat, `app.kota.go.id:${porta}`));
		expect(ke).toBe(1);
		expect(new Set(keluar)).toEqual(new Set([`127.0.0.1:${porta}`]));
		expect(jebak.banyak()).toBe(0);
	});

	it.each([
		['loopback', ['127.0.0.1'], 'alamat_loopback'],
		['jaringan dalam', ['10.1.1.1', '192.168.1.1'], 'alamat_pribadi'],
		['metadata', ['169.254.169.254'], 'alamat_metadata'],
		['IPv4 dalam IPv6', ['::ffff:127.0.0.1'], 'alamat_loopback'],
		['NAT64', ['64:ff9b::7f00:1'], 'alamat_khusus'],
		['tak berujung', ['0.0.0.0'], 'alamat_mustahil'],
		['tidak ada', [], 'nama_tidak_ditemukan'],
	])('nama yang menuju %s ditolak tanpa satu sambungan', async (_apa, alamat, reason) => {
		const jebak = await kandang.jebakan();
		const { alat } = alatUji([`app.kota.go.id:${jebak.porta}`], { nama: { 'app.kota.go.id': alamat } });
		const target = { host: 'app.kota.go.id', porta: jebak.porta };
		const keluar = await sadap(async () => {
			expect(await periksaTarget(alat, katalogUji, target, HARI_UJI)).toMatchObject({ ok: false, reason });
		});
		expect([keluar, jebak.banyak()]).toEqual([[], 0]);
	});

	it('satu sambungan pada satu waktu ke satu alamat, juga bila dua sistem berbagi server', async () => {
		let [buka, puncak] = [0, 0];
		const server = createHttps({ ...pasang }, (_, jawab) => void setTimeout(() => jawab.end('<html>'), 5));
		server.on('connection', (s: Socket) => {
			puncak = Math.max(puncak, ++buka);
			s.once('close', () => buka--);
		});
		const porta = await kandang.dengar(server);
		const { alat } = alatUji([`127.0.0.1:${porta}`], {
			nama: { 'a.go.id': ['127.0.0.1'], 'b.go.id': ['127.0.0.1'] },
		});
		await Promise.all(['a.go.id', 'b.go.id'].map((n) => periksaUji(alat, `${n}:${porta}`)));
		expect(puncak).toBeLessThanOrEqual(2); // the far side may see the last one close a moment later
	});
});
