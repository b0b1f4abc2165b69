import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
const dasar = () => `${site.url}/kerja/contoh-kota-balikpapan`;
const luar = mkdtempSync(join(tmpdir(), 'matang-jejak-'));

/** The real command line; on the server's data directory, or far from any. */
function matang(argv: string[], dataDir = site.dataDir): string {
	return execFileSync(process.execPath, [join(projectDir, 'src/cli/main.ts'), ...argv], {
		env: { ...process.env, MATANG_DATA_DIR: dataDir, DATABASE_URL: '' },
		encoding: 'utf8',
	});
}

beforeAll(async () => {
	if (!browserPath) return;
	site = await startSite();
	browser = await openBrowser();
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
	removeDir(luar);
});

/** Signs in with a fresh one-time link. */
async function buka(nama: string): Promise<Page> {
	const { masuk } = JSON.parse(matang(['contoh', '--format', 'json'])) as {
		masuk: { nama: string; tautan: string }[];
	};
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 },
	});
	context.setDefaultTimeout(30_000);
	const page = await context.newPage();
	await page.goto(`${site.url}${masuk.find((m) => m.nama === nama)?.tautan}`);
	await page.locator('main').getByRole('button').click();
	return page;
}

async function unduh(page: Page, url: string): Promise<{ status: number; berkas: string }> {
	const jawab = await page.context().request.get(url);
	const berkas = join(luar, `${Date.now()}.jsonl`);
	writeFileSync(berkas, await jawab.body());
	return { status: jawab.status(), berkas };
}

const isi = (page: Page) => page.locator('main').innerText();

describe.skipIf(!browserPath)('jejak dan data pribadi, tanpa skrip', () => {
	it('koordinator membaca catatan, menyaringnya, dan rantai unduhannya utuh menurut pemeriksa yang terpisah', async () => {
		const page = await buka('Bagus Wicaksono');
		await page.goto(`${dasar()}/aktivitas`);
		await page.getByLabel('Objek').fill('penilaian/1/I01');
		await page.getByRole('button', { name: 'Saring' }).click();
		expect(await isi(page)).toContain('penilaian/1/I01');
		expect(await isi(page)).not.toContain('penilaian/1/I02');
		await page.getByLabel('Nama orang').fill('tidak ada');
		await page.getByRole('button', { name: 'Saring' }).click();
		expect(await isi(page)).toContain('Tidak ada catatan yang cocok');
		const { berkas } = await unduh(page, `${dasar()}/aktivitas/unduh`);
		expect(matang(['verify', 'activity', '--file', berkas], luar)).toMatch(/^Utuh: \d+ catatan/);
		await page.goto(`${dasar()}/aktivitas`);
		expect(await isi(page)).toMatch(/Ditandai sampai catatan \d+/);
		await page.context().close();
	}, 120_000);

	it('operator memeriksa sendiri riwayat indikatornya, dan tidak dapat mengunduh yang lain', async () => {
		const koordinator = await buka('Bagus Wicaksono');
		await koordinator.goto(`${dasar()}/penilaian/2/I15`);
		await koordinator.getByRole('radio', { name: '3' }).check();
		await koordinator.getByLabel('Fakta').fill('Perwali');
		await koordinator.getByRole('button', { name: 'Simpan', exact: true }).click();
		await koordinator.context().close();
		const page = await buka('Fajar Ramadhan');
		await page.goto(`${dasar()}/penilaian/2/I15`);
		const alamat = await page
			.getByRole('link', { name: 'Unduh riwayat dengan tandanya' })
			.getAttribute('href');
		const { berkas } = await unduh(page, `${site.url}${alamat}`);
		expect(matang(['verify', 'activity', '--file', berkas], luar)).toContain('riwayat penilaian/2/I15');
		expect((await unduh(page, `${dasar()}/penilaian/2/riwayat?indikator=I01`)).status).toBe(404);
		expect((await unduh(page, `${dasar()}/penilaian/2/riwayat`)).status).toBe(403);
		expect((await unduh(page, `${dasar()}/aktivitas/unduh`)).status).toBe(403);
		expect((await page.goto(`${dasar()}/aktivitas`))?.status()).toBe(403);
		await page.context().close();
	}, 120_000);

	it('orang mengunduh datanya sendiri', async () => {
		const page = await buka('Intan Permatasari');
		await page.goto(`${site.url}/akun/data`);
		expect(await isi(page)).toContain('Unduh data saya');
		const jawab = await page.context().request.get(`${site.url}/akun/data/unduh`);
		expect(await jawab.text()).toContain('Intan Permatasari');
		await page.context().close();
	}, 120_000);

	let admin: Page;
	it('admin menghapus data pribadi seseorang; namanya hilang dan catatannya tetap utuh', async () => {
		admin = await buka('Andini Prameswari');
		await admin.goto(`${dasar()}/orang`);
		await admin.getByRole('link', { name: 'Hapus data pribadi: Intan Permatasari' }).click();
		await admin.getByRole('button', { name: 'Hapus data pribadinya' }).click();
		expect(await isi(admin)).toContain('Centang dulu bahwa Anda yakin');
		await admin.getByLabel('Saya sudah memindahkan tugasnya').check();
		await admin.getByRole('button', { name: 'Hapus data pribadinya' }).click();
		expect(await isi(admin)).toContain('Data pribadinya sudah dihapus');
		await admin.goto(`${dasar()}/orang`);
		expect(await isi(admin)).not.toContain('Intan Permatasari');
		expect(matang(['verify', 'activity'])).toMatch(/^Utuh/);
	}, 120_000);

	it.each(['/aktivitas', '/orang/2/hapus', '/../../akun/data', '/../kotak-keluar'])(
		'%s tanpa temuan axe dan tanpa melebar',
		async (path) => {
			const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
			await context.addCookies(await admin.context().cookies());
			const page = await context.newPage();
			expect((await page.goto(dasar() + path))?.status()).toBe(200);
			expect(await findAxe(page)).toEqual([]);
			expect(await findOverflow(page)).toBe(0);
			await context.close();
		},
		60_000,
	);
});
