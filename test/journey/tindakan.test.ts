import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { muatContoh, tautanOf } from './contoh.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
let tautan: string;

beforeAll(async () => {
	site = await startSite();
	if (!browserPath) return;
	browser = await openBrowser();
	await muatTautan();
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

async function muatTautan(): Promise<void> {
	tautan = await muatContoh(site.dataDir);
}

const isi = (page: Page) => page.locator('main').innerText();
const ruang = () => `${site.url}/kerja/contoh-kota-balikpapan`;
async function masuk(siapa: string, pilihan: Parameters<Browser['newContext']>[0]): Promise<Page> {
	const context: BrowserContext = await browser.newContext(pilihan);
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	await page.goto(site.url + tautanOf(tautan, siapa));
	await page.locator('main button').last().click();
	await page.waitForURL(/\/kerja/);
	return page;
}

/** Hundredths. */
async function prakiraan(page: Page): Promise<number> {
	const teks = /Prakiraan\s*\n?\s*(\d),(\d\d)/.exec(await isi(page));
	return Number(teks?.[1]) * 100 + Number(teks?.[2]);
}

describe.skipIf(!browserPath)('dari tindakan sampai halaman pimpinan', () => {
	let alamat: string;
	let semula: number;

	it('pimpinan mendarat di halamannya: satu angka, sasaran, prakiraan, tiga keputusan, satu lembar A4', async () => {
		const page = await masuk('pimpinan,', { viewport: { width: 360, height: 740 }, bypassCSP: true });
		expect(page.url()).toBe(`${ruang()}/pimpinan`);
		const teks = await isi(page);
		for (const kata of ['3,05', 'Baik', '3,20', 'Tiga keputusan', 'Yang menahan nilai', 'Inspektorat Daerah'])
			expect(teks).toContain(kata);
		expect(await page.locator('ol.keputusan > li').count()).toBe(3);
		semula = await prakiraan(page);
		expect(semula).toBeGreaterThan(305);
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
		expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBe(1);
		await page.context().close();
	});

	it('koordinator membuat tindakan; isian yang keliru disebut dan tetap tersimpan di formulir', async () => {
		const page = await masuk('koordinator,', { viewport: { width: 1440, height: 900 }, bypassCSP: true });
		await page.goto(`${ruang()}/tindakan`);
		expect(await isi(page)).toContain('terlambat');
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		await page.getByRole('link', { name: 'Tambah tindakan' }).click();
		await page.getByLabel('Apa yang dikerjakan').fill('Reviu risiko <b>kota</b>');
		await page.getByLabel('Indikator').selectOption('I27');
		await page.getByLabel('Dari tingkat').fill('1');
		await page.getByLabel('Ke tingkat').fill('3');
		await page
			.getByLabel('Unit penanggung jawab')
			.selectOption({ label: 'Dinas Komunikasi dan Informatika' });
		await page.getByLabel('Mulai').fill('2026-01-05');
		const besok = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
		await page.getByLabel('Tenggat').fill(besok);
		await page.getByLabel('Pagu').fill('1.5');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await page.getByRole('alert').waitFor();
		expect(await isi(page)).toContain('Tulis pagu sebagai rupiah bulat');
		expect(await page.getByLabel('Apa yang dikerjakan').inputValue()).toBe('Reviu risiko <b>kota</b>');
		expect(await findAxe(page)).toEqual([]);
		await page.getByLabel('Pagu').fill('Rp 1.500.000');
		await page.getByRole('button', { name: 'Simpan', exact: true }).click();
		await page.getByText('Tindakan tersimpan.').waitFor();
		alamat = page.url().replace(/\?.*/, '');
		expect(await isi(page)).toMatch(/menambah 0,0\d\d poin/);
		for (const tampilan of ['papan', 'gantt']) {
			await page.goto(`${ruang()}/tindakan?tampilan=${tampilan}`);
			expect(await isi(page)).toContain('Reviu risiko <b>kota</b>');
			expect(await findAxe(page)).toEqual([]);
		}
		await page.context().close();
	});

	it('operator unit melaporkan kemajuan di telepon tanpa skrip, dan hanya melihat tindakan unitnya', async () => {
		const page = await masuk('operator (Dinas Komunikasi', {
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
			colorScheme: 'dark',
		});
		await page.goto(`${ruang()}/tindakan`);
		const daftar = await isi(page);
		expect(daftar).toContain('Reviu risiko');
		expect(daftar).not.toContain('Inspektorat Daerah');
		await page.getByRole('link', { name: 'Reviu risiko' }).click();
		await page.getByLabel('Keadaan').selectOption('berjalan');
		await page.getByLabel('Kemajuan (%)').fill('seratus');
		await page.getByRole('button', { name: 'Simpan kemajuan' }).click();
		expect(await isi(page)).toContain('Isi kemajuan dengan angka 0 sampai 100');
		await page.getByLabel('Kemajuan (%)').fill('45');
		await page.getByLabel('Realisasi').fill('2.000.000');
		await page.getByRole('button', { name: 'Simpan kemajuan' }).click();
		const teks = await isi(page);
		expect(teks).toContain('Kemajuan tersimpan');
		expect(teks).toContain('45% selesai');
		expect(teks).toContain('Realisasi melebihi pagu');
		expect(await findOverflow(page)).toBe(0);
		expect((await page.goto(`${ruang()}/pimpinan`))?.status()).toBe(403);
		await page.context().close();
	});

	it('prakiraan pimpinan naik, koordinator mengisi peta rencana dari tindakan itu', async () => {
		await muatTautan(); // a link works once only
		const lagi = await masuk('koordinator,', { viewport: { width: 1440, height: 900 }, bypassCSP: true });
		await lagi.goto(`${ruang()}/pimpinan`);
		expect(await prakiraan(lagi)).toBeGreaterThan(semula);
		expect(await findAxe(lagi)).toEqual([]);
		await lagi.goto(`${ruang()}/peta`);
		await lagi.getByRole('button', { name: 'Isi dari 1 tindakan' }).click();
		await lagi.getByText('1 butir ditambahkan').waitFor();
		await lagi.getByText(/hal belum sesuai/).click();
		expect(await isi(lagi)).toContain('kebutuhan melebihi anggaran');
		expect(await findAxe(lagi)).toEqual([]);
		expect(await findOverflow(lagi)).toBe(0);
		const unduhan = lagi.waitForEvent('download');
		await lagi.getByRole('link', { name: /Peta rencana.*XLSX/ }).click();
		expect((await unduhan).suggestedFilename()).toBe('peta-rencana-contoh-kota-balikpapan.xlsx');
		await lagi.goto(alamat);
		expect(await isi(lagi)).toContain('45% selesai');
		await lagi.context().close();
	});
});
