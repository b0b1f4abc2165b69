import { describe, expect, it } from 'vitest';
import { checkInstrumen, UKURAN_MAKS } from './check-instrumen.ts';
import type { DomainLengkap, InstrumenLengkap } from './instrumen.schema.ts';
import { ambilIndikator, masalahDari, teksBawaan, teksUbahan } from './instrumen.testing.ts';

const domain = (isi: InstrumenLengkap, n: number) => isi.domain[n] as DomainLengkap;
const pita = (isi: InstrumenLengkap, n: number) =>
	isi.predikat.pita[n] as InstrumenLengkap['predikat']['pita'][number];

type Kasus = [nama: string, ubah: (isi: InstrumenLengkap) => void, path: string, pesan: RegExp];

/** Each changes one thing in the 2020 instrument. */
const kasus: Kasus[] = [
	[
		'jumlah bobot indikator dalam aspek',
		(i) => {
			ambilIndikator(i, 1, 0).bobot = 251;
		},
		'domain[1].aspek[0].bobot',
		/indikator dalam A2 1001, seharusnya 1000/,
	],
	[
		'jumlah bobot aspek dalam domain',
		(i) => {
			domain(i, 2).bobot = 1600;
		},
		'domain[2].bobot',
		/aspek dalam D3 1650, seharusnya 1600/,
	],
	[
		'jumlah bobot domain',
		(i) => Object.assign(i.satuanBobot, { total: 10_100, perPersen: 101 }),
		'satuanBobot.total',
		/semua domain 10000, seharusnya 10100/,
	],
	[
		'satuan bobot per persen',
		(i) => {
			i.satuanBobot.perPersen = 3;
		},
		'satuanBobot.perPersen',
		/total 10000 harus seratus kali satuan per persen \(3\)/,
	],
	[
		'id indikator ganda',
		(i) => {
			ambilIndikator(i, 0, 1).id = 'I01';
		},
		'domain[0].aspek[0].indikator[1].id',
		/I01 sudah dipakai domain\[0\]\.aspek\[0\]\.indikator\[0\]/,
	],
	[
		'id aspek yang sama dengan id domain',
		(i) => Object.assign(domain(i, 0).aspek[0] ?? {}, { id: 'D4' }),
		'domain[0].aspek[0].id',
		/D4 sudah dipakai domain\[3\]/,
	],
	[
		'nomor indikator berlubang',
		(i) => {
			ambilIndikator(i, 7, 5).no = 48;
		},
		'domain[3].aspek[1].indikator[5].no',
		/nomor harus 47 menurut urutan, tertulis 48/,
	],
	[
		'nomor domain terbalik',
		(i) => {
			domain(i, 0).no = 2;
		},
		'domain[0].no',
		/nomor harus 1/,
	],
	[
		'tingkat tanpa kriteria, juga pada keluarganya',
		(i) => {
			delete ambilIndikator(i, 0, 0).tingkat['4'];
			delete i.keluargaTingkat.proses?.tingkat['4'];
		},
		'domain[0].aspek[0].indikator[0].tingkat.4',
		/kriteria tingkat 4 untuk I01 tidak ada/,
	],
	[
		'tingkat di luar skala',
		(i) => {
			ambilIndikator(i, 0, 0).tingkat['6'] = 'Lebih dari sempurna.';
		},
		'domain[0].aspek[0].indikator[0].tingkat.6',
		/tingkat 6 di luar skala 1–5/,
	],
	[
		'tingkat nol pada keluarga skala 1–5',
		(i) => Object.assign(i.keluargaTingkat.layanan?.tingkat ?? {}, { 0: { kriteria: 'Belum ada.' } }),
		'keluargaTingkat.layanan.tingkat.0',
		/tingkat 0 di luar skala/,
	],
	[
		'kunci tingkat yang bukan angka',
		(i) => {
			ambilIndikator(i, 0, 0).tingkat.enam = 'x';
		},
		'domain[0].aspek[0].indikator[0].tingkat.enam',
		/satu angka tingkat/,
	],
	[
		'skala yang tidak bulat',
		(i) => {
			i.skala.min = 150;
		},
		'skala',
		/tingkat bulat.*1,50 sampai 5,00/,
	],
	[
		'keluarga tingkat yang tidak ada',
		(i) => {
			ambilIndikator(i, 0, 0).keluarga = 'constructor';
		},
		'domain[0].aspek[0].indikator[0].keluarga',
		/"constructor" tidak ada/,
	],
	[
		'profil bukti yang tidak ada',
		(i) => {
			ambilIndikator(i, 0, 0).profilBukti = 'sihir';
		},
		'domain[0].aspek[0].indikator[0].profilBukti',
		/profil bukti "sihir" tidak ada/,
	],
	[
		'keterkaitan dengan indikator yang tidak ada',
		(i) => {
			ambilIndikator(i, 0, 0).terkait = ['I99'];
		},
		'domain[0].aspek[0].indikator[0].terkait[0]',
		/I99 tidak ada/,
	],
	[
		'celah antarpita',
		(i) => {
			pita(i, 2).maks = 340;
		},
		'predikat.pita[2].maks',
		/celah antara Baik \(sampai 3,40\) dan Sangat Baik \(mulai 3,50\)/,
	],
	[
		'pita bertumpang',
		(i) => {
			pita(i, 2).maks = 360;
		},
		'predikat.pita[2].maks',
		/Baik bertumpang dengan Sangat Baik pada 3,50/,
	],
	[
		'batas milik dua pita',
		(i) => {
			pita(i, 3).maksTermasuk = true;
		},
		'predikat.pita[3].maksTermasuk',
		/Cukup bertumpang dengan Baik pada 2,60/,
	],
	[
		'pita tidak sampai puncak',
		(i) => {
			pita(i, 0).maks = 490;
		},
		'predikat.pita[0].maks',
		/puncak skala 5,00, tertulis 4,90/,
	],
	[
		'puncak tidak termasuk',
		(i) => {
			pita(i, 0).maksTermasuk = false;
		},
		'predikat.pita[0].maksTermasuk',
		/memuat puncak skala/,
	],
	[
		'pita tidak sampai dasar',
		(i) => {
			pita(i, 4).min = 110;
		},
		'predikat.pita[4].min',
		/dasar skala 1,00, tertulis 1,10/,
	],
	[
		'pita terbalik',
		(i) => {
			pita(i, 1).min = 430;
		},
		'predikat.pita[1].min',
		/batas bawah Sangat Baik \(4,30\) harus di bawah/,
	],
	[
		'predikat bernama sama',
		(i) => {
			pita(i, 1).nama = 'Memuaskan';
		},
		'predikat.pita[1].nama',
		/Memuaskan tertulis dua kali/,
	],
	[
		'urutan pita dari terendah',
		(i) => void i.predikat.pita.reverse(),
		'predikat.pita[0].maks',
		/pita tertinggi/,
	],
	['tahun berulang', (i) => void i.tahun.push(2025), 'tahun[5]', /menaik tanpa ulangan/],
	[
		'pedoman di luar tahun pemakaian',
		(i) => void i.dasarHukum.pedoman[0]?.tahun.push(2019),
		'dasarHukum.pedoman[0].tahun[2]',
		/2019 bukan tahun pemakaian/,
	],
	[
		'aturan predikat di luar tahun pemakaian',
		(i) => Object.assign(i.predikat.aturanTahun, { 2031: 'persis' }),
		'predikat.aturanTahun.2031',
		/2031 bukan tahun pemakaian/,
	],
	[
		'kunci yang tidak dikenal',
		(i) => Object.assign(ambilIndikator(i, 0, 0), { bobott: 1 }),
		'domain[0].aspek[0].indikator[0].bobott',
		/kunci tidak dikenal/,
	],
	[
		'bobot pecahan',
		(i) => {
			ambilIndikator(i, 0, 0).bobot = 1.3;
		},
		'domain[0].aspek[0].indikator[0].bobot',
		/harus bilangan bulat, bukan 1\.3/,
	],
	[
		'bobot nol',
		(i) => {
			ambilIndikator(i, 0, 0).bobot = 0;
		},
		'domain[0].aspek[0].indikator[0].bobot',
		/paling sedikit 1/,
	],
	[
		'nama yang hilang',
		(i) => void Reflect.deleteProperty(domain(i, 0), 'nama'),
		'domain[0].nama',
		/wajib diisi teks/,
	],
	[
		'format lain',
		(i) => Object.assign(i, { format: 'matang-instrumen/2' }),
		'format',
		/harus "matang-instrumen\/1"/,
	],
	[
		'tanggal yang tidak ada',
		(i) => Object.assign(i.dasarHukum, { ditetapkan: '2020-02-30' }),
		'dasarHukum.ditetapkan',
		/tanggal yang ada/,
	],
	[
		'tanpa domain dan tanpa aspek',
		(i) => Object.assign(i, { domain: [], aturanLintasIndikator: undefined }),
		'domain',
		/salah satu saja/,
	],
];

describe('berkas instrumen yang keliru ditolak dengan jalur dan alasan', () => {
	it.each(kasus)('%s', (_nama, ubah, path, pesan) => {
		expect(masalahDari(teksUbahan('spbe-2020', ubah))).toContainEqual({
			path,
			pesan: expect.stringMatching(pesan),
		});
	});

	it('jumlah bobot aspek pada instrumen tanpa domain', () => {
		const teks = teksUbahan('pemdi-2026', (i) => {
			ambilIndikator(i, 6, 1).bobot = 1400;
		});
		expect(masalahDari(teks)).toEqual([
			{ path: 'aspek[6].bobot', pesan: 'jumlah bobot indikator dalam A7 2400, seharusnya 2500' },
		]);
	});

	it('pita indeks luar yang tidak bersambung', () => {
		const teks = teksUbahan('pemdi-2026', (i) => {
			Object.assign(ambilIndikator(i, 2, 0).indeksLuar?.pita?.[3] ?? {}, { min: 6300 });
		});
		expect(masalahDari(teks).map((m) => m.path)).toEqual(['aspek[2].indikator[0].indeksLuar.pita[3]']);
	});

	it('domain dan aspek terisi bersamaan', () => {
		const teks = teksUbahan('spbe-2020', (i) => {
			i.aspek = structuredClone(domain(i, 0).aspek);
		});
		expect(masalahDari(teks)).toContainEqual({
			path: 'domain',
			pesan: expect.stringMatching(/salah satu saja/),
		});
	});
});

describe('berkas yang bukan instrumen ditolak tanpa galat', () => {
	const teks = teksBawaan('pemdi-2026');

	it.each([
		['kosong', '', /berkas kosong/],
		['terpotong', teks.slice(0, 5000), /JSON tidak sah pada baris \d+, kolom \d+: berkas terpotong/],
		['JSON keliru', '{\n\t"format": matang\n}', /baris 2, kolom 12: bukan nilai JSON/],
		['koma berlebih', '{"a": [1, 2,]}', /baris 1, kolom 13: bukan nilai JSON/],
		['kunci tanpa kutip', '{a: 1}', /kolom 2: kunci harus teks bertanda kutip/],
		['isi sesudah akhir', '{} {}', /kolom 4: ada isi sesudah akhir/],
		[
			'kunci tertulis dua kali',
			'{"bobot": 1,\n"bobot": 2}',
			/baris 2, kolom 1: kunci "bobot" tertulis dua kali/,
		],
		['bersarang terlalu dalam', '['.repeat(200_000), /lebih dari 100 lapis/],
		['UTF-16 dibaca sebagai UTF-8', Buffer.from(teks, 'utf16le').toString('utf8'), /bukan teks UTF-8/],
		['lebih dari 5 MB', ' '.repeat(UKURAN_MAKS + 1), /lebih besar dari 5 MB/],
		['bukan objek', '[]', /harus objek/],
		['angka saja', '42', /harus objek/],
	])('%s', (_nama, isi, pesan) => {
		expect(masalahDari(isi)).toEqual([{ path: expect.any(String), pesan: expect.stringMatching(pesan) }]);
	});

	it('tanda urutan bita di awal berkas diterima', () => {
		expect(checkInstrumen(`\uFEFF${teks}`).ok).toBe(true);
	});

	it('menyebut paling banyak seratus masalah, dan berapa sisanya', () => {
		const banyak = teksUbahan('spbe-2020', (i) => {
			for (const a of i.domain.flatMap((d) => d.aspek))
				for (const b of a.indikator) Object.assign(b, { x: 1, y: 1, z: 1 });
		});
		const masalah = masalahDari(banyak);
		expect(masalah).toHaveLength(101);
		expect(masalah.at(-1)?.pesan).toMatch(/dan 41 masalah lain/);
	});

	it('potongan mana pun dari berkas bawaan ditolak, tidak pernah diterima atau meledak', () => {
		for (let akhir = 0; akhir < teks.trimEnd().length; akhir += 997)
			expect(masalahDari(teks.slice(0, akhir)).length).toBe(1);
	});
});
