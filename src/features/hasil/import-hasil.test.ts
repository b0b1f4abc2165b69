import { beforeAll, expect, it, vi } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { exportHasil } from './export-hasil.ts';
import { anggotaXlsx, barisIndeks, barisXml, buatBaris, buatCsv, buatZip, kepala } from './import-contoh.ts';
import { impor, jejak } from './import-uji.ts';
import { muatAwal } from './muat-awal.ts';

async function bacaHasil(ctx: Ctx, slug: string, tahun: number) {
	return await ctx.db
		.selectFrom('hasil as h')
		.innerJoin('instansi as i', 'i.id', 'h.instansi_id')
		.selectAll('h')
		.where('i.slug', '=', slug)
		.where('h.tahun', '=', tahun)
		.executeTakeFirstOrThrow();
}

async function bacaTeks(ctx: Ctx, format: 'csv' | 'json', tahun?: number) {
	const hasil = await exportHasil(ctx, { format, tahun });
	if (!hasil.ok) throw new Error(hasil.reason);
	let teks = '';
	for await (const bagian of hasil.value.isi) teks += String(bagian);
	return teks;
}

async function bacaBytes(ctx: Ctx, tahun: number): Promise<Buffer> {
	const hasil = await exportHasil(ctx, { format: 'xlsx', tahun });
	if (!hasil.ok) throw new Error(hasil.reason);
	const bagian: Uint8Array[] = [];
	for await (const b of hasil.value.isi) bagian.push(b as Uint8Array);
	return Buffer.concat(bagian);
}

describeDatabase('impor hasil', (get) => {
	beforeAll(async () => {
		await muatAwal(get().ctx);
	}, 60_000);

	it('hanya untuk operator', async () => {
		const ctx: Ctx = { ...get().ctx, who: { jenis: 'publik' } };
		expect(await impor(ctx, buatCsv([buatBaris()]))).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});

	it('menyebut semua masalah satu baris dan kedua baris yang ganda', async () => {
		const hasil = await impor(
			get().ctx,
			buatCsv([buatBaris({ index: 'x', type: 'desa' }), buatBaris(), buatBaris()]),
		);
		expect(hasil).toMatchObject({ ok: false, reason: 'baris_ditolak', baik: 0, ditolak: 3 });
		const masalah = hasil.ok || hasil.reason === 'tidak_berwenang' ? [] : hasil.masalah;
		expect(masalah.map((m) => [m.baris, m.kolom])).toEqual([
			[2, 'index'],
			[2, 'type'],
			[3, 'institution'],
			[4, 'institution'],
		]);
	});

	it('memuat daftar ber-titik-koma dan desimal koma; kedua kalinya tidak mengubah apa pun', async () => {
		const { ctx } = get();
		const isi = buatCsv(
			[
				buatBaris({
					index: '3,96',
					d1_kebijakan: '4,5',
					d2_tata_kelola: '3,9',
					d3_manajemen: '2,64',
					d4_layanan: '4,32',
				}),
				barisIndeks({ institution: 'KAB. PASER', type: 'kabupaten', index: '2,9' }),
			],
			';',
		);
		const pertama = await impor(ctx, isi);
		expect(pertama).toMatchObject({
			ok: true,
			value: { baru: 2, koreksi: 0, sama: 0, ditolak: 0, tahun: [2025], tahunTidakLengkap: [2025] },
		});
		const sesudah = await jejak(ctx);
		expect(await impor(ctx, isi)).toMatchObject({ ok: true, value: { baru: 0, koreksi: 0, sama: 2 } });
		expect(await jejak(ctx)).toEqual(sesudah);
		expect(await bacaHasil(ctx, 'kota-balikpapan', 2025)).toMatchObject({
			indeks: 396,
			indeks_lalu: 396,
			selisih: 0,
			status: 'cocok',
			p_nasional: null,
		});
		expect(await bacaHasil(ctx, 'kabupaten-paser', 2025)).toMatchObject({
			indeks: 290,
			predikat: 'Baik',
			predikat_turunan: true,
			status: 'belum_lengkap',
		});
	});

	it('memuat XLSX yang sama dengan CSV-nya', async () => {
		const baris = buatBaris({
			institution: 'Kota Bontang',
			index: '3.05',
			d1_kebijakan: '',
			d2_tata_kelola: '',
			d3_manajemen: '',
			d4_layanan: '',
			predicate: 'Baik',
		});
		const xlsx = buatZip(
			anggotaXlsx(
				barisXml(1, kepala) +
					barisXml(2, baris, { A2: '<c r="A2"><v>2025</v></c>', E2: '<c r="E2"><v>3.05</v></c>' }),
			),
		);
		expect(await impor(get().ctx, xlsx)).toMatchObject({ ok: true, value: { baru: 1 } });
		expect(await impor(get().ctx, buatCsv([baris]))).toMatchObject({ ok: true, value: { baru: 0, sama: 1 } });
	});

	it('sebagian: baris baik ditulis, yang lain disebut', async () => {
		const isi = buatCsv([
			barisIndeks({ institution: 'Kota Samarinda', index: '3.1' }),
			barisIndeks({ institution: 'Kota Atlantis' }),
			barisIndeks({ institution: 'Kota Tarakan', province: 'Kalimantan Utara', index: '9' }),
		]);
		const hasil = await impor(get().ctx, isi, { sebagian: true });
		expect(hasil).toMatchObject({ ok: true, value: { baru: 1, ditolak: 2 } });
		expect(hasil.ok && hasil.value.masalah.map((m) => m.baris)).toEqual([3, 4]);
		const semuaSalah = await impor(get().ctx, buatCsv([barisIndeks({ index: '9' })]), { sebagian: true });
		expect(semuaSalah).toMatchObject({ ok: false, reason: 'baris_ditolak' });
	});

	it('koreksi menyimpan angka lama dengan sumber dan waktunya, dan rincian yang tidak disebut tetap', async () => {
		const { ctx } = get();
		const lama = await bacaHasil(ctx, 'kota-balikpapan', 2022);
		const isi = buatCsv([
			buatBaris({
				year: '2022',
				index: '3.06',
				predicate: 'Baik',
				source: 'Ralat',
				d1_kebijakan: '',
				d2_tata_kelola: '',
				d3_manajemen: '',
				d4_layanan: '',
			}),
		]);
		expect(await impor(ctx, isi)).toMatchObject({ ok: true, value: { baru: 0, koreksi: 1 } });
		const baru = await bacaHasil(ctx, 'kota-balikpapan', 2022);
		expect(baru).toMatchObject({
			id: lama.id,
			indeks: 306,
			sumber: 'Ralat',
			selisih: 62,
			salah_satu: lama.salah_satu,
		});
		const riwayat = await ctx.db
			.selectFrom('hasil_riwayat')
			.selectAll()
			.where('hasil_id', '=', lama.id)
			.execute();
		expect(riwayat).toMatchObject([{ sumber: lama.sumber, diganti: ctx.clock(), impor_id: baru.impor_id }]);
		expect(riwayat[0]?.isi).toMatchObject({
			indeks: 305,
			predikat: 'Baik',
			nilai: { A2: 175, D2: 260, I35: 400 },
		});
		const nilai = await ctx.db
			.selectFrom('hasil_nilai')
			.selectAll()
			.where('hasil_id', '=', lama.id)
			.orderBy('simpul')
			.execute();
		expect(nilai.find((n) => n.simpul === 'D2')).toMatchObject({ nilai: 260, sumber: lama.sumber });
		expect(nilai).toHaveLength(8);
	});

	it('angka nasional yang dikoreksi menyimpan yang lama', async () => {
		const { ctx } = get();
		const nasional = barisIndeks({
			year: '2025',
			institution: 'Nasional',
			type: 'nasional',
			province: '',
			index: '3.2',
		});
		expect(await impor(ctx, buatCsv([nasional]))).toMatchObject({ ok: true, value: { baru: 1 } });
		const ralat = nasional.map((sel) => (sel === '3.2' ? '3.21' : sel));
		expect(await impor(ctx, buatCsv([ralat]))).toMatchObject({ ok: true, value: { koreksi: 1 } });
		const lama = await ctx.db.selectFrom('nasional_riwayat').selectAll().execute();
		expect(lama).toMatchObject([{ tahun: 2025, simpul: 'indeks', nilai: 320, sumber: 'Laporan uji' }]);
	});

	it('predikat yang tidak sesuai indeksnya dimuat sebagai meragukan dan diperingatkan', async () => {
		const isi = buatCsv([
			barisIndeks({
				institution: 'Kota Tarakan',
				province: 'Kalimantan Utara',
				index: '3.4',
				predicate: 'Memuaskan',
			}),
		]);
		const hasil = await impor(get().ctx, isi);
		expect(hasil).toMatchObject({
			ok: true,
			value: { baru: 1, peringatan: [{ baris: 2, kode: 'meragukan' }] },
		});
		expect(await bacaHasil(get().ctx, 'kota-tarakan', 2025)).toMatchObject({
			status: 'meragukan',
			predikat: 'Memuaskan',
		});
	});

	it('tahun baru memakai instrumennya, instansi pusat baru hanya bila diizinkan, daftar lengkap bila dinyatakan', async () => {
		const { ctx } = get();
		const baru = { year: '2026', province: '', type: 'kementerian', institution: 'Kementerian Uji Coba' };
		const daftar = [
			barisIndeks({ ...baru, index: '3.5' }),
			barisIndeks({ year: '2026', index: '3.1' }),
			barisIndeks({ year: '2026', institution: 'Kota Bontang', index: '3.1' }),
			barisIndeks({ year: '2026', institution: 'Kota Samarinda', index: '2.9' }),
		];
		expect(await impor(ctx, buatCsv(daftar))).toMatchObject({ ok: false, reason: 'baris_ditolak' });
		const hasil = await impor(ctx, buatCsv(daftar), { instansiBaru: true, lengkap: true });
		expect(hasil).toMatchObject({
			ok: true,
			value: { baru: 4, instansiBaru: ['Kementerian Uji Coba'], tahunTidakLengkap: [] },
		});
		const peringkat = await Promise.all(
			['kementerian-uji-coba', 'kota-balikpapan', 'kota-bontang', 'kota-samarinda'].map(async (slug) => {
				const { instrumen, predikat, p_nasional, n_nasional, p_provinsi, lalu_nasional, selisih } =
					await bacaHasil(ctx, slug, 2026);
				return [instrumen, predikat, p_nasional, n_nasional, p_provinsi, lalu_nasional, selisih];
			}),
		);
		expect(peringkat).toEqual([
			['pemdi-2026', 'Sangat Baik', 1, 4, null, null, null],
			['pemdi-2026', 'Baik', 2, 4, 1, null, null],
			['pemdi-2026', 'Baik', 2, 4, 1, null, null],
			['pemdi-2026', 'Baik', 4, 4, 3, null, null],
		]);
	});

	it('yang diekspor dapat diimpor lagi tanpa mengubah apa pun, rumus dalam teks dilumpuhkan', async () => {
		const { ctx } = get();
		const nakal = barisIndeks({
			institution: 'Kota Singkawang',
			province: 'Kalimantan Barat',
			source: '=HYPERLINK("x")',
			note: '-1, "dua"\nbaris',
		});
		expect(await impor(ctx, buatCsv([nakal]))).toMatchObject({ ok: true, value: { baru: 1 } });
		const teks = await bacaTeks(ctx, 'csv');
		expect(teks).toContain(`"'=HYPERLINK(""x"")"`);
		expect(teks).toContain(`"'-1, ""dua""\nbaris; predikat diturunkan dari pita indeks"`);
		const sebelum = await jejak(ctx);
		const ulang = await impor(ctx, Buffer.from(teks));
		expect(ulang).toMatchObject({ ok: true, value: { baru: 0, koreksi: 0, ditolak: 0, peringatan: [] } });
		expect(await jejak(ctx)).toEqual(sebelum);
	});

	it('ekspor XLSX dari data yang sama berisi byte yang sama, kapan pun dibuat', async () => {
		const buat = () => bacaBytes(get().ctx, 2022);
		vi.useFakeTimers({ now: new Date('2026-01-01T00:00:00Z'), toFake: ['Date'] });
		const pertama = await buat();
		vi.setSystemTime(new Date('2026-06-01T12:34:56Z'));
		const kedua = await buat();
		vi.useRealTimers();
		expect(kedua.equals(pertama)).toBe(true);
	});

	it('ekspor XLSX dapat diimpor lagi; JSON dapat dibaca; tahun yang tidak ada ditolak', async () => {
		const { ctx } = get();
		expect(await impor(ctx, await bacaBytes(ctx, 2024))).toMatchObject({
			ok: true,
			value: { baru: 0, koreksi: 0, sama: 616, peringatan: [] },
		});
		const json = JSON.parse(await bacaTeks(ctx, 'json', 2024));
		expect(json.nasional).toMatchObject([{ tahun: 2024, nilai: { indeks: '3.12' } }]);
		expect(json.hasil).toHaveLength(615);
		expect(await exportHasil(ctx, { format: 'csv', tahun: 1999 })).toEqual({
			ok: false,
			reason: 'tahun_tidak_ada',
		});
	});
});
