import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KonfigurasiError, prepareDataDir, readConfig } from './config.ts';

const sso = { MATANG_SSO_PENERBIT: 'https://sso.go.id', MATANG_SSO_KLIEN: 'm', MATANG_SSO_RAHASIA: 'r' };
const s3 = {
	MATANG_S3_URL: 'https://s3.contoh.go.id',
	MATANG_S3_BUCKET: 'matang',
	MATANG_S3_KEY: 'kunci',
	MATANG_S3_SECRET: 'sangat-rahasia',
};

describe('setelan', () => {
	it('alamat dan SSO terbaca; HTTP tanpa sandi hanya untuk mesin ini', () => {
		expect(readConfig({ MATANG_ALAMAT: 'https://matang.go.id/' }).alamat).toBe('https://matang.go.id');
		expect(readConfig({ MATANG_ALAMAT: 'http://localhost:3000' }).alamat).toBe('http://localhost:3000');
		expect(readConfig(sso).sso).toMatchObject({ lingkup: 'openid email profile', klaimGrup: 'groups' });
		expect(readConfig({}).sso).toBeUndefined();
		expect(readConfig({ MATANG_KUNCI_RAHASIA: 'ab'.repeat(32) }).kunciRahasia).toHaveLength(32);
	});

	it('tidak mengulang rahasia di dalam pesan', () => {
		expect(() => readConfig({ MATANG_KUNCI_RAHASIA: 'sangat-rahasia' })).not.toThrow('sangat-rahasia');
	});

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
		[{ MATANG_ALAMAT: 'matang.go.id' }, 'MATANG_ALAMAT "matang.go.id"'],
		[{ MATANG_ALAMAT: 'http://matang.go.id' }, 'MATANG_ALAMAT'],
		[{ MATANG_ALAMAT: 'https://matang.go.id/app' }, 'MATANG_ALAMAT'],
		[{ MATANG_KUNCI_RAHASIA: 'abc' }, 'MATANG_KUNCI_RAHASIA'],
		[{ MATANG_SSO_PENERBIT: 'http://sso.go.id' }, 'MATANG_SSO_PENERBIT'],
		[{ MATANG_SSO_PENERBIT: 'https://sso.go.id' }, 'MATANG_SSO_KLIEN'],
		[{ MATANG_SSO_PENERBIT: 'https://sso.go.id', MATANG_SSO_KLIEN: 'm' }, 'MATANG_SSO_RAHASIA_BERKAS'],
		[{ ...sso, MATANG_SSO_LINGKUP: 'email' }, 'MATANG_SSO_LINGKUP'],
		[{ ...sso, MATANG_SSO_RAHASIA: '', MATANG_SSO_RAHASIA_BERKAS: '/tidak/ada' }, '/tidak/ada'],
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
		expect(() => readConfig({ MATANG_SMTP_URL: 'http://a:rahasia@x' })).not.toThrow('rahasia');
	});

	it('menolak direktori data yang tidak dapat dibuat', () => {
		const dir = mkdtempSync(join(tmpdir(), 'matang-setelan-'));
		writeFileSync(join(dir, 'berkas'), '');
		expect(() => prepareDataDir(join(dir, 'berkas', 'data'))).toThrow('MATANG_DATA_DIR');
		expect(() => prepareDataDir('/proc/matang/data')).toThrow('MATANG_DATA_DIR');
		prepareDataDir(join(dir, 'baru', 'dalam'));
		chmodSync(dir, 0o700);
		rmSync(dir, { recursive: true });
	});
});
