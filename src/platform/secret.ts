import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KonfigurasiError } from './config-error.ts';
import type { Ctx } from './ctx.ts';

const namaBerkas = 'kunci-rahasia';
const dikenal = new Map<string, Buffer>();

type Kunci = { dir: Pick<Ctx['dir'], 'data'>; setelan: Pick<Ctx['setelan'], 'kunciRahasia'> };

/** Seals a small secret at rest (AES-256-GCM). `konteks` names its row, so that it cannot be moved to another. */
export function sealSecret(ctx: Kunci, isi: Buffer, konteks: string): Buffer {
	const nonce = randomBytes(12);
	const cipher = createCipheriv('aes-256-gcm', keyOf(ctx), nonce);
	cipher.setAAD(Buffer.from(konteks));
	const sandi = Buffer.concat([cipher.update(isi), cipher.final()]);
	return Buffer.concat([nonce, cipher.getAuthTag(), sandi]);
}

/** What was sealed. @throws where the key or the context is another one, or the bytes were changed */
export function openSecret(ctx: Kunci, tersegel: Buffer, konteks: string): Buffer {
	const decipher = createDecipheriv('aes-256-gcm', keyOf(ctx), tersegel.subarray(0, 12));
	decipher.setAAD(Buffer.from(konteks));
	decipher.setAuthTag(tersegel.subarray(12, 28));
	return Buffer.concat([decipher.update(tersegel.subarray(28)), decipher.final()]);
}

/**
 * What stands for a text in the database where the text itself must not: the same text gives the same digest, and
 * nobody without the key can try texts. Hex. The key is derived from that of the secrets, one for each `guna`.
 */
export function digestSecret(ctx: Kunci, teks: string, guna: string): string {
	const kunci = Buffer.from(hkdfSync('sha256', keyOf(ctx), Buffer.alloc(0), guna, 32));
	return createHmac('sha256', kunci).update(teks).digest('hex');
}

function keyOf({ dir, setelan }: Kunci): Buffer {
	if (setelan.kunciRahasia) return setelan.kunciRahasia;
	const ada = dikenal.get(dir.data);
	if (ada) return ada;
	const kunci = readKeyFile(join(dir.data, namaBerkas));
	dikenal.set(dir.data, kunci);
	return kunci;
}

/** Reads the key file, making it first where there is none: written beside and linked, so that it is never half there. */
function readKeyFile(path: string): Buffer {
	try {
		return checkKey(path, readFileSync(path));
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
	}
	const sementara = `${path}.${randomBytes(6).toString('hex')}`;
	writeFileSync(sementara, randomBytes(32), { mode: 0o600, flush: true });
	try {
		linkSync(sementara, path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster: its key holds
	} finally {
		rmSync(sementara, { force: true });
	}
	return checkKey(path, readFileSync(path));
}

function checkKey(path: string, isi: Buffer): Buffer {
	if (isi.length === 32) return isi;
	throw new KonfigurasiError(
		`Berkas kunci ${path} rusak: harus tepat 32 byte. Pulihkan dari cadangan; jangan menggantinya, sebab rahasia kode masuk disegel dengannya.`,
	);
}
