import { beforeAll, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { cariInstansi } from './cari-instansi.ts';
import { getBeranda } from './get-beranda.ts';
import { muatAwal } from './muat-awal.ts';

describeDatabase('beranda dan pencarian dengan hasil yang diumumkan', (get) => {
	beforeAll(() => muatAwal(get().ctx), 120_000);

	it('angka nasional ialah yang diumumkan, dan rerata daftar berdiri di sampingnya', async () => {
		const { nasional, tren } = await getBeranda(get().ctx, {});
		expect(nasional).toMatchObject({
			tahun: 2024,
			nilai: 312,
			predikat: 'Baik',
			lalu: { tahun: 2023, selisih: 33 },
			rerata: 317,
			banyak: 615,
			target: { nilai: 260 },
		});
		expect(tren.nasional.map((t) => [t.tahun, t.nilai])).toEqual([
			[2018, 198],
			[2019, 218],
			[2020, 226],
			[2021, 224],
			[2022, 234],
			[2023, 279],
			[2024, 312],
		]);
	});

	it('sebaran predikat hanya untuk tahun lengkap, dan jumlahnya sebanyak daftarnya', async () => {
		const { sebaran } = await getBeranda(get().ctx, {});
		expect(sebaran.predikat).toEqual(['Kurang', 'Cukup', 'Baik', 'Sangat Baik', 'Memuaskan']);
		expect(sebaran.tahun.map((t) => [t.tahun, t.jumlah.reduce((a, b) => a + b, 0)])).toEqual([
			[2023, 621],
			[2024, 615],
		]);
		expect(sebaran.sebagian).toEqual([2018, 2019, 2020, 2021, 2022, 2025]);
	});

	it('peta memuat rerata dan banyaknya instansi setiap provinsi menurut tahun dan jenis', async () => {
		const { db } = get().ctx;
		const { peta } = await getBeranda(get().ctx, { tahun: 2023, jenis: 'kota' });
		expect([peta?.tahun, peta?.jenis, peta?.tahunAda]).toEqual([2023, 'kota', [2024, 2023]]);
		const indeks = await db
			.selectFrom('hasil')
			.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
			.select('hasil.indeks')
			.where('hasil.tahun', '=', 2023)
			.where('instansi.jenis', '=', 'kota')
			.where('instansi.provinsi_kode', '=', '64')
			.execute();
		const jumlah = indeks.reduce((n, h) => n + h.indeks, 0);
		expect(peta?.provinsi.find((p) => p.kode === '64')).toMatchObject({
			jumlah: indeks.length,
			nilai: Math.floor((2 * jumlah + indeks.length) / (2 * indeks.length)),
		});
		const semua = await getBeranda(get().ctx, {});
		expect(semua.peta?.provinsi.length).toBe(38);
	});

	it('isian yang tidak dikenal kembali ke tahun lengkap terbaru dan semua jenis', async () => {
		const { peta } = await getBeranda(get().ctx, { tahun: 2022, jenis: 'kerajaan' });
		expect([peta?.tahun, peta?.jenis]).toEqual([2024, null]);
	});

	it('yang paling naik dan turun benar-benar yang terbesar, dan pembanding yang meragukan ditandai', async () => {
		const { penggerak } = await getBeranda(get().ctx, {});
		const { rows } = await get()
			.ctx.db.selectFrom('hasil')
			.select('selisih')
			.where('tahun', '=', 2024)
			.where('selisih', 'is not', null)
			.execute()
			.then((rows) => ({ rows: rows.map((r) => Number(r.selisih)).sort((a, b) => b - a) }));
		expect(penggerak?.naik.map((p) => p.selisih)).toEqual(rows.slice(0, 10));
		expect(penggerak?.turun.map((p) => p.selisih)).toEqual(rows.slice(-10).reverse());
		expect(penggerak?.naik.find((p) => p.slug === 'kabupaten-banyuasin')).toMatchObject({
			statusLalu: 'meragukan',
		});
	});

	it.each([
		['balikpapn', 'kota-balikpapan'],
		['Balik', 'kota-balikpapan'],
		['kota balikpapan', 'kota-balikpapan'],
		['pemkot balikpapan', 'kota-balikpapan'],
		['64.71', 'kota-balikpapan'],
		['6471', 'kota-balikpapan'],
		['kutai kartanegra', 'kabupaten-kutai-kartanegara'],
		['kab. kutai timur', 'kabupaten-kutai-timur'],
		['prov kaltim kalimantan timur', 'provinsi-kalimantan-timur'],
		['timur kalimantan provinsi', 'provinsi-kalimantan-timur'],
		['pertanian', 'kementerian-pertanian'],
	])('“%s” menemukan %s di urutan teratas', async (q, slug) => {
		expect((await cariInstansi(get().ctx, q))[0]?.slug).toBe(slug);
	});

	it('menyertakan hasil terbaru; yang tidak mirip apa pun tidak menemukan apa pun', async () => {
		const [balikpapan] = await cariInstansi(get().ctx, 'balikpapan');
		expect(balikpapan).toMatchObject({
			nama: 'Kota Balikpapan',
			tahun: 2024,
			indeks: 396,
			predikat: 'Sangat Baik',
			tingkat: 4,
		});
		for (const q of ['zzzzqq', '', '   ', '!!!', '*'.repeat(100)])
			expect(await cariInstansi(get().ctx, q)).toEqual([]);
	});

	it('menemukan instansi yang baru dimuat sesudah indeks dibuat', async () => {
		const { db } = get().ctx;
		await cariInstansi(get().ctx, 'apa saja');
		await db
			.insertInto('instansi')
			.values({
				slug: 'kota-antah',
				nama: 'Kota Antah Berantah',
				jenis: 'kota',
				provinsi_kode: '64',
				kode_wilayah: null,
			})
			.execute();
		await db
			.updateTable('versi_data')
			.set((eb) => ({ nomor: eb('nomor', '+', 1n) }))
			.execute();
		expect((await cariInstansi(get().ctx, 'antah'))[0]?.slug).toBe('kota-antah');
	});
});
