import { formatAngka, formatBilangan, formatDelta, formatPeringkat, formatPersen } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import type { HasilTersimpan, LangkahTampil } from './simpanan.rules.ts';
import { susunCopy } from './susun.copy.ts';

/** "96 poin usaha · 480 hari orang · terlama 9 bulan"; null for a what-if, which costs nothing. */
export function kalimatBiaya({ biaya, satuan, hari, bulan }: HasilTersimpan, lang: Lang): string | null {
	if (biaya === null) return null;
	const kata = susunCopy[lang];
	const b = (n: number) => formatBilangan(n, lang);
	return [
		satuan === 'usaha' ? kata.poinUsaha(b(biaya)) : kata.rupiah(b(biaya)),
		...(hari === null ? [] : [kata.hari(b(hari))]),
		...(bulan === null ? [] : [kata.bulan(b(bulan))]),
	].join(' · ');
}

/** Whether it is proven best, else what the best cannot pass. */
export function kalimatKepastian({ kepastian }: HasilTersimpan, lang: Lang): string | null {
	if (!kepastian) return null;
	const kata = susunCopy[lang];
	if (kepastian.optimal) return kata.optimal;
	const batas = kepastian.batas ?? '';
	return kepastian.tujuan === 'biaya'
		? kata.celahBiaya(formatBilangan(Number(batas), lang))
		: kata.celahIndeks(batas.includes('/') ? batas : formatAngka(batas, lang));
}

export function kalimatPeluang({ peluang }: HasilTersimpan, lang: Lang): string | null {
	if (!peluang) return null;
	const kata = susunCopy[lang];
	const persen = (t: string) => formatPersen(t, lang);
	return peluang.persis
		? kata.peluangRencana(persen(peluang.bawah))
		: kata.peluangRentang(persen(peluang.bawah), persen(peluang.atas));
}

export const kalimatPeringkat = ({ peringkat }: HasilTersimpan, lang: Lang): string | null =>
	peringkat &&
	susunCopy[lang].peringkat(
		formatPeringkat(peringkat.diAtas + 1, peringkat.dari, lang),
		String(peringkat.tahun),
	);

/** The unrounded index: a decimal, or a fraction where it goes on. */
export const tulisPersis = (persis: string, lang: Lang): string =>
	persis.includes('/') ? persis : formatAngka(persis, lang);

/** "1 ke 3"; a level between whole ones keeps its decimals. */
export function kalimatNaik({ dari, ke }: Pick<LangkahTampil, 'dari' | 'ke'>, lang: Lang): string {
	const tulis = (n: number) => formatAngka(n, lang).replace(/[.,]00$/, '');
	return susunCopy[lang].ke(tulis(dari), tulis(ke));
}

/** Exact points of the index, as a fraction where they go on. */
export const tulisPoin = (poin: string, lang: Lang): string =>
	poin.includes('/') ? poin : formatDelta(poin, lang);
