import { defineCopy } from '#ui/lang.ts';

/** Words of the pages about personal data. */
export const dataPribadiCopy = defineCopy({
	id: {
		judul: 'Data pribadi saya',
		isi: 'Yang disimpan tentang Anda, untuk apa, atas dasar apa, dan berapa lama (UU 27/2022). Unduhannya memuat isinya dari semua instansi tempat Anda bekerja, tanpa rahasia seperti sidik kata sandi.',
		unduh: 'Unduh data saya (JSON)',
		hapusMinta:
			'Ingin dihapus? Minta admin instansi Anda. Nama, surel, telepon, NIP, sesi, dan cara masuk dikosongkan; jejak kerja tinggal nomor tanpa nama. Berita acara yang sudah ditandatangani tetap menyebut nama, karena merupakan arsip instansi.',
		tabel: 'Bagian',
		kolom: 'Isi',
		tujuan: 'Untuk apa',
		dasar: 'Dasar',
		retensi: 'Berapa lama',
		hapusJudul: 'Hapus data pribadi',
		hapusIsi: (nama: string) =>
			`Nama, surel, telepon, dan NIP ${nama} dikosongkan; semua perannya dicabut; sesi, tautan, dan cara masuknya dihapus. Ini tidak dapat dibatalkan.`,
		hapusTetap:
			'Yang tetap: nomornya dalam catatan aktivitas dan buku nilai, tampil sebagai “Orang dihapus”; dan nama serta jabatan pada berita acara yang sudah ditandatangani, karena merupakan arsip instansi.',
		yakin: 'Saya sudah memindahkan tugasnya, dan yakin menghapusnya',
		yakinKosong: 'Centang dulu bahwa Anda yakin.',
		hapusTombol: 'Hapus data pribadinya',
		hapusTautan: 'Hapus data pribadi',
		dihapus: 'Data pribadinya sudah dihapus, dan penghapusannya tercatat.',
		tidakAda: 'Tidak ada orang itu di instansi ini.',
		kembali: 'Kembali ke daftar orang',
		galat: {
			belum_masuk: 'Masuk dulu untuk membuka halaman ini.',
			tidak_berwenang: 'Peran Anda tidak mencakup penghapusan orang. Minta admin instansi.',
			orang_tidak_ada: 'Orang itu tidak ada di instansi ini, atau sudah dihapus.',
			diri_sendiri: 'Anda tidak dapat menghapus diri sendiri. Minta admin lain.',
			peran_di_tempat_lain:
				'Orang ini juga bekerja di instansi lain. Cabut perannya di sini, atau minta admin nasional.',
			admin_terakhir: 'Orang ini admin terakhir. Beri peran admin kepada orang lain dulu.',
		},
	},
	en: {
		judul: 'My personal data',
		isi: 'What is held about you, what for, on what basis, and for how long (Law 27/2022). The download holds it from every institution you work in, without secrets such as password hashes.',
		unduh: 'Download my data (JSON)',
		hapusMinta:
			'Want to be removed? Ask your institution’s administrator. Name, address, telephone, employee number, sessions and ways to sign in are emptied; what you did keeps a number without a name. Signed minutes keep the name, as records of the institution.',
		tabel: 'Part',
		kolom: 'Content',
		tujuan: 'Purpose',
		dasar: 'Basis',
		retensi: 'How long',
		hapusJudul: 'Remove personal data',
		hapusIsi: (nama) =>
			`Name, address, telephone and employee number of ${nama} are emptied; all roles are revoked; sessions, links and ways to sign in are deleted. This cannot be undone.`,
		hapusTetap:
			'What stays: their number in the activity log and the ledger, shown as “Orang dihapus”; and name and office on signed minutes, as records of the institution.',
		yakin: 'I have handed over their tasks and want to remove them',
		yakinKosong: 'Tick first that you are sure.',
		hapusTombol: 'Remove the personal data',
		hapusTautan: 'Remove personal data',
		dihapus: 'The personal data has been removed, and the removal recorded.',
		tidakAda: 'There is no such person in this institution.',
		kembali: 'Back to the list of people',
		galat: {
			belum_masuk: 'Sign in first to open this page.',
			tidak_berwenang: 'Your role does not cover removing people. Ask the administrator.',
			orang_tidak_ada: 'That person is not in this institution, or was removed before.',
			diri_sendiri: 'You cannot remove yourself. Ask another administrator.',
			peran_di_tempat_lain:
				'This person also works elsewhere. Revoke the role here, or ask a national administrator.',
			admin_terakhir: 'This person is the last administrator. Give somebody else that role first.',
		},
	},
});
