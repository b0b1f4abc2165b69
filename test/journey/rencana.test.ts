import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openApp } from '#app';
import { readConfig } from '#platform/config.ts';
import { silentLog } from '#platform/log.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { muatContoh, tautanOf } from './contoh.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
let sesi: Awaited<ReturnType<BrowserContext['storageState']>>;

beforeAll(async () => {
	site = await startSite();
	if (!browserPath) return;
	browser = await openBrowser();
	const masuk = tautanOf(await muatContoh(site.dataDir), 'koordinator,');
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(site.url + masuk);
	await page.locator('main button').last().click();
	await page.waitForURL(/\/(kerja|akun)/);
	sesi = await context.storageState();
	await context.close();
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

const buka = async (lebar: number, javaScriptEnabled: boolean, gelap = false) => {
	const context = await browser.newContext({
		...{ storageState: sesi, javaScriptEnabled, bypassCSP: true },
		viewport: { width: lebar, height: 800 },
		colorScheme: gelap ? 'dark' : 'light',
	});
	context.setDefaultTimeout(20_000);
	return await context.newPage();
};
const isi = (page: Page) => page.locator('main').innerText();
const ruang = () => `${site.url}/kerja/contoh-kota-balikpapan`;

describe.skipIf(!browserPath)('dari sasaran sampai tindakan', { timeout: 120_000 }, () => {
	it('koordinator sampai dari 3,05 ke rencana terbukti terbaik dalam dua ketukan, tanpa skrip di telepon', async () => {
		const page = await buka(360, false, true);
		await page.goto(ruang());
		await page.locator('summary').filter({ hasText: 'Ruang kerja' }).first().click();
		await page.getByRole('link', { name: 'Rencana', exact: true }).click();
		expect(await isi(page)).toMatch(/3,05[\s\S]*3,20[\s\S]*3 dari 47 terisi/);
		expect(await findOverflow(page)).toBe(0);
		await page.getByRole('link', { name: 'Susun rencana menuju 3,20' }).click();
		const teks = await isi(page);
		expect(teks).toContain('Terbukti terbaik');
		expect(teks).toContain('persis 3,2');
		expect(await findOverflow(page)).toBe(0);

		await page.getByLabel('Anggaran').fill('1.500');
		await page.getByRole('button', { name: 'Susun rencana' }).click();
		expect(await isi(page)).toContain('Tulis 1500 tanpa titik');
		expect(await page.getByLabel('Anggaran').inputValue()).toBe('1.500');
		await page.getByLabel('Anggaran').fill('5');
		await page.getByRole('button', { name: 'Susun rencana' }).click();
		expect(await isi(page)).toContain('Tidak ada rencana yang memenuhi semua kendala');
		await page.getByRole('link', { name: /Terapkan.*Tambah anggaran/ }).click();
		expect(await isi(page)).toContain('Terbukti terbaik');

		await page.getByLabel('Nama', { exact: true }).fill('Menuju <3,20>');
		await page.getByLabel('Alasan', { exact: false }).fill('Disepakati tim koordinasi');
		await page.getByRole('button', { name: 'Simpan rencana ini' }).click();
		expect(page.url()).toMatch(/\/rencana\/simpanan\/\d+$/);
		expect(await isi(page)).toContain('Disepakati tim koordinasi');
		expect(await page.locator('h1').innerText()).toContain('Menuju <3,20>');
		expect(await findOverflow(page)).toBe(0);
		await page.context().close();
	});

	it('biaya satu indikator diubah, salah ketik dijawab kalimat, dan yang benar dipakai', async () => {
		const page = await buka(1440, false);
		await page.goto(`${ruang()}/rencana/ongkos/I11`);
		await page.getByLabel('Poin usaha').first().fill('lima');
		await page.getByRole('button', { name: 'Simpan biaya' }).click();
		expect(await isi(page)).toContain('"lima" bukan bilangan bulat');
		await page.getByLabel('Poin usaha').first().fill('5');
		await page.getByLabel('Rupiah').first().fill('Rp 25.000.000');
		await page.getByRole('button', { name: 'Simpan biaya' }).click();
		expect(await isi(page)).toContain('1 langkah memakai isian instansi');
		await page.goto(`${ruang()}/rencana/sasaran`);
		await page.getByLabel('Untuk').selectOption('I11');
		await page.getByLabel('Nilai').fill('3');
		await page.getByRole('button', { name: 'Tetapkan' }).click();
		expect(await isi(page)).toContain('I11 Arsitektur SPBE');
		await page.context().close();
	});

	it('simulasi berubah seketika di peramban, disimpan, dan disandingkan dengan rencana', async () => {
		const page = await buka(1440, true);
		await page.goto(`${ruang()}/rencana/simulasi`);
		await page.getByRole('button', { name: 'Hitung', exact: true }).waitFor({ state: 'detached' });
		await page.locator('#I29 input[value="3"]').check({ force: true });
		await page.getByText('+0,').first().waitFor();
		expect(await page.locator('#indeks').innerText()).not.toBe('3,05');
		expect(await findAxe(page)).toEqual([]);
		await page.getByLabel('Nama skenario').fill('Audit dulu');
		await page.getByRole('button', { name: 'Simpan skenario' }).click();
		await page.waitForURL(/\/rencana\/simpanan\/\d+$/);
		await page.goto(`${ruang()}/rencana`);
		await page.getByLabel('Pilih Audit dulu untuk dibandingkan').check();
		await page.getByLabel('Pilih Menuju <3,20> untuk dibandingkan').check();
		await page.getByRole('button', { name: 'Bandingkan yang dipilih' }).click();
		await page.getByRole('heading', { name: 'Indikator yang berbeda' }).waitFor();
		expect(await isi(page)).toContain('I29');
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		await page.context().close();
	});

	it('setiap halaman rencana lolos axe dan tidak menggulir ke samping pada 360 dan 1440 piksel', async () => {
		const alamat = [
			'',
			'/susun',
			'/susun?target=3,20&anggaran=5',
			'/susun?target=9&kecuali=I99',
			'/simulasi',
		];
		for (const lebar of [360, 1440])
			for (const ekor of [...alamat, '/sasaran', '/ongkos', '/ongkos/I11', '/banding', '/simpanan/1']) {
				const page = await buka(lebar, true, lebar === 360);
				const jawaban = await page.goto(`${ruang()}/rencana${ekor}`);
				expect([ekor, jawaban?.status()]).toEqual([ekor, 200]);
				expect([ekor, await findAxe(page)]).toEqual([ekor, []]);
				expect([ekor, await findOverflow(page)]).toEqual([ekor, 0]);
				await page.context().close();
			}
	}, 240_000);

	it('satu ketukan menjadikan rencana tindakan, sekali saja, satu untuk tiap langkah', async () => {
		const page = await buka(360, false);
		await page.goto(`${ruang()}/rencana`);
		await page.getByRole('link', { name: 'Menuju <3,20>' }).click();
		const simpanan = page.url();
		const langkah = await page.locator('#langkah tbody tr').count();
		await page.getByLabel('Tenggat paling lambat').fill('2001-01-01');
		await page.getByRole('button', { name: /Jadikan tindakan/ }).click();
		expect(await isi(page)).toContain('Tenggatnya sudah lewat');
		await page.goto(simpanan);
		await page.getByRole('button', { name: /Jadikan tindakan/ }).click();
		expect(page.url()).toContain('/kerja/contoh-kota-balikpapan/tindakan');
		await page.goto(simpanan);
		expect(await isi(page)).toContain('sudah dijadikan tindakan');
		expect(await page.getByRole('button', { name: /Jadikan tindakan/ }).count()).toBe(0);
		await page.context().close();
		await site.stop();
		const app = await openApp(
			readConfig({ MATANG_DATA_DIR: site.dataDir, LOG_LEVEL: 'silent' }),
			silentLog,
			() => {},
		);
		const baris = await app.db.kysely
			.selectFrom('tindakan')
			.select(['judul', 'bukti', 'unit_id'])
			.where('rencana_id', 'is not', null) // the demonstration has actions of its own
			.execute();
		await app.close();
		expect(langkah).toBeGreaterThan(1);
		expect(baris.length).toBe(langkah);
		expect(baris.every((b) => /^I\d\d .+: tingkat \d ke \d$/.test(b.judul) && b.bukti !== '')).toBe(true);
	});
});
