import type { AturanAkses } from '../akses.schema.ts';

/** Thresholds by rule and name; null where the institution leaves that part out. */
export type Ambang = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** What the rules go by: the shipped lists with what the institution settled otherwise. */
export interface SetelanAturan {
	ambang: Ambang;
	keparahan: Readonly<Record<string, Keparahan>>;
	pasangan: readonly (readonly [string, string])[];
	elemen: readonly ('nama' | 'akun' | 'mulai' | 'akhir' | 'unit')[];
	namaGenerik: readonly string[];
	peranIstimewa: readonly string[];
	unitSama: readonly (readonly string[])[];
	negara: readonly string[];
}

/** `perlu dicek` is for what could not be read surely; it is no finding. */
export type Keparahan = 'sangat tinggi' | 'tinggi' | 'sedang' | 'rendah' | 'perlu dicek';
export const urutanKeparahan: readonly Keparahan[] = [
	'sangat tinggi',
	'tinggi',
	'sedang',
	'rendah',
	'perlu dicek',
];

export interface SetelanSendiri {
	ambang?: Ambang | undefined;
	pasangan?: readonly (readonly [string, string])[] | undefined;
	unitSama?: readonly (readonly string[])[] | undefined;
}

export function susunSetelan(aturan: AturanAkses, sendiri: SetelanSendiri = {}): SetelanAturan {
	return {
		ambang: Object.fromEntries(
			aturan.aturan.map((a) => [
				a.id,
				{ ...Object.fromEntries(a.ambang.map((b) => [b.nama, b.nilai])), ...sendiri.ambang?.[a.id] },
			]),
		),
		keparahan: Object.fromEntries(aturan.aturan.map((a) => [a.id, a.keparahan])),
		pasangan: sendiri.pasangan ?? aturan.pasangan.daftar,
		elemen: aturan.elemenInventaris.daftar,
		namaGenerik: aturan.namaGenerik.daftar,
		peranIstimewa: aturan.peranIstimewa.daftar,
		unitSama: [...aturan.singkatanUnit.daftar, ...(sendiri.unitSama ?? [])],
		negara: aturan.negara.daftar,
	};
}

/** Thresholds and rules of a mapping that no rule knows. */
export function ambangAsing(aturan: AturanAkses, ambang: Ambang = {}): string[] {
	const dikenal = new Map(aturan.aturan.map((a) => [a.id, new Set(a.ambang.map((b) => b.nama))]));
	return Object.entries(ambang).flatMap(([id, isi]) =>
		Object.keys(isi)
			.filter((nama) => !dikenal.get(id)?.has(nama))
			.map((nama) => `${id}.${nama}`),
	);
}
