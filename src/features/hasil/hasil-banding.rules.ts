import type { HasilTerbit, SalahSatu } from './hasil.schema.ts';

/** A result as it is stored, with its published node values. */
export interface HasilTersimpan extends Omit<HasilTerbit, 'nilai' | 'sumberNilai'> {
	id: number;
	/** The import that wrote it; null for the data shipped with Matang. */
	imporId: number | null;
	status: string;
	nilai: Readonly<Record<string, { nilai: number; sumber: string | null }>>;
}

export type Banding = 'baru' | 'sama' | 'koreksi' | 'dilewati';

/**
 * What a published row does to what is stored. Only what the row states is compared: a node that it leaves out
 * stays. Shipped data (`bawaan`) never overrule a row that an import of this installation wrote.
 */
export function bandingkan(
	terbit: HasilTerbit,
	lama: HasilTersimpan | undefined,
	asal: 'impor' | 'bawaan',
): Banding {
	if (!lama) return 'baru';
	if (isSama(terbit, lama)) return 'sama';
	return asal === 'bawaan' && lama.imporId !== null ? 'dilewati' : 'koreksi';
}

const kolomBanding = ['instrumen', 'indeks', 'predikat', 'predikatTurunan', 'sumber', 'catatan'] as const;

function isSama(terbit: HasilTerbit, lama: HasilTersimpan): boolean {
	return (
		kolomBanding.every((kolom) => terbit[kolom] === lama[kolom]) &&
		Object.entries(terbit.nilai).every(([simpul, nilai]) => lama.nilai[simpul]?.nilai === nilai) &&
		(terbit.salahSatu === undefined || tulis(terbit.salahSatu) === tulis(lama.salahSatu ?? []))
	);
}

/** One spelling, whatever the order of keys in which the database gives it back. */
function tulis(daftar: readonly SalahSatu[]): string {
	return JSON.stringify(daftar.map(({ indikator, nilai, keterangan }) => [indikator, nilai, keterangan]));
}

export interface NilaiBaru {
	simpul: string;
	nilai: number;
	sumber: string | null;
}

/**
 * The node rows to write: what the new row states, and of what it leaves out those that took their source from the
 * old row, which must now name it.
 */
export function susunNilai(terbit: HasilTerbit, lama: HasilTersimpan | undefined): NilaiBaru[] {
	const baru = Object.entries(terbit.nilai).map(([simpul, nilai]) => ({
		simpul,
		nilai,
		sumber: terbit.sumberNilai?.[simpul] ?? null,
	}));
	if (!lama || lama.sumber === terbit.sumber) return baru;
	const tetap = Object.entries(lama.nilai)
		.filter(([simpul, isi]) => terbit.nilai[simpul] === undefined && isi.sumber === null)
		.map(([simpul, isi]) => ({ simpul, nilai: isi.nilai, sumber: lama.sumber }));
	return [...baru, ...tetap];
}

/** What stood before a correction, as the history keeps it. */
export function susunRiwayat(lama: HasilTersimpan) {
	const { indeks, predikat, predikatTurunan, catatan, status, instrumen } = lama;
	const nilai = Object.fromEntries(Object.entries(lama.nilai).map(([simpul, isi]) => [simpul, isi.nilai]));
	return { indeks, predikat, predikatTurunan, catatan, status, instrumen, nilai };
}
