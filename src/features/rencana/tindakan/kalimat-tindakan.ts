import { formatAngka, formatBilangan } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import type { BarisTindakan } from './list-tindakan.ts';
import { tindakanCopy } from './tindakan.copy.ts';
import { sisaHari } from './tindakan.rules.ts';

/** "12 hari lagi", "terlambat 5 hari", "hari ini"; empty for what is done. */
export function kalimatSisa(t: Pick<BarisTindakan, 'desakan' | 'tenggat'>, kini: string, lang: Lang): string {
	const kata = tindakanCopy[lang];
	if (t.desakan === 'tuntas') return '';
	const sisa = sisaHari(kini, t.tenggat);
	if (sisa < 0) return kata.lewatHari(formatBilangan(-sisa, lang));
	return sisa === 0 ? kata.hariIni : kata.sisaHari(formatBilangan(sisa, lang));
}

/** "tingkat 1 → 3", or "ke tingkat 3". */
export function kalimatTingkat(t: Pick<BarisTindakan, 'dari' | 'ke'>, lang: Lang): string {
	if (t.ke === null) return '';
	const kata = tindakanCopy[lang];
	const tulis = (n: number) => (n % 100 === 0 ? String(n / 100) : formatAngka(n, lang));
	return t.dari === null ? kata.tingkatKe(tulis(t.ke)) : kata.tingkat(tulis(t.dari), tulis(t.ke));
}

/** What the action brings to the index or costs it, and why; empty where it is about none. */
export function kalimatIndeks(t: Pick<BarisTindakan, 'hitungan' | 'poin'>, lang: Lang): string {
	const kata = tindakanCopy[lang];
	if (!/[1-9]/.test(t.poin)) return '';
	const poin = formatAngka(t.poin, lang);
	return t.hitungan === 'terhitung' ? kata.naik(poin) : kata.menghilangkan(poin);
}

type Kata = (typeof tindakanCopy)['id'];
interface Ditolak {
	formulir?: 'ubah' | 'lapor';
	salah: readonly (keyof Kata['galatMedan'])[];
	galat: keyof Kata['galat'] | 'lingkaran';
	lingkaran: readonly string[];
}

/** Field of the form of an action that a complaint is about, where its name differs. */
const medan: Readonly<Record<string, string>> = {
	tenggat_sebelum: 'tenggat',
	ke_kosong: 'ke',
	ke_tidak_naik: 'ke',
	tonggak: 'nama',
};

/** The error summary of a refused form: a sentence for each field, or for the whole. */
export function listKesalahan(
	form: Ditolak | null | undefined,
	lang: Lang,
): { pesan: string; href: string }[] {
	if (!form) return [];
	const kata = tindakanCopy[lang];
	if (form.galat === 'lingkaran')
		return [{ pesan: kata.lingkaran(form.lingkaran.join(' → ')), href: '#menunggu' }];
	if (form.salah.length === 0)
		return [{ pesan: kata.galat[form.galat], href: form.formulir === 'lapor' ? '#tonggak' : '#judul' }];
	const awalan = (m: string) => (form.formulir === 'lapor' && m !== 'tonggak' ? 'l-' : '');
	return form.salah.map((m) => ({ pesan: kata.galatMedan[m], href: `#${awalan(m)}${medan[m] ?? m}` }));
}
