import { tulisHari } from './tanggal.rules.ts';

/** Reasons of findings, one sentence each. They are stored with the finding and stay in Indonesian in both languages. */
const hari = (n: number) => `${n} hari`;
const bilangan = new Intl.NumberFormat('id-ID'); // making one costs more than a thousand uses of it
const angka = (n: number) => bilangan.format(n);

export const alasan = {
	dormant: (masuk: number, umur: number, batas: number) =>
		`Akun aktif terakhir dipakai ${tulisHari(masuk)}, ${hari(umur)} lalu; ambangnya ${hari(batas)}.`,
	takPernah: (dibuat: number, umur: number, batas: number) =>
		`Akun aktif dibuat ${tulisHari(dibuat)}, ${hari(umur)} lalu, dan belum pernah dipakai masuk; ambangnya ${hari(batas)}.`,
	yatim: (siapa: string) => `Pemilik ${siapa} tidak ada pada daftar pegawai.`,
	tanpaPemilik: 'Akun tidak menyebut pemilik, sehingga tidak ada pada daftar pegawai siapa pun.',
	lepas: (nama: string, status: string, tmt: number | null) =>
		`${nama} sudah ${status || 'berhenti'}${tmt === null ? '' : ` sejak ${tulisHari(tmt)}`}, tetapi akunnya masih aktif.`,
	mutasi: (unitAkun: string, nama: string, unitPegawai: string, tmt: number | null) =>
		`Akun tercatat di ${unitAkun}, sedangkan ${nama} kini di ${unitPegawai}${tmt === null ? '' : ` sejak ${tulisHari(tmt)}`}, dan haknya belum direviu sesudahnya.`,
	generik: (akun: string) => `Nama akun "${akun}" umum dipakai bersama dan tidak ada penanggung jawabnya.`,
	bersama: 'Akun bersama tanpa penanggung jawab.',
	banyakPemilik: (orang: readonly string[]) => `Satu akun tercatat atas beberapa orang: ${orang.join('; ')}.`,
	sandiAbadi: 'Kata sandi ditandai tidak pernah kedaluwarsa.',
	sandiTua: (diubah: number, umur: number, batas: number) =>
		`Kata sandi terakhir diganti ${tulisHari(diubah)}, ${hari(umur)} lalu; ambangnya ${hari(batas)}.`,
	tanpaMfa: (sebab: readonly string[]) => `Tanpa MFA, padahal ${sebab.join(' dan ')}.`,
	sebabMfa: {
		istimewa: 'akunnya istimewa',
		publik: 'aplikasinya terbuka ke internet',
		jauh: 'akunnya dipakai dari jarak jauh',
	},
	takDisetujui: 'Akun istimewa tanpa persetujuan yang tercatat',
	terlaluBanyakAdmin: (sistem: string, ada: number, batas: number) =>
		`${sistem} punya ${angka(ada)} akun istimewa aktif; ambangnya ${angka(batas)}`,
	adminHarian: (nama: string) =>
		`${nama} hanya punya akun istimewa; tidak ada akun biasa untuk kerja harian.`,
	konflik: (nama: string, a: string, diA: string, b: string, diB: string) =>
		`${nama} memegang "${a}" (${diA}) dan "${b}" (${diB}), pasangan peran yang harus dipisah.`,
	layanan: (kurang: readonly string[]) => `Akun layanan tanpa ${gabung(kurang)}.`,
	medanLayanan: { pemilik: 'pemilik', tujuan: 'tujuan', reviu: 'tanggal reviu' },
	ganda: (nama: string, sistem: string, lain: readonly string[]) =>
		`${nama} punya lebih dari satu akun biasa yang aktif di ${sistem}; yang lain: ${lain.join(', ')}.`,
	inventaris: (kurang: readonly string[]) => `Isian inventaris kosong: ${gabung(kurang)}.`,
	medanInventaris: {
		nama: 'nama orang',
		akun: 'nama akun',
		mulai: 'tanggal mulai',
		akhir: 'tanggal akhir',
		unit: 'unit',
	},
	belumDireviu: 'Akun belum pernah direviu.',
	reviuLama: (reviu: number, inventaris: number | null, peran: number | null) =>
		`Terakhir direviu ${tulisHari(reviu)}; ${[
			...(inventaris === null ? [] : [`inventaris harus direviu tiap ${inventaris} bulan`]),
			...(peran === null ? [] : [`peran tiap ${peran} bulan`]),
		].join(' dan ')}.`,
	lewatBerlaku: (akhir: number) =>
		`Masa berlaku akun berakhir ${tulisHari(akhir)}, tetapi akunnya masih aktif.`,
	lewatKontrak: (akhir: number) =>
		`Kontrak pihak ketiga berakhir ${tulisHari(akhir)}, tetapi akunnya masih aktif.`,
	masukJanggal: (luarJam: number, mulai: number, selesai: number, luarNegeri: readonly string[]) =>
		`Masuk yang tidak wajar: ${[
			...(luarJam > 0 ? [`${luarJam} kali di luar pukul ${dua(mulai)}.00–${dua(selesai)}.00`] : []),
			...(luarNegeri.length > 0 ? [`dari luar negeri (${luarNegeri.join(', ')})`] : []),
		].join(' dan ')}.`,
	raguPemilik: (nama: string, calon: readonly string[], sebab: string) =>
		`Pemilik ${nama} meragukan: ${sebab}. Mungkin ${calon.join(' atau ')}. Tetapkan NIP-nya pada sistem asal.`,
	sebabRagu: {
		nama_ganda: 'beberapa pegawai bernama sama',
		surel_ganda: 'beberapa pegawai bersurel sama',
		satu_kata: 'namanya hanya satu kata',
		inisial: 'namanya disingkat',
		sebagian: 'hanya sebagian namanya sama',
		urutan: 'urutan namanya berbeda',
		salah_ketik: 'namanya hampir sama',
		nip_lain: 'namanya sama tetapi NIP-nya lain',
	},
	raguTanggal: (kolom: readonly string[]) =>
		`Tanggal pada ${gabung(kolom)} tidak mungkin, belum terjadi, atau dapat dibaca dua cara. Tulis sebagai 2026-11-25, atau sebutkan urutannya pada peta kolom.`,
} as const;

const dua = (n: number) => String(n).padStart(2, '0');

function gabung(daftar: readonly string[]): string {
	return daftar.length < 2 ? (daftar[0] ?? '') : `${daftar.slice(0, -1).join(', ')} dan ${daftar.at(-1)}`;
}
