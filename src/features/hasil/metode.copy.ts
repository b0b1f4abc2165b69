import { defineCopy } from '#ui/lang.ts';

/** Words of the method page: what is evaluated, by whom, when, and what the predicates mean. */
export const metodeCopy = defineCopy({
	id: {
		judul: 'Metode',
		keterangan: 'Apa itu SPBE, siapa menilai siapa, dan dari mana setiap angka di situs ini berasal',
		deskripsi:
			'Cara kerja evaluasi SPBE dalam satu halaman: penilai, tahap, jadwal, predikat, rumus, pembulatan, peringkat, angka turunan, dan keraguan.',
		isi: 'Isi halaman',
		singkat: 'Singkatnya',
		singkatIsi: [
			'Setiap tahun pemerintah pusat menilai seberapa matang layanan dan tata kelola digital lebih dari 600 instansi, dari kementerian sampai kabupaten dan kota.',
			'Hasilnya satu angka, indeks, paling tinggi 5,00, dengan lima predikat: Kurang, Cukup, Baik, Sangat Baik, Memuaskan.',
			'Indeks adalah rata-rata berbobot dari puluhan indikator. Dihitung tanpa pembulatan; dibulatkan hanya saat ditampilkan.',
			'Angka yang tidak diumumkan tetapi mengikuti dari angka yang diumumkan selalu ditandai turunan.',
			'Sejak 2026 ukurannya berganti menjadi Indeks Pemdi. Angkanya tidak dapat disambung dengan indeks SPBE.',
		],
		spbe: 'Apa itu SPBE',
		spbeIsi: [
			'SPBE, Sistem Pemerintahan Berbasis Elektronik, adalah nama resmi untuk yang dahulu disebut e-Government: pemakaian teknologi informasi dan komunikasi oleh pemerintah untuk memberi layanan kepada pegawai, warga, pelaku usaha, dan instansi lain. Dasarnya Peraturan Presiden Nomor 95 Tahun 2018.',
			'Yang dinilai bukan banyaknya aplikasi, melainkan kematangan: adakah aturan yang ditetapkan, apakah seluruh unit kerja menjalankannya, apakah sistemnya terhubung, dan apakah hasil reviu sungguh ditindaklanjuti. Setiap indikator mendapat satu tingkat kematangan. Tingkat yang lebih tinggi mensyaratkan semua tingkat di bawahnya.',
		],
		spbeLanjut: 'Baca ke-47 indikator dan kriterianya',
		siapa: 'Siapa menilai siapa',
		siapaIsi: [
			'Yang dinilai adalah kementerian, lembaga, pemerintah provinsi, kabupaten, dan kota. Enam wilayah administrasi di Jakarta tidak dinilai sendiri-sendiri, tetapi sebagai bagian Pemerintah Provinsi DKI Jakarta.',
			'Yang menilai adalah Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi (Kementerian PANRB). Penilaian dimulai dari instansi sendiri, lalu diperiksa asesor eksternal: pegawai negeri, akademisi, dan pakar yang ditetapkan Menteri. Tim reviu kementerian memeriksa hasilnya sebelum Menteri menetapkan.',
			'Ada dua bentuk, dan dalam setahun satu instansi menjalani salah satunya. Pemantauan terdiri atas penilaian mandiri dan penilaian dokumen. Evaluasi menambahkan interviu, bila perlu kunjungan lapangan, dan menghasilkan rekomendasi.',
		],
		peran: 'Peran',
		tahap: 'Tahapnya',
		tahapIsi: [
			[
				'Penilaian mandiri',
				'Tim instansi mengisi tingkat setiap indikator, menulis penjelasan, dan melampirkan bukti. Koordinator (di daerah: sekretaris daerah) menandatangani berita acara dan mengirimkannya.',
			],
			[
				'Penilaian dokumen',
				'Asesor eksternal memverifikasi setiap jawaban terhadap buktinya dan memberi nilainya sendiri.',
			],
			['Interviu', 'Instansi menjelaskan yang belum jelas dan dapat menambah bukti.'],
			['Visitasi', 'Bila perlu, asesor memeriksa di lapangan.'],
			[
				'Reviu dan penetapan',
				'Tim reviu menandai setiap nilai valid atau tidak valid. Menteri menetapkan hasil, dan setiap instansi menerima laporan hasil evaluasi.',
			],
		],
		tahapCatatan:
			'Indikator yang tidak dibahas pada suatu tahap membawa nilai dari tahap sebelumnya. Pada tahap mana nilai berubah tidak ikut diumumkan, sehingga Matang hanya menampilkan nilai akhirnya.',
		kapan: 'Kapan hasilnya keluar',
		kapanIsi: [
			'Penilaian berjalan dari tengah sampai akhir tahun. Hasil suatu tahun biasanya ditetapkan pada akhir tahun itu atau awal tahun berikutnya: indeks 2022, misalnya, baru ditetapkan pada 2023. Karena itu berita yang terbit pada 2023 umumnya membicarakan indeks 2022. Di situs ini tahun selalu berarti tahun evaluasi, bukan tahun pengumuman.',
			'Menurut sumber sekunder, nilai pemantauan 2025 diumumkan awal Januari 2026. Daftar lengkapnya tidak ditemukan, sehingga tahun 2025 di sini hanya memuat beberapa instansi.',
		],
		berikut: 'Perkiraan hasil berikutnya',
		berikutIsi:
			'Hasil Indeks Pemdi yang pertama, untuk 2026, diperkirakan keluar November–Desember 2026. Ini perkiraan dari catatan kerja Kabupaten Aceh Tengah, bukan pengumuman kementerian.',
		kapanTabel: 'Penetapan hasil setiap tahun evaluasi',
		tahun: 'Tahun evaluasi',
		instrumen: 'Instrumen',
		penetapan: 'Penetapan atau pengumuman',
		daftarDimuat: 'Di Matang',
		daftarLengkap: 'daftar lengkap',
		daftarSebagian: 'tidak lengkap',
		belumAda: 'belum ada',
		tidakTercatat: 'tidak tercatat pada sumber yang ada',
		predikat: 'Lima predikat',
		predikatIsi: [
			'Indeks dikelompokkan ke dalam lima predikat. Batas bawah termasuk ke dalam predikatnya: pada indeks SPBE, 3,50 tepat sudah Sangat Baik. Batas Indeks Pemdi lain, sehingga predikat yang bernama sama pada kedua indeks tidak berarti sama.',
			'Berita sering menyebut empat predikat. Yang tidak tersebut adalah Memuaskan, predikat tertinggi. Peraturan (Tabel 13 PermenPANRB 59/2020) memuat lima.',
			'Predikat bukan tanda lulus atau tidak lulus. Tidak ada ambang kelulusan dalam evaluasi ini.',
		],
		predikatTabel: 'Batas bawah predikat tiap instrumen',
		predikatKolom: 'Predikat',
		mulai: (min: string) => `mulai ${min}`,
		target: 'Target 2,6 dan 2,7',
		targetIsi: [
			'Sasaran menurut peraturan, yang juga tercetak pada laporan kementerian, adalah indeks 2,6, yaitu batas bawah predikat Baik, dengan setiap indikator sekurangnya 3.',
			'Angka 2,7 dikutip Pemerintah Kota Balikpapan sebagai target nasional 2022. Matang menyimpan keduanya bersama sumbernya dan tidak memilih salah satu diam-diam. Target instansi sendiri, misalnya 3,1 untuk Balikpapan 2022, adalah hal lain dan ditampilkan terpisah.',
		],
		targetTabel: 'Target nasional yang dipakai di situs ini',
		nilai: 'Nilai',
		sumber: 'Sumber',
		catatan: 'Catatan',
	},
	en: {
		judul: 'Method',
		keterangan: 'What SPBE is, who evaluates whom, and where every figure on this site comes from',
		deskripsi:
			'The SPBE (e-government) evaluation in one page: assessors, stages, calendar, predicates, formula, rounding, ranks, derived figures and doubts.',
		isi: 'On this page',
		singkat: 'In short',
		singkatIsi: [
			'Every year the national government rates how mature the digital services and governance of more than 600 institutions are, from ministries down to regencies and cities.',
			'The result is one number, the index, 5.00 at most, with five predicates: Kurang (poor), Cukup (fair), Baik (good), Sangat Baik (very good), Memuaskan (excellent).',
			'The index is a weighted mean of dozens of indicators. It is computed without rounding and rounded only for display.',
			'A figure that was not published but follows from published ones is always marked derived.',
			'From 2026 another measure applies, the Pemdi index. Its figures cannot be joined to the SPBE index.',
		],
		spbe: 'What SPBE is',
		spbeIsi: [
			'SPBE, Sistem Pemerintahan Berbasis Elektronik, is the official name of what used to be called e-government: the use of information and communication technology by government to serve its staff, citizens, businesses and other institutions. Its basis is Presidential Regulation 95 of 2018.',
			'What is rated is not the number of applications but maturity: whether rules have been enacted, whether all units follow them, whether systems are connected, and whether reviews are acted upon. Each indicator gets one maturity level. A higher level requires all levels below it.',
		],
		spbeLanjut: 'Read the 47 indicators and their criteria',
		siapa: 'Who evaluates whom',
		siapaIsi: [
			'Evaluated are ministries, agencies, provinces, regencies and cities. The six administrative areas of Jakarta are not evaluated on their own but as part of the provincial government.',
			'The evaluator is the Ministry of Administrative and Bureaucratic Reform (KemenPANRB). The institution first rates itself; external assessors then check: civil servants, academics and experts appointed by the Minister. A review team of the ministry examines the outcome before the Minister determines it.',
			'There are two forms, and in a year an institution takes one of them. Monitoring consists of self-assessment and document assessment. Evaluation adds an interview, a site visit where needed, and recommendations.',
		],
		peran: 'Roles',
		tahap: 'The stages',
		tahapIsi: [
			[
				'Self-assessment',
				'The institution’s team fills in the level of each indicator, writes an explanation and attaches evidence. The coordinator (in regions: the regional secretary) signs the minutes and submits them.',
			],
			[
				'Document assessment',
				'External assessors verify each answer against its evidence and give a value of their own.',
			],
			['Interview', 'The institution explains what is unclear and may add evidence.'],
			['Site visit', 'Where needed, assessors check on site.'],
			[
				'Review and determination',
				'The review team marks every value valid or not valid. The Minister determines the result, and each institution receives an evaluation report.',
			],
		],
		tahapCatatan:
			'An indicator that is not touched at a stage carries its value over. At which stage a value changed is not published, so Matang shows the final value only.',
		kapan: 'When results come out',
		kapanIsi: [
			'The evaluation runs from the middle to the end of the year. The results of a year are usually determined at the end of that year or early in the next: the 2022 index, for example, was determined in 2023. News printed in 2023 therefore mostly speaks of the 2022 index. On this site a year always means the year of evaluation, not of publication.',
			'According to secondary sources the 2025 monitoring scores were published in early January 2026. The full list was not found, so 2025 holds only a few institutions here.',
		],
		berikut: 'Next results, estimate',
		berikutIsi:
			'The first Pemdi results, for 2026, are expected in November–December 2026. This is an estimate from working notes of Aceh Tengah Regency, not an announcement of the ministry.',
		kapanTabel: 'Determination of results by year of evaluation',
		tahun: 'Year of evaluation',
		instrumen: 'Instrument',
		penetapan: 'Determination or publication',
		daftarDimuat: 'In Matang',
		daftarLengkap: 'complete list',
		daftarSebagian: 'incomplete',
		belumAda: 'none yet',
		tidakTercatat: 'not recorded in the sources at hand',
		predikat: 'Five predicates',
		predikatIsi: [
			'The index is grouped into five predicates. The lower bound belongs to its predicate: on the SPBE index exactly 3.50 is already Sangat Baik. The Pemdi index has other bounds, so a predicate of the same name does not mean the same on both.',
			'The press often names four. The one left out is Memuaskan, the highest. The regulation (Table 13 of PermenPANRB 59/2020) has five.',
			'A predicate is no pass or fail. The evaluation has no pass mark.',
		],
		predikatTabel: 'Lower bounds of the predicates of each instrument',
		predikatKolom: 'Predicate',
		mulai: (min) => `from ${min}`,
		target: 'The targets 2.6 and 2.7',
		targetIsi: [
			'The regulation’s target, also printed in the ministry’s reports, is an index of 2.6, the lower bound of the predicate Baik, with every indicator at 3 or more.',
			'The figure 2.7 was quoted by the City of Balikpapan as the national target of 2022. Matang keeps both with their sources and does not silently choose one. An institution’s own target, such as 3.1 for Balikpapan in 2022, is another matter and shown apart.',
		],
		targetTabel: 'National targets used on this site',
		nilai: 'Value',
		sumber: 'Source',
		catatan: 'Note',
	},
});
