import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openSecret, sealSecret } from './secret.ts';

const data = mkdtempSync(join(tmpdir(), 'matang-rahasia-'));
afterAll(() => rmSync(data, { recursive: true }));

const kunci = (dir: string, kunciRahasia: Buffer | null = null) => ({
	dir: { data: dir },
	setelan: { kunciRahasia },
});
const isi = Buffer.from('rahasia kecil');

describe('rahasia tersegel', () => {
	it('kuncinya dibuat sekali dalam berkas yang hanya dapat dibaca pemiliknya', () => {
		const segel = sealSecret(kunci(data), isi, 'kode/1');
		expect(readdirSync(data)).toEqual(['kunci-rahasia']);
		expect(statSync(join(data, 'kunci-rahasia')).mode & 0o777).toBe(0o600);
		expect(openSecret(kunci(data), segel, 'kode/1')).toEqual(isi);
		expect(segel.includes(isi)).toBe(false);
	});

	it('tidak terbuka bagi baris lain, kunci lain, atau bila diubah', () => {
		const setelan = kunci('/tidak-ada', Buffer.alloc(32, 1));
		const segel = sealSecret(setelan, isi, 'kode/1');
		expect(openSecret(setelan, segel, 'kode/1')).toEqual(isi);
		expect(() => openSecret(setelan, segel, 'kode/2')).toThrow();
		expect(() => openSecret(kunci('/tidak-ada', Buffer.alloc(32, 2)), segel, 'kode/1')).toThrow();
		segel[30] = (segel[30] ?? 0) ^ 1;
		expect(() => openSecret(setelan, segel, 'kode/1')).toThrow();
	});

	it('berkas kunci yang rusak disebut, tidak diganti', () => {
		const rusak = mkdtempSync(join(tmpdir(), 'matang-rahasia-'));
		writeFileSync(join(rusak, 'kunci-rahasia'), 'pendek');
		expect(() => sealSecret(kunci(rusak), isi, 'kode/1')).toThrow('32 byte');
		rmSync(rusak, { recursive: true });
	});
});
