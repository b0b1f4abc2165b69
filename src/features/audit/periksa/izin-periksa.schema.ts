import { z } from 'zod';

const teks = (maks: number) => z.string().trim().min(1).max(maks);

/** The permit file of the command line, as the institution writes it. */
export const izinBerkasSchema = z.object({
	nomor: teks(200),
	pemberi: teks(300),
	berlakuDari: teks(40),
	berlakuSampai: teks(40),
	sasaran: z.array(z.string().max(300)).min(1).max(2000),
	tambahan: z.array(z.string().max(40)).max(100).default([]),
});
export type IzinBerkas = z.infer<typeof izinBerkasSchema>;
