import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { type Basi, listBasi } from './basi.rules.ts';
import type { BuktiTersimpan } from './bukti.store.ts';
import { ramalkan, type Sekitar } from './peringatan.rules.ts';

const aturanSchema = z.strictObject({
	keterangan: z.string(),
	aturan: z.array(
		z.strictObject({
			id: z.string(),
			jenis: z.enum([
				'lewat_berlaku',
				'lebih_tua',
				'kata',
				'tingkat_bawah_kosong',
				'pindaian_tanpa_teks',
				'tanpa_penunjuk',
				'gambar_tanpa_asal',
				'berkas_sama_tanggal_beda',
				'cakupan_tanpa_penyebut',
			]),
			bulan: z.int().min(1).optional(),
			tingkatMin: z.int().min(0).optional(),
			kata: z.array(z.string().min(1).toLowerCase()).optional(),
			teks: z.strictObject({ id: z.string().min(1), en: z.string().min(1) }),
		}),
	),
});
type Aturan = z.infer<typeof aturanSchema>['aturan'];
const terbaca = new Map<string, Aturan>();

/** The rule set of the installation, data/aturan-bukti.json; read once. */
export function listAturanBukti(ctx: Pick<Ctx, 'dir'>): Aturan {
	const path = join(ctx.dir.project, 'data', 'aturan-bukti.json');
	const ada = terbaca.get(path);
	if (ada) return ada;
	const { aturan } = aturanSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	terbaca.set(path, aturan);
	return aturan;
}

export interface ButirBukti extends BuktiTersimpan {
	/** What assessors usually return; empty once the item is judged. */
	peringatan: { id: string; teks: { id: string; en: string } }[];
	/** What is stale about it, where it was brought along from an earlier year. */
	basi: Basi[];
}

/** Items with the warnings of the rule set; judged ones have theirs from the assessor. */
export function tambahPeringatan(
	ctx: Pick<Ctx, 'dir'>,
	bukti: readonly BuktiTersimpan[],
	sekitar: Omit<Sekitar, 'semua'> & { instrumen: string },
): ButirBukti[] {
	const aturan = listAturanBukti(ctx);
	return bukti.map((b) => ({
		...b,
		peringatan: ['draf', 'diajukan'].includes(b.status)
			? ramalkan(aturan, b, { ...sekitar, semua: bukti })
			: [],
		basi: listBasi(b, sekitar.kini, sekitar.instrumen),
	}));
}
