import { type KolomResmi, kolomResmi } from './hasil.schema.ts';
import type { Lembar } from './import-lembar.ts';
import { kutip, type Masalah } from './import-masalah.ts';

/** Columns that our own export adds: known, and not read back. */
export const kolomEkspor = ['slug', 'kode_wilayah', 'instrumen', 'status', 'alasan'] as const;

const dikenal = new Set<string>([...kolomResmi, ...kolomEkspor, '']);

/** Where the columns of a file stand. */
export interface PetaKolom {
	resmi: Readonly<Record<KolomResmi, number>>;
	/** Optional columns named by a node id: A1, I07 … */
	simpul: readonly { kolom: string; id: string; letak: number }[];
	lebar: number;
}

export type BacaKolom =
	| { ok: true; peta: PetaKolom; peringatan: Masalah[] }
	| { ok: false; masalah: Masalah[] };

/** Finds the official headers, in any order and case. A missing one is named; an unknown one is only told. */
export function petakanKolom({ kepala, nomorKepala }: Lembar): BacaKolom {
	const nama = kepala.map((k) => k.toLowerCase());
	const lapor = (kolom: string, kode: Masalah['kode'], pesan: string): Masalah => ({
		baris: nomorKepala,
		kolom,
		kode,
		pesan,
	});
	const hilang = kolomResmi.filter((k) => !nama.includes(k));
	const masalah = hilang.map((k) =>
		lapor(
			k,
			'kolom_tidak_ada',
			`Kolom "${k}" tidak ada; kepala tabel harus memuat ${kolomResmi.join(', ')}. Yang ditemukan: ${kutip(kepala.join(', '))}.`,
		),
	);
	nama.forEach((k, i) => {
		if (k !== '' && nama.indexOf(k) < i)
			masalah.push(lapor(k, 'kolom_ganda', `Kolom ${kutip(k)} tertulis dua kali; hapus salah satunya.`));
	});
	if (masalah.length > 0) return { ok: false, masalah };
	return {
		ok: true,
		peta: {
			resmi: Object.fromEntries(kolomResmi.map((k) => [k, nama.indexOf(k)])) as Record<KolomResmi, number>,
			simpul: nama.flatMap((k, letak) => (isSimpul(k) ? [{ kolom: k, id: k.toUpperCase(), letak }] : [])),
			lebar: kepala.length,
		},
		peringatan: nama
			.filter((k) => !isSimpul(k) && !dikenal.has(k))
			.map((k) => lapor(k, 'kolom_tidak_dikenal', `Kolom ${kutip(k)} tidak dikenal; isinya tidak dimuat.`)),
	};
}

function isSimpul(kolom: string): boolean {
	return /^(a\d{1,2}|i\d{2})$/.test(kolom);
}
