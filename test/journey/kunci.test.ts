import { statSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Secret } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kodeTotp } from '#features/akun/faktor/totp.ts';
import { readConfig } from '#platform/config.ts';
import { openDatabase } from '#platform/database/open-database.ts';
import { silentLog } from '#platform/log.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

const sandi = 'sepeda biru di tepi laut';
let site: Site;
let browser: Browser;
/** By name: browsers refuse passkeys on bare numbers. */
let alamat: string;

const mulai = async (dataDir?: string) => {
	site = await (dataDir ? startSite({}, dataDir) : startSite());
	alamat = site.url.replace('127.0.0.1', 'localhost');
};

beforeAll(async () => {
	await mulai();
	if (browserPath) browser = await openBrowser();
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

const isi = (page: Page) => page.locator('main').innerText();
const jalur = (page: Page) => new URL(page.url()).pathname;
const klik = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A page with a platform authenticator that says yes by itself. */
async function openPage(context: BrowserContext): Promise<Page> {
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	await cdp.send('WebAuthn.enable');
	await cdp.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	});
	return page;
}

async function keluar(page: Page): Promise<void> {
	await page.goto(`${alamat}/akun`);
	await klik(page, 'Keluar');
	await page.waitForURL((u) => u.pathname !== '/akun'); // pages kept on the device go first
	expect(jalur(page)).toBe('/masuk');
}

async function isiSandi(page: Page, ke = ''): Promise<void> {
	await page.goto(`${alamat}/masuk${ke}`);
	await page.getByLabel('Alamat surel').fill('siti@contoh.go.id');
	await page.getByLabel('Kata sandi').fill(sandi);
	await klik(page, 'Masuk');
}

/** Clean by axe on a phone in the dark and on a desk in the light, and nothing sticks out. */
async function periksa(page: Page): Promise<void> {
	for (const [width, colorScheme] of [
		[360, 'dark'],
		[1440, 'light'],
	] as const) {
		await page.setViewportSize({ width, height: 800 });
		await page.emulateMedia({ colorScheme });
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
	}
}

describe.skipIf(!browserPath)('kunci sandi, kode, dan penegasan di peramban', { timeout: 120_000 }, () => {
	let page: Page;
	let tanpaSkrip: Page;
	let pemulihan: string[];
	let rahasia: Buffer;

	it('admin pertama mendaftarkan kunci sandi dan mendapat kode pemulihan sekali', async () => {
		page = await openPage(await browser.newContext({ reducedMotion: 'reduce' })); // no colour caught half-way
		await page.goto((site.adminPertama ?? '').replace(site.url, alamat));
		await page.getByLabel('Nama lengkap').fill('Siti Admin');
		await page.getByLabel('Alamat surel').fill('siti@contoh.go.id');
		await page.getByLabel('Kata sandi baru').fill(sandi);
		await klik(page, 'Simpan dan masuk');
		await page.goto(`${alamat}/akun`);
		await periksa(page);
		await page.getByRole('link', { name: /Kunci sandi/ }).click();
		await page.getByLabel('Nama kunci').fill('Ponsel <b>kantor</b>');
		await periksa(page);
		await klik(page, 'Daftarkan kunci sandi');
		await page.getByText('Kunci sandi sudah terdaftar.').waitFor();
		expect(await isi(page)).toContain('Ponsel <b>kantor</b>');
		pemulihan = await page.locator('main ol code').allInnerTexts();
		expect(pemulihan).toHaveLength(10);
		await periksa(page);
		await page.goto(`${alamat}/akun/kunci`);
		expect(await page.locator('main ol code').count()).toBe(0);
	});

	it('masuk dengan kunci sandi saja, ke halaman yang dituju', async () => {
		await keluar(page);
		await page.goto(`${alamat}/kerja/nasional`);
		expect(jalur(page)).toBe('/masuk');
		await periksa(page);
		await klik(page, 'Masuk dengan kunci sandi');
		await page.waitForURL(`${alamat}/kerja/nasional`);
	});

	it('sesudah kata sandi kunci sandi menjadi langkah kedua', async () => {
		await keluar(page);
		await isiSandi(page, '?ke=/akun');
		expect(jalur(page)).toBe('/masuk/kedua');
		expect((await page.context().request.get(`${alamat}/kerja`, { maxRedirects: 0 })).status()).toBe(303);
		await periksa(page);
		await klik(page, 'Pakai kunci sandi');
		await page.waitForURL(`${alamat}/akun`);
	});

	it('tanpa skrip: kode pemulihan menggantikan kunci, lalu aplikasi autentikator dipasang', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		context.setDefaultTimeout(20_000);
		tanpaSkrip = await context.newPage();
		await isiSandi(tanpaSkrip);
		await tanpaSkrip.getByLabel('Kode pemulihan').fill(pemulihan[0] ?? '');
		await klik(tanpaSkrip, 'Lanjutkan');
		expect(jalur(tanpaSkrip)).toBe('/kerja');
		await tanpaSkrip.goto(`${alamat}/akun/kode`);
		await klik(tanpaSkrip, 'Mulai memasang');
		const teks = (await tanpaSkrip.locator('main code').innerText()).replaceAll(' ', '');
		rahasia = Buffer.from(Secret.fromBase32(teks).bytes);
		expect(await tanpaSkrip.getByRole('img', { name: 'Gambar QR' }).count()).toBe(1);
		const kode = tanpaSkrip.getByLabel('Lalu masukkan kode');
		await kode.fill('000000');
		await klik(tanpaSkrip, 'Aktifkan');
		expect(await isi(tanpaSkrip)).toContain('Kode tidak cocok');
		await kode.fill(kodeTotp(rahasia, new Date()));
		await klik(tanpaSkrip, 'Aktifkan');
		expect(await isi(tanpaSkrip)).toContain('Aplikasi autentikator sudah aktif');
		await page.goto(`${alamat}/akun/kode`);
		await periksa(page);
	});

	it('tanpa skrip: kata sandi lalu kode; kode yang sudah dipakai tidak berlaku lagi', async () => {
		await keluar(tanpaSkrip);
		const kode = kodeTotp(rahasia, new Date(Date.now() + 30_000));
		await isiSandi(tanpaSkrip);
		await tanpaSkrip.getByLabel('Kode', { exact: true }).fill(kode);
		await klik(tanpaSkrip, 'Lanjutkan');
		expect(jalur(tanpaSkrip)).toBe('/kerja');
		await keluar(tanpaSkrip);
		await isiSandi(tanpaSkrip);
		await tanpaSkrip.getByLabel('Kode', { exact: true }).fill(kode);
		await klik(tanpaSkrip, 'Lanjutkan');
		expect(await isi(tanpaSkrip)).toContain('sudah dipakai');
		await tanpaSkrip.getByLabel('Kode', { exact: true }).fill(pemulihan[1] ?? '');
		await klik(tanpaSkrip, 'Lanjutkan');
		expect(jalur(tanpaSkrip)).toBe('/kerja');
	});

	it('sesi yang lama diminta bukti baru; yang diketik menunggu, juga tanpa skrip', async () => {
		await site.stop();
		const db = await openDatabase(readConfig({ MATANG_DATA_DIR: site.dataDir }), silentLog, async () => {});
		await sql`update sesi set ditegaskan = ditegaskan - interval '11 minutes'`.execute(db.kysely);
		await db.close();
		const lama = alamat;
		await mulai(site.dataDir);
		const pindah = (url: string) => url.replace(lama, alamat);
		await tanpaSkrip.goto(pindah(`${lama}/kerja/kota-balikpapan/orang`));
		await tanpaSkrip.getByLabel('Nama lengkap').fill('Adi Admin');
		await tanpaSkrip.getByLabel('Alamat surel').fill('adi@contoh.go.id');
		await tanpaSkrip.getByLabel('Peran', { exact: true }).selectOption({ label: 'Admin instansi' });
		await klik(tanpaSkrip, 'Undang');
		expect(jalur(tanpaSkrip)).toBe('/akun/tegaskan');
		await tanpaSkrip.getByLabel('Kata sandi').fill('keliru');
		await klik(tanpaSkrip, 'Dengan kata sandi');
		expect(await isi(tanpaSkrip)).toContain('Kata sandi tidak cocok');
		await tanpaSkrip.getByLabel('Kata sandi').fill(sandi);
		await klik(tanpaSkrip, 'Dengan kata sandi');
		expect(jalur(tanpaSkrip)).toBe('/kerja/kota-balikpapan/orang');
		expect(await isi(tanpaSkrip)).toContain('Isian Anda masih ada');
		expect(await tanpaSkrip.getByLabel('Nama lengkap').inputValue()).toBe('Adi Admin');
		await klik(tanpaSkrip, 'Undang');
		expect(await isi(tanpaSkrip)).toContain('/tautan/');
	});

	it('penegasan dengan kunci sandi, lalu kunci dilepas dengan kata sandi dan tidak berlaku lagi', async () => {
		await page.goto(`${alamat}/akun/kunci`);
		await page.getByRole('link', { name: 'Pastikan ini Anda' }).click();
		await periksa(page);
		await klik(page, 'Pakai kunci sandi');
		await page.waitForURL(`${alamat}/akun/kunci`);
		await page.locator('summary', { hasText: 'Lepas' }).click();
		await page.getByLabel('Kata sandi sekarang').fill(sandi);
		await page.getByRole('button', { name: /^Lepas kunci sandi/ }).click();
		expect(await isi(page)).toContain('Sudah dilepas.');
		await keluar(page);
		await klik(page, 'Masuk dengan kunci sandi');
		await page.getByText('Kunci sandi ditolak').first().waitFor();
		expect(await page.locator('main').getByRole('alert').count()).toBe(1);
		await page.context().close();
		await tanpaSkrip.context().close();
	});

	it('tujuan di luar situs tidak diikuti', async () => {
		const context = await browser.newContext({ javaScriptEnabled: false });
		const p = await context.newPage();
		await isiSandi(p, '?ke=https://penipu.example/kerja');
		expect(p.url()).toBe(`${alamat}/masuk/kedua`);
		await context.close();
	});

	it('berkas kunci rahasia hanya dapat dibaca pemiliknya', () => {
		expect(statSync(join(site.dataDir, 'kunci-rahasia')).mode & 0o777).toBe(0o600);
	});
});
