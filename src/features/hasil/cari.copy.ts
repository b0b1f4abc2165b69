import { defineCopy } from '#ui/lang.ts';

/** Words of the search page. */
export const cariCopy = defineCopy({
	id: {
		judul: 'Cari instansi',
		judulHasil: (q: string) => `Hasil pencarian “${q}”`,
		isian: 'Nama instansi',
		petunjuk: 'Nama, sebagiannya, atau kode wilayah. Salah ketik sedikit tidak apa-apa.',
		tombol: 'Cari',
		jumlah: (n: string) => `${n} instansi, yang paling cocok di atas`,
		terbatas: (n: string) => `${n} instansi teratas. Tambahkan kata supaya lebih sempit.`,
		belumAda: 'belum ada hasil',
		tiada: (q: string) => `Tidak ada instansi yang mirip “${q}”`,
		tiadaIsi:
			'Periksa ejaannya, atau ketik satu kata saja dari namanya, misalnya “balikpapan”. Enam wilayah administratif DKI Jakarta tidak dievaluasi sendiri; lihat Provinsi DKI Jakarta.',
		semua: 'Semua instansi menurut jenis dan provinsi',
	},
	en: {
		judul: 'Search institutions',
		judulHasil: (q: string) => `Results for “${q}”`,
		isian: 'Name of the institution',
		petunjuk: 'A name, a part of it, or an area code. Small typing errors do not matter.',
		tombol: 'Search',
		jumlah: (n: string) => `${n} institutions, the best match first`,
		terbatas: (n: string) => `The first ${n} institutions. Add a word to narrow it down.`,
		belumAda: 'no result yet',
		tiada: (q: string) => `No institution resembles “${q}”`,
		tiadaIsi:
			'Check the spelling, or type a single word of the name, such as “balikpapan”. The six administrative areas of DKI Jakarta are not evaluated on their own; see Provinsi DKI Jakarta.',
		semua: 'All institutions by type and province',
	},
});
