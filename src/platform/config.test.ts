import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KonfigurasiError, prepareDataDir, readConfig } from './config.ts';

const s3 = {
	MATANG_S3_URL: 'https://s3.contoh.go.id',
	MATANG_S3_BUCKET: 'matang',
	MATANG_S3_KEY: 'kunci',
	MATANG_S3_SECRET: 'sangat-rahasia',
};

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
		[{ MATANG_S3_URL: 'https://s3.contoh.go.id' }, 'MATANG_S3_BUCKET'],
		[{ ...s3, MATANG_S3_URL: 's3.contoh.go.id' }, 'MATANG_S3_URL'],
		[{ ...s3, MATANG_S3_BUCKET: '../x' }, 'MATANG_S3_BUCKET'],
		[{ MATANG_BERKAS: 's3' }, 'MATANG_S3_URL'],
		[{ MATANG_BERKAS: 'awan' }, 'MATANG_BERKAS "awan"'],
		[{ MATANG_CLAMAV: 'pemindai' }, 'MATANG_CLAMAV "pemindai"'],
	])('menolak %j dengan menyebut setelannya', (env, text) => {
		expect(() => readConfig(env)).toThrow(KonfigurasiError);
		expect(() => readConfig(env)).toThrow(text);
	});

	it('S3 yang lengkap menjadi tempat berkas baru, kecuali disetel lain; rahasianya tidak disebut dalam pesan', () => {
		expect(readConfig(s3)).toMatchObject({ berkas: 's3', s3: { bucket: 'matang', region: 'us-east-1' } });
		expect(readConfig({ ...s3, MATANG_BERKAS: 'direktori' }).berkas).toBe('direktori');
		expect(readConfig({})).toMatchObject({ berkas: 'direktori', s3: undefined, clamav: undefined });
		for (const salah of [{ MATANG_S3_URL: 'x' }, { MATANG_S3_KEY: '' }])
			expect(() => readConfig({ ...s3, ...salah })).not.toThrow('sangat-rahasia');
		expect(readConfig({ MATANG_CLAMAV: '[::1]:3310' }).clamav).toBe('[::1]:3310');
	});

	it('tidak mengulang sandi basis data di dalam pesan', () => {
		expect(() => readConfig({ DATABASE_URL: 'mysql://a:rahasia@x/y' })).not.toThrow('rahasia');
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
