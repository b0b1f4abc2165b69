import { beforeAll, expect, it } from 'vitest';
import { muatAwal } from '#features/hasil/muat-awal.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { bukaKlien, periksaJawaban } from './api-testing.ts';
import { daftarContoh, jawabContoh } from './contoh.ts';

describeDatabase('API', (get) => {
	const klien = bukaKlien(() => get().ctx);
	const { ambil, minta } = klien;
	beforeAll(() => muatAwal(get().ctx, () => {}), 120_000);

	it.each([
		'/api/v1',
		'/api/v1/openapi.json',
		'/api/v1/instansi',
		'/api/v1/instansi?q=balikpapn&per=3',
		'/api/v1/instansi?jenis=kota&pulau=kalimantan',
		'/api/v1/instansi/kota-balikpapan',
		'/api/v1/instansi/kabupaten-banyuasin',
		'/api/v1/hasil',
		'/api/v1/hasil?tahun=2022',
		'/api/v1/hasil?tahun=2018&per=500',
		'/api/v1/hasil?tahun=2024&per=500',
		'/api/v1/peringkat',
		'/api/v1/peringkat?tahun=2023&jenis=kementerian&per=500',
		'/api/v1/peringkat?tahun=2022',
		'/api/v1/instrumen',
		'/api/v1/instrumen/spbe-2018',
		'/api/v1/instrumen/pemdi-2026',
		'/api/v1/instansi/kota-atlantis',
		'/api/v1/instrumen/spbe-1945',
	])('menjawab %s seperti yang didokumentasikan', async (jalur) => {
		expect(periksaJawaban(klien, 'GET', jalur, await ambil(jalur))).toEqual([]);
	});

	it('menjawab setiap contoh halaman rujukan seperti yang didokumentasikan', async () => {
		for (const contoh of daftarContoh) {
			const jawaban = await minta(contoh.metode, contoh.jalur, contoh.isi);
			expect([contoh.jalur, jawaban.status]).toEqual([contoh.jalur, contoh.status]);
			expect(periksaJawaban(klien, contoh.metode, contoh.jalur, jawaban)).toEqual([]);
		}
		const terjawab = await jawabContoh(get().ctx);
		expect(terjawab.map(({ status }) => status)).toEqual(daftarContoh.map(({ status }) => status));
	});

	it('memisahkan yang diumumkan dari yang turunan pada Kota Balikpapan', async () => {
		const { badan } = await ambil('/api/v1/instansi/kota-balikpapan');
		const tahun = (n: number) => badan.hasil.find((h: { tahun: number }) => h.tahun === n);
		expect(badan.instansi).toMatchObject({
			kodeWilayah: '64.71',
			provinsi: { kode: '64' },
			pulau: 'Kalimantan',
		});
		expect(badan.hasil.map((h: { tahun: number }) => h.tahun)).toEqual([2024, 2023, 2022, 2021]);
		expect(tahun(2022)).toMatchObject({
			diumumkan: { indeks: '3.05', nilai: { A2: '1.75', A3: '3.25', A6: '1.00', D2: '2.60' } },
			turunan: { peringkat: null, perubahan: { indeksLalu: '2.44', selisih: '0.61' } },
			daftarLengkap: false,
		});
		expect(tahun(2022).diumumkan.nilai).not.toHaveProperty('D3');
		expect(tahun(2022).turunan.nilai.D3).toEqual({ min: '1.55', maks: '1.55', persis: expect.any(String) });
		expect(tahun(2022).turunan.nilai.A1).toMatchObject({ min: '2.00', maks: '5.00' });
		expect(tahun(2024)).toMatchObject({
			diumumkan: { indeks: '3.96' },
			turunan: {
				peringkat: { provinsi: { peringkat: 1, dari: 11 }, pulau: { peringkat: 3, dari: 61 } },
			},
		});
	});

	it('memberi peringkat di dalam saringan, pemerintah provinsi di antara daerahnya', async () => {
		const { badan } = await ambil('/api/v1/peringkat?tahun=2024&provinsi=kalimantan%20timur');
		expect(badan.total).toBe(11);
		expect(badan.data[0]).toMatchObject({
			peringkat: 1,
			instansi: { slug: 'kota-balikpapan' },
			indeks: '3.96',
		});
		const slug = badan.data.map((baris: { instansi: { slug: string } }) => baris.instansi.slug);
		expect(slug).toContain('provinsi-kalimantan-timur');
		const kode = await ambil('/api/v1/peringkat?tahun=2024&provinsi=64');
		expect(kode.badan.data).toEqual(badan.data);
	});

	it('menolak peringkat tahun yang daftarnya tidak lengkap, dengan sebabnya', async () => {
		const { status, badan } = await ambil('/api/v1/peringkat?tahun=2022');
		expect(status).toBe(409);
		expect(badan.galat).toMatchObject({ kode: 'tahun_tidak_lengkap' });
		expect(badan.galat.pesan).toMatch(/2023.*2024/);
	});

	it.each([
		['/api/v1/hasil?per=97', 97],
		['/api/v1/instansi?per=100', 100],
		['/api/v1/peringkat?tahun=2024&per=90', 90],
	])('halaman demi halaman %s memuat setiap baris tepat sekali', async (awal, per) => {
		const kunci: string[] = [];
		let jalur: string | null = awal;
		let total = 0;
		while (jalur) {
			const { badan } = await ambil(jalur);
			expect(badan.data.length).toBeLessThanOrEqual(per);
			for (const b of badan.data)
				kunci.push(`${(b.instansi ?? b).slug} ${b.instansi ? (b.tahun ?? '') : ''}`);
			({ total, berikut: jalur } = badan);
		}
		expect(kunci).toHaveLength(total);
		expect(new Set(kunci).size).toBe(total);
		expect(total).toBeGreaterThan(600);
	});

	it('di luar halaman terakhir memberi daftar kosong, bukan galat', async () => {
		const { status, badan } = await ambil('/api/v1/hasil?halaman=99999');
		expect(status).toBe(200);
		expect(badan).toMatchObject({ data: [], sebelum: null, berikut: null });
	});

	it.each([
		['/api/v1/hasil?tahun=dua', 'tahun'],
		['/api/v1/hasil?tahun=2024.0', 'tahun'],
		['/api/v1/hasil?tahun=2024&tahun=2023', 'tahun'],
		['/api/v1/hasil?per=501', 'per'],
		['/api/v1/hasil?halaman=0', 'halaman'],
		['/api/v1/hasil?jenis=desa', 'jenis'],
		['/api/v1/hasil?provnsi=64', 'provnsi'],
		['/api/v1/hasil?provinsi=Atlantis', 'provinsi'],
		['/api/v1/hasil?pulau=Atlantis', 'pulau'],
		['/api/v1/hasil?instansi=kota-atlantis', 'instansi'],
		['/api/v1/instansi?q=%00', 'q'],
		['/api/v1/instansi/Kota%20Balikpapan', 'slug'],
	])('menolak %s dengan 422 dan menyebut letaknya', async (jalur, path) => {
		const { status, badan } = await ambil(jalur);
		expect(status).toBe(422);
		expect(badan.galat.kode).toBe('masukan_tidak_sah');
		expect(badan.galat.masalah).toEqual([{ path, message: expect.stringMatching(/\S/) }]);
	});
});
