import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isiSel, ubahIsi } from '#features/laporan/laporan.testing.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { muatContoh, tautanOf } from './contoh.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
let masuk: string;

beforeAll(async () => {
	site = await startSite();
	if (!browserPath) return;
	browser = await openBrowser();
	masuk = tautanOf(await muatContoh(site.dataDir), 'koordinator,');
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

const isi = (page: Page) => page.locator('main').innerText();
const unduh = async (page: Page, nama: RegExp) => {
	const href = await page.getByRole('link', { name: nama }).first().getAttribute('href');
	const jawab = await page.request.get(new URL(href ?? '', page.url()).href);
	expect(jawab.status()).toBe(200);
	return await jawab.body();
};

describe.skipIf(!browserPath)(
	'humas mengunduh rilis, koordinator mengunduh laporan dan memuat lembar kerja',
	() => {
		let context: BrowserContext;
		let page: Page;
		let laporan: string;

		it('tanpa masuk dan tanpa skrip: dari halaman instansi ke rilis, DOCX, dan PDF laporan', async () => {
			const publik = await browser.newContext({
				javaScriptEnabled: false,
				viewport: { width: 360, height: 740 },
			});
			const p = await publik.newPage();
			await p.goto(`${site.url}/instansi/kota-balikpapan?tahun=2022`);
			expect((await unduh(p, /Laporan hasil evaluasi 2022/)).subarray(0, 5).toString()).toBe('%PDF-');
			await p.getByRole('link', { name: 'Rilis pers 2022' }).first().click();
			const teks = await isi(p);
			expect(teks).toContain('Indeks SPBE Kota Balikpapan Tahun 2022 Naik Menjadi 3,05');
			expect(teks).toContain('kecamatan, dan kelurahan');
			expect(await findOverflow(p)).toBe(0);
			expect((await unduh(p, /Rilis pers untuk disunting/)).subarray(0, 2).toString()).toBe('PK');
			await publik.close();
			const skrip = await browser.newPage();
			await skrip.goto(`${site.url}/en/instansi/kota-balikpapan/2022/rilis`);
			expect(await findAxe(skrip)).toEqual([]);
			await skrip.close();
		});

		it('koordinator mengunduh laporan evaluasi; kertas kerja datang sebagai pekerjaan dan pemberitahuan', async () => {
			context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
			context.setDefaultTimeout(30_000);
			page = await context.newPage();
			await page.goto(site.url + masuk);
			await page.locator('main button').last().click();
			await page.goto(`${site.url}/kerja/contoh-kota-balikpapan/penilaian`);
			await page
				.getByRole('link', { name: /Latihan SPBE/ })
				.first()
				.click();
			await page.getByRole('link', { name: 'Laporan', exact: true }).click();
			await page.getByRole('heading', { name: 'Kertas kerja' }).waitFor();
			laporan = page.url();
			expect(await findAxe(page)).toEqual([]);
			expect(await findOverflow(page)).toBe(0);
			expect((await unduh(page, /^Laporan evaluasi \(PDF\)/)).subarray(0, 5).toString()).toBe('%PDF-');
			await page.getByRole('button', { name: 'Susun kertas kerja semua indikator' }).click();
			await page.getByText('Selesai').waitFor({ timeout: 60_000 });
			await page.getByRole('link', { name: 'Lihat hasilnya' }).click();
			await page.getByRole('heading', { name: 'Laporan saya' }).waitFor();
			expect(await findAxe(page)).toEqual([]);
			expect((await unduh(page, /kertas-kerja-.*pdf/)).subarray(0, 5).toString()).toBe('%PDF-');
			await page.goto(`${site.url}/kerja/pemberitahuan`);
			expect(await isi(page)).toContain('Laporan siap diunduh: kertas-kerja-');
		});

		it('lembar kerja diunduh, diubah, ditinjau, lalu tersimpan', async () => {
			await page.goto(laporan);
			const lembar = await unduh(page, /^Lembar kerja \(XLSX\)/);
			const muat = async (buffer: Buffer) => {
				await page.goto(`${laporan}/muat`);
				const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
				await page
					.getByLabel('Lembar kerja (.xlsx)')
					.setInputFiles({ name: 'lembar.xlsx', mimeType, buffer });
				await page.getByRole('button', { name: 'Tinjau perubahan' }).click();
			};
			await muat(lembar);
			await page.getByText('Tidak ada yang berubah').waitFor();
			await muat(await ubahIsi(lembar, (_, xml) => isiSel(isiSel(xml, 'I47', 'C', 5), 'I46', 'C', 9)));
			await page.getByRole('heading', { name: 'Yang akan berubah' }).waitFor();
			expect(await isi(page)).toContain('I46: harus antara 1 dan 5');
			expect(await findAxe(page)).toEqual([]);
			expect(await findOverflow(page)).toBe(0);
			await page.getByRole('button', { name: 'Simpan 1 perubahan' }).click();
			await page.getByText('1 indikator tersimpan.').waitFor();
			await muat(lembar);
			await page.getByText('Tidak ada yang berubah').waitFor();
			await muat(Buffer.from('bukan lembar'));
			await page.getByText(/Bukan berkas XLSX/).waitFor();
			await context.close();
		});
	},
);
