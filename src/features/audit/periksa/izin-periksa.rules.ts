import { type Alamat, contains, type Golongan, golonganOf } from './alamat.rules.ts';
import { type AlasanSasaran, isDalam, parseSasaran, type Sasaran, type Target } from './sasaran.rules.ts';

/** A permit to look at systems, read and found whole. */
export interface IzinPeriksa {
	nomor: string;
	pemberi: string;
	/** ISO days, both included. */
	berlakuDari: string;
	berlakuSampai: string;
	sasaran: readonly Sasaran[];
	/** Ids of checks beyond the ordinary that it names. */
	tambahan: readonly string[];
}

export type MasalahIzin =
	| { jenis: 'tanggal'; medan: 'berlakuDari' | 'berlakuSampai'; teks: string }
	| { jenis: 'terbalik' }
	| { jenis: 'sasaran'; nomor: number; teks: string; alasan: AlasanSasaran };

interface IzinMentah extends Omit<IzinPeriksa, 'sasaran'> {
	sasaran: readonly string[];
}

/** Reads the dates and targets of a permit. @returns everything that is wrong with it, or the permit */
export function susunIzin(
	mentah: IzinMentah,
): { ok: true; value: IzinPeriksa } | { ok: false; masalah: MasalahIzin[] } {
	const masalah: MasalahIzin[] = [];
	for (const medan of ['berlakuDari', 'berlakuSampai'] as const)
		if (!bacaHari(mentah[medan])) masalah.push({ jenis: 'tanggal', medan, teks: mentah[medan] });
	const [dari, sampai] = [bacaHari(mentah.berlakuDari), bacaHari(mentah.berlakuSampai)];
	if (dari && sampai && sampai < dari) masalah.push({ jenis: 'terbalik' });
	const sasaran = mentah.sasaran.flatMap((teks, indeks) => {
		const terbaca = parseSasaran(teks);
		if (terbaca.ok) return [terbaca.value];
		masalah.push({ jenis: 'sasaran', nomor: indeks + 1, teks: teks.slice(0, 80), alasan: terbaca.reason });
		return [];
	});
	if (masalah.length > 0 || !dari || !sampai) return { ok: false, masalah };
	return { ok: true, value: { ...mentah, berlakuDari: dari, berlakuSampai: sampai, sasaran } };
}

/** The day of "2026-12-31" or "2026-12-31T…"; null for a day that no calendar has. */
function bacaHari(teks: string): string | null {
	const hari = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/.exec(teks.trim())?.[1];
	if (!hari) return null;
	const waktu = new Date(`${hari}T00:00:00Z`);
	return !Number.isNaN(waktu.getTime()) && waktu.toISOString().startsWith(hari) ? hari : null;
}

export type AlasanPeriksa = 'izin_belum_berlaku' | 'izin_berakhir' | 'di_luar_izin';

/**
 * Whether the permit lets somebody begin with this target, before any name is looked up.
 * @param hari today, ISO
 */
export function canPeriksa(
	izin: IzinPeriksa,
	{ host, porta }: Target,
	hari: string,
): { ok: true } | { ok: false; reason: AlasanPeriksa } {
	if (hari < izin.berlakuDari) return { ok: false, reason: 'izin_belum_berlaku' };
	if (hari > izin.berlakuSampai) return { ok: false, reason: 'izin_berakhir' };
	const tersebut = izin.sasaran.some((s) => isDalam(s, host, porta));
	// a name that the permit does not spell may still lead into a range that it does
	const mungkin = !isAlamat(host) && izin.sasaran.some((s) => s.jenis === 'rentang' && s.porta === porta);
	return tersebut || mungkin ? { ok: true } : { ok: false, reason: 'di_luar_izin' };
}

const isAlamat = (host: string) => /^[\d.]+$|:/.test(host);

export type AlasanSambung = 'di_luar_izin' | `alamat_${Exclude<Golongan, 'umum'>}`;

/** Whether a connection to this very address may be opened for this host and port. Asked again at every connection. */
export function canSambung(
	izin: IzinPeriksa,
	{ host, porta }: Target,
	alamat: Alamat,
): { ok: true } | { ok: false; reason: AlasanSambung } {
	const golongan = golonganOf(alamat);
	if (golongan === 'mustahil') return { ok: false, reason: 'alamat_mustahil' };
	const tersebut = izin.sasaran.some((s) => namesAlamat(s, alamat, golongan, porta));
	if (tersebut) return { ok: true };
	const nama = izin.sasaran.some((s) => s.jenis === 'nama' && s.nama === host && s.porta === porta);
	if (golongan === 'umum') return nama ? { ok: true } : { ok: false, reason: 'di_luar_izin' };
	// "localhost" names this machine as plainly as its address does
	if (nama && golongan === 'loopback' && host === 'localhost') return { ok: true };
	return { ok: false, reason: `alamat_${golongan}` };
}

/** Metadata services are named by their own address or not at all. */
function namesAlamat(s: Sasaran, alamat: Alamat, golongan: Golongan, porta: number): boolean {
	if (s.jenis !== 'rentang' || s.porta !== porta || !contains(s.rentang, alamat)) return false;
	return golongan !== 'metadata' || s.rentang.panjang === (alamat.versi === 4 ? 32 : 128);
}
