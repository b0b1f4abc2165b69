import { z } from 'zod';

/** Roles as the regulation and the field name them; the last two have no institution. */
export const daftarPeran = [
	'koordinator',
	'penanggung_jawab',
	'entri_data',
	'asesor_internal',
	'operator',
	'asesor_eksternal',
	'admin_instansi',
	'pimpinan',
	'auditor',
	'admin_nasional',
	'tim_reviu',
] as const;
export const peranSchema = z.enum(daftarPeran);
export type NamaPeran = z.infer<typeof peranSchema>;

export const peranNasional: readonly NamaPeran[] = ['admin_nasional', 'tim_reviu'];

const teks = (maks: number) =>
	z
		.string()
		.trim()
		.min(1)
		.max(maks)
		.regex(/^[^\p{Cc}]*$/u);
export const namaSchema = teks(200);
export const surelSchema = z.email().max(254).toLowerCase();
/** As people type it; stored as digits with a leading plus where there is one. */
export const teleponSchema = z
	.string()
	.trim()
	.transform((t) => t.replace(/[\s().-]/g, ''))
	.pipe(z.string().regex(/^\+?\d{8,15}$/));
export const nipSchema = z
	.string()
	.transform((t) => t.replace(/\s/g, ''))
	.pipe(z.string().regex(/^\d{18}$/));
