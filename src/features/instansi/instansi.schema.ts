import { z } from 'zod';

/** Kinds as the published results name them. The last three have an area code. */
export const daftarJenis = [
	'kementerian',
	'lpnk',
	'lns',
	'instansi-lain',
	'provinsi',
	'kabupaten',
	'kota',
] as const;
export const jenisInstansiSchema = z.enum(daftarJenis);
export type JenisInstansi = z.infer<typeof jenisInstansiSchema>;

export const daftarPulau = [
	'Sumatera',
	'Jawa',
	'Bali dan Nusa Tenggara',
	'Kalimantan',
	'Sulawesi',
	'Maluku',
	'Papua',
] as const;
export const pulauSchema = z.enum(daftarPulau);
export type Pulau = z.infer<typeof pulauSchema>;

/** A row of `data/provinsi.csv`; `namaWilayah` is the area data's own spelling where it differs. */
export const provinsiSchema = z.strictObject({
	kode: z.string().regex(/^\d\d$/),
	nama: z.string().min(1),
	pulau: pulauSchema,
	namaWilayah: z.string().nullable(),
});
export type Provinsi = z.infer<typeof provinsiSchema>;

/** A row of `data/instansi-alias.csv`. */
export const aliasSchema = z.strictObject({ namaBaku: z.string().min(1), varian: z.string().min(1) });
export type Alias = z.infer<typeof aliasSchema>;

/** An institution as it is stored, without its id. */
export interface Instansi {
	slug: string;
	nama: string;
	jenis: JenisInstansi;
	/** Official area code: "64" or "64.71"; null for institutions of the centre. */
	kodeWilayah: string | null;
	provinsiKode: string | null;
}
