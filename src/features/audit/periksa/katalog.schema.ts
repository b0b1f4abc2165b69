import { z } from 'zod';
import type { Ambang } from './hasil.rules.ts';

const dwibahasa = z.strictObject({ id: z.string().min(1), en: z.string().min(1) });
const ambang = z.strictObject({ nilai: z.int().min(0), sumber: z.string().min(1) });
export const tingkatKeparahan = ['info', 'rendah', 'sedang', 'tinggi', 'sangat tinggi'] as const;

const pemeriksaanSchema = z.strictObject({
	id: z.string().regex(/^[A-Z]{3}-\d{2}$/),
	nama: dwibahasa,
	/** "tambahan" runs only where the permit names it. */
	cara: z.enum(['dasar', 'tambahan']),
	keparahan: z.enum(tingkatKeparahan),
	kendali: z.array(z.string().regex(/^P\d{2}\./)).min(1),
	acuan: z.string(),
	terpenuhi: z.string(),
	perbaikan: z.strictObject({
		umum: dwibahasa,
		nginx: z.string().optional(),
		apache: z.string().optional(),
		iis: z.string().optional(),
		caddy: z.string().optional(),
	}),
});

/** data/pemeriksaan.json: what is checked, against what, and how it is mended. */
export const katalogSchema = z.strictObject({
	format: z.literal('matang-pemeriksaan/1'),
	keterangan: z.string(),
	sumber: z.array(z.string()).min(1),
	ketidakpastian: z.array(z.string()),
	ambang: z.strictObject({
		sertifikatWaspadaHari: ambang,
		sertifikatKritisHari: ambang,
		hstsDetik: ambang,
		hstsLemahDetik: ambang,
		sesiJam: ambang,
		jamServerDetik: ambang,
	} satisfies Record<Exclude<keyof Ambang, 'kataSusupan'>, typeof ambang>),
	kataSusupan: z.strictObject({ nilai: z.array(z.string().min(3)), sumber: z.string() }),
	observatory: z.strictObject({ sumber: z.string(), dasar: z.int(), minimumTambahan: z.int() }),
	pemeriksaan: z.array(pemeriksaanSchema).min(1),
	permintaanBukti: z.array(
		z.strictObject({
			id: z.string(),
			nama: z.string(),
			cara: z.string(),
			kendali: z.array(z.string()),
			terpenuhi: z.string(),
		}),
	),
});
export type KatalogBerkas = z.infer<typeof katalogSchema>;
export type Pemeriksaan = z.infer<typeof pemeriksaanSchema>;

/** data/kendali-bssn-4-2021.json: the controls, paraphrased. */
export const kendaliSchema = z.object({
	format: z.literal('matang-kendali/1'),
	area: z.record(z.string(), z.string()),
	kendali: z.array(
		z.strictObject({
			id: z.string(),
			area: z.string(),
			pasal: z.int(),
			ayat: z.union([z.string(), z.int()]).nullable(),
			huruf: z.string().nullable(),
			fungsi: z.string(),
			ringkas: z.string(),
			topik: z.array(z.string()),
			cek_otomatis: z.enum(['penuh', 'sebagian', 'tidak']),
		}),
	),
});
export type Kendali = z.infer<typeof kendaliSchema>['kendali'][number];
