import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';

const nama = z.string().regex(/^[a-z_0-9]+$/);
const daftarSchema = z.strictObject({
	keterangan: z.string(),
	tabel: z.array(
		z.strictObject({
			tabel: nama,
			/** Column that says whose row it is; null where none does. */
			orang: nama.nullable(),
			/** Where that column names a row of another table, and the person stands there. */
			lewat: z.strictObject({ tabel: nama, kolom: nama, orang: nama }).optional(),
			tujuan: z.string().min(1),
			dasar: z.string().min(1),
			retensi: z.string().min(1),
			hapus: z.enum(['kosongkan', 'baris', 'tetap']),
			/** Columns that are no personal data but make an export readable. */
			konteks: z.array(nama).optional(),
			kolom: z.array(
				z.strictObject({
					nama,
					isi: z.string().min(1),
					/** Stays when the rest of the row is emptied. */
					tetap: z.literal(true).optional(),
					/** What stands there afterwards; null otherwise. */
					ganti: z.string().optional(),
					/** Never leaves the database. */
					rahasia: z.literal(true).optional(),
				}),
			),
		}),
	),
	bukan: z.record(z.string(), z.string().min(1)),
});
export type DaftarDataPribadi = z.infer<typeof daftarSchema>;
const terbaca = new Map<string, DaftarDataPribadi>();

/** The register of personal data, data/data-pribadi.json; read once. Export and removal walk it. */
export function listDataPribadi(ctx: Pick<Ctx, 'dir'>): DaftarDataPribadi {
	const path = join(ctx.dir.project, 'data', 'data-pribadi.json');
	const daftar = terbaca.get(path) ?? daftarSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	terbaca.set(path, daftar);
	return daftar;
}
