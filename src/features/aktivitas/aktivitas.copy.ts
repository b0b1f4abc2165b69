import { defineCopy } from '#ui/lang.ts';

/** Words of the activity log. */
export const aktivitasCopy = defineCopy({
	id: {
		judul: 'Catatan aktivitas',
		isi: 'Setiap perubahan, dan setiap bukti yang dibaca orang luar. Catatannya berantai: mengubah atau menghapus satu saja akan ketahuan.',
		waktu: 'Waktu',
		oleh: 'Oleh',
		mesin: 'Matang',
		tindakan: 'Tindakan',
		objek: 'Objek',
		rincian: 'Rincian',
		nomor: 'Nomor',
		objekPetunjuk: 'Misalnya penilaian/2/I15, atau awalannya saja: penilaian/2.',
		orangLabel: 'Nama orang',
		dari: 'Dari tanggal',
		sampai: 'Sampai tanggal',
		saring: 'Saring',
		kosong: 'Tidak ada catatan yang cocok',
		kosongIsi: 'Longgarkan saringannya, atau kosongkan semua.',
		lebihLama: 'Yang lebih lama',
		terbaru: 'Kembali ke yang terbaru',
		unduh: 'Unduh seluruh rantai',
		unduhIsi:
			'Berkasnya dapat diperiksa tanpa jaringan dan tanpa basis data: matang verify activity --file BERKAS. Cocokkan sidik kuncinya dengan yang tertulis di sini.',
		kunci: 'Sidik kunci penanda',
		titik: (nomor: string, waktu: string) => `Ditandai sampai catatan ${nomor}, ${waktu}.`,
		belumTitik:
			'Belum ada titik tanda; titik dibuat setiap jam, setiap 1.000 catatan, dan saat peladen berhenti.',
		riwayat: 'Unduh riwayat dengan tandanya',
		riwayatIsi:
			'Catatan tentang indikator ini, tiap butir dengan jalur sidiknya ke titik yang ditandatangani; dapat diperiksa sendiri dengan matang verify activity --file.',
		galat: {
			belum_masuk: 'Masuk dulu untuk membuka halaman ini.',
			tidak_berwenang:
				'Peran Anda tidak mencakup catatan aktivitas. Bila seharusnya boleh, hubungi koordinator.',
			penilaian_tidak_ada: 'Penilaian itu tidak ada di instansi ini.',
			saringan_salah: 'Tanggalnya tidak dapat dibaca. Tulis seperti 2026-11-24.',
		},
	},
	en: {
		judul: 'Activity log',
		isi: 'Every change, and every piece of evidence read by somebody from outside. Entries are chained: altering or deleting one shows.',
		waktu: 'Time',
		oleh: 'By',
		mesin: 'Matang',
		tindakan: 'Act',
		objek: 'Object',
		rincian: 'Details',
		nomor: 'Number',
		objekPetunjuk: 'For example penilaian/2/I15, or only its beginning: penilaian/2.',
		orangLabel: 'Name of a person',
		dari: 'From',
		sampai: 'To',
		saring: 'Filter',
		kosong: 'No entry fits',
		kosongIsi: 'Loosen the filter, or clear it.',
		lebihLama: 'Older ones',
		terbaru: 'Back to the newest',
		unduh: 'Download the whole chain',
		unduhIsi:
			'The file can be verified without a network and without a database: matang verify activity --file FILE. Compare its key with the one shown here.',
		kunci: 'Fingerprint of the signing key',
		titik: (nomor, waktu) => `Signed up to entry ${nomor}, ${waktu}.`,
		belumTitik: 'No checkpoint yet; one is made every hour, every 1,000 entries, and when the server stops.',
		riwayat: 'Download the history with its proof',
		riwayatIsi:
			'The entries about this indicator, each with its hash path up to a signed checkpoint; verify them yourself with matang verify activity --file.',
		galat: {
			belum_masuk: 'Sign in first to open this page.',
			tidak_berwenang: 'Your role does not cover the activity log. If it should, ask the coordinator.',
			penilaian_tidak_ada: 'That assessment is not in this institution.',
			saringan_salah: 'The date cannot be read. Write it like 2026-11-24.',
		},
	},
});
