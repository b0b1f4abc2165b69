import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, decode, encode } from 'dns-packet';
import { projectDir } from '#platform/config.ts';
import { parseAlamat } from './alamat.rules.ts';
import { type Alat, batasBaku, type Catatan, createLaju } from './alat.ts';
import type { Hasil } from './hasil.rules.ts';
import { susunIzin } from './izin-periksa.rules.ts';
import { periksaTarget, type Terperiksa } from './periksa-target.ts';
import { readKatalog } from './read-katalog.ts';
import { parseTarget } from './sasaran.rules.ts';

export const katalogUji = readKatalog({ dir: { project: projectDir, data: tmpdir() } });
export const HARI_UJI = new Date().toISOString().slice(0, 10);

/** Certificates of a test: an authority of its own and what it signs. */
export class Pabrik {
	readonly dir = mkdtempSync(join(tmpdir(), 'matang-sertifikat-'));
	constructor() {
		this.buat('ca', [
			'-x509',
			'-days',
			'3650',
			'-subj',
			'/CN=Otoritas Uji',
			'-addext',
			'basicConstraints=critical,CA:TRUE',
		]);
		writeFileSync(this.path('index.txt'), '');
		writeFileSync(this.path('serial'), '1000\n');
		writeFileSync(
			this.path('ca.cnf'),
			`[ca]\ndefault_ca=c\n[c]\ndir=${this.dir}\ndatabase=$dir/index.txt\nserial=$dir/serial\nnew_certs_dir=$dir\ndefault_md=sha256\npolicy=p\nunique_subject=no\ncopy_extensions=copy\nx509_extensions=v\n[p]\ncommonName=supplied\n[v]\nbasicConstraints=critical,CA:FALSE\n`,
		);
	}
	path = (nama: string) => join(this.dir, nama);
	pem = (nama: string) => readFileSync(this.path(`${nama}.pem`), 'utf8');
	openssl = (...argv: string[]) =>
		execFileSync('openssl', argv, { stdio: ['ignore', 'pipe', 'pipe'], cwd: this.dir });
	private buat(nama: string, argv: string[], kunci = ['-newkey', 'rsa:3072']) {
		const keluar = argv.includes('-x509') ? `${nama}.pem` : `${nama}.csr`;
		this.openssl('req', ...kunci, '-nodes', '-keyout', `${nama}.key`, '-out', keluar, ...argv);
	}
	/** A certificate for these names (DNS or IP), signed by the authority or by itself. */
	terbit(
		nama: string,
		san: string,
		p: { dari?: string; sampai?: string; kunci?: string[]; md?: string; mandiri?: boolean } = {},
	) {
		const kunci = p.kunci ?? ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
		const subjek = ['-subj', '/CN=uji', '-addext', `subjectAltName=${san}`];
		if (p.mandiri) this.buat(nama, ['-x509', '-days', '90', ...subjek], kunci);
		else {
			this.buat(nama, subjek, kunci);
			const waktu = ['-startdate', p.dari ?? '20260101000000Z', '-enddate', p.sampai ?? '20350101000000Z'];
			const md = p.md ? ['-md', p.md] : [];
			this.openssl(
				'ca',
				'-batch',
				'-config',
				'ca.cnf',
				'-cert',
				'ca.pem',
				'-keyfile',
				'ca.key',
				'-in',
				`${nama}.csr`,
				'-out',
				`${nama}.pem`,
				'-notext',
				...waktu,
				...md,
			);
		}
		return { key: readFileSync(this.path(`${nama}.key`), 'utf8'), cert: this.pem(nama) };
	}
	buang = () => rmSync(this.dir, { recursive: true, force: true });
}

/** What a test opened and must close. */
export class Kandang {
	private readonly tutup: (() => Promise<unknown> | unknown)[] = [];
	jaga(tutup: () => Promise<unknown> | unknown) {
		this.tutup.push(tutup);
	}
	async kosongkan() {
		for (const satu of this.tutup.splice(0).reverse()) await satu();
	}
	/** A server of any kind on a free port of this machine. @returns the port */
	async dengar(server: Server, host = '127.0.0.1', porta = 0): Promise<number> {
		const buka = new Set<Socket>();
		server.on('connection', (s: Socket) => {
			buka.add(s);
			s.on('error', () => undefined).on('close', () => buka.delete(s));
		});
		await new Promise<void>((selesai, gagal) => server.once('error', gagal).listen(porta, host, selesai));
		this.jaga(async () => {
			for (const s of buka) s.destroy();
			await new Promise((selesai) => server.close(selesai));
		});
		return (server.address() as AddressInfo).port;
	}
	/** A port where every connection is counted and closed. */
	async jebakan(host = '127.0.0.1'): Promise<{ porta: number; banyak: () => number }> {
		let banyak = 0;
		const porta = await this.dengar(
			createServer((s) => {
				banyak++;
				s.destroy();
			}),
			host,
		);
		return { porta, banyak: () => banyak };
	}
	/** `openssl s_server` with these options. */
	async sServer(pabrik: Pabrik, nama: string, ...argv: string[]): Promise<number> {
		const porta = await portaKosong();
		const anak = spawn(
			'openssl',
			[
				's_server',
				'-accept',
				String(porta),
				'-key',
				pabrik.path(`${nama}.key`),
				'-cert',
				pabrik.path(`${nama}.pem`),
				'-www',
				'-quiet',
				...argv,
			],
			{ stdio: 'ignore' },
		);
		this.anak(anak);
		await tungguPorta(porta);
		return porta;
	}
	anak(anak: ChildProcess) {
		this.jaga(async () => {
			if (anak.exitCode !== null) return;
			const berakhir = new Promise((selesai) => anak.once('exit', selesai));
			anak.kill('SIGKILL');
			await berakhir;
		});
	}
	/** A name server over UDP, and over TCP where `besar` answers do not fit. */
	async dns(
		jawab: (nama: string, jenis: string, kueri: { cd: boolean }) => JawabanUji,
		besar = false,
	): Promise<string> {
		const paket = (pesan: Buffer, potong: boolean) => {
			const kueri = decode(pesan);
			const soal = kueri.questions?.[0];
			if (!soal) return null;
			const {
				rcode = 0,
				ad = false,
				answers = [],
			} = jawab(soal.name.toLowerCase(), soal.type, { cd: kueri.flag_cd === true });
			const flags = 0x0180 | (ad ? 0x20 : 0) | (potong ? 0x200 : 0) | rcode;
			return encode({
				type: 'response',
				id: kueri.id ?? 0,
				flags,
				questions: [soal],
				answers: potong ? [] : answers,
			});
		};
		const udp = createSocket('udp4');
		udp.on('message', (pesan, dari) => {
			const balas = paket(pesan, besar);
			if (balas) udp.send(balas, dari.port, dari.address);
		});
		await new Promise<void>((selesai) => udp.bind(0, '127.0.0.1', selesai));
		this.jaga(() => new Promise<void>((selesai) => udp.close(selesai)));
		const { port } = udp.address();
		if (besar) {
			const tcp = createServer((s) =>
				s.once('data', (isi: Buffer) => {
					const balas = paket(isi.subarray(2), false);
					if (!balas) return;
					s.write(Buffer.from([balas.length >> 8, balas.length & 255]));
					s.end(balas);
				}),
			);
			await this.dengar(tcp, '127.0.0.1', port);
		}
		return `127.0.0.1:${port}`;
	}
}

export interface JawabanUji {
	rcode?: number;
	ad?: boolean;
	answers?: Answer[];
}

async function portaKosong(): Promise<number> {
	const server = createServer();
	await new Promise<void>((selesai) => server.listen(0, '127.0.0.1', selesai));
	const { port } = server.address() as AddressInfo;
	await new Promise((selesai) => server.close(selesai));
	return port;
}

export async function tungguPorta(porta: number): Promise<void> {
	for (let n = 0; n < 200; n++) {
		const hidup = await new Promise<boolean>((selesai) => {
			const s = connect(porta, '127.0.0.1', () => selesai(true)).on('error', () => selesai(false));
			s.once('connect', () => s.destroy());
		});
		if (hidup) return;
		await new Promise((lagi) => setTimeout(lagi, 25));
	}
	throw new Error(`porta ${porta} tidak terbuka`);
}

/** Tools for a test: a permit with these targets, names as given, no pause between connections. */
export function alatUji(
	sasaran: string[],
	ubah: Partial<Alat> & { nama?: Record<string, string[]>; tambahan?: string[] } = {},
) {
	const { nama = {}, tambahan = [], ...lain } = ubah;
	const izin = susunIzin({
		...{
			nomor: 'uji',
			pemberi: 'uji',
			berlakuDari: '2020-01-01',
			berlakuSampai: '2099-12-31',
			tambahan,
			sasaran,
		},
	});
	if (!izin.ok) throw new Error(JSON.stringify(izin.masalah));
	const catatan: Catatan[] = [];
	const alat: Alat = {
		izin: izin.value,
		batas: { ...batasBaku, jeda: 0, sambung: 2_000, tukar: 4_000 },
		catat: (c) => void catatan.push(c),
		cariAlamat: async (n) => (nama[n] ?? []).flatMap((t) => parseAlamat(t) ?? []),
		resolver: [],
		laju: createLaju(),
		clock: () => new Date(),
		portaPolos: 1,
		...lain,
	};
	return { alat, catatan };
}

/** Looks at a target and hands out its results by id. */
export async function periksaUji(
	alat: Alat,
	target: string,
): Promise<Terperiksa & { di: (id: string) => Hasil }> {
	const terbaca = parseTarget(target);
	if (!terbaca.ok) throw new Error(terbaca.reason);
	const hasil = await periksaTarget(alat, katalogUji, terbaca.value, HARI_UJI);
	if (!hasil.ok) throw new Error(hasil.reason);
	const di = (id: string) => {
		const satu = hasil.value.hasil.find((h) => h.id === id);
		if (!satu) throw new Error(`tidak ada hasil ${id}`);
		return satu;
	};
	return { ...hasil.value, di };
}
