import { z } from '@hono/zod-openapi';
import {
	daftarSchema,
	halamanKueri,
	instansiRingkasSchema,
	slugTeks,
	teksKueri,
	tempatKueri,
} from './bersama.schema.ts';
import { hasilInstansiSchema } from './hasil.schema.ts';

export const instansiKueri = z.strictObject({
	q: teksKueri.optional().openapi({
		description: 'Cari menurut nama, boleh sebagian atau salah ketik; yang paling cocok di atas.',
		example: 'balikpapan',
	}),
	...tempatKueri,
	...halamanKueri,
});

export const instansiSchema = z
	.object({
		...instansiRingkasSchema.shape,
		tahun: z.array(z.int()).openapi({ description: 'Tahun yang ada hasilnya.', example: [2023, 2024] }),
	})
	.openapi('Instansi');

export const daftarInstansiSchema = z.object(daftarSchema(instansiSchema)).openapi('DaftarInstansi');

export const slugParam = z.object({
	slug: slugTeks.openapi({ description: 'Slug instansi.', example: 'kota-balikpapan' }),
});

export const instansiHasilSchema = z
	.object({
		instansi: instansiRingkasSchema,
		hasil: z.array(hasilInstansiSchema).openapi({ description: 'Tahun terbaru lebih dahulu.' }),
	})
	.openapi('InstansiDenganHasil');
