import { afterAll, describe, expect, it } from 'vitest';
import { bacaZip } from '#features/hasil/import-zip.ts';
import { projectDir } from '#platform/config.ts';
import { adaPoppler, adaSoffice, bacaDocxLuar, bacaPdf, bacaXlsxLuar, infoPdf } from '../laporan.testing.ts';
import { gantiHuruf, hurufHilang } from './cetak.rules.ts';
import { bersihkan, type Dokumen, lunakkan, ratakanJudul } from './dokumen.rules.ts';
import { AntreanPenuh, openPencetak } from './pencetak.ts';
import { renderDocx } from './render-docx.ts';
import { renderDokumen } from './render-pdf.ts';
import { hurufKolom, namaUnik, tulisXlsx } from './tulis-xlsx.ts';

const ctx = { dir: { project: projectDir, data: '' } };
const pencetak = openPencetak(projectDir);
afterAll(() => pencetak.close());

const jahat = '#panic("x") $1/0$ *tebal* @ref <label> \\u{1} `raw` [x](y) //';
const dokumen = (ubah: Partial<Dokumen> = {}): Dokumen => ({
	...{ jenis: 'Laporan uji', judul: jahat, subjudul: 'Sub', tentang: 'Kota Uji · 2026', kaki: 'Sumber uji' },
	waktu: new Date('2026-11-24T02:00:00Z'),
	isi: [
		{ b: 'indeks', nilai: '3,05', predikat: 'Baik', keterangan: ['naik ▲ 0,61 → 3,05'] },
		{ b: 'judul', tingkat: 1, teks: 'Bagian satu' },
		{ b: 'paragraf', teks: [{ t: 'Tebal', tebal: true }, { t: ` biasa ${jahat}` }] },
		{ b: 'daftar', butir: ['satu', '=1+1'], bernomor: true },
		{ b: 'fakta', butir: [{ kunci: 'Kunci', nilai: 'Nilai\nbaris dua' }] },
		{
			...{
				b: 'tabel',
				judul: 'Tabel uji',
				kolom: [
					{ nama: 'Nama', lebar: 3 },
					{ nama: 'Angka', lebar: 1, angka: true },
				],
			},
			baris: Array.from({ length: 120 }, (_, n) => ({
				sel: [`baris ${n}`, { batang: n, maks: 120, teks: `b${n}` }],
			})),
		},
		{ b: 'catatan', judul: 'Perhatian', teks: 'isi' },
		{ b: 'tanda', pihak: [{ sebagai: 'Koordinator', nama: 'Siti', jabatan: 'Sekda', waktu: '' }] },
	],
	...ubah,
});
const cetak = (d: Dokumen, standar: 'ua-1' | 'a-2a' | 'a-3a' = 'ua-1') =>
	renderDokumen(ctx, d, { pencetak, standar });

describe.skipIf(!adaPoppler)('PDF dibaca program lain', () => {
	it('bertanda (tagged), berbahasa, berjudul, bertanggal, dan menyebut dirinya PDF/UA', async () => {
		const isi = await cetak(dokumen());
		const info = infoPdf(isi);
		expect(info.Tagged).toBe('yes');
		expect(info.Title).toBe(jahat);
		expect(info.CreationDate).toMatch(/Nov 24 02:00:00 2026/);
		const mentah = Buffer.from(isi).toString('latin1');
		expect(mentah).toContain('<pdfuaid:part>1</pdfuaid:part>');
		expect(mentah).toMatch(/\/Lang\s*\(id\)/);
		expect(mentah).not.toContain('pdfaid:part');
	});
	it.each([
		['a-2a', '2'],
		['a-3a', '3'],
	] as const)('untuk arsip %s', async (standar, bagian) => {
		const mentah = Buffer.from(await cetak(dokumen(), standar)).toString('latin1');
		expect(mentah).toContain(`<pdfaid:part>${bagian}</pdfaid:part>`);
		expect(mentah).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
	});
	it('teks orang tetap teks, bukan markah', async () => {
		const teks = bacaPdf(await cetak(dokumen()));
		expect(teks.replace(/\s+/g, ' ')).toContain(jahat.slice(0, 30));
		expect(teks).toContain('*tebal*');
		expect(teks).toContain('=1+1');
		expect(teks).toContain('▲ 0,61 → 3,05');
	});
	it('kepala tabel diulang dan setiap halaman bernomor', async () => {
		const isi = await cetak(dokumen());
		const halaman = bacaPdf(isi).split('\f').slice(0, -1);
		expect(halaman.length).toBeGreaterThan(2);
		for (const [n, h] of halaman.entries()) expect(h).toContain(`Halaman ${n + 1} dari ${halaman.length}`);
		expect(halaman[1]).toMatch(/Nama\s+Angka/);
	});
	it('masukan sama, byte sama', async () => {
		const [a, b] = [await cetak(dokumen()), await cetak(dokumen())];
		expect(Buffer.compare(a, b)).toBe(0);
		const lain = await cetak(dokumen({ waktu: new Date('2026-11-25T02:00:00Z') }));
		expect(Buffer.compare(a, lain)).not.toBe(0);
	});
	it('huruf tanpa rupa diganti kotak, sisanya tetap', async () => {
		const teks = bacaPdf(await cetak(dokumen({ subjudul: 'Bahasa 日本 dan ใ selesai \u0007\u0000' })));
		expect(teks).toMatch(/Bahasa □□ dan □ selesai/);
	});
	it('kata sangat panjang dipenggal di dalam kolomnya', async () => {
		const panjang = `https://contoh.go.id/${'sangat-panjang_'.repeat(12)}.pdf`;
		const d = dokumen({
			isi: [
				{
					b: 'tabel',
					judul: 'T',
					kolom: [
						{ nama: 'A', lebar: 1 },
						{ nama: 'B', lebar: 4 },
					],
					baris: [{ sel: [panjang, 'kanan'] }],
				},
			],
		});
		expect(bacaPdf(await cetak(d)).replace(/\s+|kanan/g, '')).toContain(panjang);
	});
});

describe('pencetak', () => {
	it('menolak bila terlalu banyak menunggu, dan yang menunggu tetap selesai', async () => {
		const sempit = openPencetak(projectDir);
		const kirim = () => renderDokumen(ctx, dokumen({ isi: [] }), { pencetak: sempit });
		const semua = await Promise.allSettled(Array.from({ length: 45 }, kirim));
		sempit.close();
		const ditolak = semua.filter((s) => s.status === 'rejected');
		expect(ditolak.length).toBe(5);
		for (const s of ditolak) expect((s as PromiseRejectedResult).reason).toBeInstanceOf(AntreanPenuh);
	});
	it('berganti proses sesudah sekian dokumen tanpa terasa', async () => {
		const pendek = openPencetak(projectDir, 2);
		const hasil: number[] = [];
		for (let n = 0; n < 5; n++)
			hasil.push((await renderDokumen(ctx, dokumen({ isi: [] }), { pencetak: pendek })).byteLength);
		pendek.close();
		expect(new Set(hasil).size).toBe(1);
	});
	it('galat templat menjadi galat, dan pencetak tetap hidup', async () => {
		const rusak = { nama: 'dokumen', data: '{}', standar: 'ua-1', waktu: 0 } as const;
		await expect(pencetak.print(rusak)).rejects.toThrow();
		expect((await cetak(dokumen({ isi: [] }))).byteLength).toBeGreaterThan(1000);
	});
	it('huruf yang hilang dibaca dari galat dan hanya itu yang diganti', () => {
		expect(
			hurufHilang(
				'… the text `\\"日\\"` could not be displayed … the text `"\\u{1f600}"` could not be displayed',
			),
		).toEqual(['日', '😀']);
		expect(gantiHuruf('{"a":"日x"}', ['日'])).toBe('{"a":"□x"}');
		expect(gantiHuruf('{"a":"ใé→"}', 'semua')).toBe('{"a":"□é→"}');
	});
	it('judul tidak melompati tingkat', () => {
		const tingkat = (...daftar: (1 | 2 | 3)[]) =>
			ratakanJudul(daftar.map((n) => ({ b: 'judul', tingkat: n, teks: 'x' }))).map(
				(b) => 'tingkat' in b && b.tingkat,
			);
		expect(tingkat(1, 3, 3, 1, 2, 3)).toEqual([1, 2, 2, 1, 2, 3]);
		expect(tingkat(2, 3, 2, 1)).toEqual([1, 2, 1, 1]);
	});
	it('karakter kendali dibuang, kata panjang diberi tempat putus', () => {
		expect(bersihkan('a\u0000\u0008b\ud800c')).toBe('ab\ufffdc');
		expect(
			lunakkan('x'.repeat(50))
				.split('\u200b')
				.map((s) => s.length),
		).toEqual([22, 22, 6]);
		expect(lunakkan('pendek saja')).toBe('pendek saja');
	});
});

describe('XLSX', () => {
	const lembar = () => [
		{
			nama: 'A/B:C',
			terkunci: true,
			kolom: [
				{ nama: 'Kode', lebar: 8 },
				{ nama: 'Nilai', lebar: 8, gaya: 'bukaAngka' as const },
			],
			baris: [
				['=HYPERLINK("http://x","y")', 3],
				['+1+1', null],
				['@SUM(A1)', 3.05],
				['a & <b> "c"\n2', 0],
			],
			pilihan: [{ kolom: 1, sampai: 4, isi: ['1', '2', '3'], pesan: 'Pilih 1 sampai 3' }],
		},
		{ nama: '_x', tersembunyi: true, kolom: [{ nama: 'k', lebar: 4 }], baris: [['rahasia']] },
	];
	it('masukan sama, byte sama; tidak ada rumus, yang ada pilihan dan kunci', async () => {
		const a = await tulisXlsx(lembar());
		expect(Buffer.compare(a, await tulisXlsx(lembar()))).toBe(0);
		const isi = await bacaZip(Buffer.from(a));
		const xml = isi.get('xl/worksheets/sheet1.xml') ?? '';
		expect(xml).not.toMatch(/<f[ >]/);
		expect(xml).toContain('<sheetProtection sheet="1"');
		expect(xml).toMatch(/<dataValidation type="list"[^>]*sqref="B2:B4"><formula1>"1,2,3"<\/formula1>/);
		expect(isi.get('xl/workbook.xml')).toMatch(/name="_x"[^>]*state="veryHidden"/);
	});
	it('nama lembar yang sah dan tidak kembar', () => {
		expect(namaUnik(['A/B', 'a b', '', 'x'.repeat(40)])).toEqual(['A B', 'a b 2', 'Lembar', 'x'.repeat(31)]);
		expect([0, 25, 26, 701, 702].map(hurufKolom)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
	});
	it.skipIf(!adaSoffice)(
		'LibreOffice membaca teks rumus sebagai teks',
		async () => {
			const csv = bacaXlsxLuar(await tulisXlsx(lembar()));
			const isi = csv.get('A B C') ?? '';
			expect(isi).toContain('=HYPERLINK(""http://x"",""y"")');
			expect(isi).toContain('+1+1');
			expect(isi).toContain('@SUM(A1),3.05');
			expect(csv.get('_x')).toContain('rahasia');
		},
		120_000,
	);
});

describe.skipIf(!adaSoffice)('DOCX dibaca LibreOffice', () => {
	it('memuat semua isi sebagai teks', async () => {
		const teks = bacaDocxLuar(await renderDocx(dokumen()));
		for (const isi of ['3,05', 'Bagian satu', '=1+1', 'baris dua', 'baris 119', 'b119', 'Siti', jahat])
			expect(teks).toContain(isi);
	}, 120_000);
});
