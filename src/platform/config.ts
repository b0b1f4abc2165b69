import { accessSync, constants, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KonfigurasiError } from './config-error.ts';
import { readAlamat, readKunciRahasia, readSso, type SsoConfig } from './config-masuk.ts';
import { readSurat, type SuratConfig } from './config-surat.ts';

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
}

export const projectDir = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/**
 * Reads HOST, PORT, MATANG_DATA_DIR, DATABASE_URL, LOG_LEVEL, MATANG_API_LIMIT, MATANG_KEBIJAKAN_SANDI, MATANG_ALAMAT,
 * MATANG_SMTP_URL, MATANG_SURAT_DARI, MATANG_KUNCI_RAHASIA and MATANG_SSO_*.
 * @throws KonfigurasiError naming the setting, its value and what is expected.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
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
	};
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

/**
 * Makes the data directory if need be and checks that it can be written.
 * @throws KonfigurasiError when it cannot.
 */
export function prepareDataDir(dataDir: string): void {
	try {
		mkdirSync(dataDir, { recursive: true, mode: 0o700 });
		accessSync(dataDir, constants.W_OK | constants.X_OK);
	} catch (cause) {
		const code = (cause as NodeJS.ErrnoException).code ?? 'galat';
		throw new KonfigurasiError(
			`Direktori data ${dataDir} tidak dapat ditulis (${code}). Beri hak tulis, atau pilih direktori lain dengan MATANG_DATA_DIR.`,
			{ cause },
		);
	}
}
