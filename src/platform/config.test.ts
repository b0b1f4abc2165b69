import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KonfigurasiError, prepareDataDir, readConfig } from './config.ts';

describe('setelan', () => {
	it('memakai alamat setempat, porta 3000, dan basis data tertanam bila tidak disetel', () => {
		expect(readConfig({})).toMatchObject({ host: '127.0.0.1', port: 3000, databaseUrl: undefined });
	});

	it.each([
		[{ PORT: 'abc' }, 'PORT "abc"'],
		[{ PORT: '70000' }, 'PORT "70000"'],
		[{ PORT: '-1' }, 'PORT "-1"'],
		[{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
		[{ LOG_LEVEL: 'keras' }, 'LOG_LEVEL "keras"'],
		[{ MATANG_API_LIMIT: '0' }, 'MATANG_API_LIMIT "0"'],
		[{ MATANG_ALAMAT: 'https://a.go.id/x' }, 'MATANG_ALAMAT'],
		[{ MATANG_SMTP_URL: 'http://a' }, 'MATANG_SMTP_URL'],
		[{ MATANG_SMTP_URL: 'smtp://a' }, 'MATANG_SURAT_DARI'],
		[{ MATANG_SMTP_URL: 'smtp://a', MATANG_SURAT_DARI: 'a@b\r\nBcc: c@d' }, 'MATANG_SURAT_DARI'],
		[{ MATANG_SMTP_URL: 'smtp://a', MATANG_SURAT_DARI: 'Matang <a@b.id>' }, 'MATANG_ALAMAT'],
	])('menolak %j dengan menyebut setelannya', (env, text) => {
		expect(() => readConfig(env)).toThrow(KonfigurasiError);
		expect(() => readConfig(env)).toThrow(text);
	});

	it('tidak mengulang sandi basis data di dalam pesan', () => {
		expect(() => readConfig({ DATABASE_URL: 'mysql://a:rahasia@x/y' })).not.toThrow('rahasia');
		expect(() => readConfig({ MATANG_SMTP_URL: 'http://a:rahasia@x' })).not.toThrow('rahasia');
	});

	it('menolak direktori data yang tidak dapat dibuat', () => {
		const dir = mkdtempSync(join(tmpdir(), 'matang-setelan-'));
		writeFileSync(join(dir, 'berkas'), '');
		expect(() => prepareDataDir(join(dir, 'berkas', 'data'))).toThrow('MATANG_DATA_DIR');
		prepareDataDir(join(dir, 'baru', 'dalam'));
		chmodSync(dir, 0o700);
		rmSync(dir, { recursive: true });
	});
});
