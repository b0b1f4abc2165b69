import { z } from 'zod';

/** A key that may be absent, but never null or undefined. */
export const opsional = <T extends z.core.SomeType>(isi: T) => z.exactOptional(isi);

export const teks = z.string().trim().min(1).max(4000);
export const daftarTeks = z.array(teks);
export const tahun = z.int().min(2000).max(2100);
export const tanggal = z.iso.date('harus tanggal yang ada, ditulis TTTT-BB-HH');
export const tanggalAtauBulan = z
	.string()
	.regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, 'harus tanggal TTTT-BB-HH atau bulan TTTT-BB');

/** Hundredths of a level or of another index's point. */
export const perseratus = z.int().min(0).max(100_000);

/** By level, "0" to "9", without a leading zero. */
export const tingkat = <T extends z.core.SomeType>(isi: T) =>
	z.record(z.string().regex(/^\d$/, 'kuncinya harus satu angka tingkat, 0 sampai 9'), isi);
