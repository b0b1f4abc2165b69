import { defineCopy } from '#ui/lang.ts';

/** Words of the workbench: a value, its explanation, the ledger. */
export const nilaiCopy = defineCopy({
	id: {
		justifikasi: 'Justifikasi',
		justifikasiPetunjuk: 'Dasar tingkat yang Anda tetapkan.',
		luar: (nama: string, pemilik: string) => `${nama} (${pemilik})`,
		luarPetunjuk: 'Nilai resmi indeks itu, dengan dokumennya sebagai bukti.',
		luarTingkat: (n: string) =>
			`Menurut pita instrumen nilai itu berarti tingkat ${n} (turunan; cara desimalnya belum terverifikasi).`,
		mandiriNilai: 'Nilai mandiri',
		kriteria: 'Kriteria tingkat',
		kriteriaBukti: 'Kriteria dan bukti tiap tingkat',
		level: 'Tingkat',
		levelPetunjuk: 'Pilih tingkat tertinggi yang seluruh syaratnya terpenuhi.',
		desimalPetunjuk: (min: string, maks: string) => `Antara ${min} dan ${maks}, boleh dua desimal.`,
		fakta: 'Fakta',
		faktaPetunjuk:
			'Dokumen, pasal, halaman, dan nama berkas. Misalnya: Perwali 12/2025 pasal 5, hlm. 12–14 (1.a).',
		analisis: 'Analisis',
		analisisPetunjuk: 'Bagaimana fakta itu memenuhi kriteria tingkat yang dipilih.',
		simpan: 'Simpan',
		tersimpan: 'Tersimpan dalam buku nilai.',
		riwayat: 'Buku nilai',
		riwayatKosong: 'Belum ada nilai untuk indikator ini.',
		oleh: (nama: string, waktu: string) => `${nama}, ${waktu}`,
		kosong: 'dikosongkan',
		sebelum: 'Indikator sebelumnya',
		berikut: 'Indikator berikutnya',
		keDaftar: 'Kembali ke daftar indikator',
		bentrokJudul: 'Orang lain baru saja menyimpan indikator ini',
		bentrokIsi:
			'Nilai mereka ada di buku nilai di bawah. Tulisan Anda masih ada di formulir dan belum tersimpan; sesuaikan lalu simpan lagi.',
		umum: 'Kriteria umum keluarganya; kriteria indikator ini sendiri tidak tersedia.',
	},
	en: {
		justifikasi: 'Justification (Justifikasi)',
		justifikasiPetunjuk: 'Grounds for the level you set.',
		luar: (nama: string, pemilik: string) => `${nama} (${pemilik})`,
		luarPetunjuk: 'The official value of that index, with its document as evidence.',
		luarTingkat: (n: string) =>
			`By the instrument’s bands that value means level ${n} (derived; how decimals arise is not verified).`,
		mandiriNilai: 'Self-assessed',
		kriteria: 'Level criteria',
		kriteriaBukti: 'Criteria and evidence by level',
		level: 'Level',
		levelPetunjuk: 'Choose the highest level all of whose conditions are met.',
		desimalPetunjuk: (min: string, maks: string) => `Between ${min} and ${maks}, two decimals at most.`,
		fakta: 'Facts (Fakta)',
		faktaPetunjuk:
			'Document, article, page and file name. Such as: Perwali 12/2025 article 5, pp. 12–14 (1.a).',
		analisis: 'Analysis (Analisis)',
		analisisPetunjuk: 'How these facts meet the criteria of the level chosen.',
		simpan: 'Save',
		tersimpan: 'Saved in the ledger.',
		riwayat: 'Score ledger',
		riwayatKosong: 'No values for this indicator yet.',
		oleh: (nama: string, waktu: string) => `${nama}, ${waktu}`,
		kosong: 'cleared',
		sebelum: 'Previous indicator',
		berikut: 'Next indicator',
		keDaftar: 'Back to the indicators',
		bentrokJudul: 'Somebody else has just saved this indicator',
		bentrokIsi:
			'Their value is in the ledger below. What you wrote is still in the form and not saved; adapt it and save again.',
		umum: 'The general criteria of its family; this indicator’s own are not available.',
	},
});
