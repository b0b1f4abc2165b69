import { defineCopy } from '#ui/lang.ts';

/** Words of the public list of accepted evidence. */
export const buktiTerbukaCopy = defineCopy({
	id: {
		judul: 'Bukti yang diterima',
		isi: 'Judul bukti yang diterima asesor dalam penetapan nilai ini. Dokumennya sendiri tidak diterbitkan di sini; mintalah kepada instansinya.',
		ringkas: (n: string, dari: string) =>
			`${n} bukti diterima untuk ${dari} indikator. Pilih indikator untuk membaca judulnya.`,
		bukti: 'Bukti',
		tingkat: 'Tingkat',
		jenis: 'Jenis',
		tanggal: 'Tanggal',
		penunjuk: 'Penunjuk halaman',
		jenisNama: { berkas: 'berkas', tautan: 'tautan', catatan: 'catatan' },
		indikator: 'Indikator',
		banyak: 'Bukti',
	},
	en: {
		judul: 'Accepted evidence',
		isi: 'Titles of the evidence that assessors accepted when this value was determined. The documents are not published here; ask the institution for them.',
		ringkas: (n: string, dari: string) =>
			`${n} items accepted for ${dari} indicators. Choose an indicator to read their titles.`,
		bukti: 'Evidence',
		tingkat: 'Level',
		jenis: 'Kind',
		tanggal: 'Date',
		penunjuk: 'Page pointer',
		jenisNama: { berkas: 'file', tautan: 'link', catatan: 'note' },
		indikator: 'Indicator',
		banyak: 'Items',
	},
});
