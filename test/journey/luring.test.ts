import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
const slug = 'contoh-kota-balikpapan';

beforeAll(async () => {
	if (!browserPath) return;
	site = await startSite();
	browser = await openBrowser();
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

/** Fresh one-time links by role; earlier ones end. */
function tautan(): { peran: string; tautan: string; nama: string }[] {
	const teks = execFileSync(
		process.execPath,
		[join(projectDir, 'src/cli/main.ts'), 'contoh', '--format', 'json'],
		{ env: { ...process.env, MATANG_DATA_DIR: site.dataDir }, encoding: 'utf8' },
	);
	return JSON.parse(teks).masuk;
}

async function masuk(page: Page, nama: string): Promise<void> {
	const milik = tautan().find((t) => t.nama === nama);
	await page.goto(`${site.url}${milik?.tautan}`);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL(/\/kerja/);
}

async function buka(ukuran = { width: 360, height: 740 }): Promise<{ context: BrowserContext; page: Page }> {
	const context = await browser.newContext({ viewport: ukuran });
	context.setDefaultTimeout(30_000);
	return { context, page: await context.newPage() };
}

const isi = (page: Page) => page.locator('main').innerText();
const siap = (page: Page) => page.waitForSelector('html[data-luring-siap]', { state: 'attached' });
const bar = (page: Page) => page.locator('[data-luring-bar]');
const tulis = async (page: Page, fakta: string) => {
	await page.getByLabel('Fakta').fill(fakta);
	await page.getByText('tersimpan di ponsel ini').first().waitFor();
};
/** How often the ledger on the page holds this text. */
const banyak = async (page: Page, teks: string) =>
	await page.locator('ol.riwayat li', { hasText: teks }).count();
const meja = (indikator: string) => `${site.url}/kerja/${slug}/penilaian/2/${indikator}`;

describe.skipIf(!browserPath)('operator di telepon dengan sinyal buruk', () => {
	let hp: BrowserContext;
	let page: Page;

	beforeAll(async () => {
		({ context: hp, page } = await buka());
		await masuk(page, 'Fajar Ramadhan');
	}, 120_000);
	afterAll(() => hp?.close());

	it('yang diketik bertahan setelah dimuat ulang, keluar, dan masuk lagi; orang lain tidak melihatnya', async () => {
		await page.goto(meja('I15'));
		await siap(page);
		await tulis(page, 'Perwali 12/2025 <b>pasal 5</b>');
		await page.reload();
		await siap(page);
		expect(await page.getByLabel('Fakta').inputValue()).toBe('Perwali 12/2025 <b>pasal 5</b>');
		await page.getByRole('button', { name: 'Keluar' }).click();
		await page.waitForURL(/\/masuk/);
		expect(
			await page.evaluate(async () => (await caches.keys()).filter((n) => n.includes('halaman'))),
		).toEqual([]);
		await masuk(page, 'Bagus Wicaksono');
		await page.goto(`${site.url}/kerja/kotak-keluar`);
		await siap(page);
		expect(await isi(page)).toContain('Tidak ada yang menunggu');
		await page.goto(meja('I15'));
		await siap(page);
		expect(await page.getByLabel('Fakta').inputValue()).toBe('');
		await page.getByRole('button', { name: 'Keluar' }).click();
		await page.waitForURL(/\/masuk/);
		await masuk(page, 'Fajar Ramadhan');
		await page.goto(meja('I15'));
		await siap(page);
		expect(await page.getByLabel('Fakta').inputValue()).toBe('Perwali 12/2025 <b>pasal 5</b>');
	}, 120_000);

	it('tanpa sinyal kirimannya menunggu di kotak keluar, dan terkirim tepat sekali begitu sinyal kembali', async () => {
		await page.goto(meja('I15'));
		await siap(page);
		await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
		await page.reload();
		await siap(page);
		await hp.setOffline(true);
		await page.getByRole('radio', { name: '3' }).check();
		await tulis(page, 'Ditulis tanpa sinyal');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await bar(page).getByText('1 menunggu sinyal – tersimpan di ponsel ini').waitFor();
		await page.reload();
		await siap(page);
		expect(await page.getByLabel('Fakta').inputValue()).toBe('Ditulis tanpa sinyal');
		await bar(page).getByRole('link').click();
		await page.waitForURL(/kotak-keluar/);
		await siap(page);
		expect(await isi(page)).toContain('Menunggu sinyal');
		expect(await isi(page)).toContain('Ditulis tanpa sinyal');
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		await page.goto(meja('I47'));
		expect(await page.locator('body').innerText()).toContain('Tidak ada sinyal');
		await page.goto(meja('I15'));
		await siap(page);
		await hp.setOffline(false);
		await bar(page).getByText('Terkirim pukul').waitFor();
		await page.goto(meja('I15'));
		await siap(page);
		expect(await banyak(page, 'Ditulis tanpa sinyal')).toBe(1);
		expect(await page.locator('[data-luring-draf]').first().isHidden()).toBe(true);
		expect(await bar(page).isHidden()).toBe(true);
	}, 120_000);

	it('jawaban yang hilang di jalan tidak menggandakan apa pun', async () => {
		await page.goto(meja('I16'));
		await siap(page);
		let hilang = 0;
		await page.route('**/kirim', async (route) => {
			await route.fetch();
			hilang++;
			await route.abort('connectionreset');
		});
		await page.getByRole('radio', { name: '2' }).check();
		await tulis(page, 'Jawabannya hilang');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await bar(page).getByText('1 menunggu sinyal').waitFor();
		await page.unroute('**/kirim');
		await page.reload(); // tries again by itself, with the same key
		await bar(page).getByText('Terkirim pukul').waitFor();
		await page.goto(meja('I16'));
		await siap(page);
		expect(hilang).toBe(1);
		expect(await banyak(page, 'Jawabannya hilang')).toBe(1);
	}, 120_000);

	it('peladen yang sakit dan dua kiriman berturut-turut: keduanya sampai, berurutan, tanpa bentrok dengan diri sendiri', async () => {
		await page.goto(meja('I22'));
		await siap(page);
		await page.route('**/kirim', (route) => route.fulfill({ status: 503, body: 'sibuk' }));
		await page.getByRole('radio', { name: '1' }).check();
		await tulis(page, 'Kiriman pertama');
		await page.getByRole('button', { name: 'Simpan', exact: true }).dblclick();
		await bar(page).getByText('1 menunggu sinyal').waitFor();
		await tulis(page, 'Kiriman kedua');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await bar(page).getByText('2 menunggu sinyal').waitFor();
		await page.unroute('**/kirim');
		await page.reload();
		await bar(page).getByText('Terkirim pukul').waitFor();
		await page.goto(meja('I22'));
		await siap(page);
		const baris = await page.locator('ol.riwayat li').allInnerTexts();
		expect(baris.map((b) => /Kiriman \w+/.exec(b)?.[0])).toEqual(['Kiriman kedua', 'Kiriman pertama']);
	}, 120_000);

	it('dua penyunting: kedua versi tampak berdampingan, dan yang dipilih tersimpan tanpa menghapus yang lain', async () => {
		const meja17 = await buka({ width: 1440, height: 900 });
		await masuk(meja17.page, 'Bagus Wicaksono');
		await page.goto(meja('I17'));
		await siap(page);
		await meja17.page.goto(meja('I17'));
		await siap(meja17.page);
		await meja17.page.getByRole('radio', { name: '4' }).check();
		await tulis(meja17.page, 'Versi koordinator');
		await meja17.page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await meja17.page.getByText('Tersimpan dalam buku nilai').waitFor();
		await meja17.context.close();
		await hp.setOffline(true);
		await page.getByRole('radio', { name: '2' }).check();
		await tulis(page, 'Versi operator');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await bar(page).getByText('1 menunggu sinyal').waitFor();
		await hp.setOffline(false);
		await bar(page).getByText('perlu Anda periksa').waitFor();
		await bar(page).getByRole('link').click();
		await page.waitForURL(/kotak-keluar/);
		await siap(page);
		expect(await isi(page)).toContain('Orang lain menyimpan lebih dulu');
		await page.getByRole('button', { name: 'Bandingkan kedua versi' }).click();
		await page.getByRole('heading', { name: 'Orang lain baru saja menyimpan indikator ini' }).waitFor();
		await siap(page);
		const banding = page.locator('section', { has: page.locator('#bentrok') });
		expect(await banding.innerText()).toMatch(/Versi koordinator[\s\S]*Versi operator/);
		expect(await page.getByLabel('Fakta').inputValue()).toBe('Versi koordinator\n\nVersi operator');
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		await banding.getByRole('button', { name: 'Pakai punya saya' }).click();
		await page.getByText('Tersimpan dalam buku nilai').waitFor();
		await siap(page);
		expect(await banyak(page, 'Versi koordinator')).toBe(1);
		expect(await banyak(page, 'Versi operator')).toBe(1);
		await page.goto(`${site.url}/kerja/kotak-keluar`);
		await siap(page);
		expect(await isi(page)).toContain('Tidak ada yang menunggu');
	}, 120_000);

	it('sesi yang berakhir menahan kirimannya sampai penulisnya masuk lagi', async () => {
		await page.goto(meja('I18'));
		await siap(page);
		await hp.clearCookies();
		await page.getByRole('radio', { name: '2' }).check();
		await tulis(page, 'Sesi berakhir');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await bar(page).getByText('Masuk lagi untuk mengirim 1 tulisan').waitFor();
		await masuk(page, 'Fajar Ramadhan');
		await siap(page);
		await bar(page).getByText('Terkirim pukul').waitFor();
		await page.goto(meja('I18'));
		await siap(page);
		expect(await banyak(page, 'Sesi berakhir')).toBe(1);
	}, 120_000);

	it('komentar pun menunggu sinyal, dan tampak setelah terkirim', async () => {
		await page.goto(meja('I21'));
		await siap(page);
		await hp.setOffline(true);
		await page.locator('#utas-isi').fill('Mohon daftar risiko dari bagian hukum');
		await page.getByRole('button', { name: 'Kirim' }).last().click();
		await bar(page).getByText('1 menunggu sinyal').waitFor();
		await hp.setOffline(false);
		await bar(page).getByText('Terkirim pukul').waitFor();
		await page.goto(meja('I21'));
		await siap(page);
		expect(await page.locator('#utas ~ ol li', { hasText: 'Mohon daftar risiko' }).count()).toBe(1);
		expect(await page.locator('#utas-isi').inputValue()).toBe('');
	}, 120_000);
});
