import { z } from 'zod';
import type { BarisTerapan } from './pindah-lembar-kerja.ts';

/** A year of an address; 0, which no result has, for anything that is none. */
export const bacaTahunLaporan = (teks: string): number => (/^\d{4}$/.test(teks) ? Number(teks) : 0);

export const formatTerbit = ['pdf', 'xlsx'] as const;

/** Which document of a round, in which form; null for what there is not. */
const dokumenSchema = z.discriminatedUnion('dokumen', [
	z.object({ dokumen: z.literal('evaluasi'), format: z.enum(['pdf', 'docx', 'xlsx']), arsip: z.boolean() }),
	z.object({
		dokumen: z.literal('kertas-kerja'),
		format: z.enum(['pdf', 'docx', 'xlsx']),
		indikator: z.string().max(20).optional(),
	}),
	z.object({
		dokumen: z.enum(['mandiri', 'interviu', 'visitasi']),
		format: z.enum(['pdf', 'docx']),
	}),
	z.object({ dokumen: z.literal('lembar-kerja'), format: z.literal('xlsx') }),
]);
export type DokumenDiminta = z.infer<typeof dokumenSchema>;

export function bacaDokumen(kueri: URLSearchParams): DokumenDiminta | null {
	const hasil = dokumenSchema.safeParse({
		...{ dokumen: kueri.get('dokumen'), format: kueri.get('format') ?? 'pdf', arsip: kueri.has('arsip') },
		indikator: kueri.get('indikator') ?? undefined,
	});
	return hasil.success ? hasil.data : null;
}

const teks = z.string().max(100_000);
const barisSchema = z
	.array(
		z.strictObject({
			indikator: z.string().regex(/^[A-Z]\d{1,3}[a-z]?$/),
			dasar: z.string().regex(/^\d{1,18}$/),
			nilai: z.string().max(40),
			fakta: teks,
			analisis: teks,
			justifikasi: teks,
		}),
	)
	.max(500);

/** Characters of the changed rows together: they travel once more with the confirmation. */
export const HURUF_TERAPAN = 400_000;

/** The confirmation of a working paper: rows as shown, of which those in conflict only where they were ticked. */
export function bacaTerapan(form: FormData): BarisTerapan[] | null {
	const pakai = new Set(form.getAll('pakai').map(String));
	const masuk = bacaBaris(form.get('masuk'));
	const bentrok = bacaBaris(form.get('bentrok'));
	return masuk && bentrok ? [...masuk, ...bentrok.filter((b) => pakai.has(b.indikator))] : null;
}

function bacaBaris(isi: FormDataEntryValue | null): BarisTerapan[] | null {
	if (typeof isi !== 'string') return null;
	try {
		const hasil = barisSchema.safeParse(JSON.parse(isi.replaceAll('\\u0000', '')));
		return hasil.success ? hasil.data : null;
	} catch {
		return null;
	}
}
