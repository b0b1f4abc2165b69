import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await startSite();
	if (browserPath) browser = await openBrowser();
}, 120_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

async function open(
	path: string,
	options: BrowserContextOptions = {},
): Promise<{ page: Page; problems: string[] }> {
	const context = await browser.newContext({
		viewport: { width: 360, height: 740 },
		acceptDownloads: true,
		...options,
	});
	context.setDefaultTimeout(10_000);
	// Chromium asks for the icon again after the address changes, also when the network is gone.
	await context.route('**/favicon.svg', (route) =>
		route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
	);
	const page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	await page.goto(site.url + path);
	return { page, problems };
}

const tiga = `1${'3'.repeat(47)}`;
const indeks = (page: Page) => page.locator('#indeks').innerText();
const pilih = (page: Page, id: string, level: string) =>
	page.locator(`input[name="${id}"][value="${level}"]`).check();
/** Until the script has taken the page over. */
const waitSkrip = (page: Page) => page.getByRole('button', { name: 'Salin tautan' }).waitFor();
/** The address is written a moment after the last change. */
const waitKode = (page: Page, kode: string) => page.waitForURL((url) => url.searchParams.get('n') === kode);

describe.skipIf(!browserPath)('Hitung dengan skrip', () => {
	it('indeks, poin, dan perubahan dari awal berubah saat level dipilih, tanpa bertanya ke peladen', async () => {
		const { page, problems } = await open(`/hitung?n=${tiga}`);
		await waitSkrip(page);
		expect(await indeks(page)).toBe('3,00');
		await page.context().setOffline(true);
		await pilih(page, 'I29', '5');
		expect(await indeks(page)).toBe('3,03');
		const isi = await page.locator('main').innerText();
		expect(isi).toContain('+0,03');
		expect(isi).toContain('Perubahan dari awal');
		await waitKode(page, `1${'3'.repeat(28)}5${'3'.repeat(18)}`);
		await page.context().setOffline(false);
		await page.reload();
		expect(await indeks(page)).toBe('3,03');
		expect(problems).toEqual([]);
		await page.context().close();
	});

	it('isian yang dikosongkan dapat diurungkan, dan isian terakhir ditawarkan kembali', async () => {
		const { page } = await open(`/hitung?n=${tiga}`);
		await waitSkrip(page);
		await pilih(page, 'I01', '4');
		await waitKode(page, `14${'3'.repeat(46)}`);
		await page.getByRole('button', { name: 'Kosongkan semua' }).click();
		expect(await indeks(page)).toContain('antara 1,00 dan 5,00');
		await page.getByRole('button', { name: 'Urungkan' }).click();
		expect(await indeks(page)).toBe('3,01');
		await page.goto(`${site.url}/hitung`);
		await page.getByRole('button', { name: 'Lanjutkan isian terakhir' }).click();
		expect(await indeks(page)).toBe('3,01');
		await page.context().close();
	});

	it('menerima desimal Pemdi dengan koma, dan menyebut yang tidak sah saat diketik', async () => {
		const { page } = await open('/hitung?instrumen=pemdi-2026');
		await waitSkrip(page);
		const isian = page.locator('input[name="I01"]');
		await isian.fill('2,75');
		expect(await page.locator('main').innerText()).toContain('1 dari 20 terjawab');
		await isian.fill('7');
		expect(await page.locator('main').innerText()).toContain('antara 1 dan 5');
		await page.context().close();
	});

	it('dapat dijalankan dengan papan ketik saja', async () => {
		const { page } = await open(`/hitung?n=${tiga}`);
		await waitSkrip(page);
		await page.locator('input[name="I29"][value="3"]').focus();
		await page.keyboard.press('ArrowRight');
		expect(await indeks(page)).toBe('3,02');
		await page.context().close();
	});
});

describe.skipIf(!browserPath)('Hitung pada jaringan lambat', () => {
	it('level yang dipilih sebelum skripnya tiba tidak hilang', async () => {
		const { page } = await open('/metode');
		let lepas = () => {};
		const tiba = new Promise<void>((resolve) => {
			lepas = resolve;
		});
		await page.route('**/*.js', async (route) => {
			await tiba;
			await route.continue();
		});
		await page.goto(`${site.url}/hitung?n=${tiga}`, { waitUntil: 'commit' });
		await pilih(page, 'I29', '5');
		lepas();
		await waitSkrip(page);
		expect(await indeks(page)).toBe('3,03');
		await page.context().close();
	});

	it('angka yang diketik sebelum skripnya tiba ikut dihitung', async () => {
		const { page } = await open('/metode');
		let lepas = () => {};
		const tiba = new Promise<void>((resolve) => {
			lepas = resolve;
		});
		await page.route('**/*.js', async (route) => {
			await tiba;
			await route.continue();
		});
		await page.goto(`${site.url}/hitung?instrumen=pemdi-2026`, { waitUntil: 'commit' });
		await page.locator('input[name="I01"]').fill('2,75');
		lepas();
		await waitSkrip(page);
		expect(await page.locator('main').innerText()).toContain('1 dari 20 terjawab');
		expect(await page.locator('input[name="I01"]').inputValue()).toBe('2,75');
		await page.context().close();
	});
});

describe.skipIf(!browserPath)('Hitung tanpa skrip', () => {
	const tanpaSkrip = { javaScriptEnabled: false };

	it('formulir biasa menghitung angka yang sama, dan alamatnya dapat dibagikan', async () => {
		const { page } = await open(`/hitung?n=${tiga}`, tanpaSkrip);
		await pilih(page, 'I29', '5');
		await page.getByRole('button', { name: 'Hitung', exact: true }).click();
		expect(await indeks(page)).toBe('3,03');
		expect(new URL(page.url()).searchParams.get('n')).toBe(`1${'3'.repeat(28)}5${'3'.repeat(18)}`);
		await page.context().close();
	});

	it('isian yang salah disebut dan yang lain tidak hilang', async () => {
		const { page } = await open('/hitung?instrumen=pemdi-2026', tanpaSkrip);
		await page.locator('input[name="I01"]').fill('2,5');
		await page.locator('input[name="I02"]').fill('enam');
		await page.getByRole('button', { name: 'Hitung', exact: true }).click();
		expect(await page.getByRole('alert').innerText()).toContain('harus angka');
		expect(await page.locator('input[name="I01"]').inputValue()).toBe('2,5');
		expect(await page.locator('input[name="I02"]').inputValue()).toBe('enam');
		await page.context().close();
	});

	it.each(['XLSX', 'JSON'])('berkas %s yang diunduh dapat dibuka kembali', async (format) => {
		const { page } = await open(`/hitung?n=${tiga}`, tanpaSkrip);
		const [unduhan] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: `Unduh ${format}` }).click(),
		]);
		const buffer = await readFile(await unduhan.path());
		await page.goto(`${site.url}/hitung?instrumen=pemdi-2026`);
		await page
			.getByLabel('Berkas XLSX, CSV, atau JSON')
			.setInputFiles({ name: unduhan.suggestedFilename(), mimeType: 'application/octet-stream', buffer });
		await page.getByRole('button', { name: 'Buka' }).click();
		expect(await indeks(page)).toBe('3,00');
		expect(new URL(page.url()).searchParams.get('instrumen')).toBe('spbe-2020');
		await page.context().close();
	});

	it('berkas yang bukan isian ditolak dengan sebabnya', async () => {
		const { page } = await open('/hitung', tanpaSkrip);
		await page.getByLabel('Berkas XLSX, CSV, atau JSON').setInputFiles({
			name: 'x.json',
			mimeType: 'application/json',
			buffer: Buffer.from('{"nilai":{"I01":9}}'),
		});
		await page.getByRole('button', { name: 'Buka' }).click();
		expect(await page.locator('main').innerText()).toMatch(/I01: harus antara 1 dan 5/);
		await page.context().close();
	});
});

describe.skipIf(!browserPath)('Hitung dilihat', () => {
	it.each([
		'/hitung',
		'/hitung?instrumen=spbe-2018',
		'/hitung?instrumen=pemdi-2026',
		'/hitung?dari=kota-balikpapan&tahun=2022',
		`/hitung?n=${tiga}`,
		'/en/hitung?n=rusak',
	])('%s tanpa temuan axe pada kedua lebar dan tema, tanpa galat di konsol', async (path) => {
		for (const [width, colorScheme] of [
			[360, 'dark'],
			[1440, 'light'],
		] as const) {
			const { page, problems } = await open(path, { viewport: { width, height: 900 }, colorScheme });
			expect(await findOverflow(page)).toBe(0);
			expect(await findAxe(page)).toEqual([]);
			expect(problems).toEqual([]);
			await page.context().close();
		}
	});
});
