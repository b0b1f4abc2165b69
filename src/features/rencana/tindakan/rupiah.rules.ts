import { formatBilangan } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';

/** Highest amount that a field takes. */
export const MAKS_RUPIAH = 1_000_000_000_000_000n;

/**
 * Whole rupiah as typed: "Rp 1.500.000", "1.500.000", "1500000", with ",00" or ",-" behind. Null for an empty field,
 * undefined for anything that can be read in two ways ("1.5", "1,500,000", "1,5 juta"), is below nothing or too much.
 */
export function bacaRupiah(teks: string): bigint | null | undefined {
	const bersih = teks.replace(/[\s\u00a0]+/g, ' ').trim();
	if (bersih === '') return null;
	const cocok = /^(?:rp\.? ?)?(\d{1,16}|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(?:00|-))?$/i.exec(bersih);
	if (!cocok?.[1]) return undefined;
	const rupiah = BigInt(cocok[1].replaceAll('.', ''));
	return rupiah <= MAKS_RUPIAH ? rupiah : undefined;
}

/** "Rp 1.500.000" (id), "Rp 1,500,000" (en). */
export const formatRupiah = (rupiah: bigint, lang: Lang): string => `Rp\u00a0${formatBilangan(rupiah, lang)}`;

/** As it stands in a field, in the form that is read back: always with Indonesian dots. */
export const tulisRupiah = (rupiah: bigint | null): string =>
	rupiah === null ? '' : formatBilangan(rupiah, 'id');
