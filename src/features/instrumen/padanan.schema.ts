import { z } from 'zod';
import { daftarTeks, opsional, tahun, teks } from './isian.schema.ts';

export const FORMAT_PADANAN = 'matang-padanan/1';

const rujukanSchema = z.strictObject({ instrumen: teks, indikator: teks });

const pasanganSchema = z.strictObject({
	dari: rujukanSchema,
	ke: rujukanSchema,
	/** From the ministry's slides, concluded from the same subject, or our own proposal. */
	kepastian: z.enum(['paparan_kementerian', 'disimpulkan', 'usulan']),
	sumber: teks,
	/** What the old indicator's evidence is worth for the new one. */
	pemakaianBukti: opsional(z.enum(['pakai_ulang', 'perbarui'])),
});

/** An indicator without counterpart in the instrument `di`. */
const tanpaSchema = z.strictObject({ instrumen: teks, indikator: teks, di: teks, alasan: teks });

const ujungSchema = z.strictObject({ instrumen: teks, tahun });
/** Between the last year of one instrument and the first of the next: values must not be compared across it. */
const jedaSchema = z.strictObject({ dari: ujungSchema, ke: ujungSchema, alasan: teks });

export const padananSchema = z.strictObject({
	format: z.literal(FORMAT_PADANAN),
	/** Instrument ids, oldest first. */
	urutan: daftarTeks,
	jeda: z.array(jedaSchema),
	catatan: daftarTeks,
	pasangan: z.array(pasanganSchema),
	tanpaPenerus: z.array(tanpaSchema),
	tanpaPendahulu: z.array(tanpaSchema),
});

export type Padanan = z.infer<typeof padananSchema>;
export type RujukanIndikator = z.infer<typeof rujukanSchema>;
export type PasanganPadanan = z.infer<typeof pasanganSchema>;
export type TanpaPadanan = z.infer<typeof tanpaSchema>;
export type Jeda = z.infer<typeof jedaSchema>;
