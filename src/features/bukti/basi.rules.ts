import { mundur } from './peringatan.rules.ts';

/** Why something brought along from an earlier year must be looked at again. */
export type Basi = 'kedaluwarsa' | 'lebih_dua_tahun' | 'instrumen_lain' | 'tanpa_tanggal';

/** What is stale about an item that was brought along; empty for what is still good. Dates are ISO. */
export function listBasi(
	b: {
		tingkat: number;
		bawaan: { tahun: number; instrumen: string } | null;
		revisi: readonly { tanggal: string | null; berlakuSampai: string | null; nomor: number }[];
	},
	kini: string,
	instrumen: string,
): Basi[] {
	const r = b.revisi[0];
	if (!b.bawaan || !r || r.nomor > 1) return [];
	const tua = b.tingkat >= 4 && r.tanggal !== null && r.tanggal < mundur(kini, 24);
	return [
		...(r.berlakuSampai !== null && r.berlakuSampai < kini ? (['kedaluwarsa'] as const) : []),
		...(tua ? (['lebih_dua_tahun'] as const) : []),
		...(b.bawaan.instrumen !== instrumen ? (['instrumen_lain'] as const) : []),
		...(b.tingkat >= 4 && r.tanggal === null ? (['tanpa_tanggal'] as const) : []),
	];
}
