import { beforeAll, describe, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { pilihTahunBersama, susunTabelSimpul } from './bandingan.rules.ts';
import { getBandingan } from './get-bandingan.ts';
import type { SimpulHasil } from './instansi-hasil.schema.ts';
import { muatAwal } from './muat-awal.ts';

const simpul = (id: string, min: number, maks = min): SimpulHasil =>
	({
		id,
		jenis: 'domain',
		no: Number(id.slice(1)),
		nama: id,
		bobot: 1300,
		asal: 'diumumkan',
		min,
		maks,
	}) as SimpulHasil;

describe('tahun yang dibandingkan', () => {
	it('ialah tahun terbaru yang dimiliki paling banyak instansi', () => {
		expect(pilihTahunBersama([{ tahun: 2025 }, { tahun: 2024 }, { tahun: 2024 }, { tahun: 2023 }])).toBe(
			2024,
		);
		expect(pilihTahunBersama([{ tahun: 2023 }, { tahun: 2024 }])).toBe(2024);
		expect(pilihTahunBersama([])).toBeNull();
	});
	it('ialah tahun yang diminta bila ada hasilnya', () => {
		expect(pilihTahunBersama([{ tahun: 2022 }, { tahun: 2024 }], 2022)).toBe(2022);
		expect(pilihTahunBersama([{ tahun: 2024 }], 2022)).toBe(2024);
	});
});

describe('tabel domain', () => {
	const tanda = (...nilai: (SimpulHasil | null)[]) =>
		susunTabelSimpul(nilai.map((n) => n && { simpul: [n] }))[0]?.baris[0]?.sel.map(
			(s) => s?.tertinggi ?? null,
		);
	it('menandai yang tertinggi, juga bila seri', () => {
		expect(tanda(simpul('D1', 450), simpul('D1', 400), simpul('D1', 450))).toEqual([true, false, true]);
	});
	it('tidak menandai siapa pun bila semuanya sama, atau bila rentang masih mungkin lebih tinggi', () => {
		expect(tanda(simpul('D1', 400), simpul('D1', 400))).toEqual([false, false]);
		expect(tanda(simpul('D1', 400), simpul('D1', 200, 500))).toEqual([false, false]);
	});
	it('membiarkan kosong yang tidak diketahui', () => {
		expect(tanda(simpul('D1', 400), null)).toEqual([false, null]);
	});
});

describeDatabase('halaman bandingkan', (get) => {
	beforeAll(() => muatAwal(get().ctx), 120_000);
	const baca = (...instansi: string[]) => getBandingan(get().ctx, { instansi });

	it('menaruh instansi berdampingan menurut urutan dipilih, dengan angka terbitannya', async () => {
		const { instansi, tahun, tabel } = await baca('kota-samarinda', 'kota-balikpapan');
		expect(tahun).toBe(2024);
		expect(instansi.map((i) => [i.slug, i.hasil?.indeks])).toEqual([
			['kota-samarinda', 385],
			['kota-balikpapan', 396],
		]);
		expect(tabel.map((t) => [t.jenis, t.baris.length])).toContainEqual(['domain', 4]);
		expect(instansi[1]?.tren.map((t) => [t.tahun, t.nilai])).toEqual([
			[2021, 244],
			[2022, 305],
			[2023, 375],
			[2024, 396],
		]);
	});

	it('mengambil lima yang pertama dan menyebut sisanya, serta alamat yang tidak ada', async () => {
		const kota = [
			'kota-balikpapan',
			'kota-samarinda',
			'kota-bontang',
			'kota-denpasar',
			'kota-bandung',
			'kota-bogor',
		];
		const hasil = await baca('kota-khayal', ...kota, 'kota-balikpapan');
		expect(hasil.instansi.map((i) => i.slug)).toEqual(kota.slice(0, 5));
		expect([hasil.lebih, hasil.tidakAda]).toEqual([['Kota Bogor'], ['kota-khayal']]);
	});

	it('menambah langsung bila hanya satu yang cocok, dan menawarkan pilihan bila lebih', async () => {
		const ctx = get().ctx;
		const tepat = await getBandingan(ctx, { instansi: ['kota-balikpapan'], tambah: 'kota samarinda' });
		expect([tepat.instansi.map((i) => i.slug), tepat.saran]).toEqual([
			['kota-balikpapan', 'kota-samarinda'],
			[],
		]);
		const salahKetik = await getBandingan(ctx, { instansi: ['kota-balikpapan'], tambah: 'samarnda' });
		expect(salahKetik.instansi.map((i) => i.slug)).toEqual(['kota-balikpapan', 'kota-samarinda']);
		const banyak = await getBandingan(ctx, { instansi: ['kota-balikpapan'], tambah: 'kutai' });
		expect(banyak.saran.map((s) => s.slug)).toContain('kabupaten-kutai-timur');
		expect(banyak.instansi.map((i) => i.slug)).toEqual(['kota-balikpapan']);
	});

	it('tahun tanpa hasil dibiarkan kosong, bukan diisi tahun lain', async () => {
		const { instansi, tahun } = await getBandingan(get().ctx, {
			instansi: ['kota-balikpapan', 'kota-samarinda'],
			tahun: 2022,
		});
		expect([tahun, instansi.map((i) => i.hasil?.indeks ?? null)]).toEqual([2022, [305, null]]);
	});

	it('tanpa pilihan tidak ada tahun dan tidak ada tabel', async () => {
		expect(await baca()).toMatchObject({ instansi: [], tahun: null, tabel: [], tahunAda: [] });
	});
});
