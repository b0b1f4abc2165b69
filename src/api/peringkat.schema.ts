import { z } from '@hono/zod-openapi';
import { daftarUrut } from '#features/hasil/peringkat.rules.ts';
import {
	angka,
	atauNull,
	daftarSchema,
	halamanKueri,
	instansiRingkasSchema,
	tahunKueri,
	teksKueri,
	tempatKueri,
} from './bersama.schema.ts';

export const peringkatKueri = z.strictObject({
	tahun: tahunKueri.optional().openapi({ description: 'Tahun berdaftar lengkap; bawaan yang terbaru.' }),
	...tempatKueri,
	predikat: teksKueri.optional().openapi({
		description: 'Predikat; hanya menyembunyikan baris, peringkatnya tetap.',
		example: 'sangat-baik',
	}),
	urut: z.enum(daftarUrut).optional().openapi({
		description:
			'Urutan baris (bawaan indeks): selisih dari indeks tahun sebelumnya, perubahan peringkat; tanda minus membalik.',
	}),
	...halamanKueri,
});

const peringkatSatuSchema = z
	.object({
		peringkat: z
			.int()
			.min(1)
			.openapi({ description: 'Di antara yang lolos saringan; seri bernomor sama (1, 1, 3).' }),
		peringkatLalu: z
			.int()
			.min(1)
			.nullable()
			.openapi({ description: 'Tahun sebelumnya, di antara saringan yang sama; null bila tidak ada.' }),
		instansi: instansiRingkasSchema,
		indeks: angka,
		predikat: z.string(),
		predikatTurunan: z
			.boolean()
			.openapi({ description: 'Predikat tidak diumumkan dan diturunkan dari indeks.' }),
		selisih: atauNull(angka).openapi({
			description: 'Terhadap indeks tahun sebelumnya; null bila tidak ada.',
		}),
		status: z.enum(['cocok', 'meragukan', 'belum_lengkap']),
	})
	.openapi('PeringkatInstansi');

export const daftarPeringkatSchema = z
	.object({ tahun: z.int(), ...daftarSchema(peringkatSatuSchema) })
	.openapi('DaftarPeringkat', {
		description:
			'Peringkat dihitung Matang (turunan) dari daftar lengkap tahun itu; indeks seperti diumumkan.',
	});

export type PeringkatJson = z.infer<typeof peringkatSatuSchema>;
