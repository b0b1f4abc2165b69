import { defineCopy } from '#ui/lang.ts';

/** Mails about an account: plain text, what is named in them stands on lines of its own. */
export const suratAkunCopy = defineCopy({
	id: {
		undanganPerihal: 'Undangan ke ruang kerja Matang',
		undangan: (nama: string, tempat: string, tautan: string) => `Yth. ${nama},

Anda diundang bekerja di Matang untuk ${tempat}.
Buka tautan ini untuk menetapkan kata sandi dan masuk:

${tautan}

Tautan berlaku tujuh hari dan hanya dapat dipakai sekali.
Bila Anda tidak mengharapkan undangan ini, abaikan saja.
`,
		setelUlangPerihal: 'Setel ulang kata sandi Matang',
		setelUlang: (nama: string, tautan: string) => `Yth. ${nama},

Ada permintaan menyetel ulang kata sandi akun Matang Anda.
Buka tautan ini untuk menetapkan kata sandi baru:

${tautan}

Tautan berlaku satu jam dan hanya dapat dipakai sekali.
Bila bukan Anda yang meminta, abaikan saja; kata sandi Anda tidak berubah.
`,
		nasional: 'evaluasi nasional',
		lupaJudul: 'Lupa kata sandi',
		lupaIsi: 'Isi alamat surel akun Anda. Tautan untuk menetapkan kata sandi baru dikirim ke sana.',
		lupaTombol: 'Kirim tautan',
		lupaTautan: 'Lupa kata sandi?',
		lupaTerkirim: 'Periksa surel Anda',
		lupaTerkirimIsi:
			'Bila alamat itu punya akun, tautannya dikirim sekarang dan berlaku satu jam. Bila belum sampai dalam beberapa menit, periksa folder spam atau minta tautan kepada admin instansi Anda.',
		lupaMati:
			'Pemasangan ini belum mengirim surel. Minta tautan baru kepada admin instansi Anda; ia membuatnya di halaman Orang dan peran.',
		lupaSering: 'Terlalu banyak permintaan dari jaringan ini. Tunggu lima belas menit lalu coba lagi.',
		lewatSurel: (alamat: string) => `Tautan juga dikirim ke ${alamat}.`,
		tanpaSurel: 'Pemasangan ini belum mengirim surel; sampaikan tautannya sendiri.',
		kembali: 'Kembali ke halaman masuk',
	},
	en: {
		undanganPerihal: 'Invitation to the Matang workspace',
		undangan: (nama: string, tempat: string, tautan: string) => `Dear ${nama},

You are invited to work in Matang for ${tempat}.
Open this link to set a password and sign in:

${tautan}

The link works for seven days and can be used once.
If you did not expect this invitation, ignore it.
`,
		setelUlangPerihal: 'Reset your Matang password',
		setelUlang: (nama: string, tautan: string) => `Dear ${nama},

Somebody asked to reset the password of your Matang account.
Open this link to set a new one:

${tautan}

The link works for one hour and can be used once.
If it was not you, ignore this mail; your password has not changed.
`,
		nasional: 'the national evaluation',
		lupaJudul: 'Forgotten password',
		lupaIsi: 'Enter the e-mail address of your account. A link to set a new password is sent there.',
		lupaTombol: 'Send the link',
		lupaTautan: 'Forgot your password?',
		lupaTerkirim: 'Look at your mail',
		lupaTerkirimIsi:
			'If that address has an account, the link is on its way and works for one hour. If it has not arrived in a few minutes, look in the spam folder or ask the administrator of your institution for a link.',
		lupaMati:
			'This installation does not send mail yet. Ask the administrator of your institution for a new link; they make it on the page People and roles.',
		lupaSering: 'Too many requests from this network. Wait fifteen minutes and try again.',
		lewatSurel: (alamat: string) => `The link was also sent to ${alamat}.`,
		tanpaSurel: 'This installation does not send mail yet; pass the link on yourself.',
		kembali: 'Back to the sign-in page',
	},
});
