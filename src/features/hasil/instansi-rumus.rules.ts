import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import { pecahan, roundPerseratus, toPersis } from '#scoring/pecahan.ts';
import type { HasilTahun, IdentitasInstansi, SimpulHasil } from './instansi-hasil.schema.ts';

/** The formula of a node with the figures shown; weights in hundredths of a percent, values in hundredths. */
export interface Rumus {
	suku: { id: string; bobot: number; nilai: number }[];
	/** Weight the sum is divided by; null for the index, whose weights make 100 %. */
	bagi: number | null;
	/** Exact result of the figures shown. */
	hasil: string;
	/** Whether that result, rounded, is the figure shown. */
	cocok: boolean;
}

export interface InstansiSimpul {
	instansi: IdentitasInstansi;
	hasil: HasilTahun;
	/** Null for the index itself. */
	simpul: SimpulHasil | null;
	induk: SimpulHasil | null;
	anak: SimpulHasil[];
	rumus: Rumus | null;
	/** What the level of an indicator means. */
	kriteria: { level: string; nama: string; teks: string } | null;
}

/** The node `id` ("indeks" or a node id) among the year's nodes, with its parts; undefined where nothing is known of it. */
export function cariSimpul(
	hasil: HasilTahun,
	id: string,
): Pick<InstansiSimpul, 'simpul' | 'induk' | 'anak' | 'rumus'> | undefined {
	const simpul = hasil.simpul.find((s) => s.id === id) ?? null;
	if (simpul === null && id !== 'indeks') return undefined;
	const anak = hasil.simpul.filter((s) =>
		simpul ? s.induk === simpul.id : s.jenis === (hasil.instrumen.berdomain ? 'domain' : 'aspek'),
	);
	return {
		simpul,
		induk: hasil.simpul.find((s) => s.id === simpul?.induk) ?? null,
		anak,
		rumus: tulisRumus(
			anak,
			simpul?.bobot ?? null,
			simpul ? (simpul.min === simpul.maks ? simpul.min : null) : hasil.indeks,
		),
	};
}

const SERATUS_PERSEN = 10_000;

/** The formula with figures, or null while a part is missing or only a range. Weights may lack a rounding share. */
export function tulisRumus(
	anak: readonly SimpulHasil[],
	bobot: number | null,
	nilai: number | null,
): Rumus | null {
	const bagi = bobot ?? SERATUS_PERSEN;
	const jumlahBobot = anak.reduce((n, a) => n + a.bobot, 0);
	if (nilai === null || anak.length === 0 || anak.some((a) => a.min !== a.maks) || jumlahBobot !== bagi)
		return null;
	const hasil = pecahan(
		anak.reduce((n, a) => n + BigInt(a.bobot) * BigInt(a.min), 0n),
		BigInt(bagi) * 100n,
	);
	return {
		suku: anak.map((a) => ({ id: a.id, bobot: a.bobot, nilai: a.min })),
		bagi: bobot,
		hasil: toPersis(hasil),
		cocok: roundPerseratus(hasil) === nilai,
	};
}

/** What the level of an indicator means; null for other nodes and for values between levels. */
export function bacaKriteria(
	instrumen: Pick<InstrumenLengkap, 'domain' | 'aspek' | 'keluargaTingkat'>,
	simpul: SimpulHasil | null,
): InstansiSimpul['kriteria'] {
	if (simpul?.jenis !== 'indikator' || simpul.min !== simpul.maks || simpul.min % 100 !== 0) return null;
	const indikator = listIndikator(instrumen).find((i) => i.id === simpul.id);
	const level = String(simpul.min / 100);
	const keluarga = instrumen.keluargaTingkat[indikator?.keluarga ?? '']?.tingkat[level];
	return { level, nama: keluarga?.nama ?? '', teks: indikator?.tingkat[level] ?? keluarga?.kriteria ?? '' };
}
