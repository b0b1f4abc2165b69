import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { type BadLink, openBadLink } from './bad-link.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, newDataDir, removeDir, type Site, startSite } from './site.ts';

const MIB = 1024 ** 2;
const dataDir = newDataDir();
let site: Site;
let browser: Browser;
let line: BadLink;
let page: Page;
let meja: string;

/** A file that is a PDF by its first bytes, and its hash. */
function buatBerkas(nama: string, mib: number): { path: string; sha256: string } {
	const isi = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(mib * MIB)]);
	const path = join(dataDir, nama);
	writeFileSync(path, isi);
	return { path, sha256: createHash('sha256').update(isi).digest('hex') };
}

async function tautanKoordinator(): Promise<string> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[join(projectDir, 'src', 'cli', 'main.ts'), 'contoh', '--format', 'json'],
		{ env: { ...process.env, MATANG_DATA_DIR: dataDir } },
	);
	const siap = JSON.parse(stdout) as { masuk: { peran: string; tautan: string }[] };
	return siap.masuk.find((m) => m.peran === 'koordinator')?.tautan ?? '';
}

beforeAll(async () => {
	site = await startSite({}, dataDir);
	if (!browserPath) return;
	line = await openBadLink(site.url);
	browser = await openBrowser();
	const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: 'dark' });
	context.setDefaultTimeout(60_000);
	page = await context.newPage();
	await page.goto(line.url + (await tautanKoordinator()));
	await page.locator('main form button').click();
	await page.waitForURL('**/kerja**');
	await page.goto(`${line.url}/kerja`);
	await page
		.locator('main')
		.getByRole('link', { name: /contoh/ })
		.first()
		.click();
	const ruang = new URL(page.url()).pathname;
	await page.goto(`${line.url}${ruang}/penilaian`);
	await page.getByLabel('Nama putaran').fill('Unggahan');
	await page.getByLabel('Mandiri selesai').fill('2099-12-31');
	await page.getByRole('button', { name: 'Buka putaran' }).click();
	await page.waitForURL(/penilaian\/\d+$/).catch(() => {});
	if (!/penilaian\/\d+$/.test(page.url()))
		await page.locator('main').getByRole('link', { name: 'Unggahan' }).first().click();
	meja = `${new URL(page.url()).pathname}/I01`;
}, 180_000);
afterAll(async () => {
	await browser?.close();
	await line?.close();
	await site?.stop();
	removeDir(dataDir);
});

/** Opens the form of level 1 and waits for the script. */
async function bukaForm() {
	await page.goto(line.url + meja, { waitUntil: 'networkidle' });
	const tingkat = page.locator('#tingkat-1');
	if (!(await page.locator('#b1-berkas').isVisible()))
		await tingkat.getByText('Tambah bukti tingkat 1').click();
	return tingkat.locator('form[enctype]').last();
}
const keadaan = () => page.locator('.unggah:visible').first();

describe.skipIf(!browserPath)('unggahan lewat sambungan buruk, di telepon', () => {
	it('putus di tengah, menyebut yang tersimpan, dijeda, dilanjutkan, lalu terkirim dengan tanda terima', async () => {
		const berkas = buatBerkas('perwali.pdf', 10);
		const form = await bukaForm();
		const putus = line.cutAfter(3 * MIB);
		await form.getByLabel('Berkas').setInputFiles(berkas.path);
		await putus;
		await keadaan().getByText('Sambungan terputus').waitFor();
		expect(await findOverflow(page)).toBe(0);
		expect(await findAxe(page)).toEqual([]);
		await keadaan().getByRole('button', { name: 'Jeda' }).click();
		await keadaan()
			.getByText(/Dijeda pada [\d,]+ MB dari 10,5 MB/)
			.waitFor();
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await keadaan().getByText('Isian akan terkirim begitu unggahannya selesai').waitFor();
		line.mend();
		line.cutAfter(Number.POSITIVE_INFINITY).catch(() => {});
		await keadaan().getByRole('button', { name: 'Lanjutkan' }).click();
		await page.getByText(/Bukti 1\.\w diajukan/).waitFor();
		expect(await page.locator('main').innerText()).toContain(berkas.sha256);
		expect(line.sent(), 'yang sudah tersimpan tidak dikirim lagi').toBeLessThan(9.5 * MIB);
		const unduh = await page.request.get(
			new URL((await page.locator('article a[target=_blank]').first().getAttribute('href')) ?? '', line.url)
				.href,
		);
		expect(
			createHash('sha256')
				.update(await unduh.body())
				.digest('hex'),
		).toBe(berkas.sha256);
	}, 180_000);

	it('peladen mati mendadak dan halaman dimuat ulang: berkas yang sama melanjutkan dari yang tersimpan', async () => {
		const berkas = buatBerkas('arsitektur.pdf', 12);
		const form = await bukaForm();
		const putus = line.cutAfter(4 * MIB);
		await form.getByLabel('Berkas').setInputFiles(berkas.path);
		await putus;
		const mati = once(site.child, 'exit');
		site.child.kill('SIGKILL');
		await mati;
		await keadaan().getByText('Sambungan terputus').waitFor();
		site = await startSite({}, dataDir);
		line.mend(site.url);
		const lagi = await bukaForm();
		await lagi.getByText(/"arsitektur\.pdf" belum selesai/).waitFor();
		void line.cutAfter(Number.POSITIVE_INFINITY);
		await lagi.getByLabel('Berkas').setInputFiles(berkas.path);
		await keadaan().getByText('Berkas sudah sampai').waitFor();
		expect(await keadaan().innerText()).toContain(berkas.sha256);
		expect(line.sent(), 'yang sudah tersimpan tidak dikirim lagi').toBeLessThan(11 * MIB);
		expect(await findAxe(page)).toEqual([]);
		const sesudah = await bukaForm(); // a reload before sending: the file is still there
		await keadaan().getByText('Berkas sudah sampai').waitFor();
		await sesudah.getByRole('button', { name: 'Ajukan' }).click();
		await page.getByText(/Bukti 1\.\w diajukan/).waitFor();
		expect(await page.locator('main').innerText()).toContain(berkas.sha256);
	}, 240_000);

	it('yang ditolak karena isiannya tidak mengulang unggahannya', async () => {
		const berkas = buatBerkas('notulen.pdf', 1);
		const form = await bukaForm();
		await form.getByLabel('Berkas').setInputFiles(berkas.path);
		await keadaan().getByText('Berkas sudah sampai').waitFor();
		await form.getByLabel('Tautan').fill('http://a:b@contoh.go.id/');
		await form.getByRole('button', { name: 'Simpan draf' }).click();
		await page.getByText('Tautan harus alamat lengkap').first().waitFor();
		await keadaan().getByText('Berkas sudah sampai: notulen.pdf').waitFor();
		const lagi = page.locator('#tingkat-1 form[enctype]').last();
		await lagi.getByLabel('Tautan').fill('');
		await lagi.getByRole('button', { name: 'Simpan draf' }).click();
		await page.getByText(/Bukti 1\.\w tersimpan sebagai draf/).waitFor();
		expect(await page.locator('main').innerText()).toContain(berkas.sha256);
		expect(await keadaan().count(), 'yang sudah menjadi bukti tidak ditawarkan lagi').toBe(0);
	}, 120_000);

	it('tanpa skrip formulir biasa membawa berkasnya', async () => {
		const berkas = buatBerkas('polos.pdf', 1);
		const context = await browser.newContext({
			javaScriptEnabled: false,
			viewport: { width: 360, height: 740 },
			storageState: await page.context().storageState(),
		});
		const polos = await context.newPage();
		await polos.goto(line.url + meja);
		const tingkat = polos.locator('#tingkat-1');
		await tingkat.getByText('Tambah bukti tingkat 1').click();
		const form = tingkat.locator('form[enctype]').last();
		await form.getByLabel('Berkas').setInputFiles(berkas.path);
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await polos.getByText(/Bukti 1\.\w diajukan/).waitFor();
		expect(await polos.locator('main').innerText()).toContain(berkas.sha256);
		await context.close();
	}, 120_000);
});
