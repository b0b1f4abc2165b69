/** English of every sentence in the OpenAPI document; a test fails when one is missing. */
export const uraianEn: Readonly<Record<string, string>> = {
	'Hasil evaluasi SPBE yang diumumkan Kementerian PANRB, peringkatnya, instrumennya, dan hitungannya.':
		'Published results of the SPBE (e-government) evaluation by the Ministry of Administrative Reform, with rankings, instruments, and scoring.',
	'Angka selalu teks dengan titik dan dua desimal ("3.96"), bukan bilangan JSON.':
		'Figures are always text with a point and two decimals ("3.96"), never JSON numbers.',
	'diumumkan seperti dalam sumber; turunan dihitung Matang dari yang diumumkan. Keduanya tidak dicampur.':
		'diumumkan (published) is as in the source; turunan (derived) is computed by Matang from what was published. The two are never mixed.',
	'Instrumen 2018, 2020, dan 2026 tidak sebanding; setiap hasil menyebut instrumennya.':
		'The 2018, 2020 and 2026 instruments are not comparable; every result names its instrument.',
	'GET membawa ETag; kirim if-none-match untuk mendapat 304. Hasil berubah hanya saat ada impor.':
		'GET answers carry an ETag; send if-none-match to get 304. Results change only when somebody imports.',
	'Bentuk galat selalu { "galat": { "kode", "pesan", "masalah" } }; kode tetap, pesan boleh berubah.':
		'Errors always look like { "galat": { "kode", "pesan", "masalah" } } (code, message, problems); the code is stable, the message may change.',
	'Janji: dalam /api/v1 tidak ada jalur, parameter, atau kolom yang dihapus atau berubah arti. Yang baru boleh bertambah, jadi abaikan kolom yang tidak dikenal. Perubahan lain menjadi /api/v2, dan v1 tetap berjalan paling sedikit dua belas bulan sesudahnya.':
		'Promise: within /api/v1 no path, parameter or field is removed or changes its meaning. New ones may be added, so ignore fields you do not know. Anything else becomes /api/v2, and v1 keeps running for at least twelve months after that.',
	'Angka dengan titik dan dua desimal, sebagai teks.': 'A figure with a point and two decimals, as text.',
	'Jenis instansi.': 'Type of institution.',
	'Kode atau nama provinsi, misalnya 64 atau Kalimantan Timur; termasuk pemerintah provinsinya.':
		'Code or name of a province, such as 64 or Kalimantan Timur; includes the provincial government itself.',
	'Kelompok pulau.': 'Island group.',
	'Predikat; hanya menyembunyikan baris, peringkatnya tetap.': 'Predicate; only hides rows, ranks stay.',
	'Urutan baris (bawaan indeks): selisih dari indeks tahun sebelumnya, perubahan peringkat; tanda minus membalik.':
		'Order of rows (default indeks): selisih is the change of index from the year before, perubahan the change of rank; a minus sign reverses.',
	'Tahun sebelumnya, di antara saringan yang sama; null bila tidak ada.':
		'The year before, among the same filter; null where there is none.',
	'Halaman, mulai 1 (bawaan 1).': 'Page, from 1 (default 1).',
	'Baris tiap halaman (bawaan 50, paling banyak 500).': 'Rows a page (default 50, at most 500).',
	'Diabaikan; untuk melewati simpanan.': 'Ignored; for bypassing caches.',
	'Pengenal tetap; dipakai dalam alamat.': 'Permanent identifier; used in addresses.',
	'Kode wilayah resmi; null bila bukan daerah.': 'Official area code; null where it is no region.',
	'Jumlah seluruh baris yang lolos saringan.': 'Number of all rows that pass the filter.',
	'Alamat relatif halaman sebelumnya.': 'Relative address of the previous page.',
	'Alamat relatif halaman berikutnya.': 'Relative address of the next page.',
	'Letak masalahnya, misalnya tahun atau nilai.I03.': 'Where the problem is, such as tahun or nilai.I03.',
	'Apa yang salah dan apa yang diharapkan.': 'What is wrong and what was expected.',
	'Kode tetap untuk program; pesan boleh berubah, kode tidak.':
		'Stable code for programs; the message may change, the code does not.',
	'Kalimat untuk manusia.': 'A sentence for people.',
	'Hanya pada status 422.': 'Only with status 422.',
	'Nilai persis bila hanya satu yang mungkin: desimal, atau pecahan a/b.':
		'The exact value where only one is possible: a decimal, or a fraction a/b.',
	'Nilai yang mengikuti dari angka terbitan; min = maks bila tunggal.':
		'A value that follows from published figures; min = maks where it is single.',
	'null bila sumber tidak menyebut predikat.': 'null where the source names no predicate.',
	'Nilai domain, aspek, dan indikator yang diumumkan, menurut pengenal simpul instrumen.':
		'Published values of domains, aspects and indicators, by node id of the instrument.',
	'Seperti dalam sumber, tanpa diubah.': 'As in the source, unchanged.',
	'Predikat dari pita indeks bila tidak diumumkan.':
		'Predicate from the band of the index, where it was not published.',
	'Terhadap hasil tahun sebelumnya dengan instrumen yang sama.':
		'Against the result of the year before under the same instrument.',
	'Hanya tahun berdaftar lengkap; seri bernomor sama (1, 1, 3).':
		'Only for years with a complete list; ties share a rank (1, 1, 3).',
	'Simpul lain yang dapat disimpulkan; hanya pada /instansi/{slug}.':
		'Other nodes that can be concluded; only in /instansi/{slug}.',
	'Dihitung Matang dari angka yang diumumkan; bukan pengumuman.':
		'Computed by Matang from published figures; not itself published.',
	'Apakah daftar tahun ini lengkap; bila tidak, tidak ada peringkat.':
		'Whether the list of this year is complete; if not, there are no ranks.',
	'Apakah angkanya dapat dipastikan dengan hitungan ulang.':
		'Whether the figures can be confirmed by computing them again.',
	'Kode sebab bila meragukan, simpulnya sesudah titik dua, misalnya kosong:D2.':
		'Code of the reason where doubtful, the node after the colon, such as kosong:D2 (blank).',
	'Tahun evaluasi.': 'Year of evaluation.',
	'Slug instansi.': 'Slug of the institution.',
	'Tingkat menurut skala instrumen; null bila belum dijawab. Hanya instrumen berdesimal yang menerima desimal; hanya indikator berbutir (spbe-2018 I35) yang menerima daftar.':
		"A level on the instrument's scale; null where unanswered. Only instruments with decimals take decimals; only indicators with items (spbe-2018 I35) take a list.",
	'Menurut urutan indikator, atau menurut pengenal indikator.': 'In indicator order, or by indicator id.',
	'Menggantikan aturan tahun dan instrumen.': 'Overrides the rule of the year and the instrument.',
	'Tahun evaluasi; menentukan aturan predikat.': 'Year of evaluation; decides the predicate rule.',
	'Dibulatkan sekali, setengah ke atas; null bila ada yang belum dijawab.':
		'Rounded once, half up; null where an answer is missing.',
	'Desimal berhenti, atau pecahan a/b.': 'A terminating decimal, or a fraction a/b.',
	'Indeks paling rendah dan paling tinggi yang masih mungkin, bila ada yang belum dijawab.':
		'Lowest and highest index still possible, where an answer is missing.',
	'Cari menurut nama, boleh sebagian atau salah ketik; yang paling cocok di atas.':
		'Search by name, partial or misspelt; the best match comes first.',
	'Tahun yang ada hasilnya.': 'Years with a result.',
	'Tahun terbaru lebih dahulu.': 'Newest year first.',
	'min ≤ indeks < maks, atau ≤ maks bila maksTermasuk.': 'min ≤ index < maks, or ≤ maks where maksTermasuk.',
	'Tahun evaluasi yang memakainya.': 'Years of evaluation that use it.',
	'Predikat menurut indeks persis atau yang dibulatkan, bila tahunnya tidak mengatur lain.':
		'Whether the predicate follows the exact or the rounded index, unless the year says otherwise.',
	'Tertinggi lebih dahulu.': 'Highest first.',
	'Dalam perseratus tingkat: 500 = 5,00.': 'In hundredths of a level: 500 = 5.00.',
	'Jumlah seluruh bobot, dan arti satuannya.': 'Sum of all weights, and what a unit means.',
	'Domain dengan aspek dan indikatornya; kosong bila instrumen tanpa domain.':
		'Domains with their aspects and indicators; empty where the instrument has none.',
	'Aspek dengan indikatornya, hanya bila instrumen tanpa domain.':
		'Aspects with their indicators, only where the instrument has no domains.',
	'Berkas instrumen seutuhnya: bobot, kriteria, bukti, dasar hukum, ketidakpastian.':
		'The whole instrument file: weights, criteria, evidence, legal basis, uncertainties.',
	'Pengenal instrumen.': 'Instrument id.',
	'Tahun berdaftar lengkap; bawaan yang terbaru.': 'A year with a complete list; the newest by default.',
	'Di antara yang lolos saringan; seri bernomor sama (1, 1, 3).':
		'Among those that pass the filter; ties share a rank (1, 1, 3).',
	'Predikat tidak diumumkan dan diturunkan dari indeks.':
		'The predicate was not published and is derived from the index.',
	'Terhadap indeks tahun sebelumnya; null bila tidak ada.':
		'Against the index of the year before; null where none.',
	'Peringkat dihitung Matang (turunan) dari daftar lengkap tahun itu; indeks seperti diumumkan.':
		"Ranks are computed by Matang (derived) from the year's complete list; the index is as published.",
	'Alamat dokumen OpenAPI.': 'Address of the OpenAPI document.',
	'Alamat halaman rujukan.': 'Address of the reference page.',
	Tentang: 'About',
	'Apa saja yang ada': 'What there is',
	'Daftar jalur.': 'List of paths.',
	'Dokumen OpenAPI 3.1': 'OpenAPI 3.1 document',
	'Dokumen ini.': 'This document.',
	Hasil: 'Results',
	'Hasil evaluasi': 'Evaluation results',
	'Semua hasil yang tercatat, tahun terbaru dan indeks tertinggi lebih dahulu.':
		'All recorded results, newest year and highest index first.',
	'Satu halaman hasil.': 'A page of results.',
	Peringkat: 'Ranking',
	'Peringkat satu tahun': 'Ranking of a year',
	'Peringkat di antara yang lolos saringan, hanya untuk tahun yang daftarnya lengkap. Untuk tahun lain tidak ada peringkat (409), karena peringkat dari sebagian daftar menyesatkan.':
		'Ranks among those that pass the filter, only for years whose list is complete. Other years have no ranks (409), because a rank within part of a list misleads.',
	'Satu halaman peringkat.': 'A page of the ranking.',
	Hitung: 'Scoring',
	'Hitung indeks dari nilai indikator': 'Compute the index from indicator values',
	'Perhitungan persis menurut instrumen; tidak ada yang disimpan.':
		'Exact computation by the instrument; nothing is stored.',
	'Hasil hitungan.': 'The result.',
	Instansi: 'Institutions',
	'Daftar instansi': 'List of institutions',
	'Semua instansi yang dikenal, juga yang belum ada hasilnya, menurut slug.':
		'All known institutions, also those without a result, by slug.',
	'Satu halaman instansi.': 'A page of institutions.',
	'Satu instansi dengan semua hasilnya': 'One institution with all its results',
	'Setiap tahun: yang diumumkan, dan yang dapat disimpulkan darinya (turunan).':
		'Each year: what was published, and what can be concluded from it (derived).',
	'Instansi dan hasilnya.': 'The institution and its results.',
	Instrumen: 'Instruments',
	'Daftar instrumen': 'List of instruments',
	'Instrumen yang dibawa Matang dan yang dipasang di tempat ini.':
		'Instruments shipped with Matang and installed at this site.',
	'Semua instrumen.': 'All instruments.',
	'Satu instrumen seutuhnya': 'One whole instrument',
	'Berkas instrumennya: pohon, bobot, kriteria tingkat, bukti, dasar hukum, dan yang belum pasti.':
		'The instrument file: tree, weights, level criteria, evidence, legal basis, and what is uncertain.',
	'Instrumen.': 'The instrument.',
	'Tidak ditemukan.': 'Not found.',
	'Tahun itu tidak berdaftar lengkap, jadi tidak ada peringkat.':
		'The list of that year is incomplete, so there are no ranks.',
	'Isi permintaan terlalu besar.': 'The request body is too large.',
	'Isi permintaan bukan JSON.': 'The request body is not JSON.',
	'Masukan tidak dapat dipakai; masalah menyebut letak dan sebabnya.':
		'The input cannot be used; masalah says where and why.',
	'Terlalu sering; lihat retry-after.': 'Too often; see retry-after.',
};
