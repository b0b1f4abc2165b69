import type { Lang } from './lang.ts';

/**
 * A figure as the core hands it out: a number is an integer count of hundredths (305 is 3.05),
 * a string is an exact decimal with a point ("2.9795"). Never a floating score.
 */
export type Nilai = number | string;

const LOCALE: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };
// Making one costs more than a thousand uses of it.
const BILANGAN: Record<Lang, Intl.NumberFormat> = {
	id: new Intl.NumberFormat(LOCALE.id),
	en: new Intl.NumberFormat(LOCALE.en),
};
const bentukTanggal = new Map<string, Intl.DateTimeFormat>();
const MINUS = '−';

type Bagian = { negatif: boolean; bulat: string; pecahan: string };

/** @throws RangeError for a number that is no safe integer, or a string that is no plain decimal */
function split(nilai: Nilai): Bagian {
	if (typeof nilai === 'number') {
		if (!Number.isSafeInteger(nilai)) throw new RangeError(`bukan perseratusan bulat: ${nilai}`);
		const digit = String(Math.abs(nilai)).padStart(3, '0');
		return { negatif: nilai < 0, bulat: digit.slice(0, -2), pecahan: digit.slice(-2) };
	}
	const cocok = /^(-?)(\d+)(?:\.(\d+))?$/.exec(nilai);
	if (!cocok) throw new RangeError(`bukan angka desimal: ${nilai}`);
	return {
		negatif: cocok[1] === '-' && /[1-9]/.test(nilai),
		bulat: cocok[2] ?? '0',
		pecahan: cocok[3] ?? '',
	};
}

function join({ bulat, pecahan }: Bagian, lang: Lang): string {
	const utuh = formatBilangan(BigInt(bulat), lang);
	return pecahan === '' ? utuh : utuh + (lang === 'id' ? ',' : '.') + pecahan;
}

/** 305 → "3,05" (id) or "3.05" (en); a decimal string keeps all its digits. */
export function formatAngka(nilai: Nilai, lang: Lang): string {
	const bagian = split(nilai);
	return (bagian.negatif ? MINUS : '') + join(bagian, lang);
}

/** A change, sign always shown with the true minus: 61 → "+0,61", −10 → "−0,10"; no change → "0,00". */
export function formatDelta(nilai: Nilai, lang: Lang): string {
	const bagian = split(nilai);
	const nol = !/[1-9]/.test(bagian.bulat + bagian.pecahan);
	return (nol ? '' : bagian.negatif ? MINUS : '+') + join(bagian, lang);
}

/** Sign of a change: −1, 0 or 1, without leaving exact digits. */
export function arahDelta(nilai: Nilai): -1 | 0 | 1 {
	const { negatif, bulat, pecahan } = split(nilai);
	if (!/[1-9]/.test(bulat + pecahan)) return 0;
	return negatif ? -1 : 1;
}

/** Lowest and highest value that are possible: "2,00–5,00"; one value when both are the same. */
export function formatRentang(min: Nilai, maks: Nilai, lang: Lang): string {
	const [a, b] = [formatAngka(min, lang), formatAngka(maks, lang)];
	return a === b ? a : `${a}–${b}`;
}

/** Hundredths of a percent (1300) or a decimal string ("13.0") → "13%"; trailing zeros are dropped. */
export function formatPersen(nilai: Nilai, lang: Lang): string {
	const bagian = split(nilai);
	const ringkas = { ...bagian, pecahan: bagian.pecahan.replace(/0+$/, '') };
	return `${(bagian.negatif ? MINUS : '') + join(ringkas, lang)}%`;
}

/** A whole number with thousands groups: 12345 → "12.345" (id), "12,345" (en). */
export function formatBilangan(n: number | bigint, lang: Lang): string {
	if (typeof n === 'number' && !Number.isSafeInteger(n)) throw new RangeError(`bukan bilangan bulat: ${n}`);
	return BILANGAN[lang].format(n).replace('-', MINUS);
}

/** "1 dari 11" / "1 of 11". Ties share a rank and are marked by the caller. */
export function formatPeringkat(peringkat: number, dari: number, lang: Lang): string {
	return `${formatBilangan(peringkat, lang)} ${lang === 'id' ? 'dari' : 'of'} ${formatBilangan(dari, lang)}`;
}

/**
 * An ISO date ("2023-03-28", "2023-03", "2023" or a full timestamp, read in UTC) in words.
 * @throws RangeError when the date does not exist
 */
export function formatTanggal(iso: string, lang: Lang): string {
	const cocok = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(iso);
	const tanggal = new Date(
		cocok && !iso.includes('T') ? iso.padEnd(10, iso.length === 4 ? '-01-01' : '-01') : iso,
	);
	if (!cocok || Number.isNaN(tanggal.getTime()) || (cocok[3] && tanggal.getUTCDate() !== Number(cocok[3])))
		throw new RangeError(`bukan tanggal ISO: ${iso}`);
	const pilihan: Intl.DateTimeFormatOptions = { year: 'numeric', timeZone: 'UTC' };
	if (cocok[2]) pilihan.month = 'long';
	if (cocok[3]) pilihan.day = 'numeric';
	return bentukOf(lang, pilihan).format(tanggal);
}

/** File size in decimal units, one digit, rounded up so that nobody is surprised: 1234567 → "1,3 MB". */
export function formatUkuran(byte: number, lang: Lang): string {
	if (byte < 1000) return `${formatBilangan(byte, lang)} B`;
	const [satuan, pembagi] = byte < 1_000_000 ? ['KB', 100] : ['MB', 100_000];
	const sepersepuluh = Math.ceil(byte / Number(pembagi));
	const bulat = Math.trunc(sepersepuluh / 10);
	return `${formatAngka(`${bulat}.${sepersepuluh % 10}`, lang)} ${satuan}`;
}

export type Zona = 'WIB' | 'WITA' | 'WIT';
const letakZona: Record<Zona, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

/** A moment with its minute in one of Indonesia's three times: "24 Nov 2026, 09.30 WIB". */
export function formatWaktu(waktu: Date | string, lang: Lang, zona: Zona = 'WIB'): string {
	const bentuk = bentukOf(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone: letakZona[zona] });
	return `${bentuk.format(new Date(waktu))} ${zona}`;
}

function bentukOf(lang: Lang, pilihan: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const kunci = `${lang} ${Object.entries(pilihan).join()}`;
	const bentuk = bentukTanggal.get(kunci) ?? new Intl.DateTimeFormat(LOCALE[lang], pilihan);
	bentukTanggal.set(kunci, bentuk);
	return bentuk;
}
