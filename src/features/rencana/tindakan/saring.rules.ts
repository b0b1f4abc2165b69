import type { BarisTindakan } from './list-tindakan.ts';
import { daftarKeadaan, type KeadaanTindakan } from './tindakan.rules.ts';

export const daftarTampilan = ['daftar', 'papan', 'gantt'] as const;

/** What the address of the list asks for. */
export interface SaringTindakan {
	tampilan: (typeof daftarTampilan)[number];
	tahun: number | null;
	unit: number | null;
	keadaan: KeadaanTindakan | 'terlambat' | null;
	indikator: string | null;
}

/** Reads the filters of an address; what is none is left out. */
export function bacaSaring(params: URLSearchParams): SaringTindakan {
	const angka = (nama: string) => {
		const isi = params.get(nama) ?? '';
		return /^[1-9]\d{0,8}$/.test(isi) ? Number(isi) : null;
	};
	const keadaan = params.get('keadaan');
	return {
		tampilan: daftarTampilan.find((t) => t === params.get('tampilan')) ?? 'daftar',
		tahun: angka('tahun'),
		unit: angka('unit'),
		keadaan: [...daftarKeadaan, 'terlambat' as const].find((k) => k === keadaan) ?? null,
		indikator: /^[A-Za-z0-9]{1,20}$/.exec(params.get('indikator') ?? '')?.[0] ?? null,
	};
}

/** The filters as part of an address, with or without another view; empty for none. */
export function tulisSaring(s: SaringTindakan, tampilan = s.tampilan): string {
	const params = new URLSearchParams();
	if (tampilan !== 'daftar') params.set('tampilan', tampilan);
	for (const nama of ['tahun', 'unit', 'keadaan', 'indikator'] as const)
		if (s[nama] !== null) params.set(nama, String(s[nama]));
	return params.toString();
}

export const saringTindakan = <
	T extends Pick<BarisTindakan, 'tahun' | 'unitId' | 'keadaan' | 'desakan' | 'indikator'>,
>(
	daftar: readonly T[],
	s: SaringTindakan,
): T[] =>
	daftar.filter(
		(t) =>
			(s.tahun === null || t.tahun === s.tahun) &&
			(s.unit === null || t.unitId === s.unit) &&
			(s.indikator === null || t.indikator === s.indikator) &&
			(s.keadaan === null ||
				(s.keadaan === 'terlambat' ? t.desakan === 'terlambat' : t.keadaan === s.keadaan)),
	);
