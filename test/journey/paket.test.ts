import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
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
const ruang = () => `${site.url}/kerja/contoh-kota-balikpapan`;

describe.skipIf(!browserPath)('register kebijakan menjadi bukti, bukti menjadi paket portal', () => {
	let page: Page;
	let penilaian: string;

	it('koordinator mencatat kebijakan dengan berkas dan pasalnya tanpa skrip, di telepon', async () => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
			colorScheme: 'dark',
		});
		context.setDefaultTimeout(15_000);
		page = await context.newPage();
		await page.goto(site.url + masuk);
		await page.locator('main button').last().click();
		await page.goto(`${ruang()}/kebijakan/I03`);
		await page.getByLabel('Nomor').fill('Perwali 9/2025');
		await page.getByLabel('Judul').fill('Satu Data <b>Kota</b>');
		await page.getByLabel('Status').selectOption('berlaku');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		expect(await isi(page)).toContain('Isi tanggal penetapannya');
		expect(await page.getByLabel('Judul').inputValue()).toBe('Satu Data <b>Kota</b>');
		await page.getByLabel('Tanggal penetapan').fill('2025-02-03');
		const buffer = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(3_000_000, 32)]);
		await page
			.getByLabel('Berkas')
			.setInputFiles({ name: 'satu-data.pdf', mimeType: 'application/pdf', buffer });
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		expect(await isi(page)).toContain('Didukung register: tingkat 2');
		await page.getByLabel('Data induk').fill('pasal 5 ayat 2, hlm. 12–14');
		await page.getByRole('button', { name: 'Simpan pasal' }).click();
		expect(await isi(page)).toContain('Didukung register: tingkat 3');
		expect(await findOverflow(page)).toBe(0);
	});

	it('satu ketukan menaruhnya sebagai bukti dengan halamannya', async () => {
		await page.getByRole('button', { name: /Pakai di Latihan SPBE/ }).click();
		expect(await isi(page)).toContain('3 bukti baru');
		await page.getByRole('link', { name: 'Buka indikatornya' }).click();
		penilaian = page.url().replace(/\/I03.*/, '');
		const teks = await isi(page);
		expect(teks).toContain('Data induk: pasal 5 ayat 2, hlm. 12–14');
		expect(teks).toContain('Dari register kebijakan');
		expect(await findOverflow(page)).toBe(0);
	});

	it('paketnya diunduh sebagai ZIP bernama portal, lalu ditandai sudah masuk', async () => {
		const sesi = await page.context().storageState();
		await page.context().close();
		const context = await browser.newContext({ storageState: sesi, bypassCSP: true });
		context.setDefaultTimeout(15_000);
		page = await context.newPage();
		await page.goto(`${penilaian}/I03`);
		await page.getByRole('button', { name: 'Ajukan', exact: true }).first().click();
		await page.goto(`${penilaian}/paket`);
		const unduhan = page.waitForEvent('download');
		await page.getByRole('link', { name: 'Unduh paket I03 (ZIP)' }).click();
		const zip = await yauzl.fromBufferPromise(readFileSync(await (await unduhan).path()), {
			lazyEntries: true,
		});
		const nama: string[] = [];
		for await (const e of zip.eachEntry()) nama.push(e.fileName);
		expect(nama).toContain('3.a Perwali 9-2025 – Satu Data _b_Kota_-b_.pdf');
		await page.getByRole('button', { name: 'Tandai sudah masuk: 3.a' }).click();
		await page.getByText('Sudah masuk:').waitFor();
		expect(await isi(page)).toMatch(/1 dari [1-9]\d* bukti/); // the demonstration has items of its own
		expect(await findAxe(page)).toEqual([]);
	});

	it('status yang kembali ditinjau dulu, lalu tampil sebagai putusan di buktinya', async () => {
		await page.getByRole('link', { name: 'Muat status dari portal' }).click();
		const csv = Buffer.from('butir,status,alasan\n3.a,Ditolak,Sudah kadaluarsa\n9.z,Sesuai,\n');
		await page
			.getByLabel('Berkas CSV atau XLSX')
			.setInputFiles({ name: 's.csv', mimeType: 'text/csv', buffer: csv });
		await page.getByRole('button', { name: 'Tinjau dulu' }).click();
		await page.getByRole('button', { name: 'Catat 1 putusan' }).waitFor();
		expect(await isi(page)).toMatch(/Baris 3, kolom butir.*9\.z tidak ada/s);
		expect(await findAxe(page)).toEqual([]);
		await page.getByRole('button', { name: 'Catat 1 putusan' }).click();
		await page.getByText('1 putusan dari portal dicatat').waitFor();
		await page.goto(`${penilaian}/I03`);
		expect(await isi(page)).toContain('Putusan dari portal kementerian');
		expect(await isi(page)).toContain('Kedaluwarsa. Sudah kadaluarsa');
		await page.context().close();
	});
});
