import { defineCopy } from '#ui/lang.ts';

/** Words of work done in the background. */
export const pekerjaanCopy = defineCopy({
	id: {
		judul: 'Pekerjaan berjalan',
		jenis: {
			buka_nasional: 'Membuka putaran nasional',
			laporan: 'Menyusun laporan',
			periksa: 'Memeriksa sistem',
		} as Record<string, string>,
		keadaan: {
			menunggu: 'Menunggu giliran',
			berjalan: 'Sedang dikerjakan',
			selesai: 'Selesai',
			gagal: 'Gagal; tidak ada yang berubah',
		},
		kemajuan: (selesai: string, jumlah: string) => `${selesai} dari ${jumlah}`,
		bolehTinggal: 'Halaman ini memperbarui diri. Anda boleh meninggalkannya; pekerjaan tetap berjalan.',
		mulai: (waktu: string) => `Diminta ${waktu}`,
		lihatHasil: 'Lihat hasilnya',
		lihat: 'Lihat kemajuannya',
		kembali: 'Kembali ke ruang kerja',
		galat: {
			tak_terduga:
				'Ada gangguan di peladen. Coba lagi; bila tetap gagal, sampaikan waktu kejadian ini kepada pengelola.',
			tidak_berwenang: 'Hak Anda berubah sebelum pekerjaan ini dikerjakan. Hubungi admin nasional.',
			lain: 'Isiannya tidak dapat dipakai lagi. Buka formulirnya dan periksa kembali.',
		} as Record<string, string>,
		tidakAda: 'Pekerjaan itu tidak ada, atau bukan milik Anda.',
	},
	en: {
		judul: 'Work in progress',
		jenis: {
			buka_nasional: 'Opening a national round',
			laporan: 'Making a report',
			periksa: 'Checking systems',
		} as Record<string, string>,
		keadaan: {
			menunggu: 'Waiting for its turn',
			berjalan: 'Being done',
			selesai: 'Done',
			gagal: 'Failed; nothing was changed',
		},
		kemajuan: (selesai: string, jumlah: string) => `${selesai} of ${jumlah}`,
		bolehTinggal: 'This page refreshes itself. You may leave it; the work goes on.',
		mulai: (waktu: string) => `Asked for ${waktu}`,
		lihatHasil: 'See what came of it',
		lihat: 'See its progress',
		kembali: 'Back to the workspace',
		galat: {
			tak_terduga:
				'Something went wrong on the server. Try again; if it still fails, tell the operator when this happened.',
			tidak_berwenang: 'Your rights changed before this work was done. Contact a national administrator.',
			lain: 'What was filled in can no longer be used. Open the form and check it.',
		} as Record<string, string>,
		tidakAda: 'There is no such work, or it is not yours.',
	},
});
