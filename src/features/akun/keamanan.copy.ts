import { defineCopy } from '#ui/lang.ts';

/** Words of second factors, passkeys, single sign-on and fresh proofs. */
export const keamananCopy = defineCopy({
	id: {
		kedua: 'Langkah kedua',
		keduaIsi: (nama: string) => `Kata sandi benar, ${nama}. Tinggal satu bukti lagi bahwa ini Anda.`,
		keduaPetunjuk:
			'Enam angka dari aplikasi autentikator, atau salah satu kode pemulihan. Tiap kode hanya berlaku sekali.',
		keduaPetunjukPemulihan: 'Bila kunci sandi tidak di tangan, pakai salah satu kode pemulihan.',
		kode: 'Kode',
		kodePemulihan: 'Kode pemulihan',
		lanjut: 'Lanjutkan',
		ulang: 'Masuk dari awal',
		langkahMati: 'Langkah ini tidak berlaku lagi',
		langkahMatiIsi: 'Waktunya sepuluh menit dengan lima percobaan. Masuk lagi dari awal.',
		sandiUsang: 'Perbarui kata sandi',
		sandiUsangIsi: (hari: string) =>
			`Kebijakan pemasangan ini meminta kata sandi diganti tiap ${hari} hari. Tetapkan yang baru untuk melanjutkan; sesi lain akan ditutup.`,
		simpanMasuk: 'Simpan dan masuk',
		keamanan: 'Keamanan masuk',
		keamananIsi:
			'Kata sandi saja dapat bocor. Langkah kedua menjaga akun ini walau kata sandinya diketahui orang lain.',
		autentikator: 'Aplikasi autentikator',
		autentikatorAktif: (tanggal: string) => `Aktif sejak ${tanggal}.`,
		autentikatorMati: 'Belum dipasang. Kode enam angka dari aplikasi di ponsel diminta sesudah kata sandi.',
		atur: 'Atur',
		pasang: 'Pasang',
		kunci: 'Kunci sandi',
		kunciIsi:
			'Kunci sandi (passkey) disimpan ponsel, laptop, atau kunci keamanan. Masuk dengan sidik jari, wajah, atau PIN tanpa kata sandi, dan tidak dapat dipancing situs tiruan.',
		kunciBanyak: (n: string) => `${n} kunci sandi terdaftar.`,
		kunciTidakAda: 'Belum ada kunci sandi.',
		pemulihan: 'Kode pemulihan',
		pemulihanSisa: (n: string) => `${n} kode belum dipakai.`,
		pemulihanHabis: 'Semua kode sudah dipakai. Buat yang baru.',
		pemulihanBaru: 'Buat kode baru',
		pemulihanJudul: 'Simpan kode pemulihan sekarang',
		pemulihanIsi:
			'Kode ini hanya ditampilkan sekali. Cetak atau simpan di pengelola sandi. Masing-masing dapat dipakai satu kali bila ponsel atau kunci sandi tidak di tangan.',
		pindai: 'Pindai gambar ini dengan aplikasi autentikator',
		pindaiAlt: 'Gambar QR berisi kunci autentikator',
		ketik: 'Atau ketik kuncinya',
		masukkanKode: 'Lalu masukkan kode yang ditampilkan aplikasi',
		mulai: 'Mulai memasang',
		mulaiIsi:
			'Pasang dulu aplikasi autentikator di ponsel, misalnya FreeOTP, Aegis, Google Authenticator, atau Microsoft Authenticator.',
		aktifkan: 'Aktifkan',
		diaktifkan: 'Aplikasi autentikator sudah aktif. Mulai sekarang kodenya diminta sesudah kata sandi.',
		lepas: 'Lepas',
		lepasKode: 'Lepas aplikasi autentikator',
		lepasKodeIsi: 'Sesudah dilepas, kode tidak diminta lagi saat masuk.',
		dilepas: 'Sudah dilepas.',
		namaKunci: 'Nama kunci',
		namaKunciPetunjuk: 'Supaya dikenali nanti, misalnya "Ponsel kantor".',
		daftarkan: 'Daftarkan kunci sandi',
		didaftarkan: 'Kunci sandi sudah terdaftar. Anda dapat masuk dengannya tanpa kata sandi.',
		dibuat: 'Dibuat',
		terakhir: 'Terakhir dipakai',
		belumDipakai: 'belum pernah',
		lepasKunci: (nama: string) => `Lepas kunci sandi ${nama}`,
		masukKunci: 'Masuk dengan kunci sandi',
		pakaiKunci: 'Pakai kunci sandi',
		tungguKunci: 'Menunggu kunci sandi… ikuti petunjuk perangkat Anda.',
		kunciBatal: 'Kunci sandi tidak dipakai atau dibatalkan. Coba lagi, atau pakai cara lain.',
		kunciGagal: 'Peladen tidak dapat dihubungi. Periksa sambungan lalu coba lagi.',
		kunciTakDukung: 'Peramban ini tidak mendukung kunci sandi.',
		perluSkrip: 'Kunci sandi memerlukan JavaScript di peramban ini.',
		masukSso: (nama: string) => `Masuk dengan ${nama}`,
		atau: 'atau',
		tegaskan: 'Pastikan ini Anda',
		tegaskanIsi:
			'Tindakan ini berdampak besar, maka buktinya diminta lagi bila masuknya sudah lebih dari sepuluh menit. Yang sudah Anda ketik disimpan dan menunggu.',
		tegaskanTanpaCara:
			'Akun ini belum punya kata sandi, kode, kunci sandi, atau SSO yang terhubung. Keluar lalu masuk lagi; sesudah itu ulangi tindakannya.',
		tegaskanSso: (nama: string) => `Buktikan lewat ${nama}`,
		denganSandi: 'Dengan kata sandi',
		denganKode: 'Dengan kode autentikator',
		sesudahTegas: 'Bukti diterima. Isian Anda masih ada di bawah; kirim sekali lagi.',
		batal: 'Batal',
		alamat: {
			alamat_belum_disetel:
				'Kunci sandi belum dapat dipakai: pengelola belum menyetel alamat situs ini (MATANG_ALAMAT).',
			alamat_angka:
				'Kunci sandi tidak dapat dipakai lewat alamat berupa angka. Buka situs ini lewat namanya, misalnya http://localhost.',
			alamat_lain: 'Kunci sandi hanya dapat dipakai lewat alamat resmi situs ini.',
		},
		galat: {
			masuk_gagal: 'Alamat surel atau kata sandi tidak cocok. Periksa ejaannya.',
			belum_masuk: 'Masuk dulu untuk membuka halaman ini.',
			terlalu_sering: 'Terlalu banyak percobaan dari jaringan ini. Tunggu lima belas menit lalu coba lagi.',
			langkah_kedaluwarsa: 'Waktunya habis atau percobaannya sudah lima kali. Masuk lagi dari awal.',
			kode_salah: 'Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, dan periksa jam ponsel Anda.',
			kunci_ditolak:
				'Kunci sandi ditolak: tidak terdaftar di sini, sudah dilepas, atau terlalu lama. Coba lagi, atau pakai cara lain.',
			sandi_salah: 'Kata sandi tidak cocok.',
			perlu_penegasan: 'Pastikan dulu ini Anda.',
			kode_sudah_aktif: 'Aplikasi autentikator sudah aktif. Lepas dulu untuk memasang yang lain.',
			kode_belum_dimulai: 'Pemasangannya belum dimulai atau sudah selesai. Mulai lagi.',
			nama_kunci_kosong: 'Beri nama kuncinya.',
			faktor_tidak_ada: 'Itu sudah dilepas.',
			sso_tidak_disetel: 'Masuk lewat SSO tidak disetel di pemasangan ini.',
			sso_tidak_tersambung:
				'Penyedia SSO tidak menjawab. Coba lagi sebentar lagi, atau masuk dengan kata sandi.',
			sso_dibatalkan: 'Masuk lewat SSO dibatalkan atau ditolak oleh penyedianya.',
			sso_kedaluwarsa: 'Masuk lewat SSO terlalu lama atau dibuka di peramban lain. Mulai lagi.',
			sso_ditolak: 'Jawaban penyedia SSO tidak sah. Mulai lagi; bila berulang, hubungi pengelola.',
			sso_surel_belum_terbukti:
				'Penyedia SSO tidak menjamin alamat surel Anda, maka akunnya tidak dapat dihubungkan. Minta pengelola SSO memverifikasi surel itu.',
			sso_tanpa_akun:
				'Belum ada akun untuk surel SSO Anda, dan kelompok Anda tidak memberi peran di sini. Minta admin instansi mengundang Anda.',
			sso_akun_lain:
				'Akun dengan surel itu sudah terhubung dengan identitas SSO lain. Hubungi pengelola pemasangan ini.',
			sso_orang_lain:
				'Yang masuk di penyedia SSO bukan orang yang sedang masuk di sini. Ulangi, dan masuklah di sana dengan akun Anda sendiri.',
			sso_bukti_lama:
				'Penyedia SSO tidak meminta bukti baru, hanya meneruskan masuk yang lama, maka tindakannya belum dapat dilanjutkan. Keluar dari penyedia SSO lalu ulangi; bila berulang, pakai cara lain dan beri tahu pengelola.',
			sso_akun_ditutup: 'Akun Anda di sini sudah ditutup. Hubungi admin instansi.',
		},
	},
	en: {
		kedua: 'Second step',
		keduaIsi: (nama: string) => `The password is right, ${nama}. One more proof that this is you.`,
		keduaPetunjuk:
			'Six digits from the authenticator app, or one of the recovery codes. Each code works once.',
		keduaPetunjukPemulihan: 'If your passkey is not at hand, use one of the recovery codes.',
		kode: 'Code',
		kodePemulihan: 'Recovery code',
		lanjut: 'Continue',
		ulang: 'Sign in from the start',
		langkahMati: 'This step no longer works',
		langkahMatiIsi: 'It lasts ten minutes and five attempts. Sign in from the start.',
		sandiUsang: 'Renew the password',
		sandiUsangIsi: (hari: string) =>
			`The policy of this installation asks for a new password every ${hari} days. Set one to go on; other sessions will be ended.`,
		simpanMasuk: 'Save and sign in',
		keamanan: 'Sign-in security',
		keamananIsi:
			'A password alone can leak. A second step keeps this account safe even if somebody knows the password.',
		autentikator: 'Authenticator app',
		autentikatorAktif: (tanggal: string) => `Active since ${tanggal}.`,
		autentikatorMati:
			'Not set up. A six-digit code from an app on your phone is asked for after the password.',
		atur: 'Manage',
		pasang: 'Set up',
		kunci: 'Passkeys',
		kunciIsi:
			'A passkey is kept by your phone, laptop or security key. Sign in with finger, face or PIN, without a password; fake sites cannot fish for it.',
		kunciBanyak: (n: string) => `${n} passkeys registered.`,
		kunciTidakAda: 'No passkey yet.',
		pemulihan: 'Recovery codes',
		pemulihanSisa: (n: string) => `${n} codes not used yet.`,
		pemulihanHabis: 'All codes are used. Make new ones.',
		pemulihanBaru: 'Make new codes',
		pemulihanJudul: 'Keep the recovery codes now',
		pemulihanIsi:
			'These codes are shown only once. Print them or keep them in a password manager. Each works once when your phone or passkey is not at hand.',
		pindai: 'Scan this picture with the authenticator app',
		pindaiAlt: 'QR picture with the authenticator key',
		ketik: 'Or type the key',
		masukkanKode: 'Then enter the code the app shows',
		mulai: 'Begin',
		mulaiIsi:
			'First install an authenticator app on your phone, such as FreeOTP, Aegis, Google Authenticator or Microsoft Authenticator.',
		aktifkan: 'Activate',
		diaktifkan: 'The authenticator app is active. From now on its code is asked for after the password.',
		lepas: 'Remove',
		lepasKode: 'Remove the authenticator app',
		lepasKodeIsi: 'Once removed, no code is asked for at sign-in.',
		dilepas: 'Removed.',
		namaKunci: 'Name of the passkey',
		namaKunciPetunjuk: 'To know it later, such as "Office phone".',
		daftarkan: 'Register a passkey',
		didaftarkan: 'The passkey is registered. You can sign in with it without a password.',
		dibuat: 'Made',
		terakhir: 'Last used',
		belumDipakai: 'never',
		lepasKunci: (nama: string) => `Remove passkey ${nama}`,
		masukKunci: 'Sign in with a passkey',
		pakaiKunci: 'Use a passkey',
		tungguKunci: 'Waiting for the passkey… follow your device.',
		kunciBatal: 'The passkey was not used or was cancelled. Try again, or use another way.',
		kunciGagal: 'The server cannot be reached. Check the connection and try again.',
		kunciTakDukung: 'This browser does not support passkeys.',
		perluSkrip: 'Passkeys need JavaScript in this browser.',
		masukSso: (nama: string) => `Sign in with ${nama}`,
		atau: 'or',
		tegaskan: 'Make sure it is you',
		tegaskanIsi:
			'This act weighs much, so proof is asked for again when the sign-in is more than ten minutes old. What you typed is kept and waits.',
		tegaskanTanpaCara:
			'This account has no password, code, passkey or linked SSO. Sign out and in again; then repeat the act.',
		tegaskanSso: (nama: string) => `Prove it through ${nama}`,
		denganSandi: 'By password',
		denganKode: 'By authenticator code',
		sesudahTegas: 'Proof accepted. What you typed is still below; send it once more.',
		batal: 'Cancel',
		alamat: {
			alamat_belum_disetel:
				'Passkeys cannot be used yet: the address of this site is not set (MATANG_ALAMAT).',
			alamat_angka:
				'Passkeys do not work at an address made of numbers. Open this site by its name, such as http://localhost.',
			alamat_lain: 'Passkeys work only at the official address of this site.',
		},
		galat: {
			masuk_gagal: 'Address or password do not match. Check the spelling.',
			belum_masuk: 'Sign in to open this page.',
			terlalu_sering: 'Too many attempts from this network. Wait fifteen minutes and try again.',
			langkah_kedaluwarsa: 'Time is up, or there were five attempts. Sign in from the start.',
			kode_salah:
				'The code does not match or was used. Wait for the next one, and check the clock of your phone.',
			kunci_ditolak:
				'The passkey was refused: not registered here, removed, or too late. Try again, or use another way.',
			sandi_salah: 'The password does not match.',
			perlu_penegasan: 'First make sure it is you.',
			kode_sudah_aktif: 'The authenticator app is active already. Remove it first to set up another.',
			kode_belum_dimulai: 'The set-up has not begun or is over. Begin again.',
			nama_kunci_kosong: 'Give the passkey a name.',
			faktor_tidak_ada: 'That was removed before.',
			sso_tidak_disetel: 'Single sign-on is not set up here.',
			sso_tidak_tersambung:
				'The SSO provider does not answer. Try again shortly, or sign in with a password.',
			sso_dibatalkan: 'The SSO sign-in was cancelled, or refused by its provider.',
			sso_kedaluwarsa: 'The SSO sign-in took too long or was opened in another browser. Begin again.',
			sso_ditolak:
				'The answer of the SSO provider is not valid. Begin again; if it recurs, tell the operator.',
			sso_surel_belum_terbukti:
				'The SSO provider does not vouch for your address, so no account can be linked. Ask its operator to verify that address.',
			sso_tanpa_akun:
				'There is no account for your SSO address, and your groups give no role here. Ask the administrator of your institution for an invitation.',
			sso_akun_lain:
				'The account of that address is linked with another SSO identity. Talk to the operator of this installation.',
			sso_orang_lain:
				'Whoever signed in at the SSO provider is not the person signed in here. Try again, and sign in there with your own account.',
			sso_bukti_lama:
				'The SSO provider asked for no fresh proof but passed an old sign-in on, so the act cannot go on yet. Sign out at the SSO provider and try again; if it recurs, use another way and tell the operator.',
			sso_akun_ditutup: 'Your account here was closed. Talk to the administrator of your institution.',
		},
	},
});

export type GalatKeamanan = keyof (typeof keamananCopy)['id']['galat'];
