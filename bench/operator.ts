import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { projectDir } from '../src/platform/config.ts';
import { openBrowser } from '../test/journey/browser.ts';
import { browserPath, type Site } from '../test/journey/site.ts';
import { p95, type Row, row } from './row.ts';

const KB = 1024;
/** Slow 4G as Lighthouse throttles it, and a processor a quarter as fast. */
const jaringan = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const perlambatan = 4;
const batas = { ms: 3000, skrip: 60 * KB };

/** An operator's queue and workbench on a phone, first visit, until the page and its script are ready to be used. */
export async function measureOperator(site: Site, n = 5): Promise<Row[]> {
	if (!browserPath) return [];
	const browser = await openBrowser();
	try {
		const { context, slug, meja } = await signIn(browser, site);
		const halaman = [
			['Antrean operator', `/kerja/${slug}`],
			['Meja operator', meja],
		] as const;
		const rows: Row[] = [];
		for (const [nama, path] of halaman) {
			const ukuran: Ukuran[] = [];
			for (let i = 0; i < n; i++) ukuran.push(await open(browser, context, `${site.url}${path}`));
			rows.push(toRow(nama, ukuran));
		}
		return rows;
	} finally {
		await browser.close();
	}
}

interface Ukuran {
	ms: number;
	semua: number;
	skrip: number;
}

function toRow(nama: string, ukuran: readonly Ukuran[]): Row {
	const ms = Math.round(p95(ukuran.map((u) => u.ms)));
	const [semua, skrip] = [Math.max(...ukuran.map((u) => u.semua)), Math.max(...ukuran.map((u) => u.skrip))];
	return row(`${nama} (4G lambat, CPU ÷${perlambatan})`, `${kb(semua)} KB (skrip ${kb(skrip)})`, {
		peran: 'operator',
		p95Ms: ms,
		batas: '≤ 3 s, skrip ≤ 60 KB',
		lolos: ms <= batas.ms && skrip <= batas.skrip,
	});
}

const kb = (bytes: number) => Math.round((bytes / KB) * 10) / 10;

/** The demonstration institution's operator, with the address of the first task in the queue. */
async function signIn(browser: Browser, site: Site) {
	const teks = execFileSync(
		process.execPath,
		[join(projectDir, 'src/cli/main.ts'), 'contoh', '--format', 'json'],
		{ env: { ...process.env, MATANG_DATA_DIR: site.dataDir }, encoding: 'utf8' },
	);
	const { masuk } = JSON.parse(teks) as { masuk: { peran: string; tautan: string }[] };
	const context = await browser.newContext();
	const page = await context.newPage();
	await page.goto(`${site.url}${masuk.find((m) => m.peran === 'operator')?.tautan}`);
	await page.locator('main').getByRole('button').click();
	await page.waitForURL(/\/kerja/);
	const ruang = await page.locator('main a[href^="/kerja/contoh-"]').first().getAttribute('href');
	await page.goto(`${site.url}${ruang}`);
	const meja = await page.locator('main ol a').first().getAttribute('href');
	return { context, slug: ruang?.split('/').at(-1) ?? '', meja: meja ?? '' };
}

/** One first visit: nothing cached, the session there. */
async function open(browser: Browser, masuk: BrowserContext, url: string): Promise<Ukuran> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	await context.addCookies(await masuk.cookies());
	const page = await context.newPage();
	const cdp = await context.newCDPSession(page);
	const berat = await watch(cdp);
	await cdp.send('Network.emulateNetworkConditions', jaringan);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: perlambatan });
	const mulai = performance.now();
	await page.goto(url, { waitUntil: 'commit' });
	await page.waitForSelector('html[data-luring-siap]', { state: 'attached', timeout: 30_000 });
	const ms = performance.now() - mulai;
	await page.waitForLoadState('load');
	await context.close();
	return { ms, ...berat };
}

/** Bytes over the network, as they came. */
async function watch(cdp: CDPSession): Promise<{ semua: number; skrip: number }> {
	const berat = { semua: 0, skrip: 0 };
	const skrip = new Set<string>();
	await cdp.send('Network.enable');
	cdp.on('Network.responseReceived', (e) => {
		if (e.type === 'Script') skrip.add(e.requestId);
	});
	cdp.on('Network.loadingFinished', (e) => {
		berat.semua += e.encodedDataLength;
		if (skrip.has(e.requestId)) berat.skrip += e.encodedDataLength;
	});
	return berat;
}
