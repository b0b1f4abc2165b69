import { defineCopy } from '#ui/lang.ts';

/** Words about where an item of evidence came from. */
export const asalBuktiCopy = defineCopy({
	id: {
		register: 'Dari register kebijakan',
		registerBaru: 'Register sudah punya versi yang lebih baru; perbarui dari halaman kebijakannya.',
		registerGugur: 'Sumbernya di register sudah dicabut atau ditarik.',
		bawaan: (tahun: string) => `Dibawa dari ${tahun}`,
		basi: {
			kedaluwarsa: 'masa berlakunya sudah lewat',
			lebih_dua_tahun: 'lebih dari dua tahun, padahal tingkat 4 dan 5 butuh yang lebih baru',
			instrumen_lain: 'dibuat untuk instrumen lain',
			tanpa_tanggal: 'tanpa tanggal, jadi umurnya tidak dapat diperiksa',
		},
		basiKata: 'Perlu diperbarui',
		dipakai: (daftar: string) => `Berkas ini sudah dipakai di ${daftar}.`,
		tempat: (indikator: string, kode: string, tahun: string) => `${indikator} (${kode}), ${tahun}`,
		portal: 'Putusan dari portal kementerian',
	},
	en: {
		register: 'From the policy register',
		registerBaru: 'The register has a newer version; update it from the page of the policy.',
		registerGugur: 'Its source in the register was repealed or taken back.',
		bawaan: (tahun: string) => `Brought along from ${tahun}`,
		basi: {
			kedaluwarsa: 'it is no longer valid',
			lebih_dua_tahun: 'older than two years, while levels 4 and 5 need a newer one',
			instrumen_lain: 'made for another instrument',
			tanpa_tanggal: 'without a date, so its age cannot be checked',
		},
		basiKata: 'Needs renewing',
		dipakai: (daftar: string) => `This file is already used in ${daftar}.`,
		tempat: (indikator: string, kode: string, tahun: string) => `${indikator} (${kode}), ${tahun}`,
		portal: "Verdict from the ministry's portal",
	},
});
