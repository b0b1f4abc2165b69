import { z } from '@hono/zod-openapi';
import { daftarJenis } from '#features/instansi/instansi.schema.ts';
import { pesanSkema } from '#features/instrumen/pesan-skema.ts';

/** Every problem is told in Indonesian, as in instrument files. */
z.config({ customError: pesanSkema });

/** A figure on the wire: a string with a point and two decimals, never a JSON number. */
export const angka = z
	.string()
	.regex(/^-?\d+\.\d{2}$/)
	.openapi('Angka', { description: 'Angka dengan titik dan dua desimal, sebagai teks.', example: '3.96' });

/** A named schema or null. (`.nullable()` on a named schema becomes an `allOf` that null can never satisfy.) */
export const atauNull = <T extends z.ZodType>(schema: T) => z.union([schema, z.null()]);

const bilanganKueri = (min: number, maks: number, contoh: number) =>
	z
		.string()
		.regex(/^\d{1,9}$/, 'Harus bilangan bulat.')
		.transform(Number)
		.pipe(z.int().min(min).max(maks))
		.openapi({ type: 'integer', minimum: min, maximum: maks, example: contoh });

export const tahunKueri = bilanganKueri(2000, 2100, 2024);
export const teksKueri = z
	.string()
	.trim()
	.min(1)
	.max(100)
	.regex(/^[^\0]*$/, 'Tidak boleh memuat karakter NUL.');

/** A slug as it stands in addresses. */
export const slugTeks = z
	.string()
	.max(200)
	.regex(/^[a-z0-9-]+$/, 'Slug hanya memuat huruf kecil, angka, dan tanda hubung.');

/** Filters by kind and place, shared by every list. */
export const tempatKueri = {
	jenis: z.enum(daftarJenis).optional().openapi({ description: 'Jenis instansi.', example: 'kota' }),
	provinsi: teksKueri.optional().openapi({
		description:
			'Kode atau nama provinsi, misalnya 64 atau Kalimantan Timur; termasuk pemerintah provinsinya.',
		example: 'Kalimantan Timur',
	}),
	pulau: teksKueri.optional().openapi({ description: 'Kelompok pulau.', example: 'Kalimantan' }),
};

/** Paging; and `_`, which only makes an address new and is otherwise ignored. */
export const halamanKueri = {
	halaman: bilanganKueri(1, 100_000, 1).optional().openapi({ description: 'Halaman, mulai 1 (bawaan 1).' }),
	per: bilanganKueri(1, 500, 50)
		.optional()
		.openapi({ description: 'Baris tiap halaman (bawaan 50, paling banyak 500).' }),
	_: z.string().max(100).optional().openapi({ description: 'Diabaikan; untuk melewati simpanan.' }),
};

export const provinsiSchema = z
	.object({ kode: z.string(), nama: z.string() })
	.openapi('Provinsi', { example: { kode: '64', nama: 'Kalimantan Timur' } });

export const instansiRingkasSchema = z
	.object({
		slug: z
			.string()
			.openapi({ description: 'Pengenal tetap; dipakai dalam alamat.', example: 'kota-balikpapan' }),
		nama: z.string().openapi({ example: 'Kota Balikpapan' }),
		jenis: z.enum(daftarJenis),
		kodeWilayah: z
			.string()
			.nullable()
			.openapi({ description: 'Kode wilayah resmi; null bila bukan daerah.', example: '64.71' }),
		provinsi: atauNull(provinsiSchema),
		pulau: z.string().nullable().openapi({ example: 'Kalimantan' }),
	})
	.openapi('InstansiRingkas');

/** A page of a list and the way to its neighbours. */
export function daftarSchema<T extends z.ZodType>(data: T) {
	return {
		data: z.array(data),
		total: z.int().min(0).openapi({ description: 'Jumlah seluruh baris yang lolos saringan.' }),
		halaman: z.int().min(1),
		per: z.int().min(1),
		sebelum: z.string().nullable().openapi({ description: 'Alamat relatif halaman sebelumnya.' }),
		berikut: z.string().nullable().openapi({ description: 'Alamat relatif halaman berikutnya.' }),
	};
}
