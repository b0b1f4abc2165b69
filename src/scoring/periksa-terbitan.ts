import type { Instrumen } from './instrumen.ts';
import type { OpsiPredikat } from './predikat.ts';
import { adaSusunan } from './simpulkan.ts';
import type { AlasanGagal, NilaiTerbit, Terbit } from './terbit.ts';

export type AlasanRagu =
	/** A complete list leaves a domain blank. */
	| 'domain_kosong'
	/** A domain below the scale: an unanswered indicator was counted as 0. */
	| 'domain_di_bawah_skala'
	| 'nilai_di_luar_skala'
	/** Some levels give the figures, but not with this predicate under the year's rule. */
	| 'predikat_tidak_sesuai'
	| AlasanGagal;

export type HasilPeriksa =
	| { status: 'cocok' }
	/** `simpul`: the node that the doubt is about, where there is one. */
	| { status: 'meragukan'; alasan: AlasanRagu; simpul?: string };

export interface OpsiPeriksa extends OpsiPredikat {
	/** The row stands in a complete official list, which states every domain. */
	lengkap?: boolean | undefined;
}

/** Whether a published row can be true: some assignment of levels gives all its figures at once. */
export function periksaTerbitan(instrumen: Instrumen, terbit: Terbit, opsi: OpsiPeriksa = {}): HasilPeriksa {
	const kosong = opsi.lengkap && instrumen.domain.find((d) => (terbit.domain?.[d.id] ?? null) === null);
	if (kosong) return { status: 'meragukan', alasan: 'domain_kosong', simpul: kosong.id };
	const { skala } = instrumen;
	const rendah = cari(terbit.domain, (nilai) => nilai < skala.min);
	if (rendah) return { status: 'meragukan', alasan: 'domain_di_bawah_skala', simpul: rendah };
	const { indeks, domain, aspek, indikator } = terbit;
	const luar = cari({ indeks, ...domain, ...aspek, ...indikator }, (n) => n < skala.min || n > skala.maks);
	if (luar) return { status: 'meragukan', alasan: 'nilai_di_luar_skala', simpul: luar };
	const hasil = adaSusunan(instrumen, terbit, opsi);
	if (hasil.ok) return { status: 'cocok' };
	const { alasan, simpul } = hasil;
	if (alasan === 'tidak_ada_susunan' && adaSusunan(instrumen, { ...terbit, predikat: null }, opsi).ok)
		return { status: 'meragukan', alasan: 'predikat_tidak_sesuai', simpul: 'indeks' };
	return { status: 'meragukan', alasan, ...(simpul !== undefined && { simpul }) };
}

const cari = (nilai: NilaiTerbit | undefined, salah: (nilai: number) => boolean): string | undefined =>
	Object.entries(nilai ?? {}).find(([, n]) => typeof n === 'number' && salah(n))?.[0];
