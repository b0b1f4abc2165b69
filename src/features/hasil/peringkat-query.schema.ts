import { z } from 'zod';
import { daftarUrut } from './peringkat.rules.ts';

const teks = z.string().trim().max(100).optional().catch(undefined);
const bulat = (min: number, maks: number) =>
	z.coerce.number().int().min(min).max(maks).optional().catch(undefined);
const kosong = (nilai: unknown) => (nilai === '' ? undefined : nilai);

/** The address of a ranking; a form sends empty fields, and what cannot be read is left out. */
export const peringkatQuery = z.object({
	tahun: z.preprocess(kosong, bulat(1900, 9999)),
	jenis: z.preprocess(kosong, teks),
	provinsi: z.preprocess(kosong, teks),
	pulau: z.preprocess(kosong, teks),
	predikat: z.preprocess(kosong, teks),
	urut: z.preprocess(kosong, z.enum(daftarUrut).optional().catch(undefined)),
	halaman: z.preprocess(kosong, bulat(1, 100_000)),
});
