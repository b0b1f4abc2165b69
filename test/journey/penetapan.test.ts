import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { type PutaranSiap, siapkanPutaran } from './putaran.ts';
import { browserPath, newDataDir, removeDir, type Site, startSite } from './site.ts';

let site: Site;
let siap: PutaranSiap;
let browser: Browser;
const dataDir = newDataDir();

beforeAll(async () => {
	if (!browserPath) return;
	siap = await siapkanPutaran(dataDir);
	site = await startSite({}, dataDir);
	browser = await openBrowser();
}, 240_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	removeDir(dataDir);
});

async function masuk(siapa: keyof PutaranSiap['masuk']): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	context.setDefaultTimeout(20_000);
	const page = await context.newPage();
	await page.goto(site.url + siap.masuk[siapa]);
	await page.locator('main form button').click();
	await page.waitForURL(/\/(kerja|akun)/);
	return page;
}

const isi = (page: Page) => page.locator('main').innerText();
const penilaian = (ekor = '') =>
	`${site.url}/kerja/${siap.pemdi.slug}/penilaian/${siap.pemdi.penilaianId}${ekor}`;

describe.skipIf(!browserPath)(
	'dari putaran nasional terbuka sampai indeks baru di halaman publik',
	{ timeout: 120_000 },
	() => {
		let asesor: Page;
		let nasional: Promise<Page> | undefined;

		it('asesor membuka meja: dokumen tampil di halaman yang ditunjuk, dan putusan lewat papan ketik', async () => {
			asesor = await masuk('asesor');
			const berkas = asesor.waitForResponse((r) => /\/bukti\/\d+\/1$/.test(new URL(r.url()).pathname));
			await asesor.goto(penilaian('/I12'));
			const { headers, status } = await berkas.then((r) => ({ headers: r.headers(), status: r.status() }));
			expect(status).toBeLessThan(300);
			expect(headers['content-type']).toBe('application/pdf');
			expect(headers['x-content-type-options']).toBe('nosniff');
			expect(headers['content-security-policy']).toContain("frame-ancestors 'self'");
			expect(await asesor.locator('#dokumen iframe').getAttribute('src')).toMatch(/#page=12\b/);
			await asesor.locator('#pintasan').waitFor();
			expect(await findAxe(asesor)).toEqual([]);
			expect(await findOverflow(asesor)).toBe(0);
			await asesor.keyboard.press('t');
			await asesor.getByText('1 bukti diputus').waitFor();
			await asesor.locator('#pintasan').waitFor();
			await asesor.keyboard.press('k');
			await asesor.locator('#bilah-alasan').selectOption('kedaluwarsa');
			await asesor.locator('#bilah-kembalikan form button').click();
			await asesor.locator('.putusan.dikembalikan').waitFor();
			expect(await isi(asesor)).toContain('Dikembalikan: Kedaluwarsa');
			await asesor.goto(`${penilaian('/I12')}?bukti=3`);
			const gambar = asesor.locator('#dokumen img');
			expect(
				await gambar.evaluate(async (g) => {
					if (!(g instanceof HTMLImageElement)) return 0;
					await g.decode();
					return g.naturalWidth;
				}),
			).toBe(320);
		});

		it('beberapa bukti diputus sekaligus; tanpa centang diberi tahu apa yang harus dilakukan', async () => {
			await asesor.getByText('Putuskan yang dicentang').click();
			await asesor.getByRole('button', { name: 'Terima yang dicentang' }).click();
			expect(await isi(asesor)).toContain('Centang sedikitnya satu bukti');
			await asesor.getByLabel('Centang bukti 12.b').check();
			await asesor.getByLabel('Centang bukti 12.c').check();
			await asesor.getByText('Putuskan yang dicentang').click();
			await asesor.getByRole('button', { name: 'Terima yang dicentang' }).click();
			expect(await isi(asesor)).toContain('2 bukti diputus');
		});

		it('nilai desimal dipilih dengan angka dan disimpan dengan justifikasi; J membawa ke indikator berikutnya', async () => {
			await asesor.goto(penilaian('/I12'));
			await asesor.locator('#pintasan').waitFor();
			await asesor.keyboard.press('3');
			await asesor.getByLabel('Justifikasi').fill('Semua layanan prioritas tertangani.');
			await asesor.locator('.bilah').getByRole('button', { name: 'Simpan nilai' }).click();
			await asesor.getByText('Tersimpan dalam buku nilai').waitFor(); // sent by the script, then shown anew
			await asesor.goto(`${penilaian('/I12')}?bukti=3`);
			await asesor.locator('#pintasan').waitFor();
			await asesor.keyboard.press('j');
			await asesor.waitForURL(/\/I13$/);
			expect(await isi(asesor)).toContain('dibawa dari penilaian mandiri');
		});

		it('interviu: pertanyaan, berita acara, tanda tangan kedua pihak', async () => {
			await asesor.goto(penilaian());
			await asesor.getByRole('button', { name: 'Lanjut ke interviu' }).click();
			await asesor.goto(penilaian('/interviu'));
			await asesor.getByLabel('Indikator').selectOption('I12');
			await asesor.getByLabel('Tulisan').fill('Siapa yang menguji tim tanggap insiden?');
			await asesor.getByRole('button', { name: 'Kirim' }).click();
			expect(await isi(asesor)).toContain('1 indikator dibahas');
			expect(await findAxe(asesor)).toEqual([]);
			await asesor.goto(penilaian('/interviu/berita-acara?jenis=interviu'));
			await asesor.getByLabel('Tanggal').fill('2026-11-20');
			await asesor.getByLabel('Tempat').fill('Balai Kota');
			await asesor.getByLabel('Yang hadir').fill('Asih, asesor\nKori, koordinator');
			await asesor.getByRole('button', { name: 'Simpan berita acara' }).click();
			const tanda = async (page: Page, tombol: string) => {
				await page.getByLabel('Jabatan Anda').fill('Kepala Bidang');
				await page.getByRole('button', { name: tombol }).click();
				expect(await isi(page)).toContain('Tanda tangan Anda tercatat');
			};
			await tanda(asesor, 'Tanda tangani sebagai asesor');
			const koordinator = await masuk('koordinator');
			await koordinator.goto(penilaian('/interviu/berita-acara?jenis=interviu'));
			await tanda(koordinator, 'Tanda tangani untuk instansi');
			expect(await koordinator.getByText('belum bertanda tangan').count()).toBe(0);
			expect(await findAxe(koordinator)).toEqual([]);
			await koordinator.goto(penilaian('/selisih'));
			expect(await isi(koordinator)).toContain('+0,50');
			expect(await findAxe(koordinator)).toEqual([]);
			await koordinator.context().close();
		});

		it('tim reviu menyatakan semua Valid sekaligus, lalu mengusulkan penetapan', async () => {
			await asesor.goto(penilaian());
			await asesor.getByRole('button', { name: 'Lanjut ke reviu' }).click();
			await asesor.context().close();
			const reviu = await masuk('reviu');
			await reviu.goto(penilaian());
			await reviu.getByRole('link', { name: 'Centang 20 yang belum Valid' }).click();
			await reviu.getByRole('button', { name: 'Valid', exact: true }).click();
			expect(await isi(reviu)).toContain('20 Valid, 0 Tidak Valid');
			expect(await findAxe(reviu)).toEqual([]);
			await reviu.getByRole('button', { name: 'Lanjut ke penetapan' }).click();
			await reviu.getByText('Usulkan penetapan', { exact: true }).first().click();
			await reviu.getByLabel('Jabatan Anda').fill('Ketua tim reviu');
			await reviu.getByRole('button', { name: 'Usulkan penetapan' }).click();
			const teks = await isi(reviu);
			expect(teks).toContain('Diusulkan Rudi Reviu, Ketua tim reviu');
			expect(teks).toContain('memakai instrumen lain, jadi tidak dibandingkan');
			expect(await reviu.getByRole('button', { name: 'Tetapkan' }).count()).toBe(0);
			await reviu.context().close();
		});

		it.each(['pemdi', 'spbe'] as const)(
			'%s: orang kedua menetapkan, dan halaman publik berganti saat itu juga',
			async (mana) => {
				const { slug, penilaianId, putaranId } = siap[mana];
				const [tahun, indeks, indikator, predikat] =
					mana === 'pemdi'
						? ([2026, '2,52', 'I12', 'Baik'] as const)
						: ([2025, '4,00', 'I01', 'Sangat Baik'] as const);
				const publik = async (path: string) => await (await fetch(site.url + path)).text();
				expect(await publik(`/instansi/${slug}`)).not.toContain('Bukti yang diterima');
				nasional ??= masuk('nasional'); // the link works once
				const page = await nasional;
				await page.goto(`${site.url}/kerja/nasional/${putaranId}`);
				expect(await isi(page)).toContain('Konflik kepentingan');
				await page.goto(`${site.url}/kerja/nasional/${putaranId}/selisih`);
				expect(await findAxe(page)).toEqual([]);
				await page.goto(`${site.url}/kerja/${slug}/penilaian/${penilaianId}`);
				expect(await isi(page)).toContain(`Yang akan terbit sebagai hasil ${tahun}`);
				await page.getByText('Tetapkan', { exact: true }).first().click();
				await page.getByLabel('Jabatan Anda').fill('Deputi');
				await page.getByRole('button', { name: 'Tetapkan' }).click();
				expect(await isi(page)).toContain('Sekarang: Selesai');
				const halaman = await publik(`/instansi/${slug}?tahun=${tahun}`);
				expect(halaman).toContain(indeks);
				expect(halaman).toContain(predikat);
				expect(halaman).toContain('Bukti yang diterima');
				const simpul = await publik(`/instansi/${slug}/${tahun}/${indikator}`);
				expect(simpul).toContain('Peraturan Wali Kota 12/2025');
				expect(simpul).toContain('hlm. 12, pasal 5');
				expect(simpul).not.toContain('rahasia asesor');
				expect(simpul).not.toMatch(/perwali\.pdf|\/bukti\/\d/);
				expect(await publik(`/peringkat?tahun=${tahun}`)).toContain(
					mana === 'pemdi' ? 'Kota Balikpapan' : 'Kota Samarinda',
				);
				const telepon = await browser.newPage({ viewport: { width: 360, height: 740 } });
				await telepon.goto(`${site.url}/instansi/${slug}/${tahun}/${indikator}`);
				expect(await findAxe(telepon)).toEqual([]);
				expect(await findOverflow(telepon)).toBe(0);
				await telepon.close();
			},
		);
	},
);
