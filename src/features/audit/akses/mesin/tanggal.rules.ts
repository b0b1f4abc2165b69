/**
 * Dates of an export as whole days since 1970-01-01. Which of two readings a date like 03/04/2026 has is decided once
 * its whole column has been seen, so a date is first kept with its mark: `hari * 4 + tanda`.
 */
export const TGL_KOSONG = -1;
/** Text that is no possible date, or has two readings that cannot be told apart. */
export const TGL_RAGU = -2;

export const tanda = { pasti: 0, dua: 1, bulanDulu: 2, hariDulu: 3 } as const;
const HARI_MS = 86_400_000;
const TAHUN_AWAL = 1971;
const TAHUN_AKHIR = 2100;

const bulanNama = new Map<string, number>();
for (const [n, nama] of [
	'jan januari january',
	'feb februari february pebruari',
	'mar maret march',
	'apr april',
	'mei may',
	'jun juni june',
	'jul juli july',
	'agu ags agt agustus aug august',
	'sep sept september',
	'okt oktober oct october',
	'nov november nopember nop',
	'des desember dec december',
].entries())
	for (const satu of nama.split(' ')) bulanNama.set(satu, n + 1);

/** Texts by which systems say "never". */
const takPernah =
	/^(?:-+|–|—|n\/?a|null|nil|none|never|kosong|belum(?: pernah.*)?|tidak pernah|tidak ada|selamanya|0|0000-00-00.*|0001-01-01.*|0?1[/.-]0?1[/.-](?:0001|1601|1900|1970)(?: .*)?|1601-01-01.*|1900-01-0[01].*|1970-01-01.*|9999-.*|31[/.-]12[/.-]9999.*|9223372036854775807)$/i;

/** Days since 1970-01-01, or null where the calendar has no such day. */
export function hariDari(tahun: number, bulan: number, tanggal: number): number | null {
	if (tahun < TAHUN_AWAL || tahun > TAHUN_AKHIR || bulan < 1 || bulan > 12 || tanggal < 1) return null;
	const waktu = Date.UTC(tahun, bulan - 1, tanggal);
	const d = new Date(waktu);
	return d.getUTCMonth() === bulan - 1 && d.getUTCDate() === tanggal ? waktu / HARI_MS : null;
}

/** Reads a cell: `hari * 4 + tanda`, TGL_KOSONG, or TGL_RAGU. */
export function bacaTanggal(teks: string): number {
	const t = teks.trim();
	if (t === '' || takPernah.test(t)) return TGL_KOSONG;
	if (/^\d+([.,]\d+)?$/.test(t)) return bacaAngka(t);
	const iso = /^(?:tanggal )?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,].*)?$/.exec(t);
	if (iso) return pasti(hariDari(Number(iso[1]), Number(iso[2]), Number(iso[3])));
	const ldap = /^(\d{4})(\d{2})(\d{2})\d{2,6}(?:[.,]\d+)?(?:Z|[+-]\d{4})$/.exec(t);
	if (ldap) return pasti(hariDari(Number(ldap[1]), Number(ldap[2]), Number(ldap[3])));
	const garis = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[T ,].*)?$/.exec(t);
	if (garis) return bacaGaris(Number(garis[1]), Number(garis[2]), tahunPenuh(garis[3] ?? ''));
	return bacaKata(t.toLowerCase());
}

const pasti = (hari: number | null) => (hari === null ? TGL_RAGU : hari * 4);
const tahunPenuh = (teks: string) => (teks.length === 4 ? Number(teks) : 2000 + Number(teks));

function bacaGaris(a: number, b: number, tahun: number): number {
	const hariDulu = hariDari(tahun, b, a);
	const bulanDulu = hariDari(tahun, a, b);
	if (hariDulu !== null && bulanDulu !== null)
		return hariDulu * 4 + (hariDulu === bulanDulu ? tanda.pasti : tanda.dua);
	if (hariDulu !== null) return hariDulu * 4 + tanda.hariDulu;
	return bulanDulu === null ? TGL_RAGU : bulanDulu * 4 + tanda.bulanDulu;
}

/** A plain number: 20261125, an Excel serial day, Unix seconds or milliseconds, or a Windows FILETIME. */
function bacaAngka(t: string): number {
	const [bulat = ''] = t.split(/[.,]/);
	if (bulat.length === 5) return Number(bulat) < 26_299 ? TGL_RAGU : wajar(Number(bulat) - 25_569);
	if (bulat.length === 8)
		return pasti(hariDari(Number(bulat.slice(0, 4)), Number(bulat.slice(4, 6)), Number(bulat.slice(6))));
	if (bulat.length === 14) return bacaAngka(bulat.slice(0, 8));
	if (bulat.length === 10) return wajar(Math.floor(Number(bulat) / 86_400));
	if (bulat.length === 13) return wajar(Math.floor(Number(bulat) / HARI_MS));
	if (bulat.length === 17 || bulat.length === 18)
		return wajar(Number(BigInt(bulat) / 864_000_000_000n) - 134_774);
	return TGL_RAGU;
}

const HARI_TERAKHIR = Date.UTC(TAHUN_AKHIR, 11, 31) / HARI_MS;
const wajar = (hari: number) => (hari >= 365 && hari <= HARI_TERAKHIR ? hari * 4 : TGL_RAGU);

/** "25 November 2026", "25-Nov-26", "Nov 25, 2026", with or without a time behind it. */
function bacaKata(t: string): number {
	const polos = t.replace(
		/^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|mon|tue|wed|thu|fri|sat|sun)\w*,?\s*/,
		'',
	);
	const hariDulu = /^(\d{1,2})[\s-]+([a-z]+)\.?[\s,-]+(\d{4}|\d{2})(?:[\s,t].*)?$/.exec(polos);
	if (hariDulu) return dariNama(hariDulu[2], hariDulu[1], hariDulu[3]);
	const bulanDulu = /^([a-z]+)\.?[\s-]+(\d{1,2}),?[\s-]+(\d{4})(?:[\s,t].*)?$/.exec(polos);
	return bulanDulu ? dariNama(bulanDulu[1], bulanDulu[2], bulanDulu[3]) : TGL_RAGU;
}

function dariNama(bulan = '', hari = '', tahun = ''): number {
	const n = bulanNama.get(bulan);
	return n === undefined ? TGL_RAGU : pasti(hariDari(tahunPenuh(tahun), n, Number(hari)));
}

/** How the dates with strokes of one column are to be read. */
export type UrutanTanggal = 'hari_dulu' | 'bulan_dulu' | 'campur';

/** What a column showed: dates that can only be day first, and dates that can only be month first. */
export function urutanKolom(hariDulu: number, bulanDulu: number): UrutanTanggal {
	if (bulanDulu === 0) return 'hari_dulu';
	return hariDulu === 0 ? 'bulan_dulu' : 'campur';
}

/** The day of a kept date, now that its column's order is known; TGL_KOSONG or TGL_RAGU where it has none. */
export function putuskanTanggal(kode: number, urutan: UrutanTanggal): number {
	if (kode < 0) return kode;
	const hari = Math.floor(kode / 4);
	if (kode % 4 !== tanda.dua || urutan === 'hari_dulu') return hari;
	if (urutan === 'campur') return TGL_RAGU;
	const d = new Date(hari * HARI_MS);
	return hariDari(d.getUTCFullYear(), d.getUTCDate(), d.getUTCMonth() + 1) ?? TGL_RAGU;
}

const bulanPanjang =
	'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** "25 November 2026". */
export function tulisHari(hari: number): string {
	const d = new Date(hari * HARI_MS);
	return `${d.getUTCDate()} ${bulanPanjang[d.getUTCMonth()]} ${d.getUTCFullYear()}`;
}

/** '2026-11-25' → days since 1970-01-01. @throws RangeError where it is no date */
export function hariIso(iso: string): number {
	const [, tahun, bulan, tanggal] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
	const hari = hariDari(Number(tahun), Number(bulan), Number(tanggal));
	if (hari === null) throw new RangeError(`bukan tanggal: ${iso}`);
	return hari;
}

export const isoHari = (hari: number): string => new Date(hari * HARI_MS).toISOString().slice(0, 10);

/** The same day some calendar months later, the last of the month where it has no such day. */
export function tambahBulan(hari: number, bulan: number): number {
	const d = new Date(hari * HARI_MS);
	const awal = new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + bulan, 1));
	const akhir = new Date(Date.UTC(awal.getUTCFullYear(), awal.getUTCMonth() + 1, 0)).getUTCDate();
	return awal.getTime() / HARI_MS + Math.min(d.getUTCDate(), akhir) - 1;
}
