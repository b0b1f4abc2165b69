import { defineCopy } from '#ui/lang.ts';

/** Words of the page that says why a figure is what it is. */
export const simpulCopy = defineCopy({
	id: {
		asal: {
			diumumkan: 'Angka ini diumumkan oleh sumbernya.',
			turunan: 'Angka ini tidak diumumkan; nilainya mengikuti dari angka-angka yang diumumkan.',
			rentang: 'Angka ini tidak diumumkan; yang dapat dipastikan hanya rentangnya.',
		},
		persis: (nilai: string) => `Nilai persisnya ${nilai}, ditampilkan dua desimal.`,
		mungkin: (daftar: string) => `Nilai persis yang mungkin: ${daftar}.`,
		kontribusi: 'Sumbangan ke indeks',
		bobotArti: 'bagian dari indeks',
		sumber: 'Sumber',
		caraHitung: 'Cara menghitung',
		jenisInduk: {
			indeks: 'Indeks adalah jumlah nilai domain × bobotnya, dibagi jumlah bobot (100%).',
			domain: 'Nilai domain adalah jumlah nilai aspek × bobotnya, dibagi bobot domain.',
			aspek: 'Nilai aspek adalah jumlah level indikator × bobotnya, dibagi bobot aspek.',
			indikator: 'Nilai indikator adalah level kematangannya, 1 sampai 5.',
		},
		rumus: (kalimat: string) => kalimat,
		dibagi: '÷',
		cocok: 'Dibulatkan dua desimal, hasil ini sama dengan angka yang ditampilkan.',
		beda: 'Hasil ini dapat berselisih 0,01 dari angka yang ditampilkan, karena nilai di atas sudah dibulatkan sedangkan penghitungan resmi memakai nilai sebelum pembulatan.',
		tanpaRumus:
			'Tidak semua komponennya diketahui, sehingga hitungannya tidak dapat ditulis lengkap di sini.',
		rincian: 'Komponen',
		level: (level: string, nama: string) => `Level ${level} (${nama}):`,
		levelSaja: (level: string) => `Level ${level}:`,
		turunanJudul: 'Mengapa turunan',
		turunanCara: {
			turunan:
				'Setiap indikator bernilai level bulat, sehingga hanya sebagian kombinasi yang menghasilkan semua angka yang diumumkan. Dalam semua kombinasi itu simpul ini selalu bernilai sama.',
			rentang:
				'Setiap indikator bernilai level bulat, sehingga hanya sebagian kombinasi yang menghasilkan semua angka yang diumumkan. Rentang ini adalah nilai terendah dan tertinggi di antara kombinasi itu.',
		},
		pembulatan: 'Pembulatan',
		pembulatanArti:
			'Penghitungan memakai nilai yang tidak dibulatkan; pembulatan hanya sekali, saat ditampilkan: dua desimal, setengah ke atas.',
		kembali: (nama: string) => `Kembali ke ${nama}`,
		instrumen: (nama: string) => `Instrumen ${nama}`,
	},
	en: {
		asal: {
			diumumkan: 'This figure was published by its source.',
			turunan: 'This figure was not published; it follows from the published ones.',
			rentang: 'This figure was not published; only its range is certain.',
		},
		persis: (nilai) => `Its exact value is ${nilai}, shown with two decimals.`,
		mungkin: (daftar) => `Exact values that are possible: ${daftar}.`,
		kontribusi: 'Contribution to the index',
		bobotArti: 'share of the index',
		sumber: 'Source',
		caraHitung: 'How it is computed',
		jenisInduk: {
			indeks: 'The index is the sum of domain values × weights, divided by the total weight (100%).',
			domain: 'A domain value is the sum of aspect values × weights, divided by the weight of the domain.',
			aspek: 'An aspect value is the sum of indicator levels × weights, divided by the weight of the aspect.',
			indikator: 'The value of an indicator is its maturity level, 1 to 5.',
		},
		rumus: (kalimat) => kalimat,
		dibagi: '÷',
		cocok: 'Rounded to two decimals, this equals the figure shown.',
		beda: 'This may differ by 0.01 from the figure shown: the values above are rounded, while the official computation uses values before rounding.',
		tanpaRumus: 'Not all of its parts are known, so the computation cannot be written out here.',
		rincian: 'Parts',
		level: (level, nama) => `Level ${level} (${nama}):`,
		levelSaja: (level) => `Level ${level}:`,
		turunanJudul: 'Why it is derived',
		turunanCara: {
			turunan:
				'Every indicator is a whole level, so only some combinations produce all published figures. In all of them this node has the same value.',
			rentang:
				'Every indicator is a whole level, so only some combinations produce all published figures. The range runs from the lowest to the highest value among them.',
		},
		pembulatan: 'Rounding',
		pembulatanArti:
			'Computation uses unrounded values; rounding happens once, for display: two decimals, half up.',
		kembali: (nama) => `Back to ${nama}`,
		instrumen: (nama) => `Instrument ${nama}`,
	},
});
