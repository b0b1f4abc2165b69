import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAxe, findOverflow, openBrowser } from './browser.ts';
import { browserPath, removeDir, type Site, startSite } from './site.ts';

const sandi = 'sepeda biru di tepi laut';
let site: Site;
let browser: Browser;

beforeAll(async () => {
	site = await startSite();
	if (browserPath) browser = await openBrowser();
}, 120_000);
afterAll(async () => {
	await browser?.close();
	await site?.stop();
	if (site) removeDir(site.dataDir);
});

/** A phone without JavaScript, with cookies of its own. */
async function openPhone(): Promise<Page> {
	const context = await browser.newContext({
		javaScriptEnabled: false,
		viewport: { width: 360, height: 740 },
		colorScheme: 'dark',
	});
	context.setDefaultTimeout(10_000);
	return await context.newPage();
}

const isi = (page: Page) => page.locator('main').innerText();

describe.skipIf(!browserPath)(
	'dari tautan admin pertama sampai operator kelurahan, tanpa skrip, di telepon',
	() => {
		let admin: Page;
		let undangan: string;

		it('tautan admin pertama membuat akun dan langsung masuk', async () => {
			admin = await openPhone();
			await admin.goto(site.adminPertama ?? '');
			await admin.getByLabel('Nama lengkap').fill('Siti Admin');
			await admin.getByLabel('Alamat surel').fill('siti@contoh.go.id');
			await admin.getByLabel('Kata sandi baru').fill('password1234');
			await admin.getByRole('button', { name: 'Simpan dan masuk' }).click();
			expect(await isi(admin)).toContain('mudah ditebak');
			expect(await admin.getByLabel('Nama lengkap').inputValue()).toBe('Siti Admin');
			await admin.getByLabel('Kata sandi baru').fill(sandi);
			await admin.getByRole('button', { name: 'Simpan dan masuk' }).click();
			expect(new URL(admin.url()).pathname).toBe('/kerja');
			const lagi = await openPhone();
			await lagi.goto(site.adminPertama ?? '');
			expect(await isi(lagi)).toContain('Tautan tidak berlaku lagi');
			await lagi.context().close();
		});

		it('unit dimuat dari berkas, dan berkas yang salah disebut baris dan sebabnya', async () => {
			await admin.getByLabel('Nama instansi').fill('kota balikpapan');
			await admin.getByRole('button', { name: 'Cari', exact: true }).click();
			await admin.getByRole('link', { name: 'Kota Balikpapan' }).click();
			await admin.locator('main summary', { hasText: 'Ruang kerja' }).click();
			await admin.locator('main').getByRole('link', { name: 'Unit kerja' }).click();
			const muat = async (teks: string) => {
				await admin
					.getByLabel('Berkas CSV atau XLSX')
					.setInputFiles({ name: 'unit.csv', mimeType: 'text/csv', buffer: Buffer.from(teks) });
				await admin.getByRole('button', { name: 'Muat' }).click();
				return await isi(admin);
			};
			expect(await muat('nama,jenis\n<b>Dinas</b>,kerajaan\n')).toMatch(
				/Baris 2, kolom jenis.*tidak dikenal/s,
			);
			const teks = await muat(
				'nama,jenis,kode,induk\nKelurahan Damai,kelurahan,K11,K1\nKecamatan Kota,kecamatan,K1,\n',
			);
			expect(teks).toContain('2 unit baru');
			expect(teks).toContain('Kelurahan Damai');
			expect(await findOverflow(admin)).toBe(0);
		});

		it('orang diundang ke satu unit; tautannya tampil sekali', async () => {
			await admin.locator('main summary', { hasText: 'Ruang kerja' }).click();
			await admin.locator('main').getByRole('link', { name: 'Orang dan peran' }).click();
			await admin.getByLabel('Nama lengkap').fill('Budi Operator');
			await admin.getByLabel('Alamat surel').fill('budi@contoh.go.id');
			await admin.getByLabel('Unit', { exact: true }).selectOption({ label: '– Kelurahan Damai' });
			await admin.getByRole('button', { name: 'Undang' }).click();
			undangan = await admin.locator('main code').innerText();
			expect(undangan).toMatch(/\/tautan\/[\w-]{43}$/);
			expect(await isi(admin)).toContain('Operator unit');
			await admin.reload(); // sends the form once more: nothing doubles, and the link stays good
			expect(await isi(admin)).toContain('sudah punya peran tersebut');
		});

		it('koordinator membuka putaran dan menugaskan indikator kepada kelurahan', async () => {
			await admin.goto(`${site.url}/kerja/kota-balikpapan/orang`);
			await admin.getByLabel('Nama lengkap').fill('Kori Koordinator');
			await admin.getByLabel('Alamat surel').fill('kori@contoh.go.id');
			await admin.getByLabel('Peran', { exact: true }).selectOption({ label: 'Koordinator' });
			await admin.getByRole('button', { name: 'Undang' }).click();
			const koordinator = await openPhone();
			await koordinator.goto(await admin.locator('main code').innerText());
			await koordinator.getByLabel('Kata sandi baru').fill(sandi);
			await koordinator.getByRole('button', { name: 'Simpan dan masuk' }).click();
			await koordinator.goto(`${site.url}/kerja/kota-balikpapan/penilaian`);
			await koordinator.getByLabel('Nama putaran').fill('Latihan <b>2026</b>');
			await koordinator.getByLabel('Mandiri selesai').fill('2099-12-31');
			await koordinator.getByRole('button', { name: 'Buka putaran' }).click();
			expect(await isi(koordinator)).toContain('Latihan <b>2026</b>');
			expect(await isi(koordinator)).toContain('0 dari 47 terjawab');
			await koordinator.getByLabel('Pilih I01').check();
			await koordinator.getByLabel('Pilih I02').check();
			await koordinator.getByLabel('Unit', { exact: true }).selectOption({ label: '– Kelurahan Damai' });
			await koordinator.getByLabel('Tenggat').fill('2099-11-30');
			await koordinator.getByRole('button', { name: 'Tugaskan' }).click();
			expect(await isi(koordinator)).toContain('2 indikator ditugaskan kepada Kelurahan Damai');
			expect(await findOverflow(koordinator)).toBe(0);
			await koordinator.context().close();
		});

		it('operator menjawab antreannya dengan Fakta dan Analisis; yang bukan tugasnya tidak ada baginya', async () => {
			const operator = await openPhone();
			await operator.goto(undangan);
			await operator.getByLabel('Kata sandi baru').fill(sandi);
			await operator.getByRole('button', { name: 'Simpan dan masuk' }).click();
			await operator.goto(`${site.url}/kerja/kota-balikpapan`);
			expect(await isi(operator)).toContain('2 hal menunggu Anda');
			await operator.getByRole('link', { name: /^Jawab: I01 / }).click();
			await operator.getByRole('radio', { name: '3' }).check();
			await operator
				.getByLabel('Fakta')
				.fill('Perwali 12/2025 pasal 5, hlm. 12–14\n<script>alert(1)</script>');
			await operator.getByLabel('Analisis').fill('Memuat enam domain arsitektur.');
			await operator.getByRole('button', { name: 'Simpan' }).click();
			const teks = await isi(operator);
			expect(teks).toContain('Tersimpan dalam buku nilai');
			expect(teks).toContain('<script>alert(1)</script>');
			const meja = operator.url();
			await operator.goto(`${site.url}/kerja/kota-balikpapan`);
			expect(await isi(operator)).toContain('1 hal menunggu Anda');
			expect((await operator.goto(meja.replace('I01', 'I03')))?.status()).toBe(404);
			await operator.context().close();
		});

		it('operator hanya melihat unitnya, dan ditolak dari yang bukan haknya', async () => {
			const operator = await openPhone();
			await operator.goto(`${site.url}/masuk`);
			await operator.getByLabel('Alamat surel').fill('budi@contoh.go.id');
			await operator.getByLabel('Kata sandi').fill(sandi);
			await operator.getByRole('button', { name: 'Masuk' }).click();
			await operator.goto(`${site.url}/kerja/kota-balikpapan/unit`);
			const teks = await isi(operator);
			expect(teks).toContain('Kelurahan Damai');
			expect(teks).not.toContain('Kecamatan Kota');
			expect(await operator.getByLabel('Berkas CSV atau XLSX').count()).toBe(0);
			expect((await operator.goto(`${site.url}/kerja/kota-balikpapan/orang`))?.status()).toBe(403);
			expect((await operator.goto(`${site.url}/kerja/kota-samarinda`))?.status()).toBe(404);
			await operator.goto(`${site.url}/akun`);
			await operator.getByRole('button', { name: 'Keluar' }).click();
			expect((await operator.goto(`${site.url}/kerja`))?.url()).toContain('/masuk');
			await operator.getByLabel('Alamat surel').fill('budi@contoh.go.id');
			await operator.getByLabel('Kata sandi').fill('keliru sama sekali');
			await operator.getByRole('button', { name: 'Masuk' }).click();
			expect(await isi(operator)).toContain('tidak cocok');
			await operator.getByLabel('Kata sandi').fill(sandi);
			await operator.getByRole('button', { name: 'Masuk' }).click();
			expect(new URL(operator.url()).pathname).toBe('/kerja');
		});

		it('peran yang dicabut mati pada permintaan berikutnya', async () => {
			await admin.goto(`${site.url}/kerja/kota-balikpapan/orang`);
			await admin.getByRole('button', { name: /Cabut peran .* dari Budi Operator/ }).click();
			expect(await isi(admin)).toContain('Peran sudah dicabut');
			const operator = await openPhone();
			await operator.goto(`${site.url}/masuk`);
			await operator.getByLabel('Alamat surel').fill('budi@contoh.go.id');
			await operator.getByLabel('Kata sandi').fill(sandi);
			await operator.getByRole('button', { name: 'Masuk' }).click();
			expect((await operator.goto(`${site.url}/kerja/kota-balikpapan/unit`))?.status()).toBe(404);
		});

		it.each([
			'/masuk',
			'/akun',
			'/kerja',
			'/kerja/kota-balikpapan',
			'/kerja/kota-balikpapan/unit',
			'/kerja/kota-balikpapan/orang',
			'/kerja/kota-balikpapan/penilaian',
			'/kerja/kota-balikpapan/penilaian/1',
			'/kerja/kota-balikpapan/penilaian/1/I01',
		])('%s tanpa temuan axe, tidak melebar, dan tidak disimpan', async (path) => {
			const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
			await context.addCookies(await admin.context().cookies());
			const page = await context.newPage();
			const answer = await page.goto(site.url + path);
			expect(answer?.headers()['cache-control']).toBe('no-store');
			expect(await findAxe(page)).toEqual([]);
			expect(await findOverflow(page)).toBe(0);
			await context.close();
		});

		it('formulir dari situs lain ditolak, dan rahasia tautan tidak tertulis di catatan', async () => {
			const answer = await fetch(`${site.url}/masuk`, {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://jahat.example' },
				body: new URLSearchParams({ surel: 'budi@contoh.go.id', sandi }),
			});
			expect(answer.status).toBe(403);
			const baru = await startSite({ LOG_LEVEL: 'info' });
			let catatan = '';
			baru.child.stderr?.on('data', (chunk) => (catatan += chunk));
			await fetch(baru.adminPertama ?? '');
			await baru.stop();
			removeDir(baru.dataDir);
			expect(catatan).toContain('/tautan/');
			expect(catatan).not.toContain(baru.adminPertama?.split('/').at(-1));
		});
	},
);
