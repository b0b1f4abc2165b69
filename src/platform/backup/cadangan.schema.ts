import { z } from 'zod';

const sidik = z.string().regex(/^[0-9a-f]{64}$/);

/** cadangan.json: what a backup holds. Written last, so that a backup with it is whole. */
export const cadanganSchema = z.strictObject({
	format: z.literal('matang-cadangan/1'),
	/** ISO. */
	dibuat: z.string(),
	matang: z.string(),
	basisData: z.strictObject({ jenis: z.enum(['pglite', 'postgres']), versi: z.string() }),
	skema: z.array(z.strictObject({ nomor: z.int(), sha256: sidik })),
	tabel: z.array(
		z.strictObject({
			nama: z.string().regex(/^[a-z_][a-z0-9_]*$/),
			kolom: z.array(z.strictObject({ nama: z.string(), tipe: z.string() })),
			baris: z.int().min(0),
			sha256: sidik,
			urutan: z.array(
				z.strictObject({ kolom: z.string(), nilai: z.string().regex(/^-?\d+$/), terpakai: z.boolean() }),
			),
		}),
	),
	berkas: z.strictObject({
		/** False: only listed in berkas.txt, to be copied by other means. */
		ikut: z.boolean(),
		banyak: z.int().min(0),
		byte: z.int().min(0),
		/** Hashes that rows name and the store lacks, and files whose content is not what their name says. */
		hilang: z.array(z.string()),
		rusak: z.array(z.string()),
	}),
	/** Further files of the data directory: own instruments, keys. */
	lampiran: z.array(z.strictObject({ nama: z.string(), ukuran: z.int().min(0), sha256: sidik })),
});
export type Cadangan = z.infer<typeof cadanganSchema>;
