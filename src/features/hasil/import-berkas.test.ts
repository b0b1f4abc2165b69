import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bacaIsi, bacaLembar } from './import-berkas.ts';
import { anggotaXlsx, barisXml, buatBaris, buatCsv, buatZip, kepala, tulisBaris } from './import-contoh.ts';
import { BerkasDitolak, type Masalah } from './import-masalah.ts';

async function tolak(isi: Uint8Array): Promise<Masalah[]> {
	try {
		await bacaLembar(await bacaIsi(isi));
	} catch (cause) {
		if (cause instanceof BerkasDitolak) return cause.masalah;
		throw cause;
	}
	return [];
}

const judul = barisXml(1, kepala);
const xlsx = (lembar: string) => buatZip(anggotaXlsx(lembar));
const teks = buatCsv([buatBaris()]).toString();

describe('berkas yang dibaca', () => {
	it.each([
		['koma', buatCsv([buatBaris()])],
		['titik koma', buatCsv([buatBaris()], ';')],
		['tab', buatCsv([buatBaris()], '\t')],
		['dengan tanda urutan byte', Buffer.concat([Buffer.from('\uFEFF'), buatCsv([buatBaris()])])],
		['ganti baris lama Mac', buatCsv([buatBaris()], ',', '\r')],
		['baris sep= dari Excel', Buffer.from(`sep=;\n${buatCsv([buatBaris()], ';').toString()}`)],
		['XLSX', xlsx(judul + barisXml(2, buatBaris()))],
	])('menghasilkan tabel yang sama: %s', async (_, isi) => {
		const lembar = await bacaLembar(isi);
		expect(lembar.kepala).toEqual([...kepala]);
		expect(lembar.baris.map((b) => b.sel)).toEqual([buatBaris()]);
	});

	it('menghitung baris seperti penyunting teks, juga sesudah sel berganti baris dan baris kosong', async () => {
		const isi = buatCsv([
			buatBaris({ note: 'dua\nbaris' }),
			buatBaris(),
			buatBaris({ note: 'x\n\ny' }),
			buatBaris(),
		]);
		const lembar = await bacaLembar(Buffer.from(`${isi.toString()}\r\n\r\n${tulisBaris(buatBaris())}\r\n`));
		expect(lembar.baris.map((b) => b.nomor)).toEqual([2, 4, 5, 8, 11]);
	});

	it('menghitung baris XLSX menurut nomornya di lembar, angka seperti yang ditampilkan', async () => {
		const angka = { E4: '<c r="E4"><v>3.0500000000000003</v></c>' };
		const lembar = await bacaLembar(xlsx(judul + barisXml(4, buatBaris(), angka)));
		expect(lembar.baris).toEqual([{ nomor: 4, sel: buatBaris({ index: '3.05' }) }]);
	});

	it('membaca lembar yang memuat daftar, juga bila didahului sampul, dan menolak dua daftar', async () => {
		const daftar = judul + barisXml(2, buatBaris());
		const sampul = barisXml(1, ['Laporan', 'x']);
		const satu = await bacaLembar(buatZip(anggotaXlsx(sampul, daftar)));
		expect(satu.baris).toEqual([{ nomor: 2, sel: buatBaris() }]);
		const [masalah] = await tolak(buatZip(anggotaXlsx(daftar, sampul, daftar)));
		expect(masalah).toMatchObject({ kode: 'lembar_ganda' });
		expect(masalah?.pesan).toContain('"Daftar", "Daftar 3"');
	});

	it('memperingatkan baris terakhir yang tidak diakhiri ganti baris', async () => {
		const { peringatan } = await bacaLembar(Buffer.from(teks.trimEnd()));
		expect(peringatan).toMatchObject([{ baris: 2, kode: 'tanpa_akhir_baris' }]);
	});
});

describe('berkas yang ditolak', () => {
	const latin = Buffer.from(teks.replace('Laporan uji', 'Laporan é'), 'latin1');
	const makro = buatZip({ ...anggotaXlsx(judul), 'xl/vbaProject.bin': 'x' });
	const rumus = { E2: '<c r="E2"><f>1+2</f><v>3</v></c>' };
	const galat = { E2: '<c r="E2" t="e"><v>#N/A</v></c>' };
	const anggota = anggotaXlsx(judul);
	it.each<[string, Uint8Array, string, Partial<Masalah>]>([
		['kosong', Buffer.alloc(0), 'Berkas kosong', { kode: 'berkas_kosong' }],
		['hanya spasi', Buffer.from(' \n \n'), 'Berkas kosong', { kode: 'berkas_kosong' }],
		['UTF-16', Buffer.from(`\uFEFF${teks}`, 'utf16le'), 'UTF-16', { kode: 'penyandian' }],
		['UTF-16 tanpa tanda', Buffer.from(teks, 'utf16le'), 'CSV UTF-8', { kode: 'penyandian' }],
		['Latin-1', latin, 'Baris 2 memuat huruf yang bukan UTF-8', { kode: 'penyandian', baris: 2 }],
		['biner', Buffer.from([1, 2, 0, 3, 65, 66, 67]), 'biner', { kode: 'jenis_berkas' }],
		[
			'kutip tidak ditutup',
			Buffer.from(`${teks}2025,"Kota`),
			'tidak pernah ditutup',
			{ kode: 'kutip_rusak', baris: 3 },
		],
		[
			'kutip salah tempat',
			Buffer.from(`${teks}2025,Kota "X",`),
			'tidak pada tempatnya',
			{ kode: 'kutip_rusak', baris: 3 },
		],
		['.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xls', { kode: 'jenis_berkas' }],
		['PDF', Buffer.from('%PDF-1.7'), 'PDF', { kode: 'jenis_berkas' }],
		['.xlsm', makro, 'bermakro', { kode: 'jenis_berkas' }],
		['.ods', buatZip({ mimetype: 'x', 'content.xml': '<x/>' }), 'OpenDocument', { kode: 'jenis_berkas' }],
		['ZIP lain', buatZip({ 'baca.txt': 'x' }), 'bukan buku kerja', { kode: 'jenis_berkas' }],
		['ZIP terpotong', xlsx(judul).subarray(0, 300), 'rusak atau terpotong', { kode: 'zip_rusak' }],
		['XLSX kosong', xlsx(''), 'Lembar "Daftar" kosong', { kode: 'berkas_kosong' }],
		['DTD', xlsx('<!DOCTYPE x [<!ENTITY a "b">]>'), 'DTD', { kode: 'zip_rusak' }],
		[
			'rumus',
			xlsx(judul + barisXml(2, buatBaris(), rumus)),
			'Lembar "Daftar", sel E2 berisi rumus. Salin kolomnya, lalu tempel sebagai nilai',
			{ kode: 'sel_rumus', baris: 2, kolom: 'E' },
		],
		[
			'galat rumus',
			xlsx(judul + barisXml(2, buatBaris(), galat)),
			'sel E2 berisi galat',
			{ kode: 'sel_galat' },
		],
		[
			'sel jauh',
			xlsx('<row r="1"><c r="XFD1048576"/></row>'),
			'XFD1048576',
			{ kode: 'terlalu_banyak_baris' },
		],
		[
			'ukuran anggota yang bohong',
			buatZip(anggota, { 'xl/worksheets/sheet1.xml': 1 }),
			'rusak',
			{ kode: 'zip_rusak' },
		],
		[
			'isi yang mengembang melewati batas',
			buatZip({ ...anggota, 'xl/media/besar.bin': Buffer.alloc(51 * 1024 * 1024) }),
			'lebih dari 50 MB',
			{ kode: 'berkas_terlalu_besar' },
		],
		[
			'terlalu banyak baris',
			Buffer.from('a\n'.repeat(20_100)),
			'lebih dari 20000',
			{ kode: 'terlalu_banyak_baris' },
		],
	])('%s', async (_, isi, pesan, harap) => {
		const masalah = await tolak(isi);
		expect(masalah[0]).toMatchObject(harap);
		expect(masalah[0]?.pesan).toContain(pesan);
	});

	it('berkas 200 MB ditolak dari ukurannya, tanpa dibaca', async () => {
		const dir = mkdtempSync(join(tmpdir(), 'matang-besar-'));
		const path = join(dir, 'hasil.csv');
		const fd = openSync(path, 'w');
		ftruncateSync(fd, 200 * 1024 * 1024);
		closeSync(fd);
		await expect(bacaIsi({ path })).rejects.toThrow('Berkas 200 MB terlalu besar; batasnya 25 MB');
		await expect(bacaIsi({ path: dir })).rejects.toThrow('Bukan berkas biasa');
		await expect(bacaIsi({ path: join(dir, 'lain') })).rejects.toThrow('Berkas tidak ada');
		rmSync(dir, { recursive: true });
	});

	it('byte apa pun dibaca atau ditolak dengan alasan, tidak pernah melempar yang lain', async () => {
		const kerangka = fc.constantFrom(
			Buffer.alloc(0),
			Buffer.from('PK\x03\x04'),
			buatCsv([buatBaris()]),
			xlsx(judul),
		);
		const sisipan = fc.tuple(kerangka, fc.uint8Array({ maxLength: 300 }), fc.nat(2000));
		await fc.assert(
			fc.asyncProperty(sisipan, async ([asal, sisip, letak]) => {
				const isi = Buffer.concat([asal.subarray(0, letak), sisip, asal.subarray(letak + sisip.length)]);
				for (const { pesan } of await tolak(isi)) expect(pesan).toMatch(/^[A-Z].*\.$/s);
			}),
			{ numRuns: 400 },
		);
	});
});
