import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type BadLink, openBadLink } from './bad-link.ts';
import { findAxe, findOverflow } from './browser.ts';
import type { Panggung, Tokoh } from './setahun.ts';

export interface Peraga {
	line: BadLink;
	/** The person's page, at this path where one is given: a phone behind the bad link for the operator, else a desk. */
	sebagai: (siapa: Tokoh, path?: string) => Promise<Page>;
	tutup: () => Promise<void>;
}

/** The people of a year, each with a browser of their own that is signed in when first called for. */
export async function bukaPeraga(browser: Browser, { site, masuk }: Panggung): Promise<Peraga> {
	const line = await openBadLink(site.url);
	const halaman = new Map<Tokoh, Page>();
	const buka = async (siapa: Tokoh, alamat: string) => {
		const telepon = siapa === 'operator';
		const context = await browser.newContext({
			viewport: telepon ? { width: 360, height: 740 } : { width: 1440, height: 900 },
			colorScheme: telepon ? 'dark' : 'light',
		});
		context.setDefaultTimeout(60_000);
		const page = await context.newPage();
		await page.goto(alamat + masuk[siapa]);
		await page.locator('main form button').click();
		await page.waitForURL(/\/(kerja|akun)/);
		halaman.set(siapa, page);
		return page;
	};
	return {
		line,
		sebagai: async (siapa, path) => {
			const alamat = siapa === 'operator' ? line.url : site.url;
			const page = halaman.get(siapa) ?? (await buka(siapa, alamat));
			if (path) await page.goto(alamat + path);
			return page;
		},
		tutup: async () => {
			for (const page of halaman.values()) await page.context().close();
			await line.close();
		},
	};
}

/** Waits until the page says so. */
export const baca = (page: Page, teks: string | RegExp): Promise<void> =>
	page.locator('main').getByText(teks).first().waitFor({ state: 'attached' });

export const tekan = (page: Page, name: string): Promise<void> =>
	page.locator('main').getByRole('button', { name, exact: true }).first().click();

export async function periksa(page: Page): Promise<void> {
	expect(await findAxe(page)).toEqual([]);
	expect(await findOverflow(page)).toBe(0);
}

/** A step that is signed by name; it stands folded on the page of the assessment. */
export async function tandatangani(
	page: Page,
	aksi: string,
	jabatan: string,
	publikasi = false,
): Promise<void> {
	await page.locator('main summary', { hasText: aksi }).first().click();
	await page.getByLabel('Jabatan Anda').fill(jabatan);
	if (publikasi) await page.getByLabel('menyetujui hasil evaluasinya dipublikasikan').check();
	await tekan(page, aksi);
}

/** Chooses the value on the workbench and saves it; the script then shows the page anew. */
export async function isiNilai(page: Page, nilai: string, medan: Record<string, string>): Promise<void> {
	await page.waitForSelector('html[data-luring-siap]', { state: 'attached' });
	const form = page.locator('#nilai-form');
	const radio = form.getByRole('radio', { name: nilai, exact: true });
	if ((await radio.count()) > 0) await radio.check();
	else await form.locator('input[name=nilai]').fill(nilai);
	for (const [label, isi] of Object.entries(medan)) await form.getByLabel(label, { exact: true }).fill(isi);
	await form.getByRole('button', { name: 'Simpan', exact: true }).click();
	await baca(page, 'Tersimpan dalam buku nilai');
}

/** Accepts by keyboard the item that waits on the workbench, which must be this one. */
export async function terima(page: Page, kode: string): Promise<void> {
	await page.locator('#pintasan').waitFor();
	await page.locator('.bilah').getByText(`Bukti ${kode}`).waitFor();
	await page.keyboard.press('t');
	await baca(page, '1 bukti diputus');
}

/** Answers what stands in the conversation of the indicator; `putusan` where it is an objection. */
export async function jawab(page: Page, pokok: string, isi: string, putusan?: string): Promise<void> {
	const butir = page.locator('#utas ~ ol li', { hasText: pokok });
	await butir.locator('summary', { hasText: 'Jawab' }).click();
	if (putusan) await butir.getByRole('radio', { name: putusan }).check();
	await butir.getByLabel('Tulisan').fill(isi);
	await butir.getByRole('button', { name: 'Kirim' }).click();
	await baca(page, isi);
}

/** Says something of this kind about the indicator. */
export async function ucapkan(page: Page, jenis: string, isi: string): Promise<void> {
	await page.locator('#utas-jenis').selectOption(jenis);
	await page.locator('#utas-isi').fill(isi);
	await page
		.locator('form', { has: page.locator('#utas-isi') })
		.getByRole('button')
		.click();
	await baca(page, 'Terkirim.');
}

/** Sends back by keyboard the item that waits on the workbench. */
export async function kembalikan(page: Page, alasan: string, catatan: string): Promise<void> {
	await page.locator('#pintasan').waitFor();
	await page.keyboard.press('k');
	await page.locator('#bilah-alasan').selectOption(alasan);
	await page.locator('#bilah-catatan').fill(catatan);
	await page.locator('#bilah-kembalikan form button').click();
	await page.locator('.putusan.dikembalikan').waitFor();
}

/** Unfolds the form for new evidence of level 1 on the workbench. */
export async function bukaFormBukti(page: Page): Promise<Locator> {
	await page.locator('#tingkat-1').getByText('Tambah bukti tingkat 1').click();
	return page.locator('#tingkat-1 form[enctype]').last();
}

/** From the page of reports: takes the workbook, fills it in, and gives it back up to the preview. */
export async function muatLembar(page: Page, isi: (lembar: Buffer) => Promise<Buffer>): Promise<void> {
	const laporan = page.url();
	const tautan = page.getByRole('link', { name: /^Lembar kerja \(XLSX\)/ }).first();
	const lembar = await page.request.get(new URL((await tautan.getAttribute('href')) ?? '', laporan).href);
	await page.goto(`${laporan}/muat`);
	await page.getByLabel('Lembar kerja (.xlsx)').setInputFiles({
		name: 'lembar.xlsx',
		mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		buffer: await isi(await lembar.body()),
	});
	await tekan(page, 'Tinjau perubahan');
}
