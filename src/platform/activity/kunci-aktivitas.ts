import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Titik } from './titik.ts';
import { tulisTitik } from './titik.ts';

export interface KunciAktivitas {
	/** SPKI in base64. */
	publik: string;
	sign: (titik: Omit<Titik, 'kunci' | 'tanda'>) => Titik;
}

const berkasKunci = (dataDir: string) => join(dataDir, 'kunci-aktivitas.pem');
const berkasSaksi = (dataDir: string) => join(dataDir, 'titik-aktivitas.jsonl');

/** The installation's signing key, made at first use; readable by its owner only. */
export function openKunci(dataDir: string): KunciAktivitas {
	const berkas = berkasKunci(dataDir);
	if (!existsSync(berkas)) {
		const { privateKey } = generateKeyPairSync('ed25519');
		try {
			const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
			writeFileSync(berkas, pem, { mode: 0o600, flag: 'wx', flush: true });
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // somebody was quicker
		}
	}
	return kunciOf(createPrivateKey(readFileSync(berkas, 'utf8')));
}

function kunciOf(rahasia: KeyObject): KunciAktivitas {
	const publik = createPublicKey(rahasia).export({ type: 'spki', format: 'der' }).toString('base64');
	return {
		publik,
		sign: (titik) => ({
			...titik,
			kunci: publik,
			tanda: sign(null, Buffer.from(tulisTitik(titik)), rahasia).toString('base64'),
		}),
	};
}

/** Public part of the key that is there, without making one. */
export function readKunciPublik(dataDir: string): string | null {
	return existsSync(berkasKunci(dataDir)) ? openKunci(dataDir).publik : null;
}

/** Checkpoints are also kept beside the database: whoever rewrites the database alone is found out by them. */
export function appendSaksi(dataDir: string, titik: Titik): void {
	appendFileSync(berkasSaksi(dataDir), `${JSON.stringify(titik)}\n`, { mode: 0o600, flush: true });
}

/** What was kept beside; a line cut by a crash is left out. */
export function readSaksi(dataDir: string): Titik[] {
	if (!existsSync(berkasSaksi(dataDir))) return [];
	return readFileSync(berkasSaksi(dataDir), 'utf8')
		.split('\n')
		.flatMap((baris) => {
			try {
				return [JSON.parse(baris) as Titik];
			} catch {
				return [];
			}
		});
}
