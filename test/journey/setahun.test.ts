import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BadLink, openBadLink } from './bad-link.ts';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import {
	type Babak,
	berkasBesar,
	bukaPanggung,
	daftarBabak,
	isiLembar,
	KELURAHAN,
	type Panggung,
	SLUG,
	type Tokoh,
} from './setahun.ts';
import { browserPath } from './site.ts';

const postgres = process.env.TEST_DATABASE_URL;
const basis = [null, ...(postgres ? [postgres] : [])];
const babak = basis.flatMap((url) =>
	daftarBabak.map((b) => [b.instrumen, url === null ? 'PGlite' : 'PostgreSQL', b, url] as const),
);
let browser: Browser;

beforeAll(async () => {
	if (browserPath) browser = await openBrowser();
}, 60_000);
afterAll(() => browser?.close());

describe.skipIf(!browserPath).each(babak)('setahun penuh: %s di %s', (_, __, b, url) => {
	sepanjangTahun(b, url);
});

/** Every step is taken by the person whose it is, in the browser, and each leans on the one before it. */
function sepanjangTahun(b: Babak, url: string | null): void {
	let panggung: Panggung;
	let line: BadLink;
	let meja: string;
	let penilaian: string;
	const halaman = new Map<Tokoh, Page>();
	const berkas = berkasBesar();
	const sidik = createHash('sha256').update(berkas).digest('hex');
	const nomor = Number(b.indikator.slice(1));

	beforeAll(async () => {
		panggung = await bukaPanggung(url);
		line = await openBadLink(panggung.site.url);
	}, 240_000);
	afterAll(async () => {
		for (const page of halaman.values()) await page.context().close();
		await line?.close();
		await panggung?.tutup();
	}, 60_000);

	/** The person's page: a phone behind the bad link for the operator, a desk for everybody else. */
	async function sebagai(siapa: Tokoh, path = ''): Promise<Page> {
		const telepon = siapa === 'operator';
		const alamat = telepon ? line.url : panggung.site.url;
		let page = halaman.get(siapa);
		if (!page) {
			const viewport = telepon ? { width: 360, height: 740 } : { width: 1440, height: 900 };
			const context = await browser.newContext({ viewport, colorScheme: telepon ? 'dark' : 'light' });
			context.setDefaultTimeout(60_000);
			page = await context.newPage();
			await page.goto(alamat + panggung.masuk[siapa]);
			await page.locator('main form button').click();
			await page.waitForURL(/\/(kerja|akun)/);
			halaman.set(siapa, page);
		}
		if (path) await page.goto(alamat + path);
		return page;
	}
	const baca = (page: Page, teks: string | RegExp) =>
		page.locator('main').getByText(teks).first().waitFor({ state: 'attached' });
	const tombol = (page: Page, name: string, exact = true) =>
		page.locator('main').getByRole('button', { name, exact }).first();
	async function periksa(page: Page) {
		expect(await findAxe(page)).toEqual([]);
		expect(await findOverflow(page)).toBe(0);
	}
	/** A step that is signed by name stands folded on the page of the assessment. */
	async function tandatangani(page: Page, aksi: string, jabatan: string, publikasi = false) {
		await page.locator('main summary', { hasText: aksi }).first().click();
		await page.getByLabel('Jabatan Anda').fill(jabatan);
		if (publikasi) await page.getByLabel('menyetujui hasil evaluasinya dipublikasikan').check();
		await tombol(page, aksi).click();
	}
	/** Chooses the value on the workbench and saves it; the script shows the page anew. */
	async function nilai(page: Page, angka: string, medan: Record<string, string>) {
		await page.waitForSelector('html[data-luring-siap]', { state: 'attached' });
		const radio = page.locator('#nilai-form').getByRole('radio', { name: angka, exact: true });
		if ((await radio.count()) > 0) await radio.check();
		else await page.locator('#nilai-form input[name=nilai]').fill(angka);
		for (const [label, isi] of Object.entries(medan)) await page.getByLabel(label, { exact: true }).fill(isi);
		await page.locator('#nilai-form').getByRole('button', { name: 'Simpan', exact: true }).click();
		await baca(page, 'Tersimpan dalam buku nilai');
	}

	it('admin nasional membuka putaran bagi instansi dan menunjuk asesornya', async () => {
		const page = await sebagai('nasional', '/kerja/nasional');
		await page.getByLabel('Nama putaran').fill(`Evaluasi ${b.tahun}`);
		await page.getByLabel('Tahun evaluasi').fill(String(b.tahun));
		await page.getByLabel('Instrumen').selectOption(b.instrumen);
		await page.getByLabel('Mandiri selesai').fill('2099-12-31');
		await page.getByLabel('Peserta lain').fill('Kota Balikpapan');
		await tombol(page, 'Buka putaran').click();
		await page.getByRole('link', { name: 'Lihat hasilnya' }).click();
		await page.getByLabel('Pilih Kota Balikpapan').check();
		await page
			.getByLabel('Asesor yang sudah ada')
			.selectOption({ label: 'Asih Asesor (0 dalam putaran ini)' });
		await tombol(page, 'Tunjuk').click();
		await baca(page, 'Asih Asesor ditunjuk untuk 1 instansi');
		await periksa(page);
		await page.getByRole('link', { name: 'Kota Balikpapan' }).click();
		await page.waitForURL(/\/penilaian\/\d+$/);
		penilaian = new URL(page.url()).pathname;
		meja = `${penilaian}/${b.indikator}`;
	}, 180_000);

	it('koordinator menugaskan satu indikator kepada kelurahan; sisanya datang lewat lembar kerja', async () => {
		const page = await sebagai('koordinator', penilaian);
		await page.getByLabel(`Pilih ${b.indikator}`).check();
		await page.getByLabel('Unit', { exact: true }).selectOption({ label: `– ${KELURAHAN}` });
		await page.getByLabel('Tenggat').fill('2099-11-30');
		await tombol(page, 'Tugaskan').click();
		await baca(page, `1 indikator ditugaskan kepada ${KELURAHAN}`);
		await page.goto(`${panggung.site.url}${penilaian}/laporan`);
		const tautan = await page
			.getByRole('link', { name: /^Lembar kerja \(XLSX\)/ })
			.first()
			.getAttribute('href');
		const lembar = await page.request.get(new URL(tautan ?? '', page.url()).href);
		await page.goto(`${panggung.site.url}${penilaian}/laporan/muat`);
		await page.getByLabel('Lembar kerja (.xlsx)').setInputFiles({
			name: 'lembar.xlsx',
			mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
			buffer: await isiLembar(await lembar.body(), b),
		});
		await tombol(page, 'Tinjau perubahan').click();
		await tombol(page, `Simpan ${b.banyak - 1} perubahan`).click();
		await baca(page, `${b.banyak - 1} indikator tersimpan`);
		await page.goto(panggung.site.url + penilaian);
		await baca(page, `${b.banyak - 1} dari ${b.banyak} terjawab`);
		expect(await page.locator('#aksi-serahkan').count(), 'belum lengkap, belum diserahkan').toBe(1);
	}, 180_000);

	it('operator kelurahan menjawab dan mengunggah bukti dari telepon, walau sambungannya putus', async () => {
		const path = join(panggung.site.dataDir, 'sk-wali-kota.pdf');
		writeFileSync(path, berkas);
		const page = await sebagai('operator', `/kerja/${SLUG}`);
		await page.getByRole('link', { name: new RegExp(`^Jawab: ${b.indikator} `) }).click();
		await page.waitForURL(new RegExp(`${meja}$`));
		await nilai(page, b.nilai.mandiri, { Fakta: 'SK Wali Kota 7/2025', Analisis: 'Memuat seluruh syarat.' });
		await page.locator('#tingkat-1').getByText('Tambah bukti tingkat 1').click();
		const form = page.locator('#tingkat-1 form[enctype]').last();
		const putus = line.cutAfter(1024 ** 2);
		await form.getByLabel('Berkas').setInputFiles(path);
		await putus;
		const keadaan = page.locator('.unggah:visible').first();
		await keadaan.getByText('Sambungan terputus').waitFor();
		await periksa(page);
		await form.getByLabel('Nama bukti').fill('Keputusan Wali Kota 7/2025');
		line.mend();
		line.cutAfter(Number.POSITIVE_INFINITY);
		await keadaan.getByText('Berkas sudah sampai').waitFor();
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await baca(page, `Bukti ${nomor}.a diajukan`);
		await baca(page, sidik);
		await page.goto(line.url + meja);
		await page.locator('#tingkat-1').getByText('Tambah bukti tingkat 1').click();
		const kedua = page.locator('#tingkat-1 form[enctype]').last();
		await kedua.getByLabel('Nama bukti').fill('Notula rapat tim koordinasi');
		await kedua.getByLabel('Penunjuk halaman').fill('hlm. 2');
		await kedua.getByLabel('Tautan').fill('https://balikpapan.example/notula');
		await kedua.getByRole('button', { name: 'Ajukan' }).click();
		await baca(page, `Bukti ${nomor}.b diajukan`);
	}, 240_000);

	it('asesor internal mengembalikan satu dengan sebabnya, dan operator memperbaikinya', async () => {
		const page = await sebagai('internal', `/kerja/${SLUG}`);
		await page.getByRole('link', { name: /^Periksa 2 bukti yang diajukan/ }).waitFor();
		await page.goto(panggung.site.url + meja);
		await page.locator('#pintasan').waitFor();
		await page.keyboard.press('k');
		await page.locator('#bilah-alasan').selectOption('halaman_tidak_ditunjuk');
		await page.locator('#bilah-catatan').fill('Sebutkan halaman dan diktumnya.');
		await page.locator('#bilah-kembalikan form button').click();
		await page.locator('.putusan.dikembalikan').waitFor();
		const hp = await sebagai('operator', `/kerja/${SLUG}`);
		await hp.getByRole('link', { name: /^Perbaiki 1 bukti yang dikembalikan/ }).click();
		await baca(hp, 'Sebutkan halaman dan diktumnya.');
		const form = hp.locator('article', { hasText: 'Keputusan Wali Kota 7/2025' }).locator('form[enctype]');
		await form.getByLabel('Penunjuk halaman').fill('hlm. 4, diktum kedua');
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await baca(hp, `Bukti ${nomor}.a diajukan`);
		await periksa(hp);
		for (const kode of ['a', 'b']) {
			await page.goto(panggung.site.url + meja);
			await page.locator('#pintasan').waitFor();
			await page.locator('.bilah').getByText(`Bukti ${nomor}.${kode}`).waitFor();
			await page.keyboard.press('t');
			await baca(page, '1 bukti diputus');
		}
	}, 180_000);

	it('penanggung jawab menyetujui; koordinator menandatangani dan mengirim', async () => {
		const koordinator = await sebagai('koordinator', penilaian);
		await baca(koordinator, new RegExp(`${b.indeks.mandiri}.*${b.banyak} dari ${b.banyak} terjawab`));
		await tandatangani(koordinator, 'Serahkan untuk diperiksa', 'Kepala Bidang');
		await baca(koordinator, 'Sekarang: Pemeriksaan penanggung jawab');
		const pj = await sebagai('pj', `/kerja/${SLUG}`);
		await pj.getByRole('link', { name: /^Setujui jawaban dan bukti/ }).click();
		await tandatangani(pj, 'Setujui jawaban dan bukti', 'Kepala Dinas');
		await baca(pj, 'Sekarang: Berita acara dan persetujuan publikasi');
		await periksa(pj);
		await koordinator.goto(panggung.site.url + penilaian);
		await tandatangani(koordinator, 'Tanda tangani berita acara', 'Sekretaris Daerah', true);
		await baca(koordinator, 'Sekarang: Siap dikirim');
		await tombol(koordinator, 'Kirim penilaian').click();
		await baca(koordinator, 'Sekarang: Penilaian dokumen');
		await koordinator.goto(`${panggung.site.url}${penilaian}/berita-acara`);
		await baca(koordinator, 'Pina Jawab');
		await periksa(koordinator);
	}, 180_000);

	it('asesor eksternal memutuskan buktinya, menurunkan nilai, dan mewawancarai', async () => {
		const asesor = await sebagai('asesor', `/kerja/${SLUG}`);
		await asesor.getByRole('link', { name: /^Putuskan 2 bukti/ }).click();
		await asesor.waitForURL(new RegExp(`${penilaian}$`));
		expect(await asesor.locator('#aksi-majukan').count(), 'bukti belum diputus').toBe(1);
		for (const kode of ['a', 'b']) {
			await asesor.goto(panggung.site.url + meja);
			await asesor.locator('#pintasan').waitFor();
			await asesor.locator('.bilah').getByText(`Bukti ${nomor}.${kode}`).waitFor();
			await asesor.keyboard.press('t');
			await baca(asesor, '1 bukti diputus');
		}
		await periksa(asesor);
		await nilai(asesor, b.nilai.dokumen, { Justifikasi: 'Pelaksanaannya belum terlihat.' });
		await asesor.goto(panggung.site.url + penilaian);
		await baca(asesor, b.indeks.dokumen);
		await tombol(asesor, 'Lanjut ke interviu').click();
		await baca(asesor, 'Sekarang: Interviu');
		await asesor.goto(`${panggung.site.url}${penilaian}/interviu`);
		await asesor.getByLabel('Indikator').selectOption(b.indikator);
		await asesor.getByLabel('Tulisan').fill('Siapa yang melaksanakan diktum kedua?');
		await tombol(asesor, 'Kirim').click();
		await baca(asesor, '1 indikator dibahas');
		const koordinator = await sebagai('koordinator', `${meja}#utas`);
		const tanya = koordinator.locator('#utas ~ ol li', { hasText: 'diktum kedua' });
		await tanya.locator('summary', { hasText: 'Jawab' }).click();
		await tanya.getByLabel('Tulisan').fill('Seluruh kelurahan, sejak Januari.');
		await tanya.getByRole('button', { name: 'Kirim' }).click();
		await baca(koordinator, 'Seluruh kelurahan, sejak Januari.');
	}, 240_000);

	it('berita acara interviu ditandatangani kedua pihak', async () => {
		const ba = `${penilaian}/interviu/berita-acara?jenis=interviu`;
		const asesor = await sebagai('asesor', ba);
		await asesor.getByLabel('Tanggal').fill('2026-11-20');
		await asesor.getByLabel('Tempat').fill('Balai Kota');
		await asesor.getByLabel('Yang hadir').fill('Asih Asesor\nKori Koordinator');
		await tombol(asesor, 'Simpan berita acara').click();
		await baca(asesor, 'Seluruh kelurahan, sejak Januari.');
		await asesor.getByLabel('Jabatan Anda').fill('Asesor');
		await tombol(asesor, 'Tanda tangani sebagai asesor').click();
		await baca(asesor, 'Tanda tangan Anda tercatat');
		const koordinator = await sebagai('koordinator', ba);
		await koordinator.getByLabel('Jabatan Anda').fill('Kepala Bidang');
		await tombol(koordinator, 'Tanda tangani untuk instansi').click();
		await baca(koordinator, 'Tanda tangan Anda tercatat');
		expect(await koordinator.getByText('belum bertanda tangan').count()).toBe(0);
	}, 120_000);

	it('sanggahan didengar: asesor menerimanya dan mencatat nilai baru', async () => {
		const koordinator = await sebagai('koordinator', `${meja}#utas`);
		await koordinator.locator('#utas-jenis').selectOption('sanggahan');
		await koordinator.locator('#utas-isi').fill('Pelaksanaan tampak pada notula, hlm. 2.');
		await koordinator
			.locator('form', { has: koordinator.locator('#utas-isi') })
			.getByRole('button')
			.click();
		await baca(koordinator, 'Terkirim.');
		const asesor = await sebagai('asesor', penilaian);
		await baca(asesor, '1 sanggahan belum dijawab');
		await asesor.goto(`${panggung.site.url}${meja}#utas`);
		await nilai(asesor, b.nilai.sanggah, { Justifikasi: 'Notula hlm. 2 menunjukkan pelaksanaannya.' });
		const sanggahan = asesor.locator('#utas ~ ol li', { hasText: 'Pelaksanaan tampak pada notula' });
		await sanggahan.locator('summary', { hasText: 'Jawab' }).click();
		await sanggahan.getByRole('radio', { name: 'Sanggahan diterima' }).check();
		await sanggahan.getByLabel('Tulisan').fill('Diterima; nilainya dinaikkan.');
		await sanggahan.getByRole('button', { name: 'Kirim' }).click();
		await baca(asesor, 'Diterima; nilainya dinaikkan.');
		await koordinator.goto(panggung.site.url + meja);
		await baca(koordinator, 'Sanggahan diterima');
		await asesor.goto(panggung.site.url + penilaian);
		await tombol(asesor, 'Lanjut ke reviu').click();
		await baca(asesor, 'Sekarang: Reviu');
	}, 180_000);

	it('tim reviu menyatakan semua nilai Valid dan mengusulkan; orang kedua menetapkan', async () => {
		const reviu = await sebagai('reviu', penilaian);
		await reviu.getByRole('link', { name: `Centang ${b.banyak} yang belum Valid` }).click();
		await tombol(reviu, 'Valid').click();
		await baca(reviu, `${b.banyak} Valid, 0 Tidak Valid`);
		await periksa(reviu);
		await tombol(reviu, 'Lanjut ke penetapan').click();
		await tandatangani(reviu, 'Usulkan penetapan', 'Ketua tim reviu');
		await baca(reviu, 'Diusulkan Rudi Reviu, Ketua tim reviu');
		expect(await reviu.getByRole('button', { name: 'Tetapkan' }).count(), 'bukan orang yang sama').toBe(0);
		const sebelum = await fetch(`${panggung.site.url}/instansi/${SLUG}`);
		expect(await sebelum.text(), 'belum terbit').not.toContain(`Penetapan Evaluasi ${b.tahun}`);
		const deputi = await sebagai('deputi', penilaian);
		await baca(deputi, `Yang akan terbit sebagai hasil ${b.tahun}`);
		await tandatangani(deputi, 'Tetapkan', 'Deputi');
		await baca(deputi, 'Sekarang: Selesai');
	}, 180_000);

	it('siapa pun membaca indeks baru di telepon, dan menelusurinya sampai daftar buktinya', async () => {
		const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
		page.setDefaultTimeout(60_000);
		await page.goto(`${panggung.site.url}/instansi/${SLUG}?tahun=${b.tahun}`);
		await baca(page, `Penetapan Evaluasi ${b.tahun}`);
		const besar = page.locator('main .besar').first();
		expect(await besar.innerText()).toContain(b.indeks.akhir);
		await baca(page, b.predikat);
		await besar.getByRole('link').click();
		for (const simpul of b.jalan) {
			await page.locator(`main a[href$="/${b.tahun}/${simpul}"]`).first().click();
			await page.waitForURL(`**/${b.tahun}/${simpul}`);
		}
		const bukti = page.locator('#bukti-tabel');
		expect(await bukti.innerText()).toMatch(/Keputusan Wali Kota 7\/2025[\s\S]*hlm\. 4, diktum kedua/);
		expect(await bukti.innerText()).toContain('Notula rapat tim koordinasi');
		expect(await page.content(), 'dokumennya sendiri tidak terbit').not.toMatch(/sk-wali-kota|\/bukti\/\d/);
		await periksa(page);
		await page.close();
	}, 120_000);
}
