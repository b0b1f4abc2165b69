import { beforeEach, expect, it } from 'vitest';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji, lakukan } from '#features/penilaian/penilaian.testing.ts';
import { readPenilaian } from '#features/penilaian/read-penilaian.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { bacaLembarKerja } from './baca-lembar-kerja.ts';
import { adaSoffice, isiBerkas, isiSel, ubahIsi, ubahOffice } from './laporan.testing.ts';
import { LEMBAR_IDENTITAS } from './lembar-kerja.rules.ts';
import { terapkanLembarKerja, tinjauLembarKerja, unduhLembarKerja } from './pindah-lembar-kerja.ts';
import type { RencanaLembar, UbahanLembar } from './rencana-lembar.rules.ts';

describeDatabase('lembar kerja pulang pergi', (get) => {
	let kota: KotaUji;
	let kori: Ctx;
	let tempat: { ruang: { id: number; slug: string; nama: string }; id: number };
	const buka = async (siapa: Ctx, instansiId: number, nama = 'Putaran uji') => {
		const hasil = await openPutaran(siapa, {
			...{ instansiId, nama, tahun: 2026, jenis: 'evaluasi', instrumen: 'spbe-2020', dariPenilaianId: null },
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.penilaianId;
	};
	beforeEach(async () => {
		kota = await buatKota(get().ctx);
		kori = await kota.sebagai('koordinator', {});
		const id = await buka(kori, kota.id);
		tempat = { ruang: { id: kota.id, slug: 'kota-uji', nama: 'Kota Uji' }, id };
		await isiSemua(kori, { instansiId: kota.id, penilaianId: id, instrumen: 'spbe-2020', nilai: '2' });
	});
	const unduh = async (siapa = kori) => {
		const hasil = await unduhLembarKerja(siapa, tempat);
		if (!hasil.ok) throw new Error(hasil.reason);
		return await isiBerkas(hasil.value);
	};
	const tinjau = async (isi: Buffer, siapa = kori): Promise<RencanaLembar> => {
		const hasil = await tinjauLembarKerja(siapa, tempat, isi);
		if (!hasil.ok) throw new Error(JSON.stringify(hasil));
		return hasil.value;
	};
	const tolakan = async (isi: Buffer | Uint8Array, siapa = kori) => {
		const hasil = await tinjauLembarKerja(siapa, tempat, isi);
		return hasil.ok ? '' : 'masalah' in hasil ? hasil.masalah.map((m) => m.pesan).join(' ') : hasil.reason;
	};
	const baris = async (indikator: string) => {
		const p = await readPenilaian(kori, { instansiId: kota.id, id: tempat.id });
		const b = p.ok ? p.value.baris.find((x) => x.id === indikator) : undefined;
		return { nilai: b?.nilai, nilaiId: b?.nilaiId ?? '0' };
	};
	const sela = async (indikator: string, nilai: string, fakta = 'Fakta orang lain') => {
		const { nilaiId } = await baris(indikator);
		const hasil = await recordNilai(kori, {
			instansiId: kota.id,
			penilaianId: tempat.id,
			indikator,
			nilai,
			fakta,
			analisis: 'a',
			justifikasi: '',
			luar: '',
			dasar: nilaiId,
		});
		if (!hasil.ok) throw new Error(hasil.reason);
	};
	const terapan = (u: readonly UbahanLembar[]) =>
		u.map(({ indikator, dasar, nilai, fakta, analisis, justifikasi }) => ({
			indikator,
			dasar,
			nilai,
			fakta,
			analisis,
			justifikasi,
		}));

	it('yang tidak disentuh tidak mengubah apa pun', async () => {
		expect(await tinjau(await unduh())).toEqual({ masuk: [], bentrok: [], sama: 47, masalah: [] });
	});
	it('satu lembar tiap domain, sel lain terkunci, tingkat dari daftar, identitas tersembunyi', async () => {
		const isi = await unduh();
		const nama: string[] = [];
		await ubahIsi(isi, (n, xml) => {
			if (n === 'xl/workbook.xml')
				nama.push(
					...[...xml.matchAll(/<sheet name="([^"]+)"[^>]*?(state="veryHidden")?[^>]*\/>/g)].map(
						(m) => m[1] ?? '',
					),
				);
			if (/sheet[2-5]\.xml$/.test(n)) {
				expect(xml).toContain('<sheetProtection sheet="1"');
				expect(xml).toContain('<formula1>"1,2,3,4,5"</formula1>');
			}
			return xml;
		});
		expect(nama).toEqual([
			'Petunjuk',
			'D1 Kebijakan Internal SPBE',
			'D2 Tata Kelola SPBE',
			'D3 Manajemen SPBE',
			'D4 Layanan SPBE',
			LEMBAR_IDENTITAS,
		]);
	});
	it('yang diubah ditinjau lalu tersimpan lewat catatan, dengan sidik yang sama tidak dua kali', async () => {
		const isi = await ubahIsi(await unduh(), (_, xml) =>
			isiSel(isiSel(isiSel(xml, 'I01', 'C', 4), 'I01', 'D', '=SUM(A1:A9)'), 'I32', 'C', ''),
		);
		const rencana = await tinjau(isi);
		expect(rencana.masalah).toEqual([]);
		expect(rencana.sama).toBe(45);
		expect(rencana.masuk).toMatchObject([
			{ indikator: 'I01', nilai: '4', fakta: '=SUM(A1:A9)', kini: { nilai: '2' }, awal: null },
			{ indikator: 'I32', nilai: '', kini: { nilai: '2' } },
		]);
		expect((await baris('I01')).nilai).toBe(200);
		expect(await terapkanLembarKerja(kori, tempat, terapan(rencana.masuk))).toEqual({
			ok: true,
			value: { tersimpan: ['I01', 'I32'], gagal: [] },
		});
		expect((await baris('I01')).nilai).toBe(400);
		expect((await baris('I32')).nilai).toBeNull();
		const lagi = await terapkanLembarKerja(kori, tempat, terapan(rencana.masuk));
		expect(lagi).toMatchObject({
			ok: true,
			value: { tersimpan: [], gagal: [{ alasan: 'bentrok' }, { alasan: 'bentrok' }] },
		});
		expect((await tinjau(isi)).sama).toBe(47);
	});
	it('yang diubah orang lain menjadi bentrok dan tidak ditimpa; yang hanya diubah orang lain dibiarkan', async () => {
		const isi = await ubahIsi(await unduh(), (_, xml) => isiSel(xml, 'I01', 'C', 5));
		await sela('I01', '3');
		await sela('I02', '4');
		const rencana = await tinjau(isi);
		expect(rencana.masuk).toEqual([]);
		expect(rencana.sama).toBe(46);
		expect(rencana.bentrok).toMatchObject([
			{
				indikator: 'I01',
				nilai: '5',
				awal: { nilai: '2' },
				kini: { nilai: '3', fakta: 'Fakta orang lain', oleh: 'koordinator' },
			},
		]);
		expect((await terapkanLembarKerja(kori, tempat, terapan(rencana.bentrok))).ok).toBe(true);
		expect((await baris('I01')).nilai).toBe(500);
		expect((await baris('I02')).nilai).toBe(400);
	});
	it('yang berubah sesudah pratinjau tidak tersimpan dan disebut', async () => {
		const rencana = await tinjau(
			await ubahIsi(await unduh(), (_, xml) => isiSel(isiSel(xml, 'I01', 'C', 5), 'I02', 'C', 5)),
		);
		await sela('I01', '3');
		expect(await terapkanLembarKerja(kori, tempat, terapan(rencana.masuk))).toEqual({
			ok: true,
			value: { tersimpan: ['I02'], gagal: [{ indikator: 'I01', alasan: 'bentrok', pesan: null }] },
		});
		expect((await baris('I01')).nilai).toBe(300);
	});
	it('baris yang diurutkan ulang tetap dikenali', async () => {
		const isi = await ubahIsi(await unduh(), (n, xml) => {
			if (!n.endsWith('sheet2.xml')) return xml;
			const rows = [...isiSel(xml, 'I01', 'C', 4).matchAll(/<row r="(\d+)"[^>]*>.*?<\/row>/gs)].map(
				(m) => m[0],
			);
			const [kepala = '', ...sisa] = rows;
			const terbalik = sisa
				.reverse()
				.map((r, i) => r.replace(/(<row r=")\d+/, `$1${i + 2}`).replace(/(<c r="[A-Z]+)\d+/g, `$1${i + 2}`));
			return xml.replace(
				/<sheetData>.*<\/sheetData>/s,
				`<sheetData>${kepala}${terbalik.join('')}</sheetData>`,
			);
		});
		expect(await tinjau(isi)).toMatchObject({
			masalah: [],
			sama: 46,
			masuk: [{ indikator: 'I01', nilai: '4' }],
		});
	});
	it.each([
		['tingkat di luar skala', (x: string) => isiSel(x, 'I01', 'C', 7), /I01: harus antara 1 dan 5/],
		['tingkat bukan angka', (x: string) => isiSel(x, 'I01', 'C', 'tiga'), /I01: /],
		['rumus', (x: string) => isiSel(x, 'I01', 'C', { rumus: 'B2+1' }), /I01: ada sel berisi rumus \(C2\)/],
		['kode yang diubah', (x: string) => x.replace('>I01<', '>I99<'), /"I99" tidak ada.*I01 tidak ditemukan/],
		[
			'kode kembar',
			(x: string) => x.replace('>I02<', '>I01<'),
			/I01 sudah ada di baris lain.*I02 tidak ditemukan/,
		],
		['kode kosong', (x: string) => isiSel(x, 'I01', 'A', ' '), /kodenya kosong.*I01 tidak ditemukan/],
		[
			'judul kolom yang diubah',
			(x: string) => x.replace('>Nilai<', '>Skor<'),
			/Kolom "Nilai" tidak ditemukan.*I01 tidak ditemukan/,
		],
		[
			'judul kolom kembar',
			(x: string) => x.replace('>Analisis<', '>Fakta<'),
			/Kolom "Analisis" tidak ditemukan/,
		],
	])('%s disebut, dan baris lain tetap masuk', async (_, ubah, pesan) => {
		const isi = await ubahIsi(await unduh(), (n, xml) =>
			n.endsWith('sheet2.xml') ? ubah(xml) : n.endsWith('sheet4.xml') ? isiSel(xml, 'I29', 'C', 5) : xml,
		);
		const rencana = await tinjau(isi);
		expect(rencana.masalah.map((m) => m.pesan).join(' ')).toMatch(pesan);
		expect(rencana.masuk.map((u) => u.indikator)).toEqual(['I29']);
	});
	it('penjelasan yang terlalu panjang disebut', async () => {
		const isi = await ubahIsi(await unduh(), (_, xml) => isiSel(xml, 'I01', 'D', 'x'.repeat(20_001)));
		expect((await tinjau(isi)).masalah[0]?.pesan).toMatch(/I01: Fakta lebih dari 20000 huruf/);
	});
	it('lembar penilaian lain, instansi lain, dan tahap lain ditolak dengan namanya', async () => {
		const isi = await unduh();
		const lain = { ...tempat, id: await buka(kori, kota.id, 'Putaran dua') };
		const hasil = await tinjauLembarKerja(kori, lain, isi);
		expect(hasil).toMatchObject({
			ok: false,
			masalah: [{ pesan: expect.stringMatching(/penilaian lain: Kota Uji · Putaran uji · 2026/) }],
		});
		const tahap = await ubahIsi(isi, (_, xml) => xml.replace('>mandiri<', '>dokumen<'));
		expect(await tolakan(tahap)).toMatch(/Tahap penilaian sudah berganti/);
		const instrumen = await ubahIsi(isi, (_, xml) => xml.replace('>spbe-2020<', '>pemdi-2026<'));
		expect(await tolakan(instrumen)).toMatch(/instrumen pemdi-2026/);
		const posisi = await ubahIsi(isi, (n, xml) =>
			n.endsWith('sheet6.xml')
				? xml.replace(/(posisi:I01<.*?xml:space="preserve">)\d+/s, '$1987654321')
				: xml,
		);
		expect((await tinjau(posisi)).masalah[0]?.pesan).toMatch(/Letak I01 dalam catatan tidak terbaca/);
	});
	it.each([
		['bukan XLSX', Buffer.from('indikator,nilai\nI01,3\n'), /Bukan berkas XLSX/],
		['kosong', Buffer.alloc(0), /Bukan berkas XLSX/],
		['arsip rusak', Buffer.from('PK\u0003\u0004rusak'), /rusak|terpotong/],
		['terlalu besar', Buffer.alloc(6_000_000, 'PK'), /lebih dari 5 MB/],
	])('%s ditolak dengan kalimat', async (_, isi, pesan) => expect(await tolakan(isi)).toMatch(pesan));
	it('tanpa identitas ditolak', async () => {
		const isi = await ubahIsi(await unduh(), (_, xml) => xml.replace(/matang-lembar-kerja\/1/, 'lain'));
		expect(await tolakan(isi)).toMatch(/identitasnya terhapus/);
	});
	it('operator unit hanya mendapat dan memuat indikatornya', async () => {
		const unit = await kota.unit('Dinas Uji', 'dinas');
		await assignIndikator(kori, {
			instansiId: kota.id,
			penilaianId: tempat.id,
			indikator: ['I02'],
			unitId: unit.id,
			tenggat: null,
		});
		const operator = await kota.sebagai('operator', {
			peran: 'operator',
			unitId: unit.id,
			jalur: unit.jalur,
		});
		const milik = await bacaLembarKerja(await unduh(operator));
		expect(milik.baris.map((b) => b.indikator)).toEqual(['I02']);
		const utuh = await ubahIsi(await unduh(), (_, xml) => isiSel(isiSel(xml, 'I01', 'C', 5), 'I02', 'C', 5));
		const rencana = await tinjau(utuh, operator);
		expect(rencana.masuk.map((u) => u.indikator)).toEqual(['I02']);
		expect(rencana.masalah[0]?.pesan).toMatch(/I01 tidak dapat Anda isi/);
		const paksa = {
			indikator: 'I01',
			dasar: (await baris('I01')).nilaiId,
			nilai: '5',
			fakta: '',
			analisis: '',
			justifikasi: '',
		};
		expect(await terapkanLembarKerja(operator, tempat, [paksa])).toMatchObject({
			value: { tersimpan: [], gagal: [{ alasan: 'tidak_berwenang' }] },
		});
	});
	it('yang tidak mengisi, orang lain, dan tahap yang lewat tidak mendapat lembar', async () => {
		const pimpinan = await kota.sebagai('pimpinan', { peran: 'pimpinan' });
		expect(await unduhLembarKerja(pimpinan, tempat)).toMatchObject({ reason: 'tidak_berwenang' });
		const lain = await (await buatKota(get().ctx)).sebagai('koordinator', {});
		expect(await unduhLembarKerja(lain, tempat)).toMatchObject({ ok: false });
		const isi = await ubahIsi(await unduh(), (_, xml) => isiSel(xml, 'I01', 'C', 5));
		await lakukan(kori, { instansiId: kota.id, penilaianId: tempat.id }, 'serahkan');
		expect(await unduhLembarKerja(kori, tempat)).toMatchObject({ reason: 'sedang_diperiksa' });
		expect(await tolakan(isi)).toBe('sedang_diperiksa');
	});
	it('pada tahap dokumen asesor memuat nilainya dengan justifikasi; tanpa justifikasi disebut', async () => {
		const asesor = await kota.sebagai('asesor', { peran: 'asesor_eksternal' });
		expect(await unduhLembarKerja(asesor, tempat)).toMatchObject({ reason: 'tidak_berwenang' });
		await get()
			.ctx.db.updateTable('penilaian')
			.set({ tahap: 'dokumen' })
			.where('id', '=', tempat.id)
			.execute();
		expect(await unduhLembarKerja(kori, tempat)).toMatchObject({ reason: 'tahap_lewat' });
		const isi = await ubahIsi(await unduh(asesor), (_, xml) =>
			isiSel(isiSel(isiSel(xml, 'I01', 'C', 1), 'I01', 'F', 'Bukti tidak sesuai'), 'I02', 'C', 1),
		);
		const rencana = await tinjau(isi, asesor);
		expect(rencana.masalah.map((m) => m.pesan)).toEqual(['I02: isi Justifikasi untuk nilai yang diubah.']);
		const hasil = await terapkanLembarKerja(asesor, tempat, terapan(rencana.masuk));
		expect(hasil).toMatchObject({ value: { tersimpan: ['I01'], gagal: [] } });
		const p = await readPenilaian(asesor, { instansiId: kota.id, id: tempat.id });
		expect(p.ok && p.value.baris[0]).toMatchObject({
			nilai: 100,
			mandiri: 200,
			justifikasi: 'Bukti tidak sesuai',
		});
	});
	it.skipIf(!adaSoffice)(
		'disimpan ulang oleh LibreOffice tetap sama, dan isinya tetap dibaca',
		async () => {
			await sela('I01', '3', 'Baris satu\r\n  Baris dua\r\n=1+1 "kutip" & <x>');
			const isi = await ubahIsi(await unduh(), (_, xml) => isiSel(xml, 'I02', 'C', 4));
			const [ulang] = ubahOffice(isi, 'xlsx', 'xlsx').values();
			const rencana = await tinjau(ulang ?? Buffer.alloc(0));
			expect(rencana.masalah).toEqual([]);
			expect(rencana.masuk).toMatchObject([{ indikator: 'I02', nilai: '4' }]);
			expect(rencana.sama).toBe(46);
		},
		120_000,
	);
});
