import type { Lang } from '#ui/lang.ts';
import { izinPeriksaCopy, tulisMasalah } from '../periksa/izin-periksa.copy.ts';
import type { MasalahIzin } from '../periksa/izin-periksa.rules.ts';
import { tulisTarget } from '../periksa/sasaran.rules.ts';
import type { MedanIzin, MedanSistem } from './isian-sistem.ts';
import type { Perubahan } from './perubahan.rules.ts';
import { sistemCopy } from './sistem.copy.ts';
import type { AlamatSalah } from './sistem.rules.ts';
import type { Sistem } from './sistem.store.ts';

interface Ditolak {
	salah: readonly (MedanSistem | MedanIzin)[];
	alamatSalah?: AlamatSalah | null;
	masalah?: readonly MasalahIzin[];
	galat: keyof (typeof sistemCopy)['id']['galat'];
}

/** The sentence beside one field. */
export function kesalahanMedan(
	form: Ditolak | null | undefined,
	medan: MedanSistem | MedanIzin,
	lang: Lang,
): string | undefined {
	const kata = sistemCopy[lang].galatMedan;
	if (!form?.salah.includes(medan)) return undefined;
	if (medan !== 'alamat') return kata[medan];
	const a = form.alamatSalah;
	if (!a || a.alasan === 'terlalu_banyak') return kata.alamatTerlaluBanyak;
	return kata.alamat(a.teks, izinPeriksaCopy[lang].sasaran[a.alasan]);
}

/** The error summary of a refused form. */
export function listKesalahan(
	form: Ditolak | null | undefined,
	lang: Lang,
): { pesan: string; href: string }[] {
	if (!form) return [];
	const masalah = (form.masalah ?? []).map((m) => ({
		pesan: tulisMasalah(m, lang),
		href: m.jenis === 'sasaran' ? '#sasaran' : m.jenis === 'tanggal' ? `#${m.medan}` : '#berlakuSampai',
	}));
	const medan = form.salah.map((m) => ({ pesan: kesalahanMedan(form, m, lang) ?? '', href: `#${m}` }));
	const semua = [...medan, ...masalah];
	return semua.length > 0 ? semua : [{ pesan: sistemCopy[lang].galat[form.galat], href: '#nama' }];
}

/** What stands in the fields of a system as it is. */
export const isiSistem = (s: Sistem): Record<string, string> => ({
	...{ nama: s.nama, uraian: s.uraian, unitId: String(s.unitId ?? ''), kekritisan: s.kekritisan },
	...{ kelasData: s.kelasData, kategori: s.kategori ?? '', alamat: s.alamat.map(tulisTarget).join('\n') },
	...{ aktif: s.aktif ? 'ya' : '', diubah: String(s.diubah.getTime()) },
});

export function kalimatPerubahan(p: Perubahan, lang: Lang): string {
	const kata = sistemCopy[lang].perubahan;
	return p.jenis === 'huruf_turun'
		? kata.huruf_turun(p.dari, p.ke)
		: kata.gagal_baru(p.pemeriksaan.join(', '));
}

/** Why an address could not be looked at. */
export function kalimatTolak(alasan: string | null, lang: Lang): string {
	const kata: Record<string, string> = izinPeriksaCopy[lang].tolak;
	return kata[alasan ?? ''] ?? izinPeriksaCopy[lang].tolak.tak_terduga;
}
