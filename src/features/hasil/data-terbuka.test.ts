import { createHash } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { getMetode } from './get-metode.ts';
import { listDataTerbuka } from './list-data-terbuka.ts';
import { muatAwal } from './muat-awal.ts';
import { unduhData } from './unduh-data.ts';

describeDatabase('metode dan data terbuka dengan hasil yang diumumkan', (get) => {
	beforeAll(() => muatAwal(get().ctx), 120_000);

	const baca = async (nama: string) => {
		const hasil = await unduhData(get().ctx, nama);
		if (!hasil.ok) throw new Error(hasil.reason);
		const potong: Buffer[] = [];
		for await (const p of hasil.value.isi) potong.push(Buffer.from(p));
		return { ...hasil.value, isi: Buffer.concat(potong) };
	};

	it('indeks nasional berdampingan dengan rata-rata daftar tahun yang lengkap', async () => {
		const { nasional } = await getMetode(get().ctx);
		expect(nasional.map((n) => [n.tahun, n.nilai, n.rerata, n.banyak])).toEqual([
			[2018, 198, null, null],
			[2019, 218, null, null],
			[2020, 226, null, null],
			[2021, 224, null, null],
			[2022, 234, null, null],
			[2023, 279, 282, 621],
			[2024, 312, 317, 615],
		]);
	});

	it('tiga baris meragukan disebut dengan nama domainnya', async () => {
		const { meragukan } = await getMetode(get().ctx);
		expect(meragukan.map((m) => [m.tahun, m.nama, m.namaSimpul])).toEqual([
			[2024, 'Kementerian Energi dan Sumber Daya Mineral', 'domain Kebijakan Internal SPBE'],
			[2024, 'Kementerian Pertanian', 'domain Kebijakan Internal SPBE'],
			[2023, 'Kabupaten Banyuasin', 'domain Layanan SPBE'],
		]);
	});

	it('contoh memakai angka Balikpapan 2022 yang diumumkan', async () => {
		const { contoh } = await getMetode(get().ctx);
		expect(contoh).toMatchObject({ jumlah: '65', hasil: 260 });
	});

	it('tahun memuat 2026 yang belum berhasil, dan aturan predikat yang diketahui hanya 2023 dan 2024', async () => {
		const { tahun } = await getMetode(get().ctx);
		expect(tahun[0]).toMatchObject({ tahun: 2026, instrumen: 'Pemdi 2026', banyak: 0 });
		expect(tahun.filter((t) => t.aturanDiketahui).map((t) => [t.tahun, t.aturan])).toEqual([
			[2024, 'persis'],
			[2023, 'terbulatkan'],
		]);
	});

	it('halaman data menyebut banyak baris, kelengkapan, dan baris meragukan per tahun', async () => {
		const data = await listDataTerbuka(get().ctx);
		expect(data.tahun.map((t) => t.tahun)).toEqual([2025, 2024, 2023, 2022, 2021, 2020, 2019, 2018]);
		expect(data.tahun.filter((t) => t.lengkap).map((t) => [t.tahun, t.banyak, t.meragukan])).toEqual([
			[2024, 615, 2],
			[2023, 621, 1],
		]);
	});

	it('sidik berkas adalah SHA-256 isinya', async () => {
		const csv = await baca('hasil-2024.csv');
		const sidik = await baca('hasil-2024.csv.sha256');
		expect(csv.isi.toString().split('\r\n').filter(Boolean)).toHaveLength(617);
		expect(sidik.isi.toString()).toBe(
			`${createHash('sha256').update(csv.isi).digest('hex')}  hasil-2024.csv\n`,
		);
	});

	it('berkas atau tahun yang tidak ada ditolak dengan alasannya', async () => {
		const { ctx } = get();
		expect(await unduhData(ctx, 'rahasia.txt')).toEqual({ ok: false, reason: 'berkas_tidak_ada' });
		expect(await unduhData(ctx, 'hasil-1999.csv')).toEqual({
			ok: false,
			reason: 'tahun_tidak_ada',
			tahun: 1999,
		});
	});
});

describeDatabase('metode dan data terbuka tanpa hasil', (get) => {
	it('tetap terbaca, tanpa contoh dan tanpa berkas', async () => {
		const { ctx } = get();
		expect(await getMetode(ctx)).toMatchObject({ nasional: [], meragukan: [], contoh: null });
		expect((await listDataTerbuka(ctx)).tahun).toEqual([]);
	});
});
