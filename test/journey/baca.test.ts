import type { Browser, BrowserContext, Page } from 'playwright-core';
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

async function read(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
	const context: BrowserContext = await browser.newContext(options);
	const page: Page = await context.newPage();
	const problems: string[] = [];
	page.on('pageerror', (error) => problems.push(error.message));
	page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
	const response = await page.goto(site.url + path);
	return { page, status: response?.status(), problems, close: () => context.close() };
}

const pages = [
	'/',
	'/?tahun=2023&jenis=kota',
	'/cari?q=balikpapn',
	'/cari',
	'/instansi',
	'/instansi/kota-balikpapan',
	'/instansi/kota-balikpapan?tahun=2022',
	'/instansi/kementerian-pertanian',
	'/instansi/kabupaten-banyuasin?tahun=2023',
	'/peringkat',
	'/peringkat?tahun=2022',
	'/peringkat?tahun=2024&provinsi=64&urut=nama',
	'/peringkat?tahun=2024&pulau=Jawa&provinsi=64',
	'/bandingkan',
	'/bandingkan?i=kota-balikpapan&i=kota-samarinda&i=kota-bontang',
	'/bandingkan?i=kota-balikpapan&tambah=kutai&tahun=2022',
	'/instrumen',
	'/instrumen/spbe-2018',
	'/instrumen/spbe-2020',
	'/instrumen/pemdi-2026',
	'/instrumen/padanan',
	'/metode',
	'/data',
	'/data/api',
	'/aksesibilitas',
	'/tentang',
	'/instansi/kota-balikpapan/2022/A4',
	'/instansi/kota-balikpapan/2023/D2',
	'/instrumen/spbe-2020/I31',
	'/instrumen/pemdi-2026/I05',
];

describe.skipIf(!browserPath)('setiap halaman', () => {
	/** Indonesian at two of the four looks, English at one of the other two, in turn. */
	const rupa = pages.flatMap((path, n) => [
		{ path, rupa: [[360, 'dark'] as const, [1440, 'light'] as const] },
		{
			path: `/en${path === '/' ? '' : path}`,
			rupa: [n % 2 === 0 ? ([360, 'light'] as const) : ([1440, 'dark'] as const)],
		},
	]);
	it.each(rupa)('$path utuh pada $rupa, tanpa temuan axe', async ({ path, rupa }) => {
		for (const [width, colorScheme] of rupa) {
			const { page, status, problems, close } = await read(path, {
				viewport: { width, height: 900 },
				colorScheme,
			});
			expect(status).toBe(200);
			expect(await findOverflow(page), `${width} px`).toBe(0);
			expect(await findAxe(page), `${width} px ${colorScheme}`).toEqual([]);
			expect(problems).toEqual([]);
			await close();
		}
	});

	it.each(pages)('%s tidak memerlukan skrip', async (path) => {
		const html = await (await fetch(site.url + path)).text();
		expect(html).not.toMatch(/<script(?![^>]*type="application\/(ld\+)?json")/);
		expect(html).not.toMatch(/\sstyle="/);
	});

	it('tidak berbeda karena kuki', async () => {
		const plain = await (await fetch(`${site.url}/instansi/kota-balikpapan?tahun=2023`)).text();
		const answer = await fetch(`${site.url}/instansi/kota-balikpapan?tahun=2023`, {
			headers: { cookie: 'bahasa=en; tema=gelap' },
		});
		expect(answer.headers.get('set-cookie')).toBeNull();
		expect(await answer.text()).toBe(plain);
	});

	it.each([
		'/instansi/%00',
		'/hitung?dari=%00',
		'/kerja/%00',
		'/hitung?dari=../../&tahun=99999999999999',
		'/peringkat?tahun=%C0%AE&halaman=-1&urut=drop',
		'/bandingkan?i=../../etc&tambah=%27;--',
		'/cari?q=%F0%9F%98%80%FF',
		'/tautan/..%2f..',
		'/peringkat/unduh?format=exe',
	])('%s yang ganjil dijawab tanpa galat peladen', async (path) => {
		expect((await fetch(site.url + path)).status).toBeLessThan(500);
	});

	it('kiriman yang ganjil dijawab tanpa galat peladen', async () => {
		const kirim = (path: string, type: string, body: string) =>
			fetch(site.url + path, {
				method: 'POST',
				redirect: 'manual',
				headers: { origin: site.url, 'content-type': type },
				body,
			}).then((answer) => answer.status);
		const form = 'application/x-www-form-urlencoded';
		const status = [
			await kirim('/hitung?/impor&instrumen=spbe-2020', 'multipart/form-data; boundary=x', 'bukan multipart'),
			await kirim('/hitung?/hitung&instrumen=lain', form, 'I01=%00'),
			await kirim('/hitung/unduh?format=json', form, `I01=${'9'.repeat(100_000)}&instrumen=spbe-2020`),
			await kirim('/masuk', form, 'surel=%00&sandi=%00'),
			await kirim('/masuk', form, `surel=${'a'.repeat(3_000_000)}`),
			await kirim('/tautan/x', form, 'sandi=x'),
			await kirim('/keluar', form, ''),
			await kirim('/kerja/kota-balikpapan/orang?/cabut', form, 'peranId=1'),
		];
		for (const kode of status) expect(kode).toBeLessThan(500);
	});

	it('halaman yang tidak ada menjawab 404 dengan jalan keluar, dalam kedua bahasa', async () => {
		for (const path of ['/tidak-ada', '/en/tidak-ada', '/instansi/kota-khayal']) {
			const { page, status, close } = await read(path);
			expect(status).toBe(404);
			expect(await findAxe(page)).toEqual([]);
			expect(await page.locator('main a[href*="/cari"], main a[href*="/instansi"]').count()).toBeGreaterThan(
				0,
			);
			await close();
		}
	});
});

describe.skipIf(!browserPath)('peringkat dan bandingan tanpa skrip', () => {
	it('saringan memakai formulir biasa, tertulis dalam alamat, dan yang dicentang dapat dibandingkan', async () => {
		const { page, close } = await read('/peringkat', {
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
		});
		await page.getByLabel('Provinsi', { exact: true }).selectOption({ label: 'Kalimantan Timur' });
		await page.getByRole('button', { name: 'Terapkan' }).click();
		expect(new URL(page.url()).searchParams.get('provinsi')).toBe('64');
		expect(await page.getByRole('row').nth(1).innerText()).toContain('Kota Balikpapan');
		await page.getByLabel('Pilih Kota Balikpapan').check();
		await page.getByLabel('Pilih Kota Samarinda').check();
		await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click();
		expect(new URL(page.url()).searchParams.getAll('i')).toEqual(['kota-balikpapan', 'kota-samarinda']);
		const text = await page.locator('main').innerText();
		for (const figure of ['3,96', '3,85', '1 dari 11', '2 dari 11']) expect(text).toContain(figure);
		await page.getByLabel('Tambahkan instansi').fill('bontang');
		await page.getByRole('button', { name: 'Tambahkan' }).click();
		expect(await page.locator('main').innerText()).toContain('Kota Bontang');
		await close();
	});
});

describe.skipIf(!browserPath)('Kota Balikpapan', () => {
	it('ditemukan lewat nama yang salah ketik, dan halamannya memuat angka terbitan', async () => {
		const { page, close } = await read('/', {
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
		});
		await page.getByRole('searchbox').first().fill('balikpapn');
		await page.getByRole('searchbox').first().press('Enter');
		await page
			.getByRole('link', { name: /Kota Balikpapan/ })
			.first()
			.click();
		expect(new URL(page.url()).pathname).toBe('/instansi/kota-balikpapan');
		const text = await page.locator('main').innerText();
		for (const figure of ['3,96', '3,75', '3,05', '2,44', '+0,21', 'Sangat Baik', '1 dari 11', '3 dari 61'])
			expect(text).toContain(figure);
		await close();
	});

	it('menunjukkan aspek 2022 seperti diumumkan dan menandai yang diturunkan', async () => {
		const { page, close } = await read('/instansi/kota-balikpapan?tahun=2022');
		const text = await page.locator('main').innerText();
		for (const figure of ['3,05', '+0,61', '2,60', '1,75', '3,25', '3,00', '1,00', '3,70', '1,55'])
			expect(text).toContain(figure);
		expect(text).toMatch(/turunan/i);
		expect(text).toMatch(/menurut sumber/i);
		await close();
	});

	it('berperingkat 2 di Kalimantan pada 2023', async () => {
		const { page, close } = await read('/instansi/kota-balikpapan?tahun=2023');
		const text = await page.locator('main').innerText();
		expect(text).toContain('1 dari 11');
		expect(text).toContain('2 dari 61');
		await close();
	});
});
