import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PenyediaUji, startPenyedia } from '#features/akun/sso/penyedia.testing.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, newDataDir, removeDir, type Site, startSite } from './site.ts';

let penyedia: PenyediaUji;
let site: Site;
let browser: Browser;

/** A port that was free a moment ago: the provider must know the address before the site starts. */
const portaBebas = () =>
	new Promise<number>((jadi) => {
		const s = createServer().listen(0, '127.0.0.1', () => {
			const alamat = s.address();
			s.close(() => jadi(typeof alamat === 'object' && alamat ? alamat.port : 0));
		});
	});

beforeAll(async () => {
	const porta = await portaBebas();
	penyedia = await startPenyedia([`http://127.0.0.1:${porta}/masuk/sso/kembali`]);
	const dataDir = newDataDir();
	const peta = join(dataDir, 'peta.json');
	writeFileSync(
		peta,
		JSON.stringify({
			format: 'matang-peta-grup/1',
			peta: [
				{ grup: 'spbe', peran: 'koordinator', instansi: 'kota-balikpapan' },
				{ grup: 'pusat', peran: 'tim_reviu' },
			],
		}),
	);
	writeFileSync(join(dataDir, 'rahasia'), `${penyedia.rahasia}\n`);
	site = await startSite(
		{
			PORT: String(porta),
			MATANG_SSO_PENERBIT: penyedia.penerbit,
			MATANG_SSO_KLIEN: penyedia.klien,
			MATANG_SSO_RAHASIA_BERKAS: join(dataDir, 'rahasia'),
			MATANG_SSO_LINGKUP: 'openid email profile groups',
			MATANG_SSO_PETA: peta,
			MATANG_SSO_NAMA: 'SSO Balikpapan',
		},
		dataDir,
	);
	if (browserPath) browser = await openBrowser();
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	await penyedia?.stop();
	if (site) removeDir(site.dataDir);
});

const isi = (page: Page) => page.locator('main').innerText();

describe.skipIf(!browserPath)('masuk tunggal di peramban, tanpa skrip', { timeout: 120_000 }, () => {
	const buka = async () => {
		const context = await browser.newContext({
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
		});
		context.setDefaultTimeout(20_000);
		return await context.newPage();
	};

	it('kelompok di penyedia membuka ruang kerja instansinya, langsung ke halaman yang dituju', async () => {
		penyedia.orang.set('p1', {
			email: 'kori@contoh.go.id',
			email_verified: true,
			name: 'Kori <i>Koordinator</i>',
			groups: ['spbe'],
		});
		penyedia.berikut = 'p1';
		const page = await buka();
		await page.goto(`${site.url}/kerja/kota-balikpapan/orang`);
		await page.getByRole('link', { name: 'Masuk dengan SSO Balikpapan' }).click();
		expect(page.url()).toBe(`${site.url}/kerja/kota-balikpapan/orang`);
		expect(await isi(page)).toContain('Kori <i>Koordinator</i>');
		const kue = await page.context().cookies(site.url);
		expect(kue.map((k) => k.name).filter((nama) => nama.startsWith('matang'))).toEqual(['matang_sesi']);
		await page.context().close();
	});

	it.each([
		['ditolak penyedia', null, {}, 'dibatalkan'],
		['surel belum terbukti', 'p2', { email: 'x@contoh.go.id', email_verified: false }, 'tidak menjamin'],
		['tanpa akun', 'p3', { email: 'y@contoh.go.id', email_verified: true }, 'Belum ada akun'],
	])('%s: kembali ke halaman masuk dengan sebabnya', async (_, subjek, klaim, teks) => {
		if (subjek) penyedia.orang.set(subjek, klaim);
		penyedia.berikut = subjek;
		const page = await buka();
		await page.goto(`${site.url}/masuk`);
		await page.getByRole('link', { name: 'Masuk dengan SSO Balikpapan' }).click();
		expect(new URL(page.url()).pathname).toBe('/masuk');
		expect(await isi(page)).toContain(teks);
		expect(await findOverflow(page)).toBe(0);
		await page.context().close();
	});

	it('yang hanya masuk lewat SSO membuktikan diri lagi lewat penyedianya sebelum tindakan berat', async () => {
		penyedia.orang.set('p4', {
			email: 'pusat@contoh.go.id',
			email_verified: true,
			name: 'Ani',
			groups: ['pusat'],
		});
		penyedia.berikut = 'p4';
		const page = await buka();
		await page.goto(`${site.url}/masuk`);
		await page.getByRole('link', { name: 'Masuk dengan SSO Balikpapan' }).click();
		await page.goto(`${site.url}/akun/tegaskan?ke=/akun/kode`);
		const lewat = page.getByRole('link', { name: 'Buktikan lewat SSO Balikpapan' });
		const token = async () =>
			(await page.context().cookies(site.url)).find((k) => k.name === 'matang_sesi')?.value;
		const lama = await token();
		penyedia.sejak = 600;
		await lewat.click();
		expect(new URL(page.url()).pathname).toBe('/akun/tegaskan');
		expect(await isi(page)).toContain('tidak meminta bukti baru');
		expect(await findOverflow(page)).toBe(0);
		expect(await token()).toBe(lama);
		penyedia.sejak = 0;
		await lewat.click();
		expect(new URL(page.url()).pathname).toBe('/akun/kode');
		expect(await token()).not.toBe(lama);
		expect((await page.context().cookies(site.url)).map((k) => k.name)).not.toContain('matang_tegas');
		await page.context().close();
	});

	it('alamat kembali yang dikarang tidak membuka apa pun', async () => {
		const page = await buka();
		await page.goto(`${site.url}/masuk/sso/kembali?code=x&state=y`);
		expect(await isi(page)).toContain('terlalu lama atau dibuka di peramban lain');
		await page.goto(`${site.url}/masuk?sso=%3Cscript%3E`);
		expect(await page.getByRole('alert').count()).toBe(0);
		await page.context().close();
	});

	it('halaman masuk dengan tombol SSO tanpa temuan axe', async () => {
		const page = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
		await page.goto(`${site.url}/masuk?sso=sso_tidak_tersambung`);
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
		await page.context().close();
	});
});
