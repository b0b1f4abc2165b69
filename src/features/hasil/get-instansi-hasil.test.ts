import { readSheet } from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { getInstansiHasil } from './get-instansi-hasil.ts';
import { getSaranInstansi } from './get-saran-instansi.ts';
import { getSimpul } from './get-simpul.ts';
import type { InstansiHasil } from './instansi-hasil.schema.ts';
import { listInstansi } from './list-instansi.ts';
import { unduhInstansi } from './unduh-instansi.ts';

/** Adds an institution and its results; each test has its own. */
async function buatInstansi(
	{ db }: Ctx,
	instansi: { slug: string; nama: string; jenis?: string; provinsi_kode?: string | null },
	hasil: { tahun: number; indeks: number; nilai?: Record<string, number>; kolom?: object }[],
): Promise<number> {
	const { id } = await db
		.insertInto('instansi')
		.values({ jenis: 'kota', provinsi_kode: '64', ...instansi })
		.returning('id')
		.executeTakeFirstOrThrow();
	for (const { tahun, indeks, nilai = {}, kolom = {} } of hasil) {
		const baris = await db
			.insertInto('hasil')
			.values({
				instansi_id: id,
				tahun,
				instrumen: tahun < 2021 ? 'spbe-2018' : 'spbe-2020',
				indeks,
				predikat: indeks < 180 ? 'Kurang' : indeks < 260 ? 'Cukup' : indeks < 350 ? 'Baik' : 'Sangat Baik',
				sumber: `laporan ${tahun}`,
				status: 'cocok',
				predikat_turunan: false,
				...kolom,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		for (const [simpul, n] of Object.entries(nilai))
			await db
				.insertInto('hasil_nilai')
				.values({ hasil_id: baris.id, simpul, nilai: n, sumber: null })
				.execute();
	}
	return id;
}

async function buatTahun({ db }: Ctx): Promise<void> {
	await db
		.insertInto('provinsi')
		.values({ kode: '64', nama: 'Kalimantan Timur', pulau: 'Kalimantan' })
		.execute();
	for (const tahun of [2018, 2019, 2020, 2021, 2022, 2023, 2024])
		await db
			.insertInto('tahun_evaluasi')
			.values({
				tahun,
				instrumen: tahun < 2021 ? 'spbe-2018' : 'spbe-2020',
				lengkap: tahun >= 2023,
				aturan_predikat: tahun === 2023 ? 'terbulatkan' : 'persis',
				sumber: 'laporan',
			})
			.execute();
}

describeDatabase('halaman instansi', (get) => {
	const baca = async (slug: string, tahun?: number): Promise<InstansiHasil> => {
		const hasil = await getInstansiHasil(get().ctx, { slug, tahun });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	beforeAll(() => buatTahun(get().ctx));

	it('menampilkan tahun terbaru, atau tahun yang diminta', async () => {
		await buatInstansi(get().ctx, { slug: 'kota-a', nama: 'Kota A' }, [
			{ tahun: 2021, indeks: 244 },
			{ tahun: 2022, indeks: 305 },
		]);
		const terbaru = await baca('kota-a');
		expect(terbaru.tahunAda).toEqual([2022, 2021]);
		expect(terbaru.hasil).toMatchObject({
			tahun: 2022,
			indeks: 305,
			lalu: { tahun: 2021, indeks: 244, selisih: 61 },
		});
		expect((await baca('kota-a', 2021)).hasil).toMatchObject({ tahun: 2021, indeks: 244, lalu: null });
	});

	it('menolak slug yang tidak ada dan tahun tanpa hasil, dan menyarankan instansinya sendiri', async () => {
		await buatInstansi(get().ctx, { slug: 'kota-b', nama: 'Kota B' }, [{ tahun: 2023, indeks: 300 }]);
		expect(await getInstansiHasil(get().ctx, { slug: 'tidak-ada' })).toEqual({
			ok: false,
			reason: 'instansi_tidak_ada',
		});
		expect(await getInstansiHasil(get().ctx, { slug: 'kota-b', tahun: 2020 })).toEqual({
			ok: false,
			reason: 'tahun_tidak_ada',
		});
		expect(await getSaranInstansi(get().ctx, 'kota-b')).toEqual([{ slug: 'kota-b', nama: 'Kota B' }]);
		await buatInstansi(get().ctx, { slug: 'kota-balikpapan', nama: 'Kota Balikpapan' }, []);
		const balikpapan = [{ slug: 'kota-balikpapan', nama: 'Kota Balikpapan' }];
		expect(await getSaranInstansi(get().ctx, 'balikpapan')).toEqual(balikpapan);
		expect(await getSaranInstansi(get().ctx, 'kota-balikpapn')).toEqual(balikpapan);
	});

	it('menemukan instansi tanpa hasil dengan halaman kosong', async () => {
		await buatInstansi(get().ctx, { slug: 'kota-c', nama: 'Kota C' }, []);
		expect(await baca('kota-c')).toMatchObject({ hasil: null, tahunAda: [], kalimat: { id: [], en: [] } });
	});

	it('membaca kementerian tanpa provinsi, dengan peringkat yang seri', async () => {
		const kolom = { p_nasional: 3, n_nasional: 615, lalu_nasional: 5, p_jenis: 1, n_jenis: 34 };
		const kementerian = { jenis: 'kementerian', provinsi_kode: null };
		await buatInstansi(get().ctx, { slug: 'kem-a', nama: 'Kementerian A', ...kementerian }, [
			{ tahun: 2024, indeks: 477, kolom },
		]);
		await buatInstansi(get().ctx, { slug: 'kota-d', nama: 'Kota D' }, [{ tahun: 2024, indeks: 477 }]);
		const { hasil, instansi } = await baca('kem-a');
		expect(instansi.provinsi).toBeNull();
		expect(hasil?.peringkat).toEqual([
			{ lingkup: 'jenis', tempat: 'kementerian', p: 1, n: 34, lalu: null, bersama: 0 },
			{ lingkup: 'nasional', tempat: '', p: 3, n: 615, lalu: 5, bersama: 1 },
		]);
	});

	it('mengutip klaim dan tidak memberi peringkat pada tahun yang daftarnya tidak lengkap', async () => {
		const id = await buatInstansi(get().ctx, { slug: 'kota-e', nama: 'Kota E' }, [
			{ tahun: 2022, indeks: 305, kolom: { p_nasional: 1, n_nasional: 20 } },
		]);
		const klaim = {
			teks_id: 'tertinggi di Kalimantan Timur',
			teks_en: 'the highest in Kalimantan Timur',
			sumber: 'berita',
		};
		await get()
			.ctx.db.insertInto('klaim')
			.values({ instansi_id: id, tahun: 2022, ...klaim })
			.execute();
		const { hasil, kalimat, tren } = await baca('kota-e');
		expect(hasil).toMatchObject({
			peringkat: [],
			klaim: [{ id: klaim.teks_id, en: klaim.teks_en, sumber: 'berita' }],
		});
		expect(kalimat.id).toContain('Menurut sumber, Kota E tertinggi di Kalimantan Timur.');
		expect(tren.find((t) => t.tahun === 2022)?.status).toBe('menurut_sumber');
	});

	it('tidak membandingkan hasil 2018 dengan instrumen sesudahnya', async () => {
		await buatInstansi(get().ctx, { slug: 'kab-a', nama: 'Kabupaten A', jenis: 'kabupaten' }, [
			{ tahun: 2018, indeks: 185 },
			{ tahun: 2021, indeks: 136 },
		]);
		const { hasil, tren } = await baca('kab-a');
		expect(hasil).toMatchObject({ lalu: null, jedaSampai: 2018 });
		expect([...new Set(tren.map((t) => t.instrumen))]).toEqual(['SPBE 2018', 'SPBE 2020', 'Pemdi 2026']);
		expect((await baca('kab-a', 2018)).hasil?.instrumen).toMatchObject({
			id: 'spbe-2018',
			singkatan: 'SPBE 2018',
		});
	});

	it('menandai baris meragukan dalam kalimatnya', async () => {
		const kolom = { status: 'meragukan', alasan: 'domain_kosong:D1' };
		await buatInstansi(
			get().ctx,
			{ slug: 'kem-b', nama: 'Kementerian B', jenis: 'kementerian', provinsi_kode: null },
			[{ tahun: 2024, indeks: 360, kolom, nilai: { D2: 430, D3: 182, D4: 375 } }],
		);
		const { kalimat } = await baca('kem-b');
		expect(kalimat.id.find((k) => k.startsWith('Angka ini ditandai meragukan:'))).toContain(
			'Kebijakan Internal SPBE kosong',
		);
		expect(kalimat.en.some((k) => k.startsWith('This figure is marked doubtful:'))).toBe(true);
	});

	it('menyandingkan target nasional, kutipannya, dan target sendiri pada tahunnya', async () => {
		const id = await buatInstansi(get().ctx, { slug: 'kota-f', nama: 'Kota F' }, [
			{ tahun: 2022, indeks: 305 },
		]);
		for (const t of [
			{ instansi_id: null, tahun: 2022, nilai: 260, sumber: 'peraturan' },
			{ instansi_id: id, tahun: 2022, nilai: 310, sumber: 'berita' },
			{ instansi_id: id, tahun: 2023, nilai: 320, sumber: 'berita' },
		])
			await get().ctx.db.insertInto('target').values(t).execute();
		const { hasil, target } = await baca('kota-f');
		expect(hasil?.targetNasional).toMatchObject([{ nilai: 260, selisih: 45, capaian: 'melampaui' }]);
		expect(hasil?.targetSendiri).toMatchObject([{ nilai: 310, selisih: -5, capaian: 'belum' }]);
		expect(target.map((t) => [t.tahun, t.nilai, t.milik])).toContainEqual([2023, 320, 'instansi']);
	});

	it('menyandingkan domain dengan rerata jenis dan provinsinya', async () => {
		await buatInstansi(get().ctx, { slug: 'kota-g', nama: 'Kota G' }, [
			{ tahun: 2023, indeks: 375, nilai: { D1: 460, D2: 370, D3: 227, D4: 407 } },
		]);
		for (const [kelompok, kunci] of [
			['jenis', 'kota'],
			['provinsi', '64'],
			['jenis', 'kabupaten'],
		] as const)
			await get()
				.ctx.db.insertInto('rerata')
				.values({
					tahun: 2023,
					kelompok,
					kunci,
					simpul: 'D3',
					jumlah: kunci === 'kota' ? 500n : 301n,
					banyak: 2,
				})
				.execute();
		const { hasil } = await baca('kota-g');
		expect(hasil?.simpul.find((s) => s.id === 'D3')).toMatchObject({ tipe: 250, provinsi: 151 });
		expect(hasil?.menahan[0]).toMatchObject({ simpul: { id: 'D3' }, selisihTipe: -23 });
	});

	it('menjelaskan satu simpul dengan rumus dan komponennya', async () => {
		await buatInstansi(get().ctx, { slug: 'kota-h', nama: 'Kota H' }, [
			{ tahun: 2022, indeks: 305, nilai: { D2: 260, A2: 175, A3: 325, A4: 300, I35: 400 } },
		]);
		const d2 = await getSimpul(get().ctx, { slug: 'kota-h', tahun: 2022, simpul: 'D2' });
		expect(d2).toMatchObject({ ok: true, value: { rumus: { hasil: '2.6', cocok: true }, kriteria: null } });
		const i35 = await getSimpul(get().ctx, { slug: 'kota-h', tahun: 2022, simpul: 'I35' });
		expect(i35).toMatchObject({ ok: true, value: { kriteria: { level: '4', nama: 'Kolaborasi' } } });
		const i01 = await getSimpul(get().ctx, { slug: 'kota-h', tahun: 2022, simpul: 'I01' });
		expect(i01).toEqual({ ok: false, reason: 'simpul_tidak_ada' });
	});

	it('mengunduh semua tahun sebagai CSV, XLSX, dan JSON', async () => {
		const { ctx } = get();
		await buatInstansi(ctx, { slug: 'kota-i', nama: 'Kota I' }, [
			{ tahun: 2021, indeks: 244 },
			{ tahun: 2022, indeks: 305, nilai: { D2: 260 } },
		]);
		const ambil = async (format: 'csv' | 'xlsx' | 'json') => {
			const hasil = await unduhInstansi(ctx, { slug: 'kota-i', format });
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value;
		};
		const csv = await ambil('csv');
		expect(csv.nama).toBe('kota-i-hasil-spbe.csv');
		const json = JSON.parse(String((await ambil('json')).isi)) as {
			hasil: { tahun: number; simpul: string; nilaiMin: string }[];
		};
		expect(json.hasil.map((b) => [b.tahun, b.simpul, b.nilaiMin])).toContainEqual([2022, 'D2', '2.60']);
		expect(String(csv.isi).trimEnd().split('\r\n')).toHaveLength(json.hasil.length + 1);
		const lembar = await readSheet(Buffer.from((await ambil('xlsx')).isi));
		expect(lembar).toHaveLength(json.hasil.length + 1);
	});

	it('mendaftar instansi dengan hasil terbarunya menurut jenis dan provinsi', async () => {
		await buatInstansi(get().ctx, { slug: 'prov-a', nama: 'Provinsi A', jenis: 'provinsi' }, [
			{ tahun: 2023, indeks: 342 },
			{ tahun: 2024, indeks: 333 },
		]);
		const daftar = await listInstansi(get().ctx, { jenis: 'provinsi', provinsi: '64' });
		expect(daftar.huruf).toMatchObject([
			{ huruf: 'A', anggota: [{ slug: 'prov-a', tahun: 2024, indeks: 333 }] },
		]);
		expect(daftar.namaProvinsi).toBe('Kalimantan Timur');
	});

	it('menunjukkan angka yang pernah dikoreksi', async () => {
		const { ctx } = get();
		const id = await buatInstansi(ctx, { slug: 'kota-j', nama: 'Kota J' }, [{ tahun: 2023, indeks: 375 }]);
		const { id: hasilId } = await ctx.db
			.selectFrom('hasil')
			.select('id')
			.where('instansi_id', '=', id)
			.executeTakeFirstOrThrow();
		await ctx.db
			.insertInto('hasil_riwayat')
			.values({
				hasil_id: hasilId,
				isi: JSON.stringify({ indeks: 357, predikat: 'Baik', nilai: { D3: 200 } }),
				sumber: 'salinan lama',
				diganti: new Date('2026-11-01T00:00:00Z'),
			})
			.execute();
		expect((await baca('kota-j')).koreksi).toEqual([
			{
				tahun: 2023,
				sumber: 'salinan lama',
				diganti: '2026-11-01T00:00:00.000Z',
				indeks: 357,
				predikat: 'Baik',
				nilai: [{ simpul: 'D3', nilai: 200 }],
			},
		]);
	});
});
