import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DataKalimat, type DataTarget, tulisKalimat } from './kalimat.rules.ts';

const dasar: DataKalimat = {
	nama: 'Kota Balikpapan',
	tahun: 2024,
	jenisIndeks: 'SPBE',
	indeks: 396,
	predikat: 'Sangat Baik',
	predikatTurunan: false,
	meragukan: null,
	sumber: 'Laporan Evaluasi',
	daftarLengkap: true,
	lalu: { tahun: 2023, indeks: 375, selisih: 21 },
	jedaSampai: null,
	peringkat: [
		{ lingkup: 'provinsi', tempat: 'Kalimantan Timur', p: 1, n: 11, bersama: 0 },
		{ lingkup: 'pulau', tempat: 'Kalimantan', p: 3, n: 61, bersama: 0 },
	],
	klaim: [],
	targetNasional: { nilai: 260, selisih: 136, capaian: 'melampaui' },
	targetSendiri: null,
	rentang: {
		jenis: 'domain',
		lengkap: true,
		lemah: { nama: ['Manajemen SPBE'], nilai: 264, turunan: false },
		kuat: { nama: ['Kebijakan Internal SPBE'], nilai: 450, turunan: false },
	},
};
const tulis = (ubah: Partial<DataKalimat>, lang: 'id' | 'en' = 'id') =>
	tulisKalimat({ ...dasar, ...ubah }, lang).join(' ');

describe('kalimat siaran pers', () => {
	it('menyebut hasil, perubahan, peringkat, target, terlemah dan terkuat', () => {
		expect(tulis({})).toBe(
			'Indeks SPBE Kota Balikpapan tahun 2024 adalah 3,96, predikat Sangat Baik. ' +
				'Nilainya naik 0,21 poin dari 3,75 pada 2023. ' +
				'Peringkatnya 1 dari 11 di Kalimantan Timur dan 3 dari 61 di Kalimantan. ' +
				'Indeks ini melampaui target nasional 2,60 dengan selisih 1,36 poin. ' +
				'Nilai domain terendah ada pada Manajemen SPBE (2,64); yang tertinggi pada Kebijakan Internal SPBE (4,50).',
		);
	});

	it.each<[string, Partial<DataKalimat>, string, string]>([
		[
			'turun',
			{ lalu: { tahun: 2023, indeks: 406, selisih: -10 } },
			'turun 0,10 poin dari 4,06 pada 2023',
			'fell by 0.10 points from 4.06 in 2023',
		],
		[
			'tetap',
			{ lalu: { tahun: 2023, indeks: 396, selisih: 0 } },
			'sama dengan 2023 (3,96)',
			'equals that of 2023 (3.96)',
		],
		['pertama kali', { lalu: null }, 'hasil pertama', 'first result'],
		[
			'instrumen berganti',
			{ lalu: null, jedaSampai: 2020 },
			'Hasil sampai 2020 memakai instrumen lain',
			'Results up to 2020 come from another instrument',
		],
		[
			'predikat turunan',
			{ predikatTurunan: true },
			'predikat Sangat Baik (turunan dari pita indeks)',
			'predicate Sangat Baik (derived from the index band)',
		],
		[
			'meragukan',
			{ meragukan: 'Nilai domain Kebijakan kosong.' },
			'ditandai meragukan: Nilai domain Kebijakan kosong.',
			'marked doubtful',
		],
		[
			'daftar tidak lengkap',
			{ daftarLengkap: false },
			'Menurut Laporan Evaluasi, indeks SPBE',
			'According to Laporan Evaluasi',
		],
		['tanpa peringkat', { daftarLengkap: false }, 'Peringkat tidak dihitung', 'No rank is computed'],
		[
			'klaim sumber',
			{
				daftarLengkap: false,
				klaim: ['tertinggi di Kalimantan Timur', 'termasuk yang tertinggi se-Kalimantan'],
			},
			'Menurut sumber, Kota Balikpapan tertinggi di Kalimantan Timur dan termasuk yang tertinggi se-Kalimantan.',
			'According to the source, Kota Balikpapan was ',
		],
		[
			'peringkat seri',
			{ peringkat: [{ lingkup: 'nasional', tempat: '', p: 3, n: 615, bersama: 2 }] },
			'Peringkatnya 3 (bersama 2 instansi lain) dari 615 instansi se-Indonesia.',
			'3 (tied with 2 more) of 615 institutions nationwide',
		],
		[
			'target tepat',
			{ targetSendiri: { nilai: 396, selisih: 0, capaian: 'tepat' } },
			'tepat mencapai target yang ditetapkannya sendiri 3,96',
			'exactly meets its own target of 3.96',
		],
		[
			'target belum',
			{ targetSendiri: { nilai: 401, selisih: -5, capaian: 'belum' } },
			'belum mencapai target yang ditetapkannya sendiri 4,01; kurang 0,05 poin',
			'0.05 points short of its own target of 4.01',
		],
		[
			'target hanya tercapai oleh pembulatan',
			{ indeks: 260, targetNasional: { nilai: 260, selisih: 0, capaian: 'belum_dibulatkan' } },
			'sebelum pembulatan masih di bawah target nasional 2,60',
			'before rounding it is still below the national target of 2.60',
		],
		[
			'rincian tidak lengkap',
			{ rentang: dasar.rentang && { ...dasar.rentang, lengkap: false } },
			'Di antara domain yang nilainya diketahui, yang terendah Manajemen SPBE (2,64)',
			'Among the domain values that are known',
		],
		[
			'beberapa yang sama rendah',
			{
				rentang: dasar.rentang && {
					...dasar.rentang,
					lemah: { nama: ['A', 'B', 'C'], nilai: 100, turunan: false },
				},
			},
			'terendah ada pada 3 domain (1,00)',
			'3 domains (1.00)',
		],
		[
			'semua sama',
			{ rentang: dasar.rentang && { ...dasar.rentang, kuat: dasar.rentang.lemah } },
			'Semua domain yang nilainya diketahui sama: 2,64.',
			'All domain values that are known are equal: 2.64.',
		],
	])('tahu keadaan %s', (_nama, ubah, id, en) => {
		expect(tulis(ubah)).toContain(id);
		expect(tulis(ubah, 'en')).toContain(en);
	});

	it('tidak menyebut peringkat bila daftar tahun itu tidak lengkap', () => {
		expect(tulis({ daftarLengkap: false })).not.toContain('dari 11');
	});
});

const nilai = fc.integer({ min: 0, max: 500 });
const simpul = fc.record({
	nama: fc.subarray(['Tata Kelola', 'Layanan', 'Manajemen'], { minLength: 1 }),
	nilai,
	turunan: fc.boolean(),
});
const target = (indeks: number): fc.Arbitrary<DataTarget | null> =>
	fc.option(
		nilai.map((t) => ({
			nilai: t,
			selisih: indeks - t,
			capaian: indeks > t ? ('melampaui' as const) : indeks === t ? ('tepat' as const) : ('belum' as const),
		})),
	);
const peringkat = fc.record({
	lingkup: fc.constantFrom('provinsi' as const, 'pulau' as const, 'jenis' as const, 'nasional' as const),
	tempat: fc.constant('Kalimantan'),
	p: fc.integer({ min: 1, max: 651 }),
	n: fc.integer({ min: 1, max: 651 }),
	bersama: fc.integer({ min: 0, max: 9 }),
});
const sembarang: fc.Arbitrary<DataKalimat> = nilai.chain((indeks) =>
	fc.record({
		nama: fc.constantFrom('Kota Balikpapan', 'Kementerian Pertanian'),
		tahun: fc.integer({ min: 2018, max: 2030 }),
		jenisIndeks: fc.constant('SPBE'),
		indeks: fc.constant(indeks),
		predikat: fc.constantFrom('Kurang', 'Memuaskan'),
		predikatTurunan: fc.boolean(),
		meragukan: fc.option(fc.constant('Nilai domain kosong.')),
		sumber: fc.constant('Laporan'),
		daftarLengkap: fc.boolean(),
		lalu: fc.option(
			fc
				.tuple(fc.integer({ min: 2018, max: 2030 }), nilai)
				.map(([tahun, lalu]) => ({ tahun, indeks: lalu, selisih: indeks - lalu })),
		),
		jedaSampai: fc.option(fc.integer({ min: 2018, max: 2030 })),
		peringkat: fc.array(peringkat, { maxLength: 4 }),
		klaim: fc.constant([]),
		targetNasional: target(indeks),
		targetSendiri: target(indeks),
		rentang: fc.option(
			fc.record({
				jenis: fc.constantFrom('domain' as const, 'aspek' as const),
				lengkap: fc.boolean(),
				lemah: simpul,
				kuat: simpul,
			}),
		),
	}),
);

/** Every number in the data in every form it may be written: plain, in hundredths, without sign. */
function angkaDalam(data: unknown): Set<string> {
	const jumlah = new Set<string>();
	JSON.stringify(data, (_kunci, isi: unknown) => {
		if (Array.isArray(isi)) jumlah.add(String(isi.length));
		if (typeof isi === 'number') {
			jumlah.add(String(Math.abs(isi)));
			jumlah.add((Math.abs(isi) / 100).toFixed(2));
		}
		return isi;
	});
	return jumlah;
}

describe('kalimat untuk data apa pun', () => {
	it.each(['id', 'en'] as const)('setiap angka dalam teks ada dalam data (%s)', (lang) => {
		fc.assert(
			fc.property(sembarang, (data) => {
				const teks = tulisKalimat(data, lang).join(' ');
				const ada = angkaDalam(data);
				for (const [angka] of teks.matchAll(/\d+(?:[.,]\d+)?/g))
					expect(ada).toContain(angka.replace(',', '.'));
			}),
		);
	});

	it('kata arah sesuai dengan tanda selisihnya', () => {
		fc.assert(
			fc.property(sembarang, (data) => {
				const teks = tulisKalimat(data, 'id').join(' ');
				expect(teks.includes('Nilainya naik')).toBe(data.lalu !== null && data.lalu.selisih > 0);
				expect(teks.includes('Nilainya turun')).toBe(data.lalu !== null && data.lalu.selisih < 0);
				expect(teks.includes('Nilainya sama')).toBe(data.lalu?.selisih === 0);
			}),
		);
	});

	it('peringkat hanya disebut bila daftar tahun itu lengkap', () => {
		fc.assert(
			fc.property(sembarang, (data) => {
				const teks = tulisKalimat(data, 'id').join(' ');
				expect(teks.includes('Peringkatnya')).toBe(data.daftarLengkap && data.peringkat.length > 0);
			}),
		);
	});
});
