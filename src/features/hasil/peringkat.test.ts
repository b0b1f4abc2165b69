import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { bacaPeringkatTerbuka } from './baca-peringkat-terbuka.ts';
import { getPeringkat } from './get-peringkat.ts';
import { muatAwal } from './muat-awal.ts';
import { findTahunLalu, type KueriPeringkat, tulisKueri } from './peringkat.rules.ts';
import { peringkatQuery } from './peringkat-query.schema.ts';
import { unduhPeringkat } from './unduh-peringkat.ts';

describe('alamat peringkat', () => {
	it('menulis saringan dalam satu urutan dan membuang bawaan', () => {
		expect(tulisKueri({ urut: 'indeks', halaman: 1, pulau: 'Jawa', tahun: 2024 })).toBe(
			'tahun=2024&pulau=Jawa',
		);
		expect(tulisKueri({ urut: '-selisih', halaman: 3, provinsi: '64' })).toBe(
			'provinsi=64&urut=-selisih&halaman=3',
		);
	});
	it('isian kosong dan isian yang tidak terbaca tidak menyaring apa pun', () => {
		expect(peringkatQuery.parse({ tahun: '', jenis: '', urut: 'acak', halaman: '-1' })).toEqual({});
		expect(peringkatQuery.parse({ tahun: '2023', urut: 'nama', halaman: '2' })).toEqual({
			tahun: 2023,
			urut: 'nama',
			halaman: 2,
		});
	});
});

describe('tahun pembanding', () => {
	const tahun = (n: number, instrumen: string, lengkap = true) => ({ tahun: n, instrumen, lengkap });
	const daftar = [
		tahun(2022, 'spbe-2020'),
		tahun(2023, 'spbe-2020'),
		tahun(2025, 'spbe-2020', false),
		tahun(2026, 'pemdi-2026'),
	];
	it('ialah tahun lengkap terdekat sebelumnya, sekalipun bukan tahun persis sebelumnya', () => {
		expect(findTahunLalu(daftar, tahun(2025, 'spbe-2020'))).toBe(2023);
		expect(findTahunLalu(daftar, tahun(2022, 'spbe-2020'))).toBeNull();
	});
	it('tidak ada bila instrumennya berganti', () => {
		expect(findTahunLalu(daftar, tahun(2026, 'pemdi-2026'))).toBeNull();
	});
});

describeDatabase('halaman peringkat', (get) => {
	beforeAll(() => muatAwal(get().ctx), 120_000);
	const baca = async (kueri: KueriPeringkat) => {
		const hasil = await getPeringkat(get().ctx, kueri);
		if (!hasil) throw new Error('belum ada hasil');
		return hasil;
	};
	const semua = async (tahun: number) => {
		const hasil = await bacaPeringkatTerbuka(get().ctx, { tahun, halaman: 1, per: 1000 });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.baris;
	};

	it('tanpa saringan menampilkan tahun lengkap terbaru, lima puluh baris sehalaman', async () => {
		const hasil = await baca({});
		expect(hasil.kueri).toMatchObject({ tahun: 2024, urut: 'indeks', halaman: 1 });
		expect([hasil.total, hasil.jumlahHalaman, hasil.baris.length, hasil.lalu]).toEqual([615, 13, 50, 2023]);
	});

	it('peringkat ialah satu lebih dari banyaknya indeks yang lebih tinggi, tahun ini dan tahun lalu', async () => {
		const [kini, lalu] = [await semua(2024), await semua(2023)];
		const urutan = (daftar: typeof kini, indeks: number) =>
			1 + daftar.filter((b) => b.indeks > indeks).length;
		for (const b of kini) {
			expect(b.peringkat).toBe(urutan(kini, b.indeks));
			const dulu = lalu.find((l) => l.slug === b.slug);
			expect(b.peringkatLalu).toBe(dulu ? urutan(lalu, dulu.indeks) : null);
			expect(b.perubahan).toBe(dulu ? urutan(lalu, dulu.indeks) - b.peringkat : null);
		}
	});

	it.each([
		[{ tahun: 2023, provinsi: '64' }, 1],
		[{ tahun: 2024, provinsi: '64' }, 1],
		[{ tahun: 2023, pulau: 'Kalimantan' }, 2],
		[{ tahun: 2024, pulau: 'Kalimantan' }, 3],
	])('Kota Balikpapan dengan %o berperingkat %i', async (kueri, peringkat) => {
		const { baris } = await baca(kueri);
		expect(baris.find((b) => b.slug === 'kota-balikpapan')?.peringkat).toBe(peringkat);
	});

	it('saringan predikat menyembunyikan baris tanpa mengubah peringkat', async () => {
		const penuh = await baca({ tahun: 2024, provinsi: '64' });
		const { baris, namaPredikat } = await baca({ tahun: 2024, provinsi: '64', predikat: 'sangat-baik' });
		expect(namaPredikat).toBe('Sangat Baik');
		expect(baris.map((b) => [b.slug, b.peringkat])).toEqual(
			penuh.baris.filter((b) => b.predikat === 'Sangat Baik').map((b) => [b.slug, b.peringkat]),
		);
		const { baris: cukup } = await baca({ tahun: 2024, provinsi: '64', predikat: 'cukup' });
		expect(cukup[0]?.peringkat).toBe(penuh.baris.find((b) => b.predikat === 'Cukup')?.peringkat);
	});

	it.each(['selisih', '-selisih', 'perubahan', '-perubahan', 'nama', '-indeks'] as const)(
		'urutan %s berlaku sampai halaman terakhir, yang tidak diketahui di belakang',
		async (urut) => {
			const kueri = { tahun: 2024, jenis: 'kabupaten', urut };
			const { jumlahHalaman } = await baca(kueri);
			const baris = [];
			for (let halaman = 1; halaman <= jumlahHalaman; halaman++)
				baris.push(...(await baca({ ...kueri, halaman })).baris);
			expect(new Set(baris.map((b) => b.slug)).size).toBe(baris.length);
			const arah = urut.startsWith('-') ? 1 : -1;
			const nilai = baris.map((b) =>
				urut === 'nama' ? b.nama : b[urut.replace('-', '') as 'selisih' | 'perubahan' | 'indeks'],
			);
			const ada = nilai.filter((n) => n !== null);
			expect(nilai.slice(0, ada.length)).toEqual(ada);
			if (urut === 'nama') expect(ada).toEqual([...ada].sort());
			else expect(ada).toEqual([...(ada as number[])].sort((a, b) => arah * (a - b)));
		},
	);

	it('tahun yang daftarnya sebagian tampil tanpa peringkat', async () => {
		const hasil = await baca({ tahun: 2022 });
		expect([hasil.lengkap, hasil.lalu]).toEqual([false, null]);
		expect(hasil.baris.some((b) => b.slug === 'kota-balikpapan')).toBe(true);
		const berkas = await unduhPeringkat(get().ctx, { tahun: 2022 }, 'json');
		const { hasil: baris } = JSON.parse(String(berkas?.isi));
		expect(baris.map((b: { peringkat: unknown }) => b.peringkat)).toEqual(baris.map(() => null));
	});

	it('saringan yang tidak dikenal disebut dan dilewati; halaman di luar batas menjadi yang terakhir', async () => {
		const hasil = await baca({
			tahun: 1999,
			jenis: 'kerajaan',
			provinsi: '00',
			pulau: 'Atlantis',
			halaman: 999,
		});
		expect(hasil.diabaikan).toEqual(['tahun', 'jenis', 'provinsi', 'pulau']);
		expect([hasil.kueri.tahun, hasil.kueri.halaman, hasil.total]).toEqual([2024, 13, 615]);
	});

	it('saringan yang saling meniadakan menghasilkan daftar kosong', async () => {
		const hasil = await baca({ tahun: 2024, provinsi: '64', pulau: 'Jawa' });
		expect([hasil.total, hasil.baris]).toEqual([0, []]);
	});

	it('berkasnya memuat semua baris dalam urutan halaman', async () => {
		const kueri = { tahun: 2024, jenis: 'kota', urut: '-indeks' } as const;
		const { total, baris } = await baca(kueri);
		const xlsx = await unduhPeringkat(get().ctx, kueri, 'xlsx');
		expect(xlsx?.nama).toBe('peringkat-2024-kota-indeks.xlsx');
		const lembar = await readSheet(Buffer.from(xlsx?.isi as Uint8Array));
		expect(lembar.length).toBe(total + 1);
		expect(lembar[1]?.slice(0, 2)).toEqual([2024, baris[0]?.peringkat]);
		expect(lembar[1]?.[11]).toBe((baris[0]?.indeks ?? 0) / 100);
		const csv = String((await unduhPeringkat(get().ctx, kueri, 'csv'))?.isi);
		expect(csv.trimEnd().split('\r\n').length).toBe(total + 1);
	});
});
