import { z } from 'zod';

const id = z.string().regex(/^ACC-\d{2}$/);
const ambang = z.strictObject({
	nama: z.string().min(1),
	nilai: z.int().nullable(),
	sumber: z.string().min(1),
	kepastian: z.enum(['tetap', 'usulan']),
});
const daftarBersumber = z.strictObject({ sumber: z.string().min(1), daftar: z.array(z.string().min(1)) });

/** data/akses.json: the rules, thresholds with their source, and the lists that the rules read. */
export const aturanAksesSchema = z.strictObject({
	judul: z.string(),
	keterangan: z.string(),
	sumber: z.array(z.string()),
	aturan: z.array(
		z.strictObject({
			id,
			nama: z.string().min(1),
			kondisi: z.string().min(1),
			keparahan: z.enum(['sangat tinggi', 'tinggi', 'sedang', 'rendah']),
			jangkar: z.string().min(1),
			saran: z.string().min(1),
			ambang: z.array(ambang),
		}),
	),
	pasangan: z.strictObject({
		kepastian: z.string(),
		daftar: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
	}),
	elemenInventaris: z.strictObject({
		sumber: z.string().min(1),
		daftar: z.array(z.enum(['nama', 'akun', 'mulai', 'akhir', 'unit'])),
	}),
	namaGenerik: daftarBersumber,
	peranIstimewa: daftarBersumber,
	singkatanUnit: z.strictObject({
		sumber: z.string().min(1),
		daftar: z.array(z.tuple([z.string().min(1), z.string().min(1)])),
	}),
	negara: daftarBersumber,
	retensi: z.strictObject({ hari: z.int().min(1), sumber: z.string().min(1) }),
	metrik: z.array(z.strictObject({ nama: z.string(), rumus: z.string(), jangkar: z.string() })),
});
export type AturanAkses = z.infer<typeof aturanAksesSchema>;

const peta = z.record(z.string().max(60), z.string().max(300));

/** The file of `--peta`: columns by field, and what this installation settles otherwise. Everything may be left out. */
export const petaBerkasSchema = z.strictObject({
	sistem: z.string().trim().min(1).max(200).optional(),
	akun: peta.optional(),
	pegawai: peta.optional(),
	/** How dates with strokes are written in both files. */
	tanggal: z.enum(['dd/mm/yyyy', 'mm/dd/yyyy']).optional(),
	/** Whether the system is open to the internet. */
	publik: z.boolean().optional(),
	/** Thresholds by rule: {"ACC-01": {"hari": 90}}; null leaves that part untested. */
	ambang: z.record(id, z.record(z.string().max(40), z.int().min(0).max(100_000).nullable())).optional(),
	/** Pairs of roles that one person must not hold, in place of the shipped examples. */
	pasangan: z
		.array(z.tuple([z.string().trim().min(1).max(200), z.string().trim().min(1).max(200)]))
		.max(200)
		.optional(),
	/** Names of one and the same unit. */
	unitSama: z
		.array(z.array(z.string().trim().min(1).max(200)).min(2).max(20))
		.max(500)
		.optional(),
});
export type PetaBerkas = z.infer<typeof petaBerkasSchema>;
