import { defineCopy } from '#ui/lang.ts';

/** Words of the crosswalk page. */
export const padananCopy = defineCopy({
	id: {
		judul: 'Padanan antarinstrumen',
		keterangan: 'Indikator 2018, 2020, dan 2026 berdampingan',
		deskripsi:
			'Padanan indikator SPBE 2018, SPBE 2020, dan Indeks Pemdi 2026: penerus, yang berakhir, yang baru, dan jeda deretnya.',
		jeda: 'Dua kali deret terputus',
		jedaJudul: (dari: string, ke: string) => `${dari} → ${ke}`,
		bukanSetara: 'Padanan bukan kesetaraan nilai',
		tabel: 'Padanan indikator',
		tabelIsi: (tengah: string) =>
			`Setiap baris satu indikator ${tengah}. Nama di kiri dan kanannya adalah indikator yang membahas pokok yang sama.`,
		ringkas: (lanjut: string, tanpaPenerus: string, tanpaPendahulu: string) =>
			`${lanjut} indikator berlanjut ke instrumen berikutnya, ${tanpaPenerus} tidak mempunyai penerus, dan ${tanpaPendahulu} tidak mempunyai pendahulu.`,
		tandaKepastian: 'Tanda kepastian',
		arti: {
			paparan_kementerian: 'Tanpa tanda: dari paparan Kementerian PANRB yang membandingkan kedua peraturan.',
			disimpulkan: 'disimpulkan: dari kesamaan topik, tanpa sumber yang menyatakannya.',
			usulan: 'Semua padanan ke Pemdi 2026 adalah usulan Matang dan belum resmi.',
		},
		tanpa: 'tidak ada',
		berakhir: (instrumen: string) => `Berakhir dengan ${instrumen}`,
		mulai: (instrumen: string) => `Baru di ${instrumen}`,
		tidakAda: 'Berkas padanan belum dimuat',
		tidakAdaIsi: 'Padanan memerlukan berkas instruments/padanan.json beserta instrumen yang disebutnya.',
		indikator: 'Indikator',
		alasan: 'Keterangan',
	},
	en: {
		judul: 'Crosswalk between instruments',
		keterangan: 'The indicators of 2018, 2020 and 2026 side by side',
		deskripsi:
			'Crosswalk of the indicators of SPBE 2018, SPBE 2020 and the Pemdi index 2026: successors, what ended, what is new, and the series breaks.',
		jeda: 'The series breaks twice',
		jedaJudul: (dari, ke) => `${dari} → ${ke}`,
		bukanSetara: 'A counterpart is not an equal value',
		tabel: 'Crosswalk of indicators',
		tabelIsi: (tengah) =>
			`Each line is one indicator of ${tengah}. Left and right of it stand the indicators on the same subject.`,
		ringkas: (lanjut, tanpaPenerus, tanpaPendahulu) =>
			`${lanjut} indicators continue in the next instrument, ${tanpaPenerus} have no successor, and ${tanpaPendahulu} have no predecessor.`,
		tandaKepastian: 'Certainty',
		arti: {
			paparan_kementerian: 'Without mark: from ministry slides comparing the two regulations.',
			disimpulkan: 'inferred: from the same subject, without a source that says so.',
			usulan: 'All counterparts in Pemdi 2026 are Matang’s proposal and not official.',
		},
		tanpa: 'none',
		berakhir: (instrumen) => `Ended with ${instrumen}`,
		mulai: (instrumen) => `New in ${instrumen}`,
		tidakAda: 'The crosswalk is not loaded',
		tidakAdaIsi: 'It needs the file instruments/padanan.json and the instruments it names.',
		indikator: 'Indicator',
		alasan: 'Remark',
	},
});
