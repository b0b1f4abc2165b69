import { defineCopy } from '#ui/lang.ts';

/** Words of the pages about the site itself: what it is, and its accessibility statement. */
export const tentangCopy = defineCopy({
	id: {
		tentang: {
			judul: 'Tentang Matang',
			keterangan: 'Apa situs ini, dan apa yang bukan',
			bagian: [
				{
					id: 'bukan-resmi',
					judul: 'Bukan situs resmi kementerian',
					isi: [
						'Matang bukan situs Kementerian PANRB dan tidak dibuat atas nama instansi mana pun. Matang menyajikan ulang hasil evaluasi SPBE yang sudah diumumkan, agar mudah dicari, dibandingkan, dan diperiksa hitungannya.',
						'Bila angka di sini berbeda dari pengumuman resmi, pengumuman resmi yang berlaku.',
					],
				},
				{
					id: 'untuk-siapa',
					judul: 'Untuk siapa',
					isi: [
						'Untuk pimpinan dan pegawai yang perlu tahu posisi instansinya dan apa yang menahannya, untuk pers yang membutuhkan angka beserta sumbernya, dan untuk siapa saja yang ingin memeriksa.',
						'Matang berarti dewasa: yang diukur evaluasi ini adalah kematangan pemerintahan digital.',
					],
				},
				{
					id: 'data',
					judul: 'Data dan lisensi',
					isi: [
						'Setiap angka menyebut sumber dan tahunnya. Angka yang tidak diumumkan tetapi mengikuti dari yang diumumkan ditandai turunan.',
						'Kode program berlisensi Apache 2.0. Nama dan kode wilayah berasal dari idn-area-data dengan lisensi ODbL 1.0.',
					],
				},
				{
					id: 'privasi',
					judul: 'Privasi',
					isi: [
						'Halaman bacaan tidak memasang kuki, tidak memuat apa pun dari situs lain, dan tidak memakai alat pelacak. Peladen mencatat setiap permintaan untuk keperluan pemeliharaan.',
					],
				},
			],
			lanjut: 'Baca selanjutnya',
		},
		akses: {
			judul: 'Pernyataan aksesibilitas',
			keterangan: 'Apa yang sudah diuji, apa yang belum, dan cara menyampaikan keluhan',
			deskripsi:
				'Pernyataan aksesibilitas Matang: sasaran, hal yang diuji, keterbatasan yang diketahui, dan cara mengadu.',
			bagian: [
				{
					id: 'sasaran',
					judul: 'Sasaran',
					isi: [
						'Setiap halaman harus dapat dipakai dengan papan ketik, pembaca layar, dan perbesaran; pada layar 360 piksel maupun 1920 piksel; dalam mode terang dan gelap; dan di atas kertas. Acuannya WCAG 2.2 tingkat AA. Kepatuhan penuh belum diperiksa pihak lain, jadi kami tidak mengklaimnya.',
					],
				},
				{
					id: 'diuji',
					judul: 'Yang diuji',
					isi: ['Pemeriksaan berikut dijalankan otomatis bersama uji program:'],
					butir: [
						'Setiap jenis halaman, dalam kedua bahasa, diperiksa dengan axe-core pada lebar 360 piksel (gelap) dan 1440 piksel (terang), tanpa temuan.',
						'Tidak ada halaman yang melebar keluar layar pada lebar itu.',
						'Kontras semua pasangan warna teks dihitung dari tabel warnanya.',
						'Halaman bacaan tidak memerlukan skrip. Setiap grafik mempunyai tabel dengan angka yang sama.',
						'Warna tidak pernah menjadi satu-satunya tanda: predikat dan tingkat selalu disertai kata atau angka.',
					],
				},
				{
					id: 'belum',
					judul: 'Yang belum dan yang kurang',
					isi: ['Alat otomatis hanya menemukan sebagian masalah. Yang kami tahu masih kurang:'],
					butir: [
						'Belum ada pengujian oleh pengguna penyandang disabilitas.',
						'Belum ada pengujian menyeluruh dengan pembaca layar NVDA, JAWS, TalkBack, dan VoiceOver.',
						'Tabel lebar (perbandingan, padanan instrumen, kamus data) digeser ke samping di dalam bingkainya pada layar sempit.',
						'Isi instrumen hanya tersedia dalam bahasa Indonesia, juga pada halaman berbahasa Inggris.',
					],
				},
				{
					id: 'keluhan',
					judul: 'Menemukan halangan?',
					isi: [
						'Sampaikan kepada pengelola pemasangan Matang yang Anda pakai. Sebutkan alamat halaman, apa yang ingin Anda lakukan, apa yang menghalangi, dan alat bantu yang dipakai. Halangan aksesibilitas diperlakukan sebagai kesalahan program, bukan permintaan fitur.',
						'Sambil menunggu, data hasil tersedia sebagai CSV, XLSX, dan JSON di halaman Data.',
					],
				},
			],
		},
	},
	en: {
		tentang: {
			judul: 'About Matang',
			keterangan: 'What this site is, and what it is not',
			bagian: [
				{
					id: 'bukan-resmi',
					judul: 'Not an official ministry site',
					isi: [
						'Matang is not a site of the Ministry of Administrative and Bureaucratic Reform (KemenPANRB) and is not made on behalf of any institution. It presents SPBE (e-government) evaluation results that have been published, so that they can be found, compared and checked.',
						'Where a figure here differs from the official publication, the official publication prevails.',
					],
				},
				{
					id: 'untuk-siapa',
					judul: 'For whom',
					isi: [
						'For leaders and staff who need to know where their institution stands and what holds it back, for the press who need figures with their sources, and for everybody who wants to check.',
						'Matang is Indonesian for mature: what the evaluation measures is the maturity of digital government.',
					],
				},
				{
					id: 'data',
					judul: 'Data and licence',
					isi: [
						'Every figure names its source and year. A figure that was not published but follows from published ones is marked derived.',
						'The program is licensed under Apache 2.0. Area names and codes come from idn-area-data under ODbL 1.0.',
					],
				},
				{
					id: 'privasi',
					judul: 'Privacy',
					isi: [
						'Reading pages set no cookies, load nothing from other sites and use no tracking. The server logs each request for maintenance.',
					],
				},
			],
			lanjut: 'Read on',
		},
		akses: {
			judul: 'Accessibility statement',
			keterangan: 'What has been tested, what has not, and how to complain',
			deskripsi:
				'Accessibility statement of Matang: aims, what is tested, known limits, and how to complain.',
			bagian: [
				{
					id: 'sasaran',
					judul: 'Aim',
					isi: [
						'Every page is to be usable by keyboard, with a screen reader and with magnification; on screens of 360 as well as 1920 pixels; light and dark; and on paper. The reference is WCAG 2.2 level AA. Full conformance has not been examined by others, so we do not claim it.',
					],
				},
				{
					id: 'diuji',
					judul: 'What is tested',
					isi: ['These checks run automatically with the program’s tests:'],
					butir: [
						'Each kind of page, in both languages, is checked with axe-core at widths of 360 pixels (dark) and 1440 pixels (light), without findings.',
						'No page is wider than the screen at those widths.',
						'The contrast of every pair of text colours is computed from the colour table.',
						'Reading pages need no script. Each chart has a table with the same figures.',
						'Colour is never the only sign: predicates and levels always carry a word or a number.',
					],
				},
				{
					id: 'belum',
					judul: 'What is missing',
					isi: ['Automatic tools find only a part of the problems. What we know is missing:'],
					butir: [
						'No tests by users with disabilities yet.',
						'No full tests yet with the screen readers NVDA, JAWS, TalkBack and VoiceOver.',
						'Wide tables (comparison, crosswalk, data dictionary) are scrolled sideways within their frame on narrow screens.',
						'The text of the instruments is in Indonesian only, on English pages too.',
					],
				},
				{
					id: 'keluhan',
					judul: 'Found a barrier?',
					isi: [
						'Tell whoever runs the installation of Matang that you use. Give the address of the page, what you wanted to do, what stopped you, and your assistive technology. A barrier is treated as a fault of the program, not as a feature request.',
						'In the meantime the results are available as CSV, XLSX and JSON on the Data page.',
					],
				},
			],
		},
	},
});
