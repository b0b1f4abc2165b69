import { z } from '@hono/zod-openapi';
import {
	angka,
	atauNull,
	daftarSchema,
	halamanKueri,
	instansiRingkasSchema,
	slugTeks,
	tahunKueri,
	tempatKueri,
} from './bersama.schema.ts';

const peringkatSchema = z
	.object({ peringkat: z.int().min(1), dari: z.int().min(1) })
	.openapi('PeringkatTurunan', { example: { peringkat: 1, dari: 11 } });

const nilaiTurunanSchema = z
	.object({
		min: angka,
		maks: angka,
		persis: z.string().nullable().openapi({
			description: 'Nilai persis bila hanya satu yang mungkin: desimal, atau pecahan a/b.',
			example: '29/11',
		}),
	})
	.openapi('NilaiTurunan', {
		description: 'Nilai yang mengikuti dari angka terbitan; min = maks bila tunggal.',
	});

export const diumumkanSchema = z
	.object({
		indeks: angka,
		predikat: z.string().nullable().openapi({ description: 'null bila sumber tidak menyebut predikat.' }),
		nilai: z.record(z.string(), angka).openapi({
			description: 'Nilai domain, aspek, dan indikator yang diumumkan, menurut pengenal simpul instrumen.',
			example: { D1: '4.50', D2: '3.90', D3: '2.64', D4: '4.32' },
		}),
	})
	.openapi('Diumumkan', { description: 'Seperti dalam sumber, tanpa diubah.' });

export const turunanSchema = z
	.object({
		predikat: z
			.string()
			.nullable()
			.openapi({ description: 'Predikat dari pita indeks bila tidak diumumkan.' }),
		perubahan: z
			.object({ indeksLalu: angka, selisih: angka })
			.nullable()
			.openapi({ description: 'Terhadap hasil tahun sebelumnya dengan instrumen yang sama.' }),
		peringkat: z
			.object({
				nasional: peringkatSchema,
				jenis: peringkatSchema,
				provinsi: atauNull(peringkatSchema),
				pulau: atauNull(peringkatSchema),
			})
			.nullable()
			.openapi({ description: 'Hanya tahun berdaftar lengkap; seri bernomor sama (1, 1, 3).' }),
		nilai: z
			.record(z.string(), nilaiTurunanSchema)
			.optional()
			.openapi({ description: 'Simpul lain yang dapat disimpulkan; hanya pada /instansi/{slug}.' }),
	})
	.openapi('Turunan', { description: 'Dihitung Matang dari angka yang diumumkan; bukan pengumuman.' });

const hasilBentuk = {
	tahun: z.int().openapi({ example: 2024 }),
	instrumen: z.string().openapi({ example: 'spbe-2020' }),
	daftarLengkap: z
		.boolean()
		.openapi({ description: 'Apakah daftar tahun ini lengkap; bila tidak, tidak ada peringkat.' }),
	diumumkan: diumumkanSchema,
	turunan: turunanSchema,
	status: z.enum(['cocok', 'meragukan', 'belum_lengkap']).openapi({
		description: 'Apakah angkanya dapat dipastikan dengan hitungan ulang.',
	}),
	alasan: z
		.string()
		.nullable()
		.openapi({ description: 'Kode sebab bila meragukan, simpulnya sesudah titik dua, misalnya kosong:D2.' }),
	sumber: z.string(),
	catatan: z.string().nullable(),
};

export const hasilInstansiSchema = z.object(hasilBentuk).openapi('HasilInstansi');
export const hasilSchema = z.object({ instansi: instansiRingkasSchema, ...hasilBentuk }).openapi('Hasil');
export const hasilKueri = z.strictObject({
	tahun: tahunKueri.optional().openapi({ description: 'Tahun evaluasi.' }),
	...tempatKueri,
	instansi: slugTeks.optional().openapi({ description: 'Slug instansi.', example: 'kota-balikpapan' }),
	...halamanKueri,
});
export const daftarHasilSchema = z.object(daftarSchema(hasilSchema)).openapi('DaftarHasil');

export type HasilJson = z.infer<typeof hasilSchema>;
export type HasilInstansiJson = z.infer<typeof hasilInstansiSchema>;
