import { beforeAll, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { getInstansiHasil } from './get-instansi-hasil.ts';
import { getSimpul } from './get-simpul.ts';
import { listInstansi } from './list-instansi.ts';
import { muatAwal } from './muat-awal.ts';

describeDatabase('halaman instansi dengan hasil yang diumumkan', (get) => {
	const baca = async (slug: string, tahun?: number) => {
		const hasil = await getInstansiHasil(get().ctx, { slug, tahun });
		if (!hasil.ok || !hasil.value.hasil) throw new Error(`${slug} ${tahun}`);
		return { ...hasil.value, hasil: hasil.value.hasil };
	};
	beforeAll(() => muatAwal(get().ctx, () => undefined), 120_000);

	it.each([
		[2021, 244, null],
		[2022, 305, 61],
		[2023, 375, 70],
		[2024, 396, 21],
	])('Kota Balikpapan %i: %i, selisih %o', async (tahun, indeks, selisih) => {
		const { hasil } = await baca('kota-balikpapan', tahun);
		expect([hasil.indeks, hasil.lalu?.selisih ?? null]).toEqual([indeks, selisih]);
	});

	it.each([
		[2023, 1, 2],
		[2024, 1, 3],
	])(
		'Kota Balikpapan %i: peringkat %i di Kalimantan Timur, %i di Kalimantan',
		async (tahun, provinsi, pulau) => {
			const { hasil } = await baca('kota-balikpapan', tahun);
			const [prov, pul] = hasil.peringkat;
			expect([prov?.p, prov?.n, pul?.p, pul?.n]).toEqual([provinsi, 11, pulau, 61]);
		},
	);

	it('Kota Balikpapan 2022: aspek sebagaimana diumumkan dan domain Tata Kelola', async () => {
		const { hasil } = await baca('kota-balikpapan', 2022);
		const terbit = hasil.simpul.filter((s) => s.asal === 'diumumkan' && s.jenis !== 'indikator');
		expect(Object.fromEntries(terbit.map((s) => [s.id, s.min]))).toEqual({
			D2: 260,
			A2: 175,
			A3: 325,
			A4: 300,
			A5: 175,
			A6: 100,
			A7: 370,
		});
	});

	it('Kota Balikpapan 2022: yang mengikuti ditandai turunan, rentang tetap rentang', async () => {
		const { hasil } = await baca('kota-balikpapan', 2022);
		const cari = (id: string) => hasil.simpul.find((s) => s.id === id);
		expect(cari('D3')).toMatchObject({ asal: 'turunan', min: 155, maks: 155, persis: '17/11' });
		expect(cari('A1')).toMatchObject({ asal: 'rentang', min: 200, maks: 500 });
		expect(cari('A8')).toMatchObject({ asal: 'rentang', min: 267, maks: 483 });
		for (const id of ['I29', 'I30', 'I31'])
			expect(cari(id)).toMatchObject({ asal: 'turunan', min: 100, maks: 100 });
		expect(hasil.pasangan?.simpul).toEqual(['A1', 'A8']);
		expect(hasil.pasangan?.nilai).toHaveLength(11);
		expect(hasil.salahSatu).toMatchObject([{ nilai: 400, keterangan: 'Mal Pelayanan Publik' }]);
		expect(hasil.salahSatu[0]?.indikator).toHaveLength(3);
	});

	it('Kota Balikpapan 2022: target nasional 2,60 dan kutipan 2,70, target sendiri 3,10', async () => {
		const { hasil } = await baca('kota-balikpapan', 2022);
		expect(hasil.targetNasional.map((t) => [t.nilai, t.selisih])).toEqual([
			[260, 45],
			[270, 35],
		]);
		expect(hasil.targetSendiri.map((t) => [t.nilai, t.selisih, t.capaian])).toEqual([[310, -5, 'belum']]);
		expect(hasil.menahan.map((s) => s.simpul.id)).toEqual(['A6', 'A5', 'A2']);
	});

	it('empat domain menyiratkan aspek tunggal: Kebijakan sama dengan aspeknya', async () => {
		const { hasil } = await baca('kota-balikpapan', 2024);
		expect(hasil.simpul.find((s) => s.id === 'A1')).toMatchObject({ asal: 'turunan', min: 450, maks: 450 });
	});

	it('domain Manajemen 2,64 hanya mungkin 29/11, sehingga poin hilangnya persis', async () => {
		const d3 = await getSimpul(get().ctx, { slug: 'kota-balikpapan', tahun: 2024, simpul: 'D3' });
		expect(d3).toMatchObject({
			ok: true,
			value: { simpul: { min: 264, persis: '29/11', hilangPersis: '0.39' } },
		});
	});

	it.each([
		['kementerian-pertanian', 2024],
		['kementerian-energi-dan-sumber-daya-mineral', 2024],
		['kabupaten-banyuasin', 2023],
	])('%s %i ditandai meragukan dengan alasannya', async (slug, tahun) => {
		const { hasil, kalimat } = await baca(slug, tahun);
		expect(hasil.status).toBe('meragukan');
		expect(kalimat.id[1]).toContain(hasil.alasanKalimat.id);
	});

	it('di bawah rerata tidak disebut menonjol, tetapi terendah dan tertingginya tetap disebut', async () => {
		const { hasil, kalimat } = await baca('kabupaten-kutai-timur', 2024);
		expect(hasil.menonjol).toEqual([]);
		expect(kalimat.id.at(-1)).toBe(
			'Nilai domain terendah ada pada Manajemen SPBE (2,27); yang tertinggi pada Layanan SPBE (3,64).',
		);
	});

	it('gugus pulau yang senama dengan provinsinya disebut jelas', async () => {
		const { kalimat } = await baca('kabupaten-buru', 2023);
		expect(kalimat.id.join(' ')).toContain('12 dari 12 di Maluku, 20 dari 23 di gugus pulau Maluku');
	});

	it('setiap instansi yang punya hasil dapat dibuka pada setiap tahunnya', async () => {
		const daftar = await listInstansi(get().ctx, {});
		const semua = daftar.huruf.flatMap((h) => h.anggota);
		expect(daftar.semua.jumlah).toBe(semua.length);
		const contoh = semua.filter((i) => i.indeks !== null).filter((_, n) => n % 25 === 0);
		for (const { slug } of contoh) {
			const { tahunAda } = await baca(slug);
			for (const tahun of tahunAda) expect((await baca(slug, tahun)).kalimat.id.length).toBeGreaterThan(1);
		}
	});
});
