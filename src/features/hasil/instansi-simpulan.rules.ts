import { type Pecahan, parseDesimal, pecahan } from '#scoring/pecahan.ts';
import type { BarisRiwayat } from './baca-instansi.store.ts';
import type { SalahSatu } from './hasil.schema.ts';
import type { susunRiwayat } from './hasil-banding.rules.ts';
import type { SimpulanTersimpan } from './hasil-simpulan.rules.ts';
import type { Koreksi, Pasangan } from './instansi-hasil.schema.ts';
import type { Kisaran } from './instansi-simpul.rules.ts';

/** What follows from the published figures, by node; empty where nothing could be derived. */
export function bacaSimpulan(isi: unknown): {
	kisaran: Map<string, Kisaran>;
	pasangan: Pasangan | null;
} {
	const { simpul = {}, pasangan = null } = (isi ?? {}) as Partial<SimpulanTersimpan>;
	const kisaran = Object.entries(simpul).map(
		([id, { min, maks, daftar }]) =>
			[id, { min: bacaPecahan(min), maks: bacaPecahan(maks), daftar: daftar ?? null }] as const,
	);
	return { kisaran: new Map(kisaran), pasangan };
}

/** Reads "1.5" or "17/11" as it was stored. @throws RangeError for anything else */
function bacaPecahan(teks: string): Pecahan {
	const [p = '', q] = teks.split('/');
	const nilai = q === undefined ? parseDesimal(p) : pecahan(BigInt(p), BigInt(q));
	if (!nilai) throw new RangeError(`bukan nilai tersimpan: ${teks}`);
	return nilai;
}

/** Indicators of which one has a published value, where the source does not say which. */
export function bacaSalahSatu(isi: unknown): SalahSatu[] {
	return ((isi ?? []) as SalahSatu[]).map(({ indikator, nilai, keterangan }) => ({
		indikator,
		nilai,
		keterangan,
	}));
}

/** A correction as the page shows it: the figures that stood before. */
export function bacaKoreksi(baris: BarisRiwayat): Koreksi {
	const { indeks, predikat, nilai } = baris.isi as Partial<ReturnType<typeof susunRiwayat>>;
	return {
		tahun: baris.tahun,
		sumber: baris.sumber,
		diganti: baris.diganti.toISOString(),
		indeks: indeks ?? null,
		predikat: predikat ?? null,
		nilai: Object.entries(nilai ?? {}).map(([simpul, n]) => ({ simpul, nilai: n })),
	};
}
