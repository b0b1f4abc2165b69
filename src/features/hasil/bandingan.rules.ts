import type { HasilTahun, SimpulHasil } from './instansi-hasil.schema.ts';

/** A node's value; `tertinggi` where it is known to be the highest of those compared. */
export type SelSimpul = Pick<SimpulHasil, 'asal' | 'min' | 'maks'> & { tertinggi: boolean };

/** Nodes of one kind beside each other; a cell is null where nothing is known of the node. */
export interface TabelSimpul {
	jenis: 'domain' | 'aspek';
	baris: {
		id: string;
		nama: string;
		/** Hundredths of a percent of the index. */
		bobot: number;
		sel: (SelSimpul | null)[];
	}[];
}

/** The year asked for if anybody has it; otherwise the newest of those years in which most have a result. */
export function pilihTahunBersama(
	hasil: readonly { tahun: number }[],
	diminta?: number | undefined,
): number | null {
	const banyak = new Map<number, number>();
	for (const { tahun } of hasil) banyak.set(tahun, (banyak.get(tahun) ?? 0) + 1);
	if (diminta !== undefined && banyak.has(diminta)) return diminta;
	const terbanyak = Math.max(0, ...banyak.values());
	const calon = [...banyak].filter(([, n]) => n === terbanyak).map(([tahun]) => tahun);
	return calon.length === 0 ? null : Math.max(...calon);
}

/** Domains and aspects of which something is known, one row a node, one cell an institution. */
export function susunTabelSimpul(hasil: readonly (Pick<HasilTahun, 'simpul'> | null)[]): TabelSimpul[] {
	return (['domain', 'aspek'] as const)
		.map((jenis) => ({ jenis, baris: susunBaris(hasil, jenis) }))
		.filter(({ baris }) => baris.length > 0);
}

function susunBaris(hasil: readonly (Pick<HasilTahun, 'simpul'> | null)[], jenis: 'domain' | 'aspek') {
	const simpul = new Map<string, SimpulHasil>();
	for (const s of hasil.flatMap((h) => h?.simpul ?? [])) if (s.jenis === jenis) simpul.set(s.id, s);
	return [...simpul.values()]
		.sort((a, b) => a.no - b.no)
		.map(({ id, nama, bobot }) => {
			const sel = hasil.map((h) => h?.simpul.find((s) => s.id === id) ?? null);
			return { id, nama, bobot, sel: tandaiTertinggi(sel) };
		});
}

function tandaiTertinggi(sel: readonly (SimpulHasil | null)[]): (SelSimpul | null)[] {
	const tahu = sel.flatMap((s) => (s ? [s] : []));
	const puncak = Math.max(...tahu.map((s) => s.maks));
	const berbeda = tahu.some((s) => s.maks < puncak);
	return sel.map(
		(s) => s && { asal: s.asal, min: s.min, maks: s.maks, tertinggi: berbeda && s.min === puncak },
	);
}
