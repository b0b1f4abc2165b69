import { z } from 'zod';

const teks = z.string().min(1);
const tahun = z.int().min(2000).max(2100);
const angka = z.string().regex(/^[0-5]\.\d{2}$/, 'harus teks angka dua desimal bertitik, misalnya "2.60"');

/** `data/tahun.json`: the setting of each evaluation year. */
export const tahunBerkasSchema = z.strictObject({
	format: z.literal('matang-tahun/1'),
	tahun: z.array(
		z.strictObject({
			tahun,
			instrumen: teks,
			lengkap: z.boolean(),
			aturanPredikat: z.enum(['persis', 'terbulatkan']),
			sumber: teks,
			catatan: teks.optional(),
		}),
	),
});

/** `data/target.json`: national targets, and those of single institutions. */
export const targetBerkasSchema = z.strictObject({
	format: z.literal('matang-target/1'),
	target: z.array(
		z.strictObject({
			instansi: teks.optional(),
			tahun,
			nilai: angka,
			sumber: teks,
			tanggal: z.iso.date().optional(),
			catatan: teks.optional(),
		}),
	),
});

/** `data/klaim.json`: what a source claims and Matang cannot compute. */
export const klaimBerkasSchema = z.strictObject({
	format: z.literal('matang-klaim/1'),
	klaim: z.array(z.strictObject({ instansi: teks, tahun, id: teks, en: teks, sumber: teks })),
});

/** `data/rincian.json`: published aspects and indicators that the columns of `hasil.csv` do not hold. */
export const rincianBerkasSchema = z.strictObject({
	format: z.literal('matang-rincian/1'),
	rincian: z.array(
		z.strictObject({
			instansi: teks,
			tahun,
			sumber: teks,
			catatan: teks.optional(),
			nilai: z.record(z.string().regex(/^[DA]\d{1,2}$|^I\d{2}$/), angka),
			/** The levels of all indicators in the instrument's order. */
			tingkat: z.array(z.int().min(0).max(5)).optional(),
			salahSatu: z
				.array(z.strictObject({ indikator: z.array(teks).min(2), nilai: angka, keterangan: teks.optional() }))
				.optional(),
		}),
	),
});
export type RincianBerkas = z.infer<typeof rincianBerkasSchema>['rincian'][number];

/** "2.60" → 260. */
export function keSeratus(teksAngka: string): number {
	return Number(teksAngka.replace('.', ''));
}
