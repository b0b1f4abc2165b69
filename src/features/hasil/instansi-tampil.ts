import { formatAngka, formatDelta, formatRentang } from '#ui/format.ts';
import { href, type Lang } from '#ui/lang.ts';
import { instansiCopy, namaJenis } from './instansi-hasil.copy.ts';
import type { IdentitasInstansi, JarakTarget, Peringkat, SimpulHasil } from './instansi-hasil.schema.ts';

/** A node's value as it reads: one figure, or lowest–highest where only a range follows. */
export function teksNilai(simpul: Pick<SimpulHasil, 'min' | 'maks'>, lang: Lang): string {
	return formatRentang(simpul.min, simpul.maks, lang);
}

/** Points lost of a node as they read. */
export function teksHilang(simpul: Pick<SimpulHasil, 'hilangMin' | 'hilangMaks'>, lang: Lang): string {
	return formatRentang(simpul.hilangMin, simpul.hilangMaks, lang);
}

/** Distance to a target in words: "2,60 · terlampaui, +1,36". */
export function teksTarget(target: JarakTarget, lang: Lang): string {
	return instansiCopy[lang].targetIsi[target.capaian](
		formatAngka(target.nilai, lang),
		formatDelta(target.selisih, lang),
	);
}

/** Address of an institution's page; the newest year needs no query. */
export function alamatInstansi(lang: Lang, slug: string, tahun?: number): string {
	return href(lang, `/instansi/${slug}${tahun === undefined ? '' : `?tahun=${tahun}`}`);
}

/** Address of the page that says why a figure is what it is; `indeks` or a node id. */
export function alamatSimpul(lang: Lang, slug: string, tahun: number, simpul: string): string {
	return href(lang, `/instansi/${slug}/${tahun}/${simpul}`);
}

/** "A, B, dan C" / "A, B, and C" (or "atau"/"or"). */
export function rangkaiNama(nama: readonly string[], lang: Lang, sambung: 'dan' | 'atau'): string {
	return new Intl.ListFormat(lang === 'id' ? 'id-ID' : 'en-GB', {
		type: sambung === 'dan' ? 'conjunction' : 'disjunction',
	}).format(nama);
}

/** Name of the group a rank is within. */
export function namaLingkup({ lingkup, tempat }: Pick<Peringkat, 'lingkup' | 'tempat'>, lang: Lang): string {
	const kata = instansiCopy[lang];
	if (lingkup === 'nasional') return kata.nasional;
	if (lingkup === 'jenis') return namaJenis(tempat, lang, 'banyak');
	return lingkup === 'provinsi' ? kata.di(tempat) : kata.se(tempat);
}

/** Address of the ranking in which a rank stands. */
export function alamatPeringkat(
	lang: Lang,
	tahun: number,
	lingkup: Peringkat['lingkup'],
	instansi: IdentitasInstansi,
): string {
	const kueri = new URLSearchParams({ tahun: String(tahun) });
	if (lingkup === 'provinsi' && instansi.provinsiKode) kueri.set('provinsi', instansi.provinsiKode);
	if (lingkup === 'pulau' && instansi.pulau) kueri.set('pulau', instansi.pulau);
	if (lingkup === 'jenis') kueri.set('jenis', instansi.jenis);
	return href(lang, `/peringkat?${kueri}`);
}

/** An exact figure: a decimal in the language's form with at least two decimals, a fraction as it stands. */
export function formatPersis(nilai: string, lang: Lang): string {
	if (nilai.includes('/')) return nilai;
	const [bulat, pecahan = ''] = nilai.split('.');
	return formatAngka(`${bulat}.${pecahan.padEnd(2, '0')}`, lang);
}
