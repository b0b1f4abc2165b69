import { z } from '@hono/zod-openapi';
import {
	angka,
	atauNull,
	daftarSchema,
	halamanKueri,
	instansiRingkasSchema,
	tahunKueri,
	tempatKueri,
} from './bersama.schema.ts';

export const peringkatKueri = z.strictObject({
	tahun: tahunKueri.optional().openapi({ description: 'Tahun berdaftar lengkap; bawaan yang terbaru.' }),
	...tempatKueri,
	...halamanKueri,
});

const peringkatSatuSchema = z
	.object({
		peringkat: z
			.int()
			.min(1)
			.openapi({ description: 'Di antara yang lolos saringan; seri bernomor sama (1, 1, 3).' }),
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
