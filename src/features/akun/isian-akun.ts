import { z } from 'zod';
import { namaSchema, peranSchema, surelSchema, teleponSchema } from './akun.schema.ts';

const teks = (form: FormData, nama: string) => {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replaceAll('\0', '') : '';
};

/** A password as it came: never trimmed, and never more than is worth hashing. */
export const bacaSandi = (form: FormData, nama = 'sandi') => teks(form, nama).slice(0, 1000);
export const bacaTeks = (form: FormData, nama: string) => teks(form, nama).trim().slice(0, 500);
/** The answer of an authenticator: longer than a person types. */
export const bacaPanjang = (form: FormData, nama: string) => teks(form, nama).slice(0, 40_000);

const undangan = z.object({
	nama: namaSchema,
	surel: surelSchema,
	telepon: z.union([z.literal('').transform(() => undefined), teleponSchema]),
	peran: peranSchema,
	unitId: z.union([
		z.literal('').transform(() => undefined),
		z.coerce.number().int().positive().max(999_999_999),
	]),
});

export type IsianUndangan = z.infer<typeof undangan>;
export type GalatIsian = Partial<
	Record<
		keyof IsianUndangan,
		'nama_salah' | 'surel_salah' | 'telepon_salah' | 'peran_salah' | 'unit_tidak_ada'
	>
>;

const galatMedan = {
	nama: 'nama_salah',
	surel: 'surel_salah',
	telepon: 'telepon_salah',
	peran: 'peran_salah',
	unitId: 'unit_tidak_ada',
} as const;

/** The invitation form, or which field is wrong. */
export function bacaUndangan(
	form: FormData,
): { ok: true; value: IsianUndangan } | { ok: false; galat: GalatIsian } {
	const hasil = undangan.safeParse(
		Object.fromEntries(
			(['nama', 'surel', 'telepon', 'peran', 'unitId'] as const).map((k) => [k, teks(form, k).trim()]),
		),
	);
	if (hasil.success) return { ok: true, value: hasil.data };
	const medan = new Set(hasil.error.issues.map((i) => String(i.path[0])));
	return {
		ok: false,
		galat: Object.fromEntries(Object.entries(galatMedan).filter(([k]) => medan.has(k))),
	};
}

/** Name and address of the first administrator, or which is wrong. */
export function bacaPemilik(form: FormData): {
	nama?: string;
	surel?: string;
	galat: ('nama_salah' | 'surel_salah')[];
} {
	const nama = namaSchema.safeParse(teks(form, 'nama'));
	const surel = surelSchema.safeParse(teks(form, 'surel').trim());
	return {
		...(nama.success && { nama: nama.data }),
		...(surel.success && { surel: surel.data }),
		galat: [
			...(nama.success ? [] : (['nama_salah'] as const)),
			...(surel.success ? [] : (['surel_salah'] as const)),
		],
	};
}
