import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let browser: Browser;
let tautan: string;

beforeAll(async () => {
	site = await startSite();
	if (!browserPath) return;
	browser = await openBrowser();
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[join(projectDir, 'src', 'cli', 'main.ts'), 'contoh'],
		{ env: { ...process.env, MATANG_DATA_DIR: site.dataDir } },
	);
	tautan = stdout;
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

const ruang = () => `${site.url}/kerja/contoh-kota-balikpapan`;
const isi = (page: Page) => page.locator('main').innerText();
async function masuk(siapa: string, width: number): Promise<Page> {
	const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
	context.setDefaultTimeout(15_000);
	const page = await context.newPage();
	const alamat = tautan.slice(tautan.indexOf(siapa)).match(/\/tautan\/\S+/)?.[0] ?? '';
	await page.goto(site.url + alamat);
	await page.locator('main button').last().click();
	await page.waitForURL(/\/kerja/);
	return page;
}
/** Nothing that axe finds, and no sideways scroll, in the widths a phone and a desk have. */
async function rapi(page: Page): Promise<void> {
	for (const width of [360, 1440]) {
		await page.setViewportSize({ width, height: 900 });
		expect([page.url(), width, await findAxe(page), await findOverflow(page)]).toEqual([
			page.url(),
			width,
			[],
			0,
		]);
	}
}
const tekan = async (page: Page, nama: string | RegExp) => {
	await page.locator('main').getByRole('button', { name: nama }).first().click();
	await page.waitForLoadState();
};

describe.skipIf(!browserPath)('dari rencana audit sampai temuan terverifikasi', () => {
	let auditor: Page;
	let alamat: string;
	let temuan: string;

	it('I31 contoh mendukung tingkat 3 dan menyebut auditor eksternal bersertifikat', async () => {
		auditor = await masuk('auditor,', 1440);
		await auditor.goto(`${ruang()}/audit`);
		expect(await isi(auditor)).toContain(
			'mendukung tingkat 3; untuk tingkat 4 kurang: auditor eksternal bersertifikat',
		);
		expect(await isi(auditor)).toContain('terlambat');
		await rapi(auditor);
	}, 120_000);

	it('auditor merencanakan audit dari program, menyusun tim dan kriteria, lalu memulainya', async () => {
		await auditor.goto(`${ruang()}/audit/program`);
		await rapi(auditor);
		await auditor.goto(`${ruang()}/audit/baru`);
		await auditor.fill('[name=judul]', 'Audit keamanan sesi');
		await auditor.selectOption('[name=jenis]', 'keamanan');
		await auditor.fill('[name=mulai]', '2026-01-05');
		await auditor.fill('[name=selesai]', '2099-12-20');
		await tekan(auditor, 'Simpan');
		alamat = auditor.url();
		expect(await isi(auditor)).toContain('tunjuk ketua tim');
		await auditor.fill('#lingkup-nama', 'Portal layanan');
		await auditor.selectOption('#lingkup-unit', { label: 'Dinas Komunikasi dan Informatika' });
		await tekan(auditor, 'Tambah ke lingkup');
		await auditor.fill('#tim-nama', 'Ratna');
		await auditor.selectOption('#tim-unit', { label: 'Dinas Komunikasi dan Informatika' });
		await tekan(auditor, 'Tambah anggota tim');
		expect(await isi(auditor)).toContain('tidak independen');
		await auditor.selectOption('#tim-unit', { label: 'Inspektorat Daerah' });
		await tekan(auditor, 'Tambah anggota tim');
		await auditor.fill('[name=nomor]', 'ST-1');
		await auditor.fill('[name=tanggal]', '2026-01-02');
		await auditor.locator('#surat button').click();
		await auditor.waitForLoadState();
		await auditor.goto(`${alamat}/kriteria?area=DATA&topik=penyadapan`);
		await tekan(auditor, /Pakai yang ditampilkan/);
		await rapi(auditor);
		await auditor.goto(alamat);
		await tekan(auditor, 'Mulai pelaksanaan');
		expect(await isi(auditor)).toContain('Pelaksanaan');
		await rapi(auditor);
	}, 240_000);

	it('kriteria diuji, temuan dicatat untuk unit', async () => {
		await auditor.goto(`${alamat}/kriteria`);
		const kertas = await auditor
			.locator('main tbody th a')
			.evaluateAll((a) => a.map((x) => (x as HTMLAnchorElement).href));
		expect(kertas.length).toBeGreaterThan(0);
		for (const k of kertas) {
			await auditor.goto(k);
			await auditor.fill('[name=diperiksa]', 'Konfigurasi dan wawancara');
			for (const [uji, hasil] of [
				['edk', 'M'],
				['eik', 'S'],
				['efk', 'E'],
			])
				await auditor.check(`[name=${uji}][value=${hasil}]`);
			await auditor.locator('main form button').last().click();
			await auditor.waitForURL((url) => url.href !== k);
		}
		await auditor.goto(`${alamat}/temuan`);
		await auditor.fill('[name=judul]', 'Sesi tidak dibatasi');
		await auditor.fill('[name=kondisi]', 'Sesi 24 jam');
		await auditor.fill('[name=rekomendasi]', 'Batasi 30 menit');
		await auditor.fill('[name=tenggat]', '2099-12-31');
		await auditor.selectOption('[name=unitId]', { label: 'Dinas Komunikasi dan Informatika' });
		await tekan(auditor, 'Catat temuan');
		await auditor.waitForURL(/temuan\/\d+/);
		temuan = auditor.url();
		await rapi(auditor);
	}, 240_000);

	it('operator unit menanggapi dan melaporkan dari telepon, lalu auditor memverifikasi', async () => {
		const operator = await masuk('operator (Dinas Komunikasi', 360);
		await operator.goto(`${ruang()}/audit`);
		await operator.getByRole('link', { name: 'Sesi tidak dibatasi' }).click();
		await operator.waitForURL(temuan);
		await operator.fill('[name=tanggapan]', 'Benar');
		await operator.fill('[name=rencanaAksi]', 'Dibatasi 30 menit');
		await tekan(operator, 'Kirim tanggapan');
		await operator.fill('[name=bukti]', 'Sudah dibatasi');
		await operator.fill('#lapor-tautan', 'https://contoh.go.id/bukti');
		await tekan(operator, 'Laporkan');
		expect(await isi(operator)).toContain('Menunggu verifikasi');
		await rapi(operator);
		await operator.context().close();
		await auditor.goto(temuan);
		await auditor.fill('#verifikasi-catatan', 'Diperiksa ulang');
		await tekan(auditor, 'Terima: temuan selesai');
		expect(await isi(auditor)).toContain('Sudah diverifikasi selesai');
	}, 240_000);

	it('laporan terbit sesudah opini dan reviu mutu, dan dapat diunduh', async () => {
		await auditor.goto(alamat);
		await tekan(auditor, 'Mulai pelaporan');
		for (const pokok of ['tata_kelola', 'fungsionalitas', 'kinerja', 'lainnya'])
			await auditor.check(`[name=pokok][value=${pokok}]`);
		await auditor.fill('#kesimpulan', 'Memadai');
		await auditor.locator('#opini form button').last().click();
		await auditor.waitForLoadState();
		await auditor.fill('#reviu-catatan', 'Lengkap');
		await tekan(auditor, 'Catat reviu mutu');
		await tekan(auditor, 'Terbitkan laporan');
		await tekan(auditor, 'Nyatakan selesai');
		expect(await isi(auditor)).toContain('Selesai');
		await rapi(auditor);
		const laporan = await auditor.request.get(`${alamat}/unduh?dokumen=laporan&format=pdf`);
		expect([laporan.status(), (await laporan.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
		await auditor.goto(`${ruang()}/audit/kami`);
		await rapi(auditor);
	}, 240_000);

	it('koordinator menaruh kertas audit sebagai bukti I31 dengan sekali tekan', async () => {
		const koordinator = await masuk('koordinator,', 1440);
		await koordinator.goto(`${ruang()}/audit`);
		await koordinator.locator('#I31 form button').first().click();
		await koordinator.waitForLoadState();
		expect(await isi(koordinator)).toMatch(/[1-9]\d* bukti baru/);
		await koordinator.context().close();
	}, 120_000);
});
