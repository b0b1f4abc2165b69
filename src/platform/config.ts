import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KonfigurasiError } from './config-error.ts';
import { readAlamat, readKunciRahasia, readSso, type SsoConfig } from './config-masuk.ts';
import { readSurat, type SuratConfig } from './config-surat.ts';
import type { SetelanS3 } from './storage/s3-client.ts';

export { KonfigurasiError };

export interface Config {
	host: string;
	port: number;
	/** Absolute. Holds the embedded database, the control socket and the institution's own instruments. */
	dataDir: string;
	/** Absolute. Where migrations/, instruments/, data/ and build/ lie. */
	projectDir: string;
	databaseUrl: string | undefined;
	logLevel: string;
	/** Requests to the interface a minute and client. */
	apiLimit: number;
	kebijakanSandi: 'asvs-5' | 'bssn-4-2021';
	/** Public origin for links in mail and for passkeys, "https://matang.contoh.go.id"; undefined takes that of the request on this machine. */
	alamat: string | undefined;
	/** 32 bytes that seal secrets at rest; undefined keeps them in a file of the data directory. */
	kunciRahasia: Buffer | undefined;
	sso: SsoConfig | undefined;
	/** How mail leaves; undefined where none is sent. */
	surat: SuratConfig | undefined;
	/** An S3-compatible store of files; it is the one that takes new files unless `berkas` says otherwise. */
	s3?: SetelanS3 | undefined;
	/** Where new files go. */
	berkas: 'direktori' | 's3';
	/** Where a ClamAV daemon listens: "host:port", or the path of its socket. */
	clamav?: string | undefined;
	/** Name servers that the technical checks ask, "192.0.2.53" or "192.0.2.53:5353"; undefined asks those of the machine. */
	resolver?: string[] | undefined;
}

export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/**
 * Reads HOST, PORT, MATANG_DATA_DIR, DATABASE_URL, LOG_LEVEL, MATANG_API_LIMIT, MATANG_KEBIJAKAN_SANDI, MATANG_ALAMAT,
 * MATANG_SMTP_URL, MATANG_SURAT_DARI, MATANG_KUNCI_RAHASIA, MATANG_SSO_*, MATANG_S3_*, MATANG_BERKAS,
 * MATANG_CLAMAV and MATANG_RESOLVER.
 * @throws KonfigurasiError naming the setting, its value and what is expected.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
	const s3 = readS3(env);
	return {
		host: env.HOST || '127.0.0.1',
		port: readPort(env.PORT),
		dataDir: resolve(env.MATANG_DATA_DIR || resolve(projectDir, '.matang')),
		projectDir,
		databaseUrl: readDatabaseUrl(env.DATABASE_URL),
		logLevel: readLogLevel(env.LOG_LEVEL),
		apiLimit: readApiLimit(env.MATANG_API_LIMIT),
		kebijakanSandi: readKebijakanSandi(env.MATANG_KEBIJAKAN_SANDI),
		alamat: readAlamat(env.MATANG_ALAMAT),
		surat: readSurat(env.MATANG_SMTP_URL, env.MATANG_SURAT_DARI, env.MATANG_ALAMAT),
		kunciRahasia: readKunciRahasia(env.MATANG_KUNCI_RAHASIA),
		sso: readSso(env),
		s3,
		berkas: readBerkas(env.MATANG_BERKAS, s3),
		clamav: readClamav(env.MATANG_CLAMAV),
		resolver: readResolver(env.MATANG_RESOLVER),
	};
}

/** The secret is never part of a message. */
function readS3(env: Record<string, string | undefined>): SetelanS3 | undefined {
	const { MATANG_S3_URL: url, MATANG_S3_BUCKET: bucket, MATANG_S3_KEY: key, MATANG_S3_SECRET: secret } = env;
	if (!url && !bucket && !key && !secret) return undefined;
	if (!url || !bucket || !key || !secret)
		throw new KonfigurasiError(
			'Penyimpanan S3 memerlukan keempatnya: MATANG_S3_URL, MATANG_S3_BUCKET, MATANG_S3_KEY, MATANG_S3_SECRET. Lengkapi, atau kosongkan semua untuk memakai direktori.',
		);
	if (!/^https?:\/\//.test(url) || !URL.canParse(url))
		throw new KonfigurasiError(
			'MATANG_S3_URL bukan alamat. Tulis alamat layanannya tanpa nama wadah, misalnya https://s3.contoh.go.id.',
		);
	if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
		throw new KonfigurasiError(
			`MATANG_S3_BUCKET "${bucket}" bukan nama wadah S3 (3–63 huruf kecil, angka, titik, strip).`,
		);
	return { url, bucket, key, secret, region: env.MATANG_S3_REGION || 'us-east-1' };
}

function readBerkas(text: string | undefined, s3: SetelanS3 | undefined): Config['berkas'] {
	if (!text) return s3 ? 's3' : 'direktori';
	if (text === 'direktori' || (text === 's3' && s3)) return text;
	throw new KonfigurasiError(
		text === 's3'
			? 'MATANG_BERKAS=s3 memerlukan MATANG_S3_URL dan seterusnya.'
			: `MATANG_BERKAS "${text}" tidak dikenal. Pilih direktori atau s3.`,
	);
}

function readClamav(text: string | undefined): string | undefined {
	if (!text) return undefined;
	if (text.startsWith('/') || /^(\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i.test(text)) return text;
	throw new KonfigurasiError(
		`MATANG_CLAMAV "${text}" tidak dikenal. Isi dengan alamat clamd (127.0.0.1:3310) atau jalur soketnya (/run/clamav/clamd.ctl).`,
	);
}

function readResolver(text: string | undefined): string[] | undefined {
	if (!text?.trim()) return undefined;
	const daftar = text.split(',').map((satu) => satu.trim());
	const sah = daftar.every(
		(satu) => isIP(satu) !== 0 || isIP(satu.replace(/^\[?(.+?)\]?:\d{1,5}$/, '$1')) !== 0,
	);
	if (sah) return daftar;
	throw new KonfigurasiError(
		`MATANG_RESOLVER "${text}" bukan alamat IP server nama. Tulis misalnya 10.0.0.53, atau 10.0.0.53:5353,10.0.1.53.`,
	);
}

function readPort(text: string | undefined): number {
	if (!text) return 3000;
	const port = Number(text);
	if (/^\d{1,5}$/.test(text) && port <= 65535) return port;
	throw new KonfigurasiError(
		`PORT "${text}" bukan nomor porta. Isi dengan angka 0 sampai 65535, misalnya PORT=3000.`,
	);
}

function readDatabaseUrl(text: string | undefined): string | undefined {
	if (!text) return undefined;
	if (/^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) return text;
	throw new KonfigurasiError(
		'DATABASE_URL tidak dapat dibaca. Bentuknya postgresql://pengguna:sandi@alamat:5432/nama; kosongkan untuk memakai basis data tertanam.',
	);
}

function readLogLevel(text: string | undefined): string {
	if (!text) return 'info';
	if (logLevels.includes(text)) return text;
	throw new KonfigurasiError(`LOG_LEVEL "${text}" tidak dikenal. Pilih salah satu: ${logLevels.join(', ')}.`);
}

function readApiLimit(text: string | undefined): number {
	if (!text) return 600;
	if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
	throw new KonfigurasiError(
		`MATANG_API_LIMIT "${text}" bukan jumlah permintaan semenit. Isi dengan bilangan bulat mulai 1, misalnya MATANG_API_LIMIT=600.`,
	);
}

function readKebijakanSandi(text: string | undefined): Config['kebijakanSandi'] {
	if (!text) return 'asvs-5';
	if (text === 'asvs-5' || text === 'bssn-4-2021') return text;
	throw new KonfigurasiError(
		`MATANG_KEBIJAKAN_SANDI "${text}" tidak dikenal. Pilih asvs-5 (panjang dan kekuatan) atau bssn-4-2021 (ragam karakter dan masa berlaku).`,
	);
}

/** Level by level: Node's own recursive mkdir never returns where the kernel answers ENOENT (as /proc does). */
function makeDirs(path: string): void {
	if (existsSync(path)) return;
	makeDirs(dirname(path));
	mkdirSync(path, { mode: 0o700 });
}

/**
 * Makes the data directory if need be and checks that it can be written.
 * @throws KonfigurasiError when it cannot.
 */
export function prepareDataDir(dataDir: string): void {
	try {
		makeDirs(dataDir);
		accessSync(dataDir, constants.W_OK | constants.X_OK);
	} catch (cause) {
		const code = (cause as NodeJS.ErrnoException).code ?? 'galat';
		throw new KonfigurasiError(
			`Direktori data ${dataDir} tidak dapat ditulis (${code}). Beri hak tulis, atau pilih direktori lain dengan MATANG_DATA_DIR.`,
			{ cause },
		);
	}
}
