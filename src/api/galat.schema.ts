import { z } from '@hono/zod-openapi';

/** Every refusal of the interface: machine-readable code, sentence, and the HTTP status it comes with. */
export const daftarGalat = {
	masukan_tidak_sah: 422,
	json_tidak_terbaca: 422,
	tahun_tidak_lengkap: 409,
	tidak_ditemukan: 404,
	metode_tidak_diizinkan: 405,
	isi_terlalu_besar: 413,
	isi_bukan_json: 415,
	terlalu_sering: 429,
	galat_peladen: 500,
} as const;

export type KodeGalat = keyof typeof daftarGalat;
export type StatusGalat = (typeof daftarGalat)[KodeGalat];

export const masalahSchema = z
	.object({
		path: z.string().openapi({ description: 'Letak masalahnya, misalnya tahun atau nilai.I03.' }),
		message: z.string().openapi({ description: 'Apa yang salah dan apa yang diharapkan.' }),
	})
	.openapi('Masalah');

export const galatSchema = z
	.object({
		galat: z.object({
			kode: z.enum(Object.keys(daftarGalat) as [KodeGalat, ...KodeGalat[]]).openapi({
				description: 'Kode tetap untuk program; pesan boleh berubah, kode tidak.',
			}),
			pesan: z.string().openapi({ description: 'Kalimat untuk manusia.' }),
			masalah: z.array(masalahSchema).optional().openapi({ description: 'Hanya pada status 422.' }),
		}),
	})
	.openapi('Galat');

export type Masalah = z.infer<typeof masalahSchema>;
export type BadanGalat = z.infer<typeof galatSchema>;
