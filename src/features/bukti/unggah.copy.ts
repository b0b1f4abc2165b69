import { defineCopy } from '#ui/lang.ts';

/** Words of uploading in pieces; the script in the browser fills {sudah}, {semua}, {persen} and {nama}. */
export const unggahCopy = defineCopy({
	id: {
		siap: 'Menyiapkan unggahan…',
		maju: 'Mengunggah: {sudah} dari {semua} ({persen}%)',
		jeda: 'Dijeda pada {sudah} dari {semua}. Yang sudah terkirim tersimpan.',
		menunggu:
			'Sambungan terputus. Yang sudah terkirim tersimpan; unggahan berlanjut sendiri begitu sinyal kembali.',
		memeriksa: 'Semua terkirim. Memeriksa sidik berkasnya…',
		selesai: 'Berkas sudah sampai: {nama} ({semua}).',
		tandaTerima: 'Tanda terima',
		sidik: 'SHA-256',
		waktu: 'Diterima',
		ukuran: 'Ukuran',
		tombolJeda: 'Jeda',
		tombolLanjut: 'Lanjutkan',
		tombolBatal: 'Batalkan unggahan',
		tombolGanti: 'Pilih berkas lain',
		terkirimNanti: 'Isian akan terkirim begitu unggahannya selesai. Biarkan halaman ini terbuka.',
		lanjutkan: 'Unggahan "{nama}" belum selesai ({persen}%). Pilih berkas yang sama untuk melanjutkan.',
		kemajuan: 'Kemajuan unggahan',
		seperempat: 'Mengunggah, {persen}% terkirim.',
		masihAda:
			'Berkas yang sudah sampai tadi masih ada dan ikut terkirim. Pilih berkas hanya bila ingin menggantinya.',
		sebab: {
			belum_masuk:
				'Sesi Anda berakhir. Masuk lagi di tab lain, lalu tekan Lanjutkan; yang terkirim tersimpan.',
			situs_lain: 'Unggahan ditolak karena datang dari situs lain. Muat ulang halaman ini.',
			tidak_berwenang:
				'Peran Anda tidak mencakup unggahan di sini. Bila seharusnya boleh, hubungi koordinator.',
			tahap_lewat: 'Tahap ini sudah ditutup; bukti tidak dapat diubah lagi.',
			sedang_diperiksa: 'Penilaian sedang diperiksa. Minta penanggung jawab mengembalikannya.',
			penilaian_tidak_ada: 'Penilaian itu tidak ada di instansi ini.',
			indikator_tidak_ada: 'Indikator itu tidak ada dalam penilaian ini.',
			unggahan_tidak_ada: 'Unggahan itu tidak ada lagi. Pilih berkasnya lagi.',
			unggahan_terlalu_banyak:
				'Ada 20 unggahan Anda yang belum selesai. Selesaikan atau batalkan sebagian, lalu coba lagi.',
			berkas_terlalu_besar: 'Berkas lebih besar dari 2 GB. Kecilkan atau bagi, lalu unggah lagi.',
			berkas_kosong: 'Berkas ini kosong. Pilih berkas lain.',
			penyimpanan_penuh:
				'Penyimpanan penuh. Hubungi pengelola, lalu tekan Lanjutkan; yang terkirim tersimpan.',
			penyimpanan_gagal: 'Penyimpanan berkas sedang tidak menjawab. Tunggu sebentar, lalu tekan Lanjutkan.',
			sidik_beda: 'Satu bagian rusak di jalan dan tidak disimpan. Bagian itu dikirim lagi.',
			sidik_tidak_dikenal: 'Sidik bagian harus berbentuk "sha256 BASE64".',
			tempat_tidak_jelas:
				'Sebutkan instansi, penilaian, dan indikatornya. Muat ulang halaman lalu coba lagi.',
			lain: 'Unggahan terganggu. Tekan Lanjutkan untuk mencoba lagi; yang terkirim tersimpan.',
		} as Record<string, string>,
	},
	en: {
		siap: 'Preparing the upload…',
		maju: 'Uploading: {sudah} of {semua} ({persen}%)',
		jeda: 'Paused at {sudah} of {semua}. What has been sent is kept.',
		menunggu:
			'The connection is gone. What has been sent is kept; the upload goes on by itself once there is a signal.',
		memeriksa: 'All of it is sent. Checking its hash…',
		selesai: 'The file has arrived: {nama} ({semua}).',
		tandaTerima: 'Receipt',
		sidik: 'SHA-256',
		waktu: 'Received',
		ukuran: 'Size',
		tombolJeda: 'Pause',
		tombolLanjut: 'Continue',
		tombolBatal: 'Cancel the upload',
		tombolGanti: 'Choose another file',
		terkirimNanti: 'The form is sent as soon as the upload is complete. Leave this page open.',
		lanjutkan: 'The upload of "{nama}" is not complete ({persen}%). Choose the same file to go on.',
		kemajuan: 'Progress of the upload',
		seperempat: 'Uploading, {persen}% sent.',
		masihAda:
			'The file that arrived before is still there and is sent along. Choose a file only to replace it.',
		sebab: {
			belum_masuk: 'Your session has ended. Sign in again in another tab, then press Continue.',
			situs_lain: 'Refused: the upload came from another site. Reload this page.',
			tidak_berwenang: 'Your role does not cover uploads here. If it should, ask the coordinator.',
			tahap_lewat: 'This stage is closed; evidence can no longer be changed.',
			sedang_diperiksa: 'The assessment is being checked. Ask the person in charge to send it back.',
			penilaian_tidak_ada: 'There is no such assessment in this institution.',
			indikator_tidak_ada: 'There is no such indicator in this assessment.',
			unggahan_tidak_ada: 'That upload is gone. Choose the file again.',
			unggahan_terlalu_banyak: 'You have 20 unfinished uploads. Finish or cancel some, then try again.',
			berkas_terlalu_besar: 'The file is larger than 2 GB. Shrink or split it, then upload again.',
			berkas_kosong: 'This file is empty. Choose another one.',
			penyimpanan_penuh: 'The store is full. Tell the administrator, then press Continue.',
			penyimpanan_gagal: 'The file store does not answer. Wait a little, then press Continue.',
			sidik_beda: 'A piece was damaged on its way and is not kept. It is sent again.',
			sidik_tidak_dikenal: 'The hash of a piece must read "sha256 BASE64".',
			tempat_tidak_jelas: 'Name institution, assessment and indicator. Reload the page and try again.',
			lain: 'The upload was disturbed. Press Continue to try again; what has been sent is kept.',
		} as Record<string, string>,
	},
});

const menurutStatus: Readonly<Record<number, string>> = {
	400: 'Permintaan unggahan tidak lengkap atau salah. Muat ulang halaman lalu coba lagi.',
	403: 'Permintaan unggahan tidak lengkap: sebutkan Upload-Offset dan Content-Type.',
	404: 'Unggahan itu tidak ada lagi. Pilih berkasnya lagi.',
	409: 'Letak bagian tidak cocok dengan yang sudah tersimpan. Tanyakan Upload-Offset, lalu lanjutkan dari sana.',
	410: 'Unggahan itu sudah kedaluwarsa. Pilih berkasnya lagi.',
	412: 'Sebutkan Tus-Resumable: 1.0.0.',
	413: 'Berkas lebih besar dari yang disebutkan, atau lebih dari 2 GB.',
};

/** The sentence of a refusal, for whoever talks to the door directly. */
export function kalimatTus(status: number, sebab: string): string {
	const { sebab: kata } = unggahCopy.id;
	return `${kata[sebab] ?? menurutStatus[status] ?? kata.lain}\n`;
}
