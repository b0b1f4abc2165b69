import { z } from '@hono/zod-openapi';
import { angka, atauNull } from './bersama.schema.ts';

const satu = z.union([z.number(), z.string().max(20), z.null()]);

const nilaiSatu = z.union([...satu.options, z.array(satu).max(10)]).openapi('NilaiIndikator', {
	description:
		'Tingkat menurut skala instrumen; null bila belum dijawab. Hanya instrumen berdesimal yang menerima desimal; hanya indikator berbutir (spbe-2018 I35) yang menerima daftar.',
});

export const hitungIsi = z
	.strictObject({
		instrumen: z.string().min(1).max(100).openapi({ example: 'spbe-2020' }),
		nilai: z
			.union([z.array(nilaiSatu).max(500), z.record(z.string().max(20), nilaiSatu)], {
				error: 'harus daftar nilai menurut urutan indikator, atau objek menurut pengenal indikator',
			})
			.openapi({ description: 'Menurut urutan indikator, atau menurut pengenal indikator.' }),
		aturanPredikat: z.enum(['persis', 'terbulatkan']).optional().openapi({
			description: 'Menggantikan aturan tahun dan instrumen.',
		}),
		tahun: z.int().min(2000).max(2100).optional().openapi({
			description: 'Tahun evaluasi; menentukan aturan predikat.',
		}),
	})
	.openapi('Hitung');

export const hitungHasilSchema = z
	.object({
		instrumen: z.string(),
		indeks: atauNull(angka).openapi({
			description: 'Dibulatkan sekali, setengah ke atas; null bila ada yang belum dijawab.',
		}),
		indeksPersis: z
			.string()
			.nullable()
			.openapi({ description: 'Desimal berhenti, atau pecahan a/b.', example: '2.9795' }),
		predikat: z.string().nullable(),
		domain: z.record(z.string(), atauNull(angka)),
		aspek: z.record(z.string(), atauNull(angka)),
		terjawab: z.int(),
		rentang: z.tuple([angka, angka]).optional().openapi({
			description: 'Indeks paling rendah dan paling tinggi yang masih mungkin, bila ada yang belum dijawab.',
		}),
	})
	.openapi('HasilHitung');
