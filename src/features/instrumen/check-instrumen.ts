import type { z } from 'zod';
import { periksaInstrumen } from './instrumen.rules.ts';
import { type InstrumenLengkap, instrumenSchema } from './instrumen.schema.ts';
import { bacaJson } from './json-periksa.ts';
import type { Masalah } from './masalah.ts';
import { type Padanan, padananSchema } from './padanan.schema.ts';
import { listMasalahSkema, pesanSkema } from './pesan-skema.ts';

export type CheckInstrumen = { ok: true; instrumen: InstrumenLengkap } | { ok: false; masalah: Masalah[] };
export type CheckPadanan = { ok: true; padanan: Padanan } | { ok: false; masalah: Masalah[] };
type Isi<T> = { ok: true; isi: T } | { ok: false; masalah: Masalah[] };

/** Largest file that is read, in bytes: fifty times the largest shipped. */
export const UKURAN_MAKS = 5_000_000;
const MASALAH_MAKS = 100;

/**
 * Reads one instrument file's text: size, encoding, JSON, schema, coherence, in this order, stopping at the first
 * kind that fails. At most 100 problems are named, each with its path and an Indonesian sentence.
 */
export function checkInstrumen(text: string): CheckInstrumen {
	const hasil = parseBerkas(text, instrumenSchema);
	if (!hasil.ok) return hasil;
	const masalah = periksaInstrumen(hasil.isi);
	return masalah.length > 0 ? { ok: false, masalah: batasi(masalah) } : { ok: true, instrumen: hasil.isi };
}

/** Reads the crosswalk's text; whether its names exist is `periksaPadanan`'s question. */
export function checkPadanan(text: string): CheckPadanan {
	const hasil = parseBerkas(text, padananSchema);
	return hasil.ok ? { ok: true, padanan: hasil.isi } : hasil;
}

function parseBerkas<T>(text: string, schema: z.ZodType<T>): Isi<T> {
	const salah = (pesan: string): Isi<T> => ({ ok: false, masalah: [{ path: '', pesan }] });
	if (text.length > UKURAN_MAKS) return salah(`berkas lebih besar dari ${UKURAN_MAKS / 1_000_000} MB`);
	const isi = text.replace(/^\uFEFF/, '');
	if (isi.includes('\u0000') || isi.includes('\uFFFD'))
		return salah('berkas bukan teks UTF-8; simpan ulang dengan pengodean UTF-8');
	if (isi.trim() === '') return salah('berkas kosong');
	const json = bacaJson(isi);
	if (!json.ok) return { ok: false, masalah: [json.masalah] };
	const hasil = schema.safeParse(json.nilai, { error: pesanSkema });
	return hasil.success
		? { ok: true, isi: hasil.data }
		: { ok: false, masalah: batasi(listMasalahSkema(hasil.error)) };
}

function batasi(masalah: readonly Masalah[]): Masalah[] {
	if (masalah.length <= MASALAH_MAKS) return masalah.map(({ path, pesan }) => ({ path, pesan }));
	const sisa = masalah.length - MASALAH_MAKS;
	return [
		...batasi(masalah.slice(0, MASALAH_MAKS)),
		{ path: '', pesan: `dan ${sisa} masalah lain; perbaiki yang di atas lebih dahulu` },
	];
}
