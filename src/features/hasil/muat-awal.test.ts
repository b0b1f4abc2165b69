import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import type { SimpulanTersimpan } from './hasil-simpulan.rules.ts';
import { barisIndeks, buatCsv } from './import-contoh.ts';
import { importHasil } from './import-hasil.ts';
import { type LangkahMuat, muatAwal } from './muat-awal.ts';

describeDatabase('muat awal', (get) => {
	const langkah: LangkahMuat[] = [];
	beforeAll(async () => {
		await muatAwal(get().ctx, (l) => langkah.push(l));
	}, 60_000);

	const listBalikpapan = (ctx: Ctx) =>
		ctx.db
			.selectFrom('hasil as h')
			.innerJoin('instansi as i', 'i.id', 'h.instansi_id')
			.selectAll('h')
			.where('i.slug', '=', 'kota-balikpapan')
			.orderBy('h.tahun')
			.execute();

	it('memuat semua hasil, angka nasional terpisah dari instansi', async () => {
		const { db } = get().ctx;
		const hasil = await db.selectFrom('hasil').select(['tahun', 'status', 'alasan']).execute();
		expect(hasil).toHaveLength(1281);
		expect(hasil.filter((h) => h.tahun === 2023)).toHaveLength(621);
		expect(hasil.filter((h) => h.tahun === 2024)).toHaveLength(615);
		const nasional = await db
			.selectFrom('nasional')
			.selectAll()
			.where('simpul', '=', 'indeks')
			.orderBy('tahun')
			.execute();
		expect(nasional.map((n) => n.nilai)).toEqual([198, 218, 226, 224, 234, 279, 312]);
		expect(langkah.at(-1)).toEqual({ nama: 'peringkat', selesai: 1281, jumlah: 1281 });
	});

	it('memuat 38 provinsi, 508 kabupaten dan kota tanpa enam wilayah administrasi Jakarta, masing-masing berkode', async () => {
		const daerah = await get()
			.ctx.db.selectFrom('instansi')
			.selectAll()
			.where('kode_wilayah', 'is not', null)
			.execute();
		const banyak = (jenis: string) => daerah.filter((d) => d.jenis === jenis).length;
		expect([banyak('provinsi'), banyak('kabupaten'), banyak('kota')]).toEqual([38, 415, 93]);
		expect(daerah.filter((d) => d.kode_wilayah?.startsWith('31.'))).toEqual([]);
		expect(
			daerah
				.filter((d) => /^kabupaten-(deiyai|dogiyai)$/.test(d.slug))
				.map((d) => d.kode_wilayah)
				.sort(),
		).toEqual(['94.06', '94.08'].sort());
	});

	it('tepat tiga hasil 2023 dan 2024 meragukan, dengan alasannya', async () => {
		const ragu = await get()
			.ctx.db.selectFrom('hasil as h')
			.innerJoin('instansi as i', 'i.id', 'h.instansi_id')
			.select(['i.nama', 'h.tahun', 'h.alasan'])
			.where('h.status', '=', 'meragukan')
			.orderBy('i.nama')
			.execute();
		expect(ragu).toEqual([
			{ nama: 'Kabupaten Banyuasin', tahun: 2023, alasan: 'domain_di_bawah_skala:D4' },
			{ nama: 'Kementerian Energi dan Sumber Daya Mineral', tahun: 2024, alasan: 'domain_kosong:D1' },
			{ nama: 'Kementerian Pertanian', tahun: 2024, alasan: 'domain_kosong:D1' },
		]);
	});

	it('Balikpapan: indeks, perubahan, dan peringkat di provinsi dan di Kalimantan', async () => {
		const hasil = await listBalikpapan(get().ctx);
		expect(hasil.map((h) => [h.tahun, h.indeks, h.selisih])).toEqual([
			[2021, 244, null],
			[2022, 305, 61],
			[2023, 375, 70],
			[2024, 396, 21],
		]);
		expect(hasil.map((h) => [h.p_provinsi, h.n_provinsi, h.p_pulau, h.n_pulau, h.lalu_pulau])).toEqual([
			[null, null, null, null, null],
			[null, null, null, null, null],
			[1, 11, 2, 61, null],
			[1, 11, 3, 61, 2],
		]);
	});

	it('Balikpapan 2022: yang diumumkan disimpan, yang menyusul darinya dihitung', async () => {
		const { ctx } = get();
		const h = (await listBalikpapan(ctx))[1];
		const nilai = await ctx.db
			.selectFrom('hasil_nilai')
			.selectAll()
			.where('hasil_id', '=', h?.id ?? 0)
			.execute();
		expect(Object.fromEntries(nilai.map((n) => [n.simpul, n.nilai]))).toEqual({
			A2: 175,
			A3: 325,
			A4: 300,
			A5: 175,
			A6: 100,
			A7: 370,
			D2: 260,
			I35: 400,
		});
		expect(h).toMatchObject({
			status: 'cocok',
			salah_satu: [{ indikator: ['I45', 'I46', 'I47'], nilai: 400 }],
		});
		expect(h?.simpulan).toMatchObject({
			simpul: {
				D3: { min: '17/11', maks: '17/11', tampil: [155, 155] },
				I29: { min: '1', maks: '1' },
				A1: { tampil: [200, 500] },
				A8: { tampil: [267, 483] },
			},
			pasangan: { simpul: ['A1', 'A8'] },
		});
		expect((h?.simpulan as SimpulanTersimpan | undefined)?.pasangan?.nilai).toHaveLength(11);
	});

	it('peringkat yang sama berbagi nomor dan nomor berikutnya melompat', async () => {
		const hasil = await get()
			.ctx.db.selectFrom('hasil')
			.select(['indeks', 'p_nasional', 'n_nasional'])
			.where('tahun', '=', 2024)
			.execute();
		for (const h of hasil) {
			expect(h.p_nasional).toBe(1 + hasil.filter((lain) => lain.indeks > h.indeks).length);
			expect(h.n_nasional).toBe(615);
		}
	});

	it('rerata daftar, jenis, provinsi, dan pulau hanya untuk tahun lengkap', async () => {
		const rerata = await get()
			.ctx.db.selectFrom('rerata')
			.selectAll()
			.where('simpul', '=', 'indeks')
			.execute();
		expect([...new Set(rerata.map((r) => r.tahun))].sort()).toEqual([2023, 2024]);
		const cari = (kelompok: string, kunci: string) => {
			const r = rerata.find((x) => x.tahun === 2024 && x.kelompok === kelompok && x.kunci === kunci);
			return r && [r.banyak, (2n * r.jumlah + BigInt(r.banyak)) / (2n * BigInt(r.banyak))];
		};
		expect(cari('daftar', '')).toEqual([615, 317n]);
		expect(cari('jenis', 'kota')?.[0]).toBe(93);
		expect(cari('provinsi', '64')?.[0]).toBe(11);
		expect(cari('pulau', 'Kalimantan')?.[0]).toBe(61);
		expect(cari('provinsi_jenis', '64 kota')?.[0]).toBe(3);
	});

	it('target dan klaim bersumber', async () => {
		const { db } = get().ctx;
		const target = await db
			.selectFrom('target')
			.select(['tahun', 'nilai', 'instansi_id'])
			.where('tahun', '=', 2022)
			.orderBy('nilai')
			.execute();
		expect(target.map((t) => [t.nilai, t.instansi_id === null])).toEqual([
			[260, true],
			[270, true],
			[310, false],
		]);
		expect(await db.selectFrom('klaim').selectAll().execute()).toHaveLength(2);
	});

	it('kedua kalinya tidak menulis apa pun', async () => {
		const { ctx } = get();
		const versi = await ctx.db.selectFrom('versi_data').selectAll().execute();
		expect(await muatAwal(ctx)).toBe(false);
		expect(await ctx.db.selectFrom('versi_data').selectAll().execute()).toEqual(versi);
	});

	it('berkas bawaan yang berubah digabungkan tanpa menimpa hasil yang diimpor', async () => {
		const { ctx } = get();
		const baris = barisIndeks({
			year: '2021',
			institution: 'Kota Balikpapan',
			index: '2.45',
			source: 'Ralat setempat',
		});
		await importHasil(ctx, { berkas: 'ralat.csv', isi: buatCsv([baris]) });
		const project = mkdtempSync(join(tmpdir(), 'matang-muat-'));
		cpSync(join(ctx.dir.project, 'data'), join(project, 'data'), { recursive: true });
		symlinkSync(join(ctx.dir.project, 'instruments'), join(project, 'instruments'));
		const path = join(project, 'data', 'hasil.csv');
		const lama = readFileSync(path, 'utf8');
		writeFileSync(
			path,
			lama
				.replace('kota,Kalimantan Timur,2.44', 'kota,Kalimantan Timur,2.43')
				.replace('kabupaten,Kalimantan Timur,2.83', 'kabupaten,Kalimantan Timur,2.84'),
		);
		expect(await muatAwal({ ...ctx, dir: { ...ctx.dir, project } })).toBe(true);
		rmSync(project, { recursive: true });
		expect((await listBalikpapan(ctx))[0]).toMatchObject({ indeks: 245, sumber: 'Ralat setempat' });
		const riwayat = await ctx.db
			.selectFrom('hasil_riwayat')
			.selectAll()
			.where('impor_id', 'is', null)
			.execute();
		expect(riwayat).toMatchObject([{ isi: { indeks: 283 }, sumber: 'dailykaltim.co' }]);
		expect(await ctx.db.selectFrom('hasil').select('id').execute()).toHaveLength(1281);
	}, 60_000);
});
