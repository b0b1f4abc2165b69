import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import {
	baca,
	bukaFormBukti,
	bukaPeraga,
	isiNilai,
	jawab,
	kembalikan,
	muatLembar,
	type Peraga,
	periksa,
	tandatangani,
	tekan,
	terima,
	ucapkan,
} from './peraga.ts';
import {
	type Babak,
	berkasBesar,
	bukaPanggung,
	daftarBabak,
	isiLembar,
	KELURAHAN,
	type Panggung,
	SLUG,
} from './setahun.ts';
import { browserPath } from './site.ts';

const postgres = process.env.TEST_DATABASE_URL;
const basis = [null, ...(postgres ? [postgres] : [])];
const semua = basis.flatMap((url) =>
	daftarBabak.map((b) => [b.instrumen, url === null ? 'PGlite' : 'PostgreSQL', b, url] as const),
);
// With both databases each instrument and each database is walked once; MATANG_UJI_PENUH=1 walks all four.
const lengkap = !postgres || process.env.MATANG_UJI_PENUH === '1';
const babak = semua.filter((_, n) => lengkap || n === 0 || n === 3);
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
	let peraga: Peraga;
	let meja: string;
	let penilaian: string;
	const berkas = berkasBesar();
	const sidik = createHash('sha256').update(berkas).digest('hex');
	const nomor = Number(b.indikator.slice(1));

	beforeAll(async () => {
		panggung = await bukaPanggung(url);
		peraga = await bukaPeraga(browser, panggung);
	}, 240_000);
	afterAll(async () => {
		await peraga?.tutup();
		await panggung?.tutup();
	}, 60_000);

	const sebagai: Peraga['sebagai'] = (siapa, path) => peraga.sebagai(siapa, path);

	it('admin nasional membuka putaran bagi instansi dan menunjuk asesornya', async () => {
		const page = await sebagai('nasional', '/kerja/nasional');
		await page.getByLabel('Nama putaran').fill(`Evaluasi ${b.tahun}`);
		await page.getByLabel('Tahun evaluasi').fill(String(b.tahun));
		await page.getByLabel('Instrumen').selectOption(b.instrumen);
		await page.getByLabel('Mandiri selesai').fill('2099-12-31');
		await page.getByLabel('Peserta lain').fill('Kota Balikpapan');
		await tekan(page, 'Buka putaran');
		await page.getByRole('link', { name: 'Lihat hasilnya' }).click();
		await page.getByLabel('Pilih Kota Balikpapan').check();
		await page
			.getByLabel('Asesor yang sudah ada')
			.selectOption({ label: 'Asih Asesor (0 dalam putaran ini)' });
		await tekan(page, 'Tunjuk');
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
		await tekan(page, 'Tugaskan');
		await baca(page, `1 indikator ditugaskan kepada ${KELURAHAN}`);
		await sebagai('koordinator', `${penilaian}/laporan`);
		await muatLembar(page, (lembar) => isiLembar(lembar, b));
		await tekan(page, `Simpan ${b.banyak - 1} perubahan`);
		await baca(page, `${b.banyak - 1} indikator tersimpan`);
		await sebagai('koordinator', penilaian);
		await baca(page, `${b.banyak - 1} dari ${b.banyak} terjawab`);
		expect(await page.locator('#aksi-serahkan').count(), 'belum lengkap, belum diserahkan').toBe(1);
	}, 180_000);

	it('operator kelurahan menjawab dan mengunggah bukti dari telepon, walau sambungannya putus', async () => {
		const path = join(panggung.site.dataDir, 'sk-wali-kota.pdf');
		writeFileSync(path, berkas);
		const page = await sebagai('operator', `/kerja/${SLUG}`);
		await page.getByRole('link', { name: new RegExp(`^Jawab: ${b.indikator} `) }).click();
		await page.waitForURL(new RegExp(`${meja}$`));
		await isiNilai(page, b.nilai.mandiri, {
			Fakta: 'SK Wali Kota 7/2025',
			Analisis: 'Memuat seluruh syarat.',
		});
		const form = await bukaFormBukti(page);
		const putus = peraga.line.cutAfter(1024 ** 2);
		await form.getByLabel('Berkas').setInputFiles(path);
		await putus;
		const keadaan = page.locator('.unggah:visible').first();
		await keadaan.getByText('Sambungan terputus').waitFor();
		await periksa(page);
		await form.getByLabel('Nama bukti').fill('Keputusan Wali Kota 7/2025');
		peraga.line.mend();
		peraga.line.cutAfter(Number.POSITIVE_INFINITY);
		await keadaan.getByText('Berkas sudah sampai').waitFor();
		expect(peraga.line.sent(), 'yang sudah tersimpan tidak dikirim lagi').toBeLessThan(berkas.length);
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await baca(page, `Bukti ${nomor}.a diajukan`);
		await baca(page, sidik);
		await sebagai('operator', meja);
		const kedua = await bukaFormBukti(page);
		await kedua.getByLabel('Nama bukti').fill('Notula rapat tim koordinasi');
		await kedua.getByLabel('Penunjuk halaman').fill('hlm. 2');
		await kedua.getByLabel('Tautan').fill('https://balikpapan.example/notula');
		await kedua.getByRole('button', { name: 'Ajukan' }).click();
		await baca(page, `Bukti ${nomor}.b diajukan`);
	}, 240_000);

	it('asesor internal mengembalikan satu dengan sebabnya, dan operator memperbaikinya', async () => {
		const page = await sebagai('internal', `/kerja/${SLUG}`);
		await page.getByRole('link', { name: /^Periksa 2 bukti yang diajukan/ }).waitFor();
		await sebagai('internal', meja);
		await kembalikan(page, 'halaman_tidak_ditunjuk', 'Sebutkan halaman dan diktumnya.');
		const hp = await sebagai('operator', `/kerja/${SLUG}`);
		await hp.getByRole('link', { name: /^Perbaiki 1 bukti yang dikembalikan/ }).click();
		await baca(hp, 'Sebutkan halaman dan diktumnya.');
		const form = hp.locator('article', { hasText: 'Keputusan Wali Kota 7/2025' }).locator('form[enctype]');
		await form.getByLabel('Penunjuk halaman').fill('hlm. 4, diktum kedua');
		await form.getByRole('button', { name: 'Ajukan' }).click();
		await baca(hp, `Bukti ${nomor}.a diajukan`);
		await periksa(hp);
		for (const kode of ['a', 'b']) await terima(await sebagai('internal', meja), `${nomor}.${kode}`);
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
		await sebagai('koordinator', penilaian);
		await tandatangani(koordinator, 'Tanda tangani berita acara', 'Sekretaris Daerah', true);
		await baca(koordinator, 'Sekarang: Siap dikirim');
		await tekan(koordinator, 'Kirim penilaian');
		await baca(koordinator, 'Sekarang: Penilaian dokumen');
		await sebagai('koordinator', `${penilaian}/berita-acara`);
		await baca(koordinator, 'Pina Jawab');
		await periksa(koordinator);
	}, 180_000);

	it('asesor eksternal memutuskan buktinya, menurunkan nilai, dan mewawancarai', async () => {
		const asesor = await sebagai('asesor', `/kerja/${SLUG}`);
		await asesor.getByRole('link', { name: /^Putuskan 2 bukti/ }).click();
		await asesor.waitForURL(new RegExp(`${penilaian}$`));
		expect(await asesor.locator('#aksi-majukan').count(), 'bukti belum diputus').toBe(1);
		for (const kode of ['a', 'b']) await terima(await sebagai('asesor', meja), `${nomor}.${kode}`);
		await periksa(asesor);
		await isiNilai(asesor, b.nilai.dokumen, { Justifikasi: 'Pelaksanaannya belum terlihat.' });
		await sebagai('asesor', penilaian);
		await baca(asesor, b.indeks.dokumen);
		await tekan(asesor, 'Lanjut ke interviu');
		await baca(asesor, 'Sekarang: Interviu');
		await sebagai('asesor', `${penilaian}/interviu`);
		await asesor.getByLabel('Indikator').selectOption(b.indikator);
		await asesor.getByLabel('Tulisan').fill('Siapa yang melaksanakan diktum kedua?');
		await tekan(asesor, 'Kirim');
		await baca(asesor, '1 indikator dibahas');
		const koordinator = await sebagai('koordinator', `${meja}#utas`);
		await jawab(koordinator, 'diktum kedua', 'Seluruh kelurahan, sejak Januari.');
	}, 240_000);

	it('berita acara interviu ditandatangani kedua pihak', async () => {
		const ba = `${penilaian}/interviu/berita-acara?jenis=interviu`;
		const asesor = await sebagai('asesor', ba);
		await asesor.getByLabel('Tanggal').fill('2026-11-20');
		await asesor.getByLabel('Tempat').fill('Balai Kota');
		await asesor.getByLabel('Yang hadir').fill('Asih Asesor\nKori Koordinator');
		await tekan(asesor, 'Simpan berita acara');
		await baca(asesor, 'Seluruh kelurahan, sejak Januari.');
		await asesor.getByLabel('Jabatan Anda').fill('Asesor');
		await tekan(asesor, 'Tanda tangani sebagai asesor');
		await baca(asesor, 'Tanda tangan Anda tercatat');
		const koordinator = await sebagai('koordinator', ba);
		await koordinator.getByLabel('Jabatan Anda').fill('Kepala Bidang');
		await tekan(koordinator, 'Tanda tangani untuk instansi');
		await baca(koordinator, 'Tanda tangan Anda tercatat');
		expect(await koordinator.getByText('belum bertanda tangan').count()).toBe(0);
	}, 120_000);

	it('sanggahan didengar: asesor menerimanya dan mencatat nilai baru', async () => {
		const koordinator = await sebagai('koordinator', `${meja}#utas`);
		await ucapkan(koordinator, 'sanggahan', 'Pelaksanaan tampak pada notula, hlm. 2.');
		const asesor = await sebagai('asesor', penilaian);
		await baca(asesor, '1 sanggahan belum dijawab');
		await sebagai('asesor', `${meja}#utas`);
		await isiNilai(asesor, b.nilai.sanggah, { Justifikasi: 'Notula hlm. 2 menunjukkan pelaksanaannya.' });
		await jawab(
			asesor,
			'Pelaksanaan tampak pada notula',
			'Diterima; nilainya dinaikkan.',
			'Sanggahan diterima',
		);
		await sebagai('koordinator', meja);
		await baca(koordinator, 'Sanggahan diterima');
		await sebagai('asesor', penilaian);
		await tekan(asesor, 'Lanjut ke reviu');
		await baca(asesor, 'Sekarang: Reviu');
	}, 180_000);

	it('tim reviu menyatakan semua nilai Valid dan mengusulkan; orang kedua menetapkan', async () => {
		const reviu = await sebagai('reviu', penilaian);
		await reviu.getByRole('link', { name: `Centang ${b.banyak} yang belum Valid` }).click();
		await tekan(reviu, 'Valid');
		await baca(reviu, `${b.banyak} Valid, 0 Tidak Valid`);
		await periksa(reviu);
		await tekan(reviu, 'Lanjut ke penetapan');
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
		expect(await page.locator('main .besar + *').first().innerText()).toContain(b.predikat);
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
