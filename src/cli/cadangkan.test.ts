import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { type S3Uji, startS3 } from '#platform/storage/s3.testing.ts';
import { type Site, startSite } from '../../test/journey/site.ts';

const cwd = mkdtempSync(join(tmpdir(), 'matang-simpan-'));
const dataDir = join(cwd, 'data');
const isi = 'berkas yang tidak disebut basis data';
const sha256 = createHash('sha256').update(isi).digest('hex');
let s3: S3Uji;
let site: Site | undefined;
let env: Record<string, string>;

beforeAll(async () => {
	s3 = await startS3();
	env = {
		DATABASE_URL: '',
		MATANG_S3_URL: s3.setelan.url,
		MATANG_S3_BUCKET: s3.setelan.bucket,
		MATANG_S3_KEY: s3.setelan.key,
		MATANG_S3_SECRET: s3.setelan.secret,
		MATANG_S3_REGION: s3.setelan.region,
	};
	mkdirSync(join(dataDir, 'berkas', sha256.slice(0, 2)), { recursive: true });
	writeFileSync(join(dataDir, 'berkas', sha256.slice(0, 2), sha256), isi);
	site = await startSite(env, dataDir);
}, 180_000);
afterAll(async () => {
	await site?.stop();
	await s3?.close();
	rmSync(cwd, { recursive: true, force: true });
});

/** Runs the real command line; beside the server it works through it. */
function matang(
	argv: string[],
	data = dataDir,
): Promise<{ kode: number | null; keluaran: string; pesan: string }> {
	const child = spawn(process.execPath, [join(projectDir, 'src', 'cli', 'main.ts'), ...argv], {
		cwd,
		env: { ...process.env, ...env, MATANG_DATA_DIR: data },
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	let [keluaran, pesan] = ['', ''];
	child.stdout.on('data', (b) => (keluaran += b));
	child.stderr.on('data', (b) => (pesan += b));
	return new Promise((resolve) => child.once('close', (kode) => resolve({ kode, keluaran, pesan })));
}

describe('menyimpan, memindahkan, dan memulihkan di samping peladen yang berjalan', () => {
	it('fsck menyebut yang tidak cocok dan apa yang perlu dilakukan, keluar 1', async () => {
		const teks = await matang(['fsck', '--hash']);
		expect(teks.kode).toBe(1);
		expect(teks.keluaran).toContain(sha256);
		expect(teks.keluaran).toContain('→ ');
		expect(JSON.parse((await matang(['fsck', '--format', 'json'])).keluaran)).toMatchObject({
			utuh: false,
			temuan: [{ jenis: 'tanpa_baris', apa: sha256 }],
		});
	}, 120_000);

	it('berkas pindah ke S3 lalu kembali, dan mengulanginya tidak mengubah apa pun', async () => {
		const pindah = async (ke: string) =>
			JSON.parse((await matang(['berkas', 'pindah', '--ke', ke, '--format', 'json'])).keluaran);
		expect(await pindah('s3')).toEqual({ dipindah: 1, byte: isi.length, rusak: [] });
		expect([...s3.isi.values()].map(String)).toEqual([isi]);
		expect(await pindah('s3')).toMatchObject({ dipindah: 0 });
		const balik = await matang(['berkas', 'pindah', '--ke', 'direktori']);
		expect([balik.kode, balik.keluaran]).toEqual([
			0,
			`Dipindah ke direktori: 1 berkas (${isi.length} byte).\n`,
		]);
		expect(balik.pesan).toContain('MATANG_BERKAS=direktori');
		expect(s3.isi.size).toBe(0);
		expect((await matang(['berkas', 'pindah'])).kode).toBe(2);
		expect((await matang(['berkas', 'pindai'])).pesan).toContain('MATANG_CLAMAV');
	}, 120_000);

	it('cadangan yang dibuat selagi peladen berjalan pulih di pemasangan lain, sekali saja', async () => {
		expect(JSON.parse((await matang(['contoh', '--format', 'json'])).keluaran).nama).toContain('contoh');
		const buat = await matang(['cadangkan', 'semua.zip', '--format', 'json']);
		expect([buat.kode, JSON.parse(buat.keluaran)]).toMatchObject([0, { utuh: true, berkas: { banyak: 1 } }]);
		expect((await matang(['cadangkan', join(dataDir, 'di-dalam')])).pesan).toContain('direktori data');
		expect((await matang(['pulihkan', 'semua.zip'])).pesan).toContain('sudah dipakai');
		const baru = join(cwd, 'baru');
		const pulih = await matang(['pulihkan', 'semua.zip'], baru);
		expect(pulih.keluaran).toMatch(/^Dipulihkan dari .*, 1 berkas/);
		expect([...s3.isi.keys()]).toEqual([`berkas/${sha256.slice(0, 2)}/${sha256}`]);
		expect((await matang(['verify', 'activity'], baru)).kode).toBe(0);
	}, 600_000);
});
