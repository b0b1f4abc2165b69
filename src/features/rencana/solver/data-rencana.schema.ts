import { z } from 'zod';

const teks = z.string().min(1);
const dwibahasa = z.strictObject({ id: teks, en: teks });
const bulat = z.int().min(0).max(100_000);
/** Every file of assumptions says so, and from where. */
const pokok = { anggapan: z.literal(true), keterangan: teks, sumber: teks };

/** `data/usaha.json`: effort points, person-days and months per step, by kind of indicator. */
export const usahaBerkasSchema = z.strictObject({
	format: z.literal('matang-usaha/1'),
	...pokok,
	jenis: z.record(
		teks,
		z.strictObject({
			nama: teks,
			/** Entry n leads to level n + 1. */
			langkah: z.array(z.strictObject({ poin: bulat, hari: bulat, bulan: bulat })).length(5),
		}),
	),
	/** Kind of each aspect, and of single indicators that differ from it. */
	instrumen: z.record(teks, z.strictObject({ aspek: z.record(teks, teks), indikator: z.record(teks, teks) })),
});
export type UsahaBerkas = z.infer<typeof usahaBerkasSchema>;

/** `data/peluang.json`: prior counts of a step granted and refused. */
export const peluangBerkasSchema = z.strictObject({
	format: z.literal('matang-peluang/1'),
	...pokok,
	jenis: z.record(
		teks,
		z.array(z.strictObject({ diberi: z.int().min(0), ditolak: z.int().min(0) })).length(5),
	),
});
export type PeluangBerkas = z.infer<typeof peluangBerkasSchema>;

/** `data/prasyarat.json`: which level of one indicator rests on which level of another. */
export const prasyaratBerkasSchema = z.strictObject({
	format: z.literal('matang-prasyarat/1'),
	anggapan: z.literal(true),
	keterangan: teks,
	instrumen: z.record(
		teks,
		z.strictObject({
			aturan: z.array(
				z.strictObject({
					id: teks,
					indikator: z.array(teks).min(1),
					tingkat: z.int().min(0).max(5),
					syarat: z.array(teks).min(1),
					tingkatSyarat: z.int().min(0).max(5),
					sifat: z.enum(['lunak', 'keras']),
					alasan: dwibahasa,
					sumber: teks,
				}),
			),
		}),
	),
});
export type PrasyaratBerkas = z.infer<typeof prasyaratBerkasSchema>;
